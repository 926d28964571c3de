// Reading and writing properties at one place that sees objects of eight shapes.

const SHAPES = 8;
const TURNS = 5000;

function make(number) {
  const object = {};
  object[`own${number % SHAPES}`] = number;
  object.value = number;
  object.count = 0;
  return object;
}

const objects = Array.from({ length: 64 }, (_, i) => make(i));

benchmark('property-poly8', {
  run() {
    let sum = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      for (let i = 0; i < objects.length; i++) {
        const object = objects[i];
        object.count = turn;
        sum += object.value + object.count;
      }
    }
    return sum;
  },
  check: (sum) => sum === 64 * 63 / 2 * TURNS + 64 * TURNS * (TURNS - 1) / 2,
});
