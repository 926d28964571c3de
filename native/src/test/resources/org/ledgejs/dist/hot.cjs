// Programs in small, one function a way code gets hot. Run twice: what the first run compiled has to serve the second.

function integers(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum = (sum + i * 3) | 0;
    if ((sum & 7) === 3) sum ^= i;
  }
  return sum;
}

function doubles(n) {
  let sum = 0.5;
  for (let i = 1; i < n; i++) sum = (sum + 1 / i) * 0.999 - i / 3;
  return sum;
}

function overflowing(n) {
  let x = 2147483000;
  for (let i = 0; i < n; i++) x += 100;
  return x % 1000 + -0 * n;
}

class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
}
const point = new Point(1, 2);
const shapes = [{ x: 1, y: 2 }, { y: 5, z: 1, x: 0.5 }];

function oneShape(p) {
  p.x = (p.x + 1) & 1023;
  p.y = p.y * 0.5 + p.x;
  return p.x + p.y;
}

function twoShapes(p) {
  p.x = p.x * 0.5 + 1;
  p.y = p.y * 0.5 + p.x;
  return p.x + p.y;
}

function counter(step) {
  let n = 0;
  return () => (n = (n + step) & 1023);
}
const counters = [counter(1), counter(2), counter(3)];

function closures(i) {
  return counters[i % 3]() + counters[(i + 1) % 3]();
}

const ints = Array.from({ length: 100 }, (_, i) => i);
const floats = ints.map((i) => i + 0.5);
const objects = ints.map((v) => ({ v }));
const typed = Float64Array.from(ints);

function elements() {
  let sum = 0;
  for (let i = 0; i < ints.length; i++) {
    sum += ints[i] + floats[i] + objects[i].v + typed[i];
    ints[i] = (ints[i] + 1) & 1023;
    floats[i] = floats[i] * 0.5;
    typed[i] = sum % 7;
  }
  return sum;
}

class Shape {
  #height = 2;
  constructor(n) {
    this.n = n;
  }
  area() {
    return 0;
  }
  scaled(k) {
    return this.area() * k;
  }
  get height() {
    return this.#height;
  }
  set height(height) {
    this.#height = height;
  }
}
class Square extends Shape {
  area() {
    return this.n * this.n;
  }
}
class Circle extends Shape {
  area() {
    return 3.14 * this.n * this.n + super.area();
  }
}
const figures = [new Square(2), new Circle(3), new Square(4)];

function methods(i) {
  const figure = figures[i % 3];
  if (figure instanceof Circle) figure.height = (figure.height + 1) & 63;
  return figure.scaled(i & 3) + figure.height;
}

function strings(n) {
  let text = '';
  for (let i = 0; i < n; i++) {
    text += 'abc';
    text += i;
    if (text.length > 60) text = text.slice(30);
  }
  return text.charCodeAt(text.length - 1) + text.indexOf('c');
}

function forOf(list) {
  let sum = 0;
  for (const x of list) {
    if (x & 1) continue;
    sum += x;
  }
  return sum;
}

const risky = (i) => {
  if (i % 5 === 0) throw new RangeError('no ' + i);
  return i;
};

function catching(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    try {
      sum += risky(i);
    } catch (e) {
      sum -= e.message.length;
    } finally {
      sum++;
    }
  }
  return sum;
}

const words = 'the quick brown fox jumps over the lazy dog'.split(' ');

// Keys that are no ints, in an expression that is one.
function counting() {
  const counts = {};
  for (const word of words) counts[word] = (counts[word] || 0) + 1;
  let sum = 0;
  for (const word in counts) sum += counts[word];
  return sum;
}

const list = { v: 1, next: { v: 5, next: null } };

// Operands that are no booleans, in a test.
function walking(node, i) {
  let n = 0;
  if (node && node.v > 3) n++;
  while (node && node.next && n < 3) {
    node = node.next;
    n++;
  }
  return node || i === 3 ? n + 2 : n;
}

function* upTo(n) {
  for (let i = 0; i < n; i++) yield i;
}

function generators(n) {
  let sum = 0;
  for (const x of upTo(n)) sum += x;
  return sum;
}

function spreading(o, i) {
  const { a, ...rest } = o;
  const [x, y = 3, ...more] = [i, undefined, a, rest.b];
  return Math.max(x, y, ...more);
}

function switching(i) {
  switch (i % 5) {
    case 0: return 'zero'.length;
    case 1: return 1;
    case 2: return null;
    case 3: return 2.5;
    default: return undefined;
  }
}

