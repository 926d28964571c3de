// Template literals with numbers, strings, objects with toString, nested ones, and a tag.

const TURNS = 4000;
const point = { x: 1, toString() { return `(${this.x})`; } };
const tag = (strings, ...values) => strings.raw.length + values.length;

benchmark('template-literals', {
  run() {
    let length = 0;
    for (let i = 0; i < TURNS; i++) {
      const name = `item-${i % 10}`;
      length += `${name}: ${i % 10} at ${point}, ${i % 2 ? `odd ${true}` : 'even'}`.length + tag`a${i}b${name}c`;
    }
    return length;
  },
  check: (length) => length === TURNS * 29,
});
