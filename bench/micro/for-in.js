// for…in over objects of a few shapes and over arrays, with hasOwn.

const objects = Array.from({ length: 400 }, (_, i) => (i % 2 ? { a: 1, b: 2, c: 3 } : { x: 1, y: 2, z: 3, w: 4 }));
const array = Array.from({ length: 300 }, () => 2);

benchmark('for-in', {
  run() {
    let sum = 0;
    for (const object of objects) {
      for (const key in object) {
        if (Object.hasOwn(object, key)) {
          sum += object[key];
        }
      }
    }
    for (const index in array) {
      sum += array[index];
    }
    return sum;
  },
  check: (sum) => sum === 200 * 16 + 600,
});
