// util.diff: Myers' O(ND) algorithm over characters or lines.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');

const kInsert = 1;
const kDelete = -1;
const kEqual = 0;

/** The edit script as [operation, value] pairs, from the end to the start. */
function myers(actual, expected) {
  const n = actual.length;
  const m = expected.length;
  const max = n + m;
  const furthest = new Int32Array(2 * max + 1);
  const trace = [];
  for (let d = 0; d <= max; d++) {
    trace.push(furthest.slice());
    for (let k = -d; k <= d; k += 2) {
      let x;
      if (k === -d || (k !== d && furthest[max + k - 1] < furthest[max + k + 1])) x = furthest[max + k + 1];
      else x = furthest[max + k - 1] + 1;
      let y = x - k;
      while (x < n && y < m && actual[x] === expected[y]) {
        x++;
        y++;
      }
      furthest[max + k] = x;
      if (x >= n && y >= m) return backtrack(trace, actual, expected, max);
    }
  }
  return [];
}

function backtrack(trace, actual, expected, max) {
  const result = [];
  let x = actual.length;
  let y = expected.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const furthest = trace[d];
    const k = x - y;
    const down = k === -d || (k !== d && furthest[max + k - 1] < furthest[max + k + 1]);
    const previousK = down ? k + 1 : k - 1;
    const previousX = furthest[max + previousK];
    const previousY = previousX - previousK;
    while (x > previousX && y > previousY) {
      result.push([kEqual, actual[x - 1]]);
      x--;
      y--;
    }
    if (d > 0) {
      if (x > previousX) result.push([kInsert, actual[--x]]);
      else result.push([kDelete, expected[--y]]);
    }
  }
  return result;
}

function checkInput(value, name) {
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      if (typeof item !== 'string') throw new ERR_INVALID_ARG_TYPE(`${name}[${i}]`, 'string', item);
    });
  } else if (typeof value !== 'string') {
    throw new ERR_INVALID_ARG_TYPE(name, 'string', value);
  }
}

function diff(actual, expected) {
  if (actual === expected) return [];
  checkInput(actual, 'actual');
  checkInput(expected, 'expected');
  return myers(actual, expected).reverse();
}

module.exports = { diff, kDelete, kEqual, kInsert, myers };
