// Small helpers several built-ins share. Loads nothing but errors.

const { codes } = require('internal/errors');
const { defineProperty } = Object;

const kEmptyObject = Object.freeze({ __proto__: null });
const customInspectSymbol = Symbol.for('nodejs.util.inspect.custom');
const kCustomPromisify = Symbol.for('nodejs.util.promisify.custom');
const kCustomPromisifyArgs = Symbol('customPromisifyArgs');

/** The canonical name of a Buffer encoding, `undefined` when there is none. */
function normalizeEncoding(encoding) {
  switch (encoding) {
    case undefined: case null: case '': case 'utf8': case 'utf-8': return 'utf8';
    case 'hex': case 'latin1': case 'base64': case 'ascii': case 'utf16le': case 'base64url': return encoding;
    case 'buffer': return undefined;
  }
  switch (`${encoding}`.toLowerCase()) {
    case 'utf8': case 'utf-8': return 'utf8';
    case 'ucs2': case 'ucs-2': case 'utf16le': case 'utf-16le': return 'utf16le';
    case 'latin1': case 'binary': return 'latin1';
    case 'base64': return 'base64';
    case 'base64url': return 'base64url';
    case 'hex': return 'hex';
    case 'ascii': return 'ascii';
    default: return undefined;
  }
}

/** A property that loads its value when first read and is an ordinary data property afterwards. */
function defineLazy(target, key, load, enumerable = true) {
  const settle = (value) =>
    defineProperty(target, key, { __proto__: null, value, writable: true, configurable: true, enumerable });
  const get = () => {
    const value = load();
    settle(value);
    return value;
  };
  defineProperty(get, 'name', { __proto__: null, value: String(key), configurable: true });
  defineProperty(target, key, { __proto__: null, get, set: settle, configurable: true, enumerable });
}

function defineLazyProperties(target, id, keys, enumerable = true) {
  internalBinding('builtins').lazyExports(target, id, keys, enumerable);
}

function once(callback, { preserveReturnValue = false } = kEmptyObject) {
  let called = false;
  let result;
  return function(...args) {
    if (called) return preserveReturnValue ? result : undefined;
    called = true;
    const value = Reflect.apply(callback, this, args);
    if (preserveReturnValue) result = value;
    return value;
  };
}

const warnedCodes = new Set();

/** Wraps a function or class so that its first use warns of its deprecation. */
function deprecate(fn, message, code, useEmitSync, modifyPrototype = true) {
  if (code !== undefined) require('internal/validators').validateString(code, 'code');
  let warned = false;
  const warn = () => {
    if (warned || process.noDeprecation === true) return;
    warned = true;
    if (code !== undefined) {
      if (warnedCodes.has(code)) return;
      warnedCodes.add(code);
    }
    process.emitWarning(message, 'DeprecationWarning', code, deprecated);
  };
  function deprecated(...args) {
    warn();
    if (new.target) return Reflect.construct(fn, args, new.target);
    return Reflect.apply(fn, this, args);
  }
  if (process.noDeprecation === true) return fn;
  if (modifyPrototype) {
    Object.setPrototypeOf(deprecated, fn);
    if (fn.prototype) deprecated.prototype = fn.prototype;
  }
  defineProperty(deprecated, 'length', { __proto__: null, ...Object.getOwnPropertyDescriptor(fn, 'length') });
  return deprecated;
}

/** Warns once per feature that it is experimental. */
const experimental = new Set();
function emitExperimentalWarning(feature) {
  if (experimental.has(feature)) return;
  experimental.add(feature);
  process.emitWarning(`${feature} is an experimental feature and might change at any time`, 'ExperimentalWarning');
}