function functional(k) {
  return ints.map((x) => x * k).filter((x) => x & 1).reduce((a, b) => a + b, 0);
}

// Errors the engine throws, on paths that leave no compiled code for good.
function refused(i) {
  let n = 0;
  try { if (i & 1) early(); let late = 1; function early() { return late; } n += early(); } catch { n++; }
  try { null.x; } catch { n++; }
  try { new (class extends Object { constructor() { return 1; } })(); } catch { n++; }
  try { Point(); } catch { n++; }
  try { const fixed = 1; fixed = 2; } catch { n++; }
  try { undeclared; } catch { n++; }
  return n;
}

function bigInts(n) {
  let a = 0n;
  let b = 1n;
  for (let i = 0; i < n; i++) [a, b] = [b, a + b];
  return a;
}

const pattern = /(\w+)@(\w+)\.com/g;

function texts(i) {
  let n = 0;
  for (const match of `joe@site.com,ann@other.com,${i}`.matchAll(pattern)) n += match[1].length;
  return n + 'banana'.replace(/a/g, 'b').length;
}

const seen = new Map();

function collections(i) {
  seen.set(i & 15, (seen.get(i & 15) ?? 0) + 1);
  return seen.size;
}

class Pair {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }
}
const lefts = [1, 0.5, undefined, 'left', true];

// Objects of one place with values of every kind.
function mixedFields(i) {
  const pair = new Pair(lefts[i % 5], i);
  const literal = { left: pair.right, right: pair.left };
  return literal.left + (typeof literal.right === 'number' ? literal.right : 1);
}

const json = '{"a": [1, 22, 333], "b": "text"}';

function characters() {
  let digits = 0;
  let others = 0;
  for (let i = 0; i < json.length; i++) {
    const c = json.substring(i, i + 1);
    if ('0' <= c && c <= '9' || c === '-') digits++;
    if (!(c === '"' || json[i] === ' ') && json.charAt(i) !== ',') others++;
  }
  return digits * 100 + others;
}

// Arrays of holes, of which some stay.
function holes(n) {
  const table = new Array(8);
  for (let i = 0; i < n; i += 2) table[i] = { i };
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const entry = table[i];
    if (entry && entry.i >= 0) sum += entry.i;
  }
  return sum;
}

async function later(i) {
  await null;
  return i;
}

async function awaiting(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += await later(i);
  return sum;
}

function longLoop() {
  let sum = 0;
  for (let i = 0; i < 400000; i++) sum = (sum + i) | 0;
  return sum;
}

async function run() {
  for (let i = 0; i < 300; i++) integers(500);
  for (let i = 0; i < 300; i++) doubles(500);
  for (let i = 0; i < 600; i++) overflowing(200);
  for (let i = 0; i < 15000; i++) oneShape(point);
  for (let i = 0; i < 15000; i++) twoShapes(shapes[i & 1]);
  for (let i = 0; i < 15000; i++) closures(i);
  for (let i = 0; i < 600; i++) elements();
  for (let i = 0; i < 15000; i++) methods(i);
  for (let i = 0; i < 1000; i++) strings(40);
  for (let i = 0; i < 600; i++) forOf(ints);
  for (let i = 0; i < 600; i++) catching(30);
  for (let i = 0; i < 2000; i++) counting();
  for (let i = 0; i < 15000; i++) walking(i & 1 ? list : null, i & 3);
  for (let i = 0; i < 1500; i++) generators(20);
  for (let i = 0; i < 12000; i++) spreading({ a: i & 7, b: 2, c: 'x' }, i & 3);
  for (let i = 0; i < 15000; i++) switching(i);
  for (let i = 0; i < 12000; i++) functional(i & 7);
  for (let i = 0; i < 12000; i++) refused(i);
  for (let i = 0; i < 1000; i++) bigInts(30);
  for (let i = 0; i < 12000; i++) texts(i & 3);
  for (let i = 0; i < 15000; i++) collections(i);
  for (let i = 0; i < 15000; i++) mixedFields(i);
  for (let i = 0; i < 1500; i++) characters();
  for (let i = 0; i < 6000; i++) holes(8);
  for (let i = 0; i < 400; i++) await awaiting(40);
  longLoop();
}

console.error('warming up');
run().then(() => {
  console.error('settled');
  return run();
}).then(() => console.error('done'));
