// Calls of methods: own class, inherited, overridden with super, and one call seeing five classes.

const TURNS = 4000;

class Shape {
  constructor(size) {
    this.size = size;
  }

  area() { return 0; }
  doubled() { return 2 * this.area(); }
}

class Square extends Shape { area() { return this.size * this.size; } }
class Strip extends Shape { area() { return this.size; } }
class Half extends Square { area() { return super.area() / 2; } }
class Double extends Square { area() { return super.area() * 2; } }

const shapes = [new Shape(4), new Square(4), new Strip(4), new Half(4), new Double(4)];

benchmark('methods', {
  run() {
    let sum = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      for (const shape of shapes) {
        sum += shape.doubled();
      }
      sum += shapes[1].area() + shapes[3].area();
    }
    return sum;
  },
  check: (sum) => sum === TURNS * (2 * (16 + 4 + 8 + 32) + 24),
});
