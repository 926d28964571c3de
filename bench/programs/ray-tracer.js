// A ray tracer: spheres over a chequered floor, one light, shadows and reflections. Vectors are immutable objects, so that
// it shows how well short-lived objects are avoided.

const WIDTH = 64;
const HEIGHT = 48;
const DEPTH = 3;
const EPSILON = 1e-6;

class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  plus(v) { return new Vector(this.x + v.x, this.y + v.y, this.z + v.z); }
  minus(v) { return new Vector(this.x - v.x, this.y - v.y, this.z - v.z); }
  times(k) { return new Vector(this.x * k, this.y * k, this.z * k); }
  dot(v) { return this.x * v.x + this.y * v.y + this.z * v.z; }
  unit() { return this.times(1 / Math.sqrt(this.dot(this))); }
  mirroredAt(normal) { return this.minus(normal.times(2 * this.dot(normal))); }
}

class Sphere {
  constructor(centre, radius, colour, shine) {
    this.centre = centre;
    this.radius = radius;
    this.colour = colour;
    this.shine = shine;
  }

  distance(from, direction) {
    const offset = from.minus(this.centre);
    const half = offset.dot(direction);
    const discriminant = half * half - offset.dot(offset) + this.radius * this.radius;
    if (discriminant < 0) {
      return Infinity;
    }
    const root = Math.sqrt(discriminant);
    const near = -half - root;
    const distance = near > EPSILON ? near : -half + root;
    return distance > EPSILON ? distance : Infinity;
  }

  normalAt(point) { return point.minus(this.centre).unit(); }
  colourAt() { return this.colour; }
}

class Floor {
  shine = 0.2;

  distance(from, direction) {
    const distance = -from.y / direction.y;
    return distance > EPSILON ? distance : Infinity;
  }

  normalAt() { return new Vector(0, 1, 0); }

  colourAt(point) {
    const dark = (Math.floor(point.x) + Math.floor(point.z)) & 1;
    return dark ? new Vector(0.1, 0.1, 0.1) : new Vector(0.9, 0.9, 0.8);
  }
}

const LIGHT = new Vector(-4, 8, -5);

const SCENE = [
  new Floor(),
  new Sphere(new Vector(0, 1, 3), 1, new Vector(0.9, 0.2, 0.2), 0.3),
  new Sphere(new Vector(2, 0.7, 2), 0.7, new Vector(0.2, 0.9, 0.3), 0.2),
  new Sphere(new Vector(-1.8, 0.8, 2.5), 0.8, new Vector(0.3, 0.3, 0.9), 0.5),
  new Sphere(new Vector(0.5, 0.4, 1), 0.4, new Vector(0.9, 0.8, 0.1), 0.1),
];

function hit(from, direction) {
  let nearest = null;
  let distance = Infinity;
  for (const thing of SCENE) {
    const d = thing.distance(from, direction);
    if (d < distance) {
      distance = d;
      nearest = thing;
    }
  }
  return { nearest, distance };
}

function trace(from, direction, depth) {
  const { nearest, distance } = hit(from, direction);
  if (nearest === null) {
    const height = Math.max(0, direction.y);
    return new Vector(0.6 - 0.4 * height, 0.7 - 0.3 * height, 1);
  }
  const point = from.plus(direction.times(distance));
  const normal = nearest.normalAt(point);
  const above = point.plus(normal.times(EPSILON));
  const toLight = LIGHT.minus(point);
  const lit = hit(above, toLight.unit()).distance > Math.sqrt(toLight.dot(toLight));
  const brightness = 0.15 + (lit ? 0.85 * Math.max(0, normal.dot(toLight.unit())) : 0);
  const own = nearest.colourAt(point).times(brightness);
  if (depth === 0) {
    return own;
  }
  const reflected = trace(above, direction.mirroredAt(normal), depth - 1);
  return own.times(1 - nearest.shine).plus(reflected.times(nearest.shine));
}

function render() {
  const pixels = new Uint8ClampedArray(WIDTH * HEIGHT * 3);
  const eye = new Vector(0, 1.5, -4);
  let at = 0;
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < WIDTH; column++) {
      const x = (column - WIDTH / 2) / HEIGHT;
      const y = (HEIGHT / 2 - row) / HEIGHT;
      const colour = trace(eye, new Vector(x, y, 1).unit(), DEPTH);
      pixels[at++] = colour.x * 255;
      pixels[at++] = colour.y * 255;
      pixels[at++] = colour.z * 255;
    }
  }
  return pixels;
}

benchmark('ray-tracer', {
  run: () => render().reduce((sum, value, i) => (sum + value * ((i % 7) + 1)) | 0, 0),
  check: (sum) => sum === 5_119_182,
});
