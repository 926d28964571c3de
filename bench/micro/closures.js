// Closures: made in a loop, counting in captured variables, composed and curried.

const TURNS = 10_000;

function counter() {
  let count = 0;
  return { up: () => ++count, get: () => count };
}

const compose = (f, g) => (x) => f(g(x));
const adder = (a) => (b) => (c) => a + b + c;

benchmark('closures', {
  run() {
    const shared = counter();
    const functions = [];
    let sum = 0;
    for (let i = 0; i < TURNS; i++) {
      shared.up();
      const own = counter();
      own.up();
      sum += own.get() + adder(1)(2)(3) + compose((x) => x + 1, (x) => x * 2)(i);
      if (i % 100 === 0) {
        functions.push(() => i);
      }
    }
    return sum + shared.get() + functions.reduce((total, f) => total + f(), 0);
  },
  check: (sum) => sum === TURNS * 8 + TURNS * (TURNS - 1) + TURNS + 100 * 99 / 2 * 100,
});
