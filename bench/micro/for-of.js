// for…of over arrays, their entries, strings, maps and sets.

const numbers = Array.from({ length: 50_000 }, (_, i) => i);
const text = 'für den Wind '.repeat(500);
const map = new Map(numbers.slice(0, 1000).map((n) => [n, n]));
const set = new Set(map.keys());

benchmark('for-of', {
  run() {
    let sum = 0;
    for (const n of numbers) {
      sum += n;
    }
    for (const [i, n] of numbers.entries()) {
      sum += i - n;
    }
    for (const character of text) {
      sum += character === 'n' ? 1 : 0;
    }
    for (const [key, value] of map) {
      sum += key - value;
    }
    for (const n of set) {
      sum += n;
    }
    return sum;
  },
  check: (sum) => sum === 50_000 * 49_999 / 2 + 1000 + 1000 * 999 / 2,
});
