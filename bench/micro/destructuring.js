// Destructuring of arrays and objects: swaps, defaults, rests, nesting, parameters.

const TURNS = 10_000;

const length = ({ x, y: { z = 3 } = {} }) => x + z;

benchmark('destructuring', {
  run() {
    let a = 1;
    let b = 2;
    let sum = 0;
    for (let i = 0; i < TURNS; i++) {
      [a, b] = [b, a];
      const [head, , third = 7, ...others] = [i, 2, undefined, 4, 5];
      const { x, ...rest } = { x: 1, p: 2, q: 3 };
      sum += a + b + head - i + third + others.length + x + rest.q + length({ x: 1, y: {} }) + length({ x: 2 });
    }
    return sum;
  },
  check: (sum) => sum === TURNS * (3 + 7 + 2 + 1 + 3 + 4 + 5),
});
