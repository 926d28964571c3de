// map, filter, reduce, forEach, some, every, find, flatMap with small callbacks.

const numbers = Array.from({ length: 5000 }, (_, i) => i);

benchmark('array-callbacks', {
  run() {
    let count = 0;
    numbers.forEach((n) => { count += n & 1; });
    const sum = numbers
      .map((n) => n * 2)
      .filter((n) => n % 3 === 0)
      .flatMap((n) => (n % 4 === 0 ? [n, 1] : []))
      .reduce((total, n) => total + n, 0);
    return [
      count,
      sum,
      numbers.some((n) => n > 4990),
      numbers.every((n) => n < 5000),
      numbers.find((n) => n * n > 10_000_000),
      numbers.findLastIndex((n) => n % 1000 === 7),
    ].join(' ');
  },
  check: (found) => found === '2500 4169166 true true 3163 4007',
});
