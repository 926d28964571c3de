// Arrays that change what they hold: integers to doubles to objects, holes, growing by index, two dimensions.

const SIZE = 5000;

benchmark('array-holes-kinds', {
  run() {
    const array = [];
    for (let i = 0; i < SIZE; i++) {
      array[i] = i;
    }
    for (let i = 0; i < SIZE; i += 2) {
      array[i] += 0.5;
    }
    let sum = 0;
    for (let i = 0; i < SIZE; i++) {
      sum += array[i];
    }
    array[7] = 'seven';
    const holey = new Array(SIZE);
    for (let i = 0; i < SIZE; i += 3) {
      holey[i] = array[i];
    }
    let holes = 0;
    for (let i = 0; i < SIZE; i++) {
      holes += holey[i] === undefined ? 1 : 0;
    }
    const grid = Array.from({ length: 50 }, (_, y) => Array.from({ length: 50 }, (_, x) => x * y));
    for (const row of grid) {
      for (let x = 0; x < row.length; x++) {
        sum += row[x];
      }
    }
    return sum + holes;
  },
  check: (sum) => sum === SIZE * (SIZE - 1) / 2 + SIZE / 4 + 1225 * 1225 + SIZE - Math.ceil(SIZE / 3),
});
