// Objects used as maps: thousands of string keys are added, read, tested with `in`, deleted and walked over.

const KEYS = Array.from({ length: 2000 }, (_, i) => `key-${i}`);

benchmark('object-as-map', {
  run() {
    const map = {};
    KEYS.forEach((key, i) => { map[key] = i; });
    for (let i = 0; i < KEYS.length; i += 2) {
      delete map[KEYS[i]];
    }
    let sum = 0;
    for (const key of KEYS) {
      sum += key in map ? map[key] : 1;
    }
    for (const key in map) {
      sum += key.length;
    }
    return sum + Object.keys(map).length;
  },
  check: (sum) => sum === 1_000_000 + 1000 + KEYS.filter((_, i) => i % 2 === 1).join('').length + 1000,
});
