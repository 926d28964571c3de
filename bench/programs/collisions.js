// Which aircraft come too near to one another between two frames of a radar: positions are kept in a red-black tree by call
// sign, the airspace is divided into squares kept in a Map, and what shares a square is tested in space and time.

const AIRCRAFT = 220;
const FRAMES = 6;
const SQUARE = 10;
const NEAR = 1;

class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  plus(other) {
    return new Vector(this.x + other.x, this.y + other.y, this.z + other.z);
  }

  minus(other) {
    return new Vector(this.x - other.x, this.y - other.y, this.z - other.z);
  }

  times(factor) {
    return new Vector(this.x * factor, this.y * factor, this.z * factor);
  }

  dot(other) {
    return this.x * other.x + this.y * other.y + this.z * other.z;
  }
}

/** A left-leaning red-black tree. */
class TreeMap {
  #root = null;

  get(key) {
    let node = this.#root;
    while (node !== null && node.key !== key) {
      node = key < node.key ? node.left : node.right;
    }
    return node?.value;
  }

  set(key, value) {
    this.#root = TreeMap.#insert(this.#root, key, value);
    this.#root.red = false;
  }

  static #insert(node, key, value) {
    if (node === null) {
      return { key, value, left: null, right: null, red: true };
    }
    if (key === node.key) {
      node.value = value;
    } else if (key < node.key) {
      node.left = TreeMap.#insert(node.left, key, value);
    } else {
      node.right = TreeMap.#insert(node.right, key, value);
    }
    if (node.right?.red && !node.left?.red) {
      node = TreeMap.#rotateLeft(node);
    }
    if (node.left?.red && node.left.left?.red) {
      node = TreeMap.#rotateRight(node);
    }
    if (node.left?.red && node.right?.red) {
      node.red = true;
      node.left.red = false;
      node.right.red = false;
    }
    return node;
  }

  static #rotateLeft(node) {
    const up = node.right;
    node.right = up.left;
    up.left = node;
    up.red = node.red;
    node.red = true;
    return up;
  }

  static #rotateRight(node) {
    const up = node.left;
    node.left = up.right;
    up.right = node;
    up.red = node.red;
    node.red = true;
    return up;
  }
}

/** Positions at a time: half of the aircraft fly along the axis, half in circles across it. */
function frame(time) {
  const positions = [];
  for (let i = 0; i < AIRCRAFT; i += 2) {
    positions.push([`N${i}`, new Vector(time * 2, Math.cos(time) * 2 + i * 3, 10)]);
    positions.push([`N${i + 1}`, new Vector(time * 2, Math.sin(time) * 2 + i * 3, 10)]);
  }
  return positions;
}

/** The least distance of two points that move evenly from `from` to `to` in the same time. */
function nearest(a, b) {
  const start = a.from.minus(b.from);
  const drift = a.to.minus(a.from).minus(b.to.minus(b.from));
  const speed = drift.dot(drift);
  const moment = speed === 0 ? 0 : Math.min(1, Math.max(0, -start.dot(drift) / speed));
  const gap = start.plus(drift.times(moment));
  return Math.sqrt(gap.dot(gap));
}

function squares(motions) {
  const occupied = new Map();
  const enter = (x, y, motion) => {
    const key = x * 65_536 + y;
    const there = occupied.get(key);
    if (there === undefined) {
      occupied.set(key, [motion]);
    } else {
      there.push(motion);
    }
  };
  for (const motion of motions) {
    const { from, to } = motion;
    const lastX = Math.floor((Math.max(from.x, to.x) + NEAR) / SQUARE);
    const lastY = Math.floor((Math.max(from.y, to.y) + NEAR) / SQUARE);
    for (let x = Math.floor((Math.min(from.x, to.x) - NEAR) / SQUARE); x <= lastX; x++) {
      for (let y = Math.floor((Math.min(from.y, to.y) - NEAR) / SQUARE); y <= lastY; y++) {
        enter(x, y, motion);
      }
    }
  }
  return occupied;
}

class Radar {
  #last = new TreeMap();

  collisions(positions) {
    const motions = positions.map(([sign, to]) => {
      const from = this.#last.get(sign) ?? to;
      this.#last.set(sign, to);
      return { sign, from, to };
    });
    const found = new Set();
    for (const there of squares(motions).values()) {
      for (let i = 0; i < there.length; i++) {
        for (let k = i + 1; k < there.length; k++) {
          if (nearest(there[i], there[k]) <= NEAR) {
            found.add(`${there[i].sign}-${there[k].sign}`);
          }
        }
      }
    }
    return found;
  }
}

benchmark('collisions', {
  run() {
    const radar = new Radar();
    let total = 0;
    for (let i = 0; i < FRAMES; i++) {
      total += radar.collisions(frame(i / 3)).size;
    }
    return total;
  },
  check: (total) => total === 330,
});
