'use strict';
// Loops that run once, and for long: each is compiled while it runs, and what it leaves behind is printed.

const LONG = 300_000;

function nested() {
  let sum = 0, inner = 0, last = 'none', d = 0.5, flag = false;
  for (let i = 0; i < LONG / 100; i++) {
    for (let j = 0; j < 100; j++) { sum = (sum * 31 + j) | 0; inner++; }
    d += 0.25;
    flag = !flag;
    last = `turn ${i}`;
  }
  return [sum, inner, last, d, flag];
}

function returning() { for (let i = 0; ; i++) if (i === LONG) return `returned ${i}`; }

function throwing() {
  let reached = 0;
  try { for (let i = 0; ; i++) { reached = i; if (i === LONG) throw new Error(`at ${i}`); } } catch (e) { return [e.message, reached]; } finally { reached = -1; }
}

function labelled() {
  let turns = 0;
  outer: for (let i = 0; i < 10; i++) {
    for (let j = 0; ; j++) {
      turns++;
      if (j === LONG) continue outer;
      if (turns > LONG * 3) break outer;
    }
  }
  return turns;
}

function walkingBackwards() { let i = LONG, odd = 0; do { if (i & 1) odd++; } while (--i); return [i, odd]; }

function capturing() {
  const kept = [];
  for (let i = 0; i < LONG; i++) { if (i % 60_000 === 0) kept.push(() => i); }
  return kept.map(f => f());
}

function counting(...all) {
  let x, n = 0;
  for (let i = 0; i < LONG; i++) { n += arguments.length + all[1]; if (i === LONG - 1) x = 'set late'; }
  return [n, x, arguments[0]];
}

function Constructed() {
  let n = 0;
  for (let i = 0; i < LONG; i++) if (new.target) n++;
  this.n = n;
  this.made = new.target === Constructed;
}

function overArrays() { let s = 0; for (const e of new Array(LONG).fill(2)) { s += e; if (s > LONG * 1.9) break; } return s; }

function overKeys() {
  const o = {};
  for (let i = 0; i < 150_000; i++) o['k' + i] = i;
  let s = 0, last;
  for (const k in o) { s += o[k]; last = k; }
  return [s, last];
}

function overIterators() {
  let closed = 0, s = 0;
  const it = { i: 0, [Symbol.iterator]() { return this; }, next() { return { value: this.i++, done: false }; }, return() { closed++; return {}; } };
  for (const v of it) { s += v; if (v === LONG) break; }
  return [s, closed];
}

function* yielding() { let n = 0; for (let i = 0; i <= LONG * 2; i++) { n++; if (i % LONG === 0) yield n; } return n; }

function closingOver() { let n = 0; const add = () => { n += 1; }; for (let i = 0; i < LONG; i++) add(); return n; }

// The kinds of its variables change while the loop is compiled code already.
function changing() {
  let a = 0, b = 1, c = null;
  for (let i = 0; i < LONG * 3; i++) {
    if (i === LONG * 2) { a = 0.5; c = 'text'; }
    if (i > LONG * 2) b = { i };
    a += 1;
  }
  return [a, b.i, c];
}

// Enters its loop again and again until the stack is used up, and its new.target is what it was.
function Deep(n) {
  let turns = 0;
  try {
    for (let i = 0; i < 2; i++) { turns++; if (i === 0 && n > 0) new Deep(n - 1); }
    if (n === 0) { for (let i = 0; i < LONG; i++) turns++; }
  } finally { this.ok = new.target === Deep; }
  this.turns = turns;
}

async function awaiting() { let n = 0; for (let i = 0; i < LONG; i++) { n += 2; if (i % 150_000 === 0) n += await 1; } return n; }

function evaluating() { let n = 0; for (let i = 0; i < LONG; i++) n += i & 1; return [n, (0, eval)('let m = 0; for (let i = 0; i < 300000; i++) m += 2; m')]; }

const functions = [nested, returning, throwing, labelled, walkingBackwards, capturing, overArrays, overKeys, overIterators, closingOver, changing, evaluating];
for (const f of functions) console.log(f.name, f());
console.log('counting', ...counting('first', 2));
console.log('Constructed', new Constructed());
console.log('Deep', new Deep(50));
console.log('yielding', ...yielding());
let top = 0;
for (let i = 0; i < LONG; i++) top += i & 3;
console.log('top', top);
awaiting().then(n => console.log('awaiting', n));
