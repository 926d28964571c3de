// try, catch and finally: not thrown, thrown here, thrown three calls deep, rethrown; values and Errors.

const TURNS = 1000;

function deep(depth, value) {
  if (depth === 0) {
    if (value % 2 === 0) {
      throw new RangeError('deep');
    }
    throw value;
  }
  return deep(depth - 1, value);
}

function calm(i) {
  try {
    return i;
  } finally {
    i++;
  }
}

benchmark('try-catch', {
  run() {
    let sum = 0;
    for (let i = 0; i < TURNS; i++) {
      sum += calm(i) - i;
      try {
        throw 1;
      } catch (one) {
        sum += one;
      }
      try {
        try {
          deep(3, i);
        } catch (error) {
          sum += 1;
          throw error;
        } finally {
          sum += 1;
        }
      } catch (error) {
        sum += error instanceof RangeError ? error.message.length : 2;
      }
    }
    return sum;
  },
  check: (sum) => sum === TURNS * 3 + TURNS * 3,
});
