// Classes: fields, inheritance over four levels, instanceof, classes made at run time, subclassed Array, Map and Error.

const TURNS = 3000;

class A { a = 1; }
class B extends A { b = this.a + 1; }
class C extends B { constructor(c) { super(); this.c = c; } }
class D extends C { d = 4; }
class Stack extends Array { get top() { return this[this.length - 1]; } }
class Counter extends Map { add(key) { return this.set(key, (this.get(key) ?? 0) + 1); } }
class Failure extends Error { name = 'Failure'; }

const mixin = (Base) => class extends Base { mixed() { return 1; } };

benchmark('classes', {
  run() {
    const counter = new Counter();
    let sum = 0;
    for (let i = 0; i < TURNS; i++) {
      const d = new D(3);
      sum += d.a + d.b + d.c + d.d + (d instanceof A ? 1 : 0) + (d instanceof Map ? 1 : 0);
      const stack = new Stack();
      stack.push(1, 2);
      sum += stack.top;
      counter.add(i % 10);
      if (i % 30 === 0) {
        sum += new (mixin(C))(0).mixed() + new Failure('x').message.length;
      }
    }
    return sum + counter.get(3);
  },
  check: (sum) => sum === TURNS * 13 + TURNS / 30 * 2 + TURNS / 10,
});
