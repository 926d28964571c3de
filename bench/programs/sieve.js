// The sieve of Eratosthenes: how many primes are below a limit.

const LIMIT = 300_000;

function countPrimes(limit) {
  const composite = new Array(limit).fill(false);
  let count = 0;
  for (let candidate = 2; candidate < limit; candidate++) {
    if (!composite[candidate]) {
      count++;
      for (let multiple = candidate * candidate; multiple < limit; multiple += candidate) {
        composite[multiple] = true;
      }
    }
  }
  return count;
}

benchmark('sieve', {
  run: () => countPrimes(LIMIT),
  check: (count) => count === 25_997,
});
