// Inserting and removing in the middle, slices, concatenations, indexOf, reverse, fill.

const TURNS = 500;

benchmark('array-splice', {
  run() {
    const array = Array.from({ length: 500 }, (_, i) => i);
    let sum = 0;
    for (let i = 0; i < TURNS; i++) {
      const [removed] = array.splice(i % 400, 1);
      array.splice((i * 7) % 400, 0, removed, removed);
      array.splice(250, 1);
      sum += array.slice(10, 60).concat(array.slice(0, 10)).length + array.length;
      sum += array.includes(-1) ? 1 : 0;
      array.reverse();
    }
    return sum + array.fill(1).reduce((a, b) => a + b);
  },
  check: (sum) => sum === TURNS * 560 + 500,
});
