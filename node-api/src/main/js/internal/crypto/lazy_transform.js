// Hashes are streams, but rarely used so: they become one when somebody asks for the state of the stream.

const { Transform } = require('stream');

function LazyTransform(options) {
  this._options = options;
}
Object.setPrototypeOf(LazyTransform.prototype, Transform.prototype);
Object.setPrototypeOf(LazyTransform, Transform);

for (const key of ['_readableState', '_writableState']) {
  Object.defineProperty(LazyTransform.prototype, key, {
    __proto__: null,
    get() {
      if (this._options === null) return undefined;
      const options = this._options;
      // Transform reads these properties of what it has just made itself.
      Reflect.apply(Transform, this, [options]);
      this._writableState.decodeStrings = false;
      return this[key];
    },
    set(value) {
      Object.defineProperty(this, key, { __proto__: null, value, enumerable: true, configurable: true, writable: true });
    },
    configurable: true,
    enumerable: true,
  });
}

module.exports = LazyTransform;
