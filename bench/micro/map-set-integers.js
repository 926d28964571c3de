// Map and Set with integers as keys: filling, finding, missing, counting, deleting.

const keys = Array.from({ length: 9000 }, (_, i) => i * 3);

benchmark('map-set-integers', {
  run() {
    const map = new Map();
    const set = new Set();
    keys.forEach((key, i) => {
      map.set(key, i);
      set.add(key);
    });
    let sum = 0;
    for (const key of keys) {
      sum += map.get(key) + (set.has(key) ? 1 : 0) + (map.has(undefined) ? 1 : 0);
      map.set(key, map.get(key) + 1);
    }
    for (let i = 0; i < keys.length; i += 3) {
      set.delete(keys[i]);
    }
    map.forEach((value) => { sum += value; });
    return sum + set.size;
  },
  check: (sum) => sum === 9000 * 8999 + 9000 + 9000 + 6000,
});
