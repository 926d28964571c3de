// One higher-order function that is handed many different functions, so that no call in it has one target.

const numbers = Array.from({ length: 1000 }, (_, i) => i);
const functions = [
  (n) => n + 1,
  (n) => n * 2,
  (n) => -n,
  (n) => n & 255,
  (n) => n % 7,
  function named(n) { return n - 1; },
  Math.abs,
  Math.sqrt,
  Number,
  (n) => n ** 2,
];

function fold(array, f) {
  let sum = 0;
  for (let i = 0; i < array.length; i++) {
    sum += f(array[i]);
  }
  return sum;
}

benchmark('polymorphic-callbacks', {
  run: () => functions.map((f) => Math.round(fold(numbers, f) + numbers.map(f).length + numbers.reduce((sum, n) => sum + f(n), 0))).join(),
  check: (sums) => sums === '1002000,1999000,-998000,250432,6994,998000,1000000,43132,1000000,665668000',
});
