// The arguments object: its length, its elements, handed on with apply, and mapped to parameters in sloppy code.

const TURNS = 20_000;

function sum() {
  let total = 0;
  for (let i = 0; i < arguments.length; i++) {
    total += arguments[i];
  }
  return total;
}

function forward() {
  return sum.apply(this, arguments);
}

function mapped(a) {
  arguments[0] = a + 1;
  return a;
}

benchmark('arguments', {
  run() {
    let total = 0;
    for (let i = 0; i < TURNS; i++) {
      total += sum(1, 2, 3) + forward(i, 1) + mapped(1);
    }
    return total;
  },
  check: (total) => total === TURNS * 9 + TURNS * (TURNS - 1) / 2,
});
