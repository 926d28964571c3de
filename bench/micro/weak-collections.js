// WeakMap and WeakSet as side tables of objects.

const objects = Array.from({ length: 3000 }, (_, i) => ({ i }));

benchmark('weak-collections', {
  run() {
    const sizes = new WeakMap();
    const seen = new WeakSet();
    let sum = 0;
    for (const object of objects) {
      sizes.set(object, object.i);
      seen.add(object);
    }
    for (const object of objects) {
      sum += seen.has(object) ? sizes.get(object) : 0;
    }
    return sum;
  },
  check: (sum) => sum === 3000 * 2999 / 2,
});
