// Proxies that forward, count and validate; Reflect; Symbol-keyed properties.

const TURNS = 2000;
const TAG = Symbol('tag');

benchmark('proxy-reflect', {
  run() {
    let reads = 0;
    const target = { x: 1, y: 2, [TAG]: 3 };
    const counted = new Proxy(target, {
      get(object, key, receiver) {
        reads++;
        return Reflect.get(object, key, receiver);
      },
      set(object, key, value) {
        return typeof value === 'number' && Reflect.set(object, key, value);
      },
      has: (object, key) => key === 'virtual' || Reflect.has(object, key),
    });
    const plain = new Proxy(target, {});
    let sum = 0;
    for (let i = 0; i < TURNS; i++) {
      counted.x = i;
      sum += counted.x + plain.y + counted[TAG] + ('virtual' in counted ? 1 : 0) + Reflect.ownKeys(target).length;
    }
    return `${sum} ${reads}`;
  },
  check: (result) => result === `${TURNS * (TURNS - 1) / 2 + TURNS * 9} ${TURNS * 2}`,
});
