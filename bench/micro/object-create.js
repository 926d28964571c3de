// Making objects: literals, constructors, Object.assign, spread, entries and back.

const TURNS = 5000;

class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
}

benchmark('object-create', {
  run() {
    let sum = 0;
    for (let i = 0; i < TURNS; i++) {
      const point = new Point(i, 1);
      const literal = { x: point.x, y: point.y, z: 2 };
      const copy = { ...literal, z: 3, w: 4 };
      const assigned = Object.assign({}, copy, { w: 5 });
      sum += assigned.x + assigned.y + assigned.z + assigned.w;
      if (i % 10 === 0) {
        const doubled = Object.fromEntries(Object.entries(literal).map(([key, value]) => [key, value * 2]));
        sum += doubled.y;
      }
    }
    return sum;
  },
  check: (sum) => sum === TURNS * (TURNS - 1) / 2 + 9 * TURNS + 2 * TURNS / 10,
});
