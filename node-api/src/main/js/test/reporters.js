// node:test/reporters: transforms from the events of node:test to text.

const { Transform } = require('stream');

function reporter(load) {
  return class extends Transform {
    #formatter = new (load())();
    constructor() { super({ writableObjectMode: true }); }
    _transform(event, encoding, callback) { callback(null, this.#formatter.format(event)); }
  };
}

function lazily(name, load) {
  let made;
  Object.defineProperty(exports, name, {
    __proto__: null,
    get() {
      made ??= reporter(load);
      // Callable without new, as a function that makes a stream.
      return function() { return new made(); };
    },
    enumerable: true,
    configurable: true,
  });
}

lazily('spec', () => require('internal/test/spec').SpecFormatter);
lazily('tap', () => require('internal/test/tap').TapFormatter);
