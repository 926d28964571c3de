// Control flow: switches over integers and strings, labelled continues, do…while, conditional chains.

const KINDS = ['add', 'sub', 'mul', 'nop', 'end'];
const TURNS = 20_000;

function step(kind, value) {
  switch (kind) {
    case 'add': return value + 3;
    case 'sub': return value - 1;
    case 'mul': return (value * 5) % 1009;
    case 'nop': return value;
    default: return value ^ 1;
  }
}

function cost(number) {
  switch (number & 7) {
    case 0: return 1;
    case 1: case 2: return 2;
    case 5: return 7;
    default: return 0;
  }
}

benchmark('switches-loops', {
  run() {
    let value = 1;
    let total = 0;
    outer: for (let i = 0; i < TURNS; i++) {
      value = step(KINDS[i % KINDS.length], value);
      total += cost(value);
      let n = i & 3;
      do {
        if (n === 2 && value % 2 === 0) {
          continue outer;
        }
        total += n > 1 ? 2 : n > 0 ? 1 : 0;
      } while (--n > 0);
    }
    return `${value} ${total}`;
  },
  check: (result) => result === '317 60169',
});
