// Reading properties by a key that is a variable: few keys on one shape, as table-driven code does.

const KEYS = ['red', 'green', 'blue', 'alpha', 'depth', 'stencil'];
const TURNS = 30_000;
const pixel = { red: 1, green: 2, blue: 3, alpha: 4, depth: 5, stencil: 6 };

benchmark('property-keyed', {
  run() {
    let sum = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      for (const key of KEYS) {
        sum += pixel[key];
      }
    }
    return sum;
  },
  check: (sum) => sum === 21 * TURNS,
});
