// Rest parameters and spread in calls and arrays.

const TURNS = 10_000;

const sum = (...numbers) => {
  let total = 0;
  for (const number of numbers) {
    total += number;
  }
  return total;
};
const first = (head, ...tail) => head + tail.length;

benchmark('rest-spread', {
  run() {
    const three = [1, 2, 3];
    let total = 0;
    for (let i = 0; i < TURNS; i++) {
      total += sum(...three) + sum(i, ...three, 1) + first(1, 2, 3) + [...three, 4, ...three].length + Math.max(...three);
    }
    return total;
  },
  check: (total) => total === TURNS * (6 + 7 + 3 + 7 + 3) + TURNS * (TURNS - 1) / 2,
});
