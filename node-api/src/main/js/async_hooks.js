// node:async_hooks: hooks on asynchronous work, its ids, AsyncResource and AsyncLocalStorage.

const {
  codes: { ERR_ASYNC_CALLBACK, ERR_ASYNC_TYPE, ERR_INVALID_ASYNC_ID },
} = require('internal/errors');
const { currentFrame, newAsyncId, setFrame } = require('internal/async_context');
const {
  counts, destroyWhenGone, emitAfter, emitBefore, emitDestroy, emitInit, executionAsyncId, executionAsyncResource,
  getDefaultTrigger, names, setEnabled, triggerAsyncId,
} = require('internal/async_hooks');
const { deprecate, kEmptyObject } = require('internal/util');
const { validateBoolean, validateFunction, validateObject, validateString } = require('internal/validators');

class AsyncHook {
  constructor(callbacks, trackPromises) {
    for (const name of names) Object.defineProperty(this, name, { __proto__: null, value: callbacks[name] });
    Object.defineProperty(this, 'trackPromises', { __proto__: null, value: trackPromises });
  }
  enable() {
    setEnabled(this, true);
    return this;
  }
  disable() {
    setEnabled(this, false);
    return this;
  }
}

function createHook(callbacks) {
  const given = {};
  for (const name of names) {
    given[name] = callbacks[name];
    if (given[name] !== undefined && typeof given[name] !== 'function') throw new ERR_ASYNC_CALLBACK(`hook.${name}`);
  }
  const { trackPromises } = callbacks;
  if (trackPromises !== undefined) validateBoolean(trackPromises, 'trackPromises');
  return new AsyncHook(given, trackPromises ?? true);
}

class AsyncResource {
  #asyncId = newAsyncId();
  #trigger;
  #frame;
  #end = { destroyed: false };

  constructor(type, options = kEmptyObject) {
    validateString(type, 'type');
    let trigger = options;
    let manual = false;
    if (typeof options !== 'number') {
      trigger = options.triggerAsyncId === undefined ? getDefaultTrigger() : options.triggerAsyncId;
      manual = Boolean(options.requireManualDestroy);
    }
    if (!Number.isSafeInteger(trigger) || trigger < -1) throw new ERR_INVALID_ASYNC_ID('triggerAsyncId', trigger);
    this.#trigger = trigger;
    this.#frame = currentFrame();
    if (counts.init > 0) {
      if (type.length === 0) throw new ERR_ASYNC_TYPE(type);
      emitInit(this.#asyncId, type, trigger, this);
    }
    if (!manual && counts.destroy > 0) destroyWhenGone(this, this.#asyncId, this.#end);
  }

  runInAsyncScope(fn, thisArg, ...args) {
    const id = this.#asyncId;
    emitBefore(id, this.#trigger, this);
    const previous = currentFrame();
    const changes = previous !== undefined || this.#frame !== undefined;
    if (changes) setFrame(this.#frame);
    try {
      return Reflect.apply(fn, thisArg, args);
    } finally {
      if (changes) setFrame(previous);
      // Whatever is left open in it was closed already if an exception is being dealt with.
      if (executionAsyncId() !== 0) emitAfter(id);
    }
  }

  emitDestroy() {
    this.#end.destroyed = true;
    emitDestroy(this.#asyncId);
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
    Object.defineProperties(bound, {
      length: { __proto__: null, configurable: true, enumerable: false, value: fn.length, writable: false },
      asyncResource: {
        __proto__: null,
        configurable: true,
        enumerable: true,
        get: deprecate(() => resource, 'The asyncResource property on bound functions is deprecated', 'DEP0172'),
        set: deprecate((value) => {
          Object.defineProperty(bound, 'asyncResource', {
            __proto__: null, value, configurable: true, enumerable: true, writable: true,
          });
        }, 'The asyncResource property on bound functions is deprecated', 'DEP0172'),
      },
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
    return AsyncLocalStorage.bind((callback, ...args) => callback(...args));
  }

  #with(store) {
    const frame = new Map(currentFrame());
    frame.set(this, store);
    return frame;
  }

  run(store, callback, ...args) {
    if (Object.is(store, this.getStore())) return Reflect.apply(callback, null, args);
    const before = currentFrame();
    const prior = this.getStore();
    const frame = this.#with(store);
    setFrame(frame);
    try {
      return Reflect.apply(callback, null, args);
    } finally {
      // What the callback entered of other storages stays.
      if (currentFrame() === frame) setFrame(before);
      else setFrame(this.#with(prior));
    }
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

// The types of work there are, with Node's numbers.
const providers = ['NONE', 'DIRHANDLE', 'DNSCHANNEL', 'ELDHISTOGRAM', 'FILEHANDLE', 'FILEHANDLECLOSEREQ', 'BLOBREADER', 'FSEVENTWRAP',
  'FSREQCALLBACK', 'FSREQPROMISE', 'GETADDRINFOREQWRAP', 'GETNAMEINFOREQWRAP', 'HEAPSNAPSHOT', 'CPUHEAPPROFILE', 'HTTP2SESSION',
  'HTTP2STREAM', 'HTTP2PING', 'HTTP2SETTINGS', 'HTTPINCOMINGMESSAGE', 'HTTPCLIENTREQUEST', 'LOCKS', 'JSSTREAM', 'JSUDPWRAP',
  'MESSAGEPORT', 'PIPECONNECTWRAP', 'PIPESERVERWRAP', 'PIPEWRAP', 'PROCESSWRAP', 'PROMISE', 'QUERYWRAP', 'SHUTDOWNWRAP', 'SIGNALWRAP',
  'STATWATCHER', 'STREAMPIPE', 'TCPCONNECTWRAP', 'TCPSERVERWRAP', 'TCPWRAP', 'TTYWRAP', 'UDPSENDWRAP', 'UDPWRAP', 'SIGINTWATCHDOG',
  'WORKER', 'WORKERHEAPSNAPSHOT', 'WRITEWRAP', 'ZLIB', 'CHECKPRIMEREQUEST', 'PBKDF2REQUEST', 'KEYPAIRGENREQUEST', 'KEYGENREQUEST',
  'KEYEXPORTREQUEST', 'CIPHERREQUEST', 'DERIVEBITSREQUEST', 'HASHREQUEST', 'RANDOMBYTESREQUEST', 'RANDOMPRIMEREQUEST', 'SCRYPTREQUEST',
  'SIGNREQUEST', 'TLSWRAP', 'VERIFYREQUEST'];

module.exports = {
  AsyncLocalStorage,
  createHook,
  executionAsyncId,
  triggerAsyncId,
  executionAsyncResource,
  asyncWrapProviders: Object.freeze({ __proto__: null, ...Object.fromEntries(providers.map((name, i) => [name, i])) }),
  AsyncResource,
};
