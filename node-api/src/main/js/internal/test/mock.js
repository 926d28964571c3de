// Mocks: functions that remember their calls, in place of others or of their own.

const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_METHOD_NOT_IMPLEMENTED },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateBoolean, validateFunction, validateInteger, validateObject, validateOneOf } = require('internal/validators');

const isKey = (value) => typeof value === 'string' || typeof value === 'symbol';

class MockFunctionContext {
  #calls = [];
  #mocks = new Map();
  #implementation;
  #restore;
  #times;

  constructor(implementation, restore, times) {
    this.#implementation = implementation;
    this.#restore = restore;
    this.#times = times;
  }

  get calls() { return this.#calls.slice(); }

  callCount() { return this.#calls.length; }

  mockImplementation(implementation) {
    validateFunction(implementation, 'implementation');
    this.#implementation = implementation;
  }

  mockImplementationOnce(implementation, onCall) {
    validateFunction(implementation, 'implementation');
    const next = this.#calls.length;
    const call = onCall ?? next;
    validateInteger(call, 'onCall', next);
    this.#mocks.set(call, implementation);
  }

  resetCalls() { this.#calls = []; }

  restore() {
    if (this.#restore === undefined) return;
    const { object, name, descriptor, original } = this.#restore;
    if (typeof name === 'string' || typeof name === 'symbol') Object.defineProperty(object, name, descriptor);
    this.#implementation = original;
    this.#mocks.clear();
  }

  static implementationOf(context, original) {
    const number = context.#calls.length;
    const once = context.#mocks.get(number);
    context.#mocks.delete(number);
    if (once !== undefined) return once;
    return context.#times !== undefined && number >= context.#times ? original : context.#implementation;
  }

  static remember(context, call) {
    context.#calls.push({ __proto__: null, ...call });
  }
}

const { implementationOf, remember } = MockFunctionContext;
delete MockFunctionContext.implementationOf;
delete MockFunctionContext.remember;

function mockFunction(original, implementation, restore, times) {
  const context = new MockFunctionContext(implementation, { ...restore, original }, times);
  const record = (target, thisArg, args, call) => {
    const entry = { arguments: args, error: undefined, result: undefined, stack: new Error(), target, this: thisArg };
    try {
      return entry.result = call(implementationOf(context, original));
    } catch (error) {
      entry.error = error;
      throw error;
    } finally {
      remember(context, entry);
    }
  };
  return new Proxy(original, {
    __proto__: null,
    apply: (_, thisArg, args) => record(undefined, thisArg, args, (fn) => Reflect.apply(fn, thisArg, args)),
    construct(target, args, newTarget) {
      const entry = { arguments: args, error: undefined, result: undefined, stack: new Error(), target, this: undefined };
      try {
        return entry.result = entry.this = Reflect.construct(implementationOf(context, original), args, newTarget);
      } catch (error) {
        entry.error = error;
        throw error;
      } finally {
        remember(context, entry);
      }
    },
    get: (target, key, receiver) => (key === 'mock' ? context : Reflect.get(target, key, receiver)),
  });
}

/** The descriptor of a property where it is, on the object or a prototype of it. */
function findDescriptor(object, name) {
  for (let holder = object; holder !== null && holder !== undefined; holder = Object.getPrototypeOf(holder)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

class MockPropertyContext {
  #object;
  #name;
  #descriptor;
  #accesses = [];
  #value;
  #once = new Map();

  constructor(object, name, value) {
    this.#object = object;
    this.#name = name;
    this.#descriptor = Object.getOwnPropertyDescriptor(object, name);
    if (this.#descriptor === undefined) throw new ERR_INVALID_ARG_VALUE('propertyName', name, 'is not a property of the object');
    this.#value = value === undefined ? object[name] : value;
    const { configurable, enumerable } = this.#descriptor;
    Object.defineProperty(object, name, {
      __proto__: null,
      configurable,
      enumerable,
      get: () => this.#note('get', this.#take(this.#value)),
      set: (next) => {
        this.#note('set', next);
        this.#value = this.#take(next);
      },
    });
  }

  #take(otherwise) {
    const at = this.#accesses.length;
    const value = this.#once.has(at) ? this.#once.get(at) : otherwise;
    this.#once.delete(at);
    return value;
  }

  #note(type, value) {
    this.#accesses.push({ __proto__: null, type, value, stack: new Error() });
    return value;
  }

  get accesses() { return this.#accesses.slice(); }
  accessCount() { return this.#accesses.length; }
  mockImplementation(value) { this.#value = value; }
  mockImplementationOnce(value, onAccess = this.#accesses.length) {
    validateInteger(onAccess, 'onAccess', this.#accesses.length);
    this.#once.set(onAccess, value);
  }

  resetAccesses() { this.#accesses = []; }
  restore() { Object.defineProperty(this.#object, this.#name, this.#descriptor); }
}

class MockTracker {
  #mocks = [];

  get timers() { throw new ERR_METHOD_NOT_IMPLEMENTED('mock.timers'); }

  module() { throw new ERR_METHOD_NOT_IMPLEMENTED('mock.module()'); }

  fn(original = () => {}, implementation = original, options = kEmptyObject) {
    if (original !== null && typeof original === 'object') {
      options = original;
      original = () => {};
      implementation = original;
    } else if (implementation !== null && typeof implementation === 'object') {
      options = implementation;
      implementation = original;
    }
    validateFunction(original, 'original');
    validateFunction(implementation, 'implementation');
    validateObject(options, 'options');
    return this.#keep(mockFunction(original, implementation, undefined, this.#times(options)));
  }

  #times({ times }) {
    if (times !== undefined) validateInteger(times, 'options.times', 1);
    return times;
  }

  #keep(mock) {
    this.#mocks.push(mock.mock);
    return mock;
  }

  method(object, name, implementation, options = kEmptyObject) {
    if ((object === null || typeof object !== 'object') && typeof object !== 'function') validateObject(object, 'object');
    if (!isKey(name)) validateOneOf(typeof name, 'methodName', ['string', 'symbol']);
    if (implementation !== null && typeof implementation === 'object') {
      options = implementation;
      implementation = undefined;
    }
    validateObject(options, 'options');
    const { getter = false, setter = false } = options;
    validateBoolean(getter, 'options.getter');
    validateBoolean(setter, 'options.setter');
    if (getter && setter) throw new ERR_INVALID_ARG_VALUE('options.setter', setter, "cannot be used with 'options.getter'");
    const descriptor = findDescriptor(object, name);
    const original = getter ? descriptor?.get : setter ? descriptor?.set : descriptor?.value;
    if (typeof original !== 'function') throw new ERR_INVALID_ARG_VALUE('methodName', original, 'must be a method');
    implementation ??= original;
    validateFunction(implementation, 'implementation');
    const mock = mockFunction(original, implementation, { object, name, descriptor }, this.#times(options));
    const { configurable, enumerable, writable } = descriptor;
    Object.defineProperty(object, name, getter || setter
      ? { __proto__: null, configurable, enumerable, get: getter ? mock : descriptor.get, set: setter ? mock : descriptor.set }
      : { __proto__: null, configurable, enumerable, writable, value: mock });
    return this.#keep(mock);
  }

  getter(object, name, implementation = undefined, options = kEmptyObject) {
    return this.method(object, name, implementation, this.#accessor('getter', implementation, options));
  }

  setter(object, name, implementation = undefined, options = kEmptyObject) {
    return this.method(object, name, implementation, this.#accessor('setter', implementation, options));
  }

  #accessor(kind, implementation, options) {
    const given = implementation !== null && typeof implementation === 'object' ? implementation : options;
    validateObject(given, 'options');
    const other = kind === 'getter' ? 'setter' : 'getter';
    if (given[kind] === false) throw new ERR_INVALID_ARG_VALUE(`options.${kind}`, given[kind], 'cannot be false');
    return { [other]: false, ...given, [kind]: true };
  }

  property(object, name, value) {
    validateObject(object, 'object');
    const context = new MockPropertyContext(object, name, value);
    this.#mocks.push(context);
    return new Proxy(object, {
      __proto__: null,
      get: (target, key, receiver) => (key === 'mock' ? context : Reflect.get(target, key, receiver)),
    });
  }

  reset() {
    this.restoreAll();
    this.#mocks = [];
  }

  restoreAll() {
    for (const context of this.#mocks) context.restore();
  }
}

module.exports = { MockTracker };