function promisify(original) {
  require('internal/validators').validateFunction(original, 'original');
  const custom = original[kCustomPromisify];
  if (custom) {
    require('internal/validators').validateFunction(custom, 'util.promisify.custom');
    return defineProperty(custom, kCustomPromisify,
      { __proto__: null, value: custom, enumerable: false, writable: false, configurable: true });
  }
  const names = original[kCustomPromisifyArgs];
  function fn(...args) {
    return new Promise((resolve, reject) => {
      const settle = (error, ...values) => {
        if (error) return reject(error);
        if (names !== undefined && values.length > 1) {
          const result = {};
          for (let i = 0; i < names.length; i++) result[names[i]] = values[i];
          resolve(result);
        } else {
          resolve(values[0]);
        }
      };
      const returned = Reflect.apply(original, this, [...args, settle]);
      if (returned !== undefined && returned !== null && typeof returned.then === 'function' &&
          require('util/types').isPromise(returned)) {
        process.emitWarning('Calling promisify on a function that returns a Promise is likely a mistake.',
          'DeprecationWarning', 'DEP0174');
      }
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  defineProperty(fn, kCustomPromisify, { __proto__: null, value: fn, enumerable: false, writable: false, configurable: true });
  for (const key of Reflect.ownKeys(original)) {
    const descriptor = Object.getOwnPropertyDescriptor(original, key);
    const current = Object.getOwnPropertyDescriptor(fn, key);
    if (!current || current.configurable) defineProperty(fn, key, { __proto__: null, ...descriptor });
  }
  return fn;
}
promisify.custom = kCustomPromisify;

function isError(value) {
  return require('util/types').isNativeError(value) || value instanceof Error;
}

/** The DOMException class, loaded when first needed. */
function lazyDOMExceptionClass() {
  return require('internal/web/dom_exception').DOMException;
}

function lazyDOMException(message, name) {
  return new (lazyDOMExceptionClass())(message, name);
}

function createDeferredPromise() {
  return Promise.withResolvers();
}

/** Marks methods enumerable, as WebIDL wants. */
function exposeMethods(prototype, keys) {
  for (const key of keys) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, key);
    if (descriptor) defineProperty(prototype, key, { __proto__: null, ...descriptor, enumerable: true });
  }
}

function setOwnProperty(target, key, value) {
  return defineProperty(target, key, { __proto__: null, configurable: true, enumerable: true, value, writable: true });
}

function toStringTag(prototype, value) {
  defineProperty(prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value });
}

/** A constructor callable without `new`, as Node's older classes are. */
function callable(Class) {
  const name = Class.name;
  const wrapper = {
    [name]: function(...args) { return Reflect.construct(Class, args, new.target || wrapper); },
  }[name];
  wrapper.prototype = Class.prototype;
  Object.setPrototypeOf(wrapper, Object.getPrototypeOf(Class));
  defineProperty(Class.prototype, 'constructor', { __proto__: null, value: wrapper, writable: true, configurable: true });
  return wrapper;
}

let debugSections;
function debugEnabled(section) {
  if (debugSections === undefined) {
    const wanted = process.env.NODE_DEBUG;
    debugSections = wanted
      ? new RegExp(`^${wanted.replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*').replaceAll(',', '$|^')}$`, 'i')
      : /(?!)/;
  }
  return debugSections.test(section);
}

/** `util.debuglog`: a logger that writes to stderr when NODE_DEBUG names its section. */
function debuglog(section, callback) {
  const upper = `${section}`.toUpperCase();
  let enabled;
  const isEnabled = () => (enabled ??= debugEnabled(upper));
  let write = (...args) => {
    if (!isEnabled()) {
      write = () => {};
    } else {
      const { formatWithOptions } = require('internal/inspect');
      write = (...parts) => {
        const colors = process.stderr.hasColors?.() ?? false;
        process.stderr.write(`${upper} ${process.pid}: ${formatWithOptions({ colors }, ...parts)}\n`);
      };
    }
    callback?.(logger);
    write(...args);
  };
  const logger = (...args) => write(...args);
  defineProperty(logger, 'enabled', { __proto__: null, get: isEnabled, configurable: true, enumerable: true });
  return logger;
}

function getSystemErrorName(errno) {
  const { validateNumber } = require('internal/validators');
  validateNumber(errno, 'err');
  if (errno >= 0 || !Number.isSafeInteger(errno)) throw new codes.ERR_OUT_OF_RANGE('err', 'a negative integer', errno);
  return internalBinding('uv').errname(errno);
}

module.exports = {
  callable,
  createDeferredPromise,
  customInspectSymbol,
  customPromisifyArgs: kCustomPromisifyArgs,
  debuglog,
  defineLazy,
  defineLazyProperties,
  deprecate,
  emitExperimentalWarning,
  exposeMethods,
  getSystemErrorName,
  isError,
  isWindows: internalBinding('process').platform === 'win32',
  isMacOS: internalBinding('process').platform === 'darwin',
  kCustomPromisifyArgs,
  kEmptyObject,
  lazyDOMException,
  lazyDOMExceptionClass,
  normalizeEncoding,
  once,
  promisify,
  setOwnProperty,
  toStringTag,
};
