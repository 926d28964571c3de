// node:util. Most of it lives elsewhere; this file gathers it.

const errors = require('internal/errors');
const { codes: { ERR_FALSY_VALUE_REJECTION, ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } } = errors;
const {
  debuglog, defineLazy, deprecate, getSystemErrorName, kEmptyObject, promisify,
} = require('internal/util');
const { format, formatWithOptions, inspect, stripVTControlCharacters } = require('internal/inspect');
const {
  validateBoolean, validateFunction, validateInteger, validateNumber, validateObject, validateOneOf, validateString,
} = require('internal/validators');

/** Sets up the prototype chain of two constructors. */
function inherits(ctor, superCtor) {
  if (ctor === undefined || ctor === null) throw new ERR_INVALID_ARG_TYPE('ctor', 'Function', ctor);
  if (superCtor === undefined || superCtor === null) throw new ERR_INVALID_ARG_TYPE('superCtor', 'Function', superCtor);
  if (superCtor.prototype === undefined) {
    throw new ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superCtor.prototype);
  }
  Object.defineProperty(ctor, 'super_', { __proto__: null, value: superCtor, writable: true, configurable: true });
  Object.setPrototypeOf(ctor.prototype, superCtor.prototype);
}

function _extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  const keys = Object.keys(source);
  for (let i = keys.length - 1; i >= 0; i--) target[keys[i]] = source[keys[i]];
  return target;
}

/** Turns an async function into one that takes a callback. */
function callbackify(original) {
  validateFunction(original, 'original');
  function callbackified(...args) {
    const callback = args.pop();
    validateFunction(callback, 'last argument');
    const done = callback.bind(this);
    const failed = (reason) => {
      if (!reason) {
        reason = new ERR_FALSY_VALUE_REJECTION(reason);
        errors.sealStack(reason, reason.code, failed);
      }
      process.nextTick(done, reason);
    };
    Reflect.apply(original, this, args).then((value) => process.nextTick(done, null, value), failed);
  }
  const descriptors = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length.value === 'number') descriptors.length.value++;
  if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
  for (const key of Reflect.ownKeys(descriptors)) Object.setPrototypeOf(descriptors[key], null);
  Object.defineProperties(callbackified, descriptors);
  return callbackified;
}

function isArray(value) {
  return Array.isArray(value);
}

/** What a program that ends by a signal leaves to its parent, as shells count. */
function convertProcessSignalToExitCode(signalCode) {
  const { signals } = require('internal/constants').os;
  validateOneOf(signalCode, 'signalCode', Object.keys(signals));
  return 128 + signals[signalCode];
}

/** A promise whose rejection nobody has to catch. */
function markPromiseAsHandled(promise) {
  if (!require('util/types').isPromise(promise)) throw new ERR_INVALID_ARG_TYPE('promise', 'Promise', promise);
  Reflect.apply(Promise.prototype.then, promise, [undefined, () => {}]);
}

function getSystemErrorMap() {
  return new Map(internalBinding('uv').entries().map(([errno, name, text]) => [errno, [name, text]]));
}

function getSystemErrorMessage(errno) {
  validateNumber(errno, 'err');
  if (errno >= 0 || !Number.isSafeInteger(errno)) throw new ERR_OUT_OF_RANGE('err', 'a negative integer', errno);
  return internalBinding('uv').errmessage(errno);
}

function _errnoException(...args) {
  return errors.errnoException(...args);
}

function _exceptionWithHostPort(...args) {
  return errors.exceptionWithHostPort(...args);
}

/** The frames above the caller. */
function getCallSites(frameCount = 10, options) {
  if (options === undefined && typeof frameCount === 'object') {
    options = frameCount;
    frameCount = 10;
  }
  if (options !== undefined) {
    validateObject(options, 'options');
    if (options.sourceMap !== undefined) validateBoolean(options.sourceMap, 'options.sourceMap');
  }
  validateInteger(frameCount, 'frameCount', 1, 200);
  return internalBinding('util').getCallSites(frameCount);
}

function styleText(format, text, options) {
  return require('internal/util/style_text').styleText(format, text, options);
}

/** Where two values differ, as [operation, value] pairs: 1 inserted, -1 deleted, 0 equal. */
function diff(actual, expected) {
  return require('internal/util/diff').diff(actual, expected);
}

function parseEnv(content) {
  validateString(content, 'content');
  return require('internal/util/parse_env').parseEnv(content);
}

function deprecatePublic(fn, message, code, { modifyPrototype } = kEmptyObject) {
  return deprecate(fn, message, code, undefined, modifyPrototype);
}
Object.defineProperty(deprecatePublic, 'name', { __proto__: null, value: 'deprecate', configurable: true });

Object.assign(module.exports, {
  _errnoException,
  _exceptionWithHostPort,
  _extend: deprecate(_extend, 'The `util._extend` API is deprecated. Please use Object.assign() instead.', 'DEP0060'),
  callbackify,
  convertProcessSignalToExitCode,
  debug: debuglog,
  debuglog,
  deprecate: deprecatePublic,
  diff,
  format,
  styleText,
  formatWithOptions,
  getCallSites,
  getSystemErrorMap,
  getSystemErrorName,
  getSystemErrorMessage,
  inherits,
  inspect,
  isArray: deprecate(isArray, 'The `util.isArray` API is deprecated. Please use `Array.isArray()` instead.', 'DEP0044'),
  isDeepStrictEqual(a, b, skipPrototype) {
    return require('internal/util/comparisons').isDeepStrictEqual(a, b, skipPrototype);
  },
  markPromiseAsHandled,
  promisify,
  stripVTControlCharacters,
  toUSVString: (input) => `${input}`.toWellFormed(),
  parseEnv,
});
module.exports.setTraceSigInt = function setTraceSigInt(enable) {
  validateBoolean(enable, 'enable');
};
defineLazy(module.exports, 'aborted', () => require('internal/util/aborted').aborted);
defineLazy(module.exports, 'debounce', () => require('internal/util/debounce').debounce);
defineLazy(module.exports, 'throttle', () => require('internal/util/throttle').throttle);
defineLazy(module.exports, 'types', () => require('util/types'));
defineLazy(module.exports, 'parseArgs', () => require('internal/util/parse_args').parseArgs);
defineLazy(module.exports, 'TextDecoder', () => require('internal/web/encoding').TextDecoder);
defineLazy(module.exports, 'TextEncoder', () => require('internal/web/encoding').TextEncoder);
defineLazy(module.exports, 'MIMEType', () => require('internal/util/mime').MIMEType);
defineLazy(module.exports, 'MIMEParams', () => require('internal/util/mime').MIMEParams);
defineLazy(module.exports, 'transferableAbortController', () => require('internal/web/abort_controller').transferableAbortController);
defineLazy(module.exports, 'transferableAbortSignal',
  () => function transferableAbortSignal(signal) {
    const { AbortSignal, makeTransferable } = require('internal/web/abort_controller');
    if (!(signal instanceof AbortSignal)) throw new ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
    return makeTransferable(signal);
  });
