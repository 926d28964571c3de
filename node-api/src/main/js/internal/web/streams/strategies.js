// Queuing strategies (Streams §7).

const {
  codes: { ERR_INVALID_THIS, ERR_MISSING_OPTION },
} = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { validateObject } = require('internal/validators');
const { expose, inspectAs } = require('internal/web/streams/shared');

// One function for all strategies of a kind, as the standard wants.
const byteSize = Object.defineProperty((chunk) => chunk.byteLength, 'name', { __proto__: null, value: 'size' });
const countSize = Object.defineProperty(() => 1, 'name', { __proto__: null, value: 'size' });

function highWaterMarkOf(init) {
  validateObject(init, 'init', 2 | 4);
  if (init.highWaterMark === undefined) throw new ERR_MISSING_OPTION('init.highWaterMark');
  return +init.highWaterMark;
}

class ByteLengthQueuingStrategy {
  #highWaterMark;

  constructor(init) { this.#highWaterMark = highWaterMarkOf(init); }

  get highWaterMark() {
    if (!isObject(this) || !(#highWaterMark in this)) throw new ERR_INVALID_THIS('ByteLengthQueuingStrategy');
    return this.#highWaterMark;
  }

  get size() {
    if (!isObject(this) || !(#highWaterMark in this)) throw new ERR_INVALID_THIS('ByteLengthQueuingStrategy');
    return byteSize;
  }

  [customInspectSymbol](depth, options) {
    return inspectAs(this.constructor.name, depth, options, { highWaterMark: this.highWaterMark });
  }
}
expose(ByteLengthQueuingStrategy, 'highWaterMark', 'size');

class CountQueuingStrategy {
  #highWaterMark;

  constructor(init) { this.#highWaterMark = highWaterMarkOf(init); }

  get highWaterMark() {
    if (!isObject(this) || !(#highWaterMark in this)) throw new ERR_INVALID_THIS('CountQueuingStrategy');
    return this.#highWaterMark;
  }

  get size() {
    if (!isObject(this) || !(#highWaterMark in this)) throw new ERR_INVALID_THIS('CountQueuingStrategy');
    return countSize;
  }

  [customInspectSymbol](depth, options) {
    return inspectAs(this.constructor.name, depth, options, { highWaterMark: this.highWaterMark });
  }
}
expose(CountQueuingStrategy, 'highWaterMark', 'size');

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

module.exports = { ByteLengthQueuingStrategy, CountQueuingStrategy };
