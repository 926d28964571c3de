// Getters and setters: in classes, in literals, defined by defineProperty, on the prototype's prototype.

const TURNS = 30_000;

class Celsius {
  degrees = 0;
  get fahrenheit() { return this.degrees * 1.8 + 32; }
  set fahrenheit(value) { this.degrees = (value - 32) / 1.8; }
}

class Sensor extends Celsius {
  get kelvin() { return this.degrees + 273; }
}

benchmark('accessors', {
  run() {
    const sensor = new Sensor();
    const literal = { base: 1, get next() { return this.base + 1; } };
    const defined = Object.defineProperty({ hidden: 2 }, 'shown', { get() { return this.hidden; } });
    let sum = 0;
    for (let i = 0; i < TURNS; i++) {
      sensor.fahrenheit = 50;
      sum += Math.round(sensor.fahrenheit) + Math.round(sensor.kelvin) + literal.next + defined.shown;
    }
    return sum;
  },
  check: (sum) => sum === TURNS * (50 + 283 + 4),
});
