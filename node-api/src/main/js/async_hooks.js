// node:async_hooks: AsyncLocalStorage and AsyncResource. Hooks are accepted but are told of AsyncResources only.

const {
  codes: { ERR_ASYNC_CALLBACK, ERR_ASYNC_TYPE, ERR_INVALID_ASYNC_ID },
} = require('internal/errors');
const { currentFrame, setFrame, withFrame } = require('internal/async_context');
const { kEmptyObject } = require('internal/util');
const { validateFunction, validateObject, validateString } = require('internal/validators');

let lastAsyncId = 1;
let executionId = 1;
let triggerId = 0;
let executionResource = {};
const hooks = new Set();

function emitHook(name, ...args) {
  for (const hook of hooks) hook[name]?.(...args);
}

class AsyncHook {
  #callbacks;
  constructor(callbacks) {
    this.#callbacks = callbacks;
  }
  enable() {
    hooks.add(this.#callbacks);
    return this;
  }
  disable() {
    hooks.delete(this.#callbacks);
    return this;
  }
}

function createHook(callbacks) {
  validateObject(callbacks, 'callbacks');
  for (const name of ['init', 'before', 'after', 'destroy', 'promiseResolve']) {
    if (callbacks[name] !== undefined && typeof callbacks[name] !== 'function') {
      throw new ERR_ASYNC_CALLBACK(`hook.${name}`);
    }
  }
  return new AsyncHook(callbacks);
}

const kDestroyed = Symbol('destroyed');

class AsyncResource {
  #asyncId = ++lastAsyncId;
  #trigger;
  #frame;

  constructor(type, options = kEmptyObject) {
    validateString(type, 'type');
    let trigger = options;
    if (typeof options !== 'number') {
      trigger = options.triggerAsyncId === undefined ? executionId : options.triggerAsyncId;
    }
    if (!Number.isSafeInteger(trigger) || trigger < -1) throw new ERR_INVALID_ASYNC_ID('triggerAsyncId', trigger);
    if (hooks.size > 0 && type.length === 0) throw new ERR_ASYNC_TYPE(type);
    this.#trigger = trigger;
    this.#frame = currentFrame();
    if (hooks.size > 0) emitHook('init', this.#asyncId, type, trigger, this);
  }

  runInAsyncScope(fn, thisArg, ...args) {
    const previous = [executionId, triggerId, executionResource];
    executionId = this.#asyncId;
    triggerId = this.#trigger;
    executionResource = this;
    if (hooks.size > 0) emitHook('before', this.#asyncId);
    try {
      return withFrame(this.#frame, () => Reflect.apply(fn, thisArg, args));
    } finally {
      if (hooks.size > 0) emitHook('after', this.#asyncId);
      [executionId, triggerId, executionResource] = previous;
    }
  }

  emitDestroy() {
    if (!this[kDestroyed]) {
      Object.defineProperty(this, kDestroyed, { __proto__: null, value: true });
      if (hooks.size > 0) emitHook('destroy', this.#asyncId);
    }
    return this;
  }

  asyncId() { return this.#asyncId; }

  triggerAsyncId() { return this.#trigger; }

  bind(fn, thisArg) {
    validateFunction(fn, 'fn');
    const resource = this;
    const bound = thisArg === undefined
      ? function(...args) { return resource.runInAsyncScope(fn, this, ...args); }
      : (...args) => resource.runInAsyncScope(fn, thisArg, ...args);
    Object.defineProperty(bound, 'length', {
      __proto__: null, configurable: true, enumerable: false, value: fn.length, writable: false,
    });
    return bound;
  }

  static bind(fn, type, thisArg) {
    return new AsyncResource(type || fn.name || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

class AsyncLocalStorage {
  #defaultValue;
  #name;

  constructor(options = kEmptyObject) {
    validateObject(options, 'options');
    this.#defaultValue = options.defaultValue;
    if (options.name !== undefined) this.#name = `${options.name}`;
  }

  get name() { return this.#name || ''; }

  static bind(fn) {
    return AsyncResource.bind(fn);
  }

  static snapshot() {
    const frame = currentFrame();
    return function(callback, ...args) {
      return withFrame(frame, () => Reflect.apply(callback, this, args));
    };
  }

  #with(store) {
    const frame = new Map(currentFrame());
    frame.set(this, store);
    return frame;
  }

  run(store, callback, ...args) {
    if (Object.is(store, this.getStore())) return Reflect.apply(callback, null, args);
    return withFrame(this.#with(store), () => Reflect.apply(callback, null, args));
  }

  exit(callback, ...args) {
    return this.run(undefined, callback, ...args);
  }

  enterWith(store) {
    setFrame(this.#with(store));
  }

  getStore() {
    const frame = currentFrame();
    return frame !== undefined && frame.has(this) ? frame.get(this) : this.#defaultValue;
  }

  disable() {
    const frame = new Map(currentFrame());
    frame.delete(this);
    setFrame(frame.size > 0 ? frame : undefined);
  }

  _enable() {}
}

module.exports = {
  AsyncLocalStorage,
  createHook,
  executionAsyncId: () => executionId,
  triggerAsyncId: () => triggerId,
  executionAsyncResource: () => executionResource,
  asyncWrapProviders: Object.freeze({ __proto__: null, NONE: 0, PROMISE: 27, TIMERWRAP: 1, TCPWRAP: 2 }),
  AsyncResource,
};
