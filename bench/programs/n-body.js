// The sun and its four large planets under gravity, by the symplectic Euler method: arithmetic on fields that hold doubles.
// Units are the astronomical unit, the year and the mass of the sun, in which gravity's constant is 4π².

const SUN_MASS = 4 * Math.PI ** 2;
const DAYS = 365.24;
const STEPS = 15_000;
const STEP = 0.01;

class Body {
  constructor(mass, position, velocity) {
    this.mass = mass * SUN_MASS;
    [this.x, this.y, this.z] = position;
    [this.vx, this.vy, this.vz] = velocity.map((perDay) => perDay * DAYS);
  }
}

// Positions and velocities a day, heliocentric, of the planets at one moment.
function solarSystem() {
  return [
    new Body(1, [0, 0, 0], [0, 0, 0]),
    new Body(9.547919e-4, [4.841431, -1.160320, -0.103622], [0.001660, 0.007699, -0.000069]),
    new Body(2.858859e-4, [8.343366, 4.124798, -0.403523], [-0.002767, 0.004998, 0.000023]),
    new Body(4.366244e-5, [12.894369, -15.111151, -0.223307], [0.002964, 0.002378, -0.000029]),
    new Body(5.151389e-5, [15.379697, -25.919314, 0.179258], [0.002680, 0.001628, -0.000095]),
  ];
}

/** Gives the sun the opposite of the planets' momentum, so that the whole stays where it is. */
function balance(bodies) {
  const [sun] = bodies;
  for (const axis of ['vx', 'vy', 'vz']) {
    sun[axis] = -bodies.reduce((momentum, body) => momentum + body.mass * body[axis], 0) / sun.mass;
  }
}

function advance(bodies, step) {
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const squared = dx * dx + dy * dy + dz * dz;
      const pull = step / (squared * Math.sqrt(squared));
      a.vx -= dx * b.mass * pull;
      a.vy -= dy * b.mass * pull;
      a.vz -= dz * b.mass * pull;
      b.vx += dx * a.mass * pull;
      b.vy += dy * a.mass * pull;
      b.vz += dz * a.mass * pull;
    }
  }
  for (const body of bodies) {
    body.x += body.vx * step;
    body.y += body.vy * step;
    body.z += body.vz * step;
  }
}

function energy(bodies) {
  let total = 0;
  bodies.forEach((a, i) => {
    total += (a.mass * (a.vx ** 2 + a.vy ** 2 + a.vz ** 2)) / 2;
    for (const b of bodies.slice(i + 1)) {
      total -= (a.mass * b.mass) / Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
    }
  });
  return total;
}

benchmark('n-body', {
  run() {
    const bodies = solarSystem();
    balance(bodies);
    const before = energy(bodies);
    for (let i = 0; i < STEPS; i++) {
      advance(bodies, STEP);
    }
    return [before, energy(bodies)];
  },
  check: ([before, after]) => Math.abs(before - -0.169) < 0.001 && Math.abs(after - before) < 1e-4,
});
