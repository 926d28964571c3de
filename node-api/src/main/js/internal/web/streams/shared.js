// What all web streams (WHATWG Streams) share: promises that programs cannot intercept, queues with sizes, strategies, inspection.
// The public classes are thin: each holds a record in a private field, and the algorithms work on records. Records declare all of their fields:
// an assignment to one that is not there would meet setters programs put on Object.prototype.

const {
  codes: { ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const { validateFunction } = require('internal/validators');

/** What a public constructor gets instead of the program's arguments when we make the object around a record. */
const kCreate = Symbol('create');
/** validateObject's flags: arrays and functions are objects here; for dictionaries null is, too. */
const kObjects = 2 | 4;
const kDictionary = 1 | kObjects;

const { prototype: { then: promiseThen } } = Promise;
const nothing = () => {};

function then(promise, onFulfilled, onRejected) {
  return Reflect.apply(promiseThen, promise, [onFulfilled, onRejected]);
}

function resolved(value) {
  return new Promise((resolve) => resolve(value));
}

function rejected(reason) {
  return Promise.reject(reason);
}

/** A rejection of this promise is nobody's fault. */
function markHandled(promise) {
  then(promise, undefined, nothing);
  return promise;
}

/** A promise of our own that is made only when somebody asks for it. Its rejection always counts as handled. */
class Settlement {
  #state = 'pending';
  #value;
  #deferred;

  static resolved() {
    const result = new Settlement();
    result.resolve();
    return result;
  }

  static rejected(reason) {
    const result = new Settlement();
    result.reject(reason);
    return result;
  }

  get isPending() { return this.#state === 'pending'; }

  get promise() {
    if (this.#deferred === undefined) {
      this.#deferred = Promise.withResolvers();
      this.#settle();
    }
    return this.#deferred.promise;
  }

  resolve(value) { this.#decide('resolved', value); }

  reject(reason) { this.#decide('rejected', reason); }

  #decide(state, value) {
    if (this.#state !== 'pending') return;
    this.#state = state;
    this.#value = value;
    if (this.#deferred !== undefined) this.#settle();
  }

  #settle() {
    if (this.#state === 'resolved') {
      this.#deferred.resolve(this.#value);
    } else if (this.#state === 'rejected') {
      markHandled(this.#deferred.promise);
      this.#deferred.reject(this.#value);
    }
  }
}

/** Streams §8.1: values with sizes. */
class SizedQueue {
  #items = [];
  #head = 0;
  total = 0;

  get length() { return this.#items.length - this.#head; }

  enqueue(value, size) {
    const number = Number(size);
    if (!(number >= 0) || number === Infinity) throw new ERR_INVALID_ARG_VALUE.RangeError('size', size);
    this.#items.push({ value, size: number });
    this.total += number;
  }

  dequeue() {
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    if (this.#head === this.#items.length) {
      this.#items.length = this.#head = 0;
    } else if (this.#head === 1024) {
      this.#items.splice(0, this.#head);
      this.#head = 0;
    }
    // Sums of fractions may fall below nothing.
    this.total = Math.max(0, this.total - item.size);
    return item.value;
  }

  peek() { return this.#items[this.#head].value; }

  reset() {
    this.#items = [];
    this.#head = 0;
    this.total = 0;
  }
}

function extractHighWaterMark(value, fallback) {
  if (value === undefined) return fallback;
  const number = +value;
  if (!(number >= 0)) throw new ERR_INVALID_ARG_VALUE.RangeError('strategy.highWaterMark', value);
  return number;
}

function extractSize(size) {
  if (size === undefined) return () => 1;
  validateFunction(size, 'strategy.size');
  return (chunk) => size(chunk);
}

/** A method of an underlying source, sink or transformer as a function that gives a promise; `undefined` if there is none. */
function promiseMethod(object, name, label) {
  const method = object?.[name];
  if (method === undefined) return undefined;
  validateFunction(method, `${label}.${name}`);
  return (...args) => {
    try {
      return resolved(Reflect.apply(method, object, args));
    } catch (error) {
      return Promise.reject(error);
    }
  };
}

/** A `start` method: called at once, what it throws leaves the constructor. */
function startMethod(object, label) {
  const method = object?.start;
  if (method === undefined) return nothing;
  validateFunction(method, `${label}.start`);
  return (controller) => Reflect.apply(method, object, [controller]);
}

const settled = Promise.resolve();
const settledMethod = () => settled;

function inspectAs(name, depth, options, shown) {
  if (depth < 0) return name;
  const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${name} ${require('internal/inspect').inspect(shown, inner)}`;
}

/** The members of a class as Web IDL wants them: enumerable, with a string tag. */
function expose(Class, ...names) {
  const { exposeMethods, toStringTag } = require('internal/util');
  exposeMethods(Class.prototype, names);
  toStringTag(Class.prototype, Class.name);
}

module.exports = {
  Settlement,
  SizedQueue,
  expose,
  extractHighWaterMark,
  extractSize,
  inspectAs,
  kCreate,
  kDictionary,
  kObjects,
  markHandled,
  nothing,
  promiseMethod,
  rejected,
  resolved,
  settled,
  settledMethod,
  startMethod,
  then,
  symbols: {
    closedPromise: Symbol.for('nodejs.webstream.isClosedPromise'),
    controllerError: Symbol.for('nodejs.webstream.controllerErrorFunction'),
    disturbed: Symbol.for('nodejs.stream.disturbed'),
    errored: Symbol.for('nodejs.stream.errored'),
    readable: Symbol.for('nodejs.stream.readable'),
    writable: Symbol.for('nodejs.stream.writable'),
  },
};
