// node:util. Most of it lives elsewhere; this file gathers it.

const errors = require('internal/errors');
const { codes: { ERR_FALSY_VALUE_REJECTION, ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } } = errors;
const {
  debuglog, defineLazy, deprecate, getSystemErrorName, kEmptyObject, promisify,
} = require('internal/util');
const { format, formatWithOptions, inspect, stripVTControlCharacters } = require('internal/inspect');
const {
  validateBoolean, validateFunction, validateNumber, validateObject, validateOneOf, validateString,
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
    Reflect.apply(original, this, args).then(
      (value) => process.nextTick(done, null, value),
      (reason) => {
        if (!reason) reason = new ERR_FALSY_VALUE_REJECTION(reason);
        process.nextTick(done, reason);
      });
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

function toUSVString(value) {
  return `${value}`.toWellFormed();
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

function aborted(signal, resource) {
  return require('internal/util/aborted').aborted(signal, resource);
}

/** The frames above the caller. */
function getCallSites(frameCount = 8, options) {
  if (options === undefined) {
    if (typeof frameCount === 'object') {
      options = frameCount;
      validateObject(options, 'options');
      if (options.sourceMap !== undefined) validateBoolean(options.sourceMap, 'options.sourceMap');
      frameCount = 8;
    } else {
      options = {};
    }
  } else {
    validateObject(options, 'options');
  }
  validateNumber(frameCount, 'frameCount', 1, 200);
  return internalBinding('util').getCallSites(frameCount);
}

/** Text wrapped in the SGR codes of one or more formats. */
function styleText(format, text, { validateStream = true, stream = process.stdout } = kEmptyObject) {
  validateString(text, 'text');
  validateBoolean(validateStream, 'options.validateStream');
  let skip = false;
  if (validateStream) {
    if (!isStream(stream)) {
      throw new ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
    }
    skip = !shouldColorize(stream);
  }
  const formats = Array.isArray(format) ? format : [format];
  let left = '';
  let right = '';
  let inner = text;
  for (const key of formats) {
    if (key === 'none') continue;
    const codes = inspect.colors[key];
    if (codes == null) validateOneOf(key, 'format', Object.keys(inspect.colors));
    if (skip) continue;
    const [open, close] = [`\u001b[${codes[0]}m`, `\u001b[${codes[1]}m`];
    left += open;
    right = `${close}${right}`;
    // Where the text itself ends this format, it begins again; bold and dim share their end.
    if (inner.includes(close)) inner = inner.replaceAll(new RegExp(`${close.replace('[', '\\[')}(?!$)`, 'g'), codes[0] === 1 || codes[0] === 2 ? `${close}${open}` : open);
  }
  return skip ? text : `${left}${inner}${right}`;
}

function isStream(value) {
  return value !== null && typeof value === 'object' &&
    (typeof value.pipe === 'function' || typeof value.write === 'function' || typeof value.getReader === 'function' ||
     typeof value.getWriter === 'function');
}

function shouldColorize(stream) {
  const { FORCE_COLOR, NODE_DISABLE_COLORS, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return require('internal/tty').getColorDepth(process.env) > 2;
  if (NODE_DISABLE_COLORS !== undefined || NO_COLOR !== undefined) return false;
  return Boolean(stream?.isTTY) && (typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true);
}

/** Where two values differ, as [operation, value] pairs: 1 inserted, -1 deleted, 0 equal. */
function diff(actual, expected) {
  return require('internal/util/diff').diff(actual, expected);
}

function parseEnv(content) {
  validateString(content, 'content');
  return require('internal/util/parse_env').parseEnv(content);
}

Object.assign(module.exports, {
  _errnoException,
  _exceptionWithHostPort,
  _extend: deprecate(_extend, 'The `util._extend` API is deprecated. Please use Object.assign() instead.', 'DEP0060'),
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate: (fn, message, code, { modifyPrototype } = kEmptyObject) =>
    deprecate(fn, message, code, undefined, modifyPrototype),
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
  promisify,
  stripVTControlCharacters,
  toUSVString,
  aborted,
  parseEnv,
});
module.exports.setTraceSigInt = function setTraceSigInt(enable) {
  validateBoolean(enable, 'enable');
};
defineLazy(module.exports, 'types', () => require('util/types'));
defineLazy(module.exports, 'parseArgs', () => require('internal/util/parse_args').parseArgs);
defineLazy(module.exports, 'TextDecoder', () => require('internal/web/encoding').TextDecoder);
defineLazy(module.exports, 'TextEncoder', () => require('internal/web/encoding').TextEncoder);
defineLazy(module.exports, 'MIMEType', () => require('internal/util/mime').MIMEType);
defineLazy(module.exports, 'MIMEParams', () => require('internal/util/mime').MIMEParams);
defineLazy(module.exports, 'transferableAbortController',
  () => function transferableAbortController() {
    const { AbortController } = require('internal/web/abort_controller');
    return new AbortController();
  });
defineLazy(module.exports, 'transferableAbortSignal',
  () => function transferableAbortSignal(signal) {
    const { AbortSignal } = require('internal/web/abort_controller');
    if (!(signal instanceof AbortSignal)) throw new ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
    return signal;
  });
