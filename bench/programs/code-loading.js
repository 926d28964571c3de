// Loading code, and running a little of it: what a server does when it starts, and a page when it opens. A library of sixty
// modules is written as text, then evaluated: each iteration has names of its own in it, so that no engine has seen it before.
// Of every module a few functions run, which is what real programs use of what they load.

const MODULES = 60;
const METHODS = 8;

/** One module of the library; `salt` is in its names. */
function moduleText(number, salt) {
  const methods = Array.from({ length: METHODS }, (_, i) => `
    /** Weighs readings against the ${i}th threshold. */
    ${i % 3 === 2 ? 'static ' : ''}method${i}_${salt}(readings, options = {}) {
      const { threshold = ${i + number}, scale: factor = 2, ...others } = options;
      const names = Object.keys(others);
      let total = ${number};
      for (const reading of readings) {
        if (reading > threshold && reading !== undefined) {
          total += reading * factor;
        } else if (names.length === 0 || typeof reading === 'string') {
          total -= threshold;
        } else {
          switch (names[0]) {
            case 'debug': throw new RangeError(\`reading \${reading} of \${names.join(', ')}\`);
            case 'ignore': continue;
            default: total = total ?? others[names[0]]?.value ?? 0;
          }
        }
      }
      return readings.filter((r) => r % 2 === 0 && !/^[a-f]+${i}$/.test(String(r))).reduce((sum, r) => sum + (r << 1), total);
    }`);
  return `
  define('module${number}_${salt}', (exports, require) => {
    'use strict';
    const version = { major: ${number}, minor: ${number % 7}, tags: ['a', 'b${number}', null], pattern: /v(\\d+)\\.(\\d+)/g };
    const helpers = {
      clamp(value, low = 0, high = 100) { return value < low ? low : value > high ? high : value; },
      async *stream(source) { for await (const part of source) { yield* helpers.split(part); } },
      * split(text) { for (const word of text.split(' ')) { yield word.trim(); } },
      get described() { return Object.entries(version).map(([key, value]) => key + '=' + value).join(';'); },
    };
    class Module${number}_${salt} extends (require(${number - 1}) ?? Object) {
      #count = 0;
      static instances = [];
      ${methods.join('\n')}
      get count() { return this.#count; }
      step() { this.#count += helpers.clamp(version.major, 1, 9); return this; }
    }
    exports.Module = Module${number}_${salt};
    exports.result = Module${number}_${salt}.method2_${salt}([1, 2, 3, ${number}], { scale: 3 }) + new Module${number}_${salt}().step().count;
  });`;
}

let loads = 0;

benchmark('code-loading', {
  run() {
    const salt = `s${(loads++).toString(36)}`;
    const text = Array.from({ length: MODULES }, (_, number) => moduleText(number, salt)).join('\n');
    const loaded = [];
    const define = (name, factory) => {
      const exports = {};
      factory(exports, (number) => loaded[number]?.Module);
      loaded.push(exports);
    };
    new Function('define', text)(define);
    return loaded.reduce((sum, { result }) => sum + result, 0);
  },
  check: (sum) => sum === -3303,
});
