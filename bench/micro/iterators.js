// Iterators written by hand, iterator helpers where there are any, and what consumes them.

class Range {
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }

  [Symbol.iterator]() {
    let at = this.from;
    const { to } = this;
    return { next: () => (at < to ? { value: at++, done: false } : { value: undefined, done: true }) };
  }
}

benchmark('iterators', {
  run() {
    let sum = 0;
    for (const n of new Range(0, 40_000)) {
      sum += n;
    }
    const [a, b, ...others] = new Range(0, 1000);
    sum += a + b + others.length + Math.max(...new Range(0, 100)) + Array.from(new Range(0, 1000), (n) => n * 2).length;
    return sum + new Set(new Range(0, 1000)).size;
  },
  check: (sum) => sum === 40_000 * 39_999 / 2 + 1 + 998 + 99 + 1000 + 1000,
});
