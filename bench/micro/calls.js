// Calls of functions: direct, with too few and too many arguments, with defaults, recursive, by call, apply and bind.

const TURNS = 60_000;

const add = (a, b) => a + b;
const orOne = (a, b = 1) => a + b;
const count = (a, b) => (b === undefined ? a : 0);
const fibonacci = (n) => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2));
const bound = add.bind(null, 5);

function plus(x) {
  return this.base + x;
}

benchmark('calls', {
  run() {
    const receiver = { base: 2 };
    let sum = fibonacci(18);
    for (let i = 0; i < TURNS; i++) {
      sum += add(i, 1) - i + add(1, 1, 1) + count(1) + orOne(1) + bound(1);
      sum += plus.call(receiver, 1) + plus.apply(receiver, [2]);
    }
    return sum;
  },
  check: (sum) => sum === 2584 + TURNS * 19,
});
