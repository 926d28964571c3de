// BigInt: factorials, small values as counters, shifts and masks, division, powers modulo, conversion.

function power(base, exponent, modulus) {
  let result = 1n;
  for (let b = base % modulus, e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) {
      result = (result * b) % modulus;
    }
    b = (b * b) % modulus;
  }
  return result;
}

const PRIME = (1n << 127n) - 1n;

benchmark('bigint', {
  run() {
    let factorial = 1n;
    for (let i = 2n; i <= 150n; i++) {
      factorial *= i;
    }
    let small = 0n;
    for (let i = 0n; i < 5000n; i++) {
      small += i * 3n;
    }
    // Fermat: a prime's remainder of a^(p-1) is 1.
    return `${factorial / (1n << 200n) % 1_000_003n} ${small} ${power(3n, PRIME - 1n, PRIME)} ${factorial.toString().length} ${BigInt.asUintN(64, -1n)}`;
  },
  check: (result) => result === '355073 37492500 1 263 18446744073709551615',
});
