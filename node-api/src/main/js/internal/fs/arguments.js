// Checks and conversions of what fs functions are given.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const {
  parseFileMode, validateAbortSignal, validateBoolean, validateFunction, validateInt32, validateInteger, validateObject,
} = require('internal/validators');
const { work } = require('internal/async_context');
const { fs: constants } = require('internal/constants');

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY } = constants;

const flagNumbers = {
  '__proto__': null,
  'r': O_RDONLY,
  'rs': O_RDONLY | O_SYNC, 'sr': O_RDONLY | O_SYNC,
  'r+': O_RDWR,
  'rs+': O_RDWR | O_SYNC, 'sr+': O_RDWR | O_SYNC,
  'w': O_TRUNC | O_CREAT | O_WRONLY,
  'wx': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL, 'xw': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'w+': O_TRUNC | O_CREAT | O_RDWR,
  'wx+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL, 'xw+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'a': O_APPEND | O_CREAT | O_WRONLY,
  'ax': O_APPEND | O_CREAT | O_WRONLY | O_EXCL, 'xa': O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'as': O_APPEND | O_CREAT | O_WRONLY | O_SYNC, 'sa': O_APPEND | O_CREAT | O_WRONLY | O_SYNC,
  'a+': O_APPEND | O_CREAT | O_RDWR,
  'ax+': O_APPEND | O_CREAT | O_RDWR | O_EXCL, 'xa+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'as+': O_APPEND | O_CREAT | O_RDWR | O_SYNC, 'sa+': O_APPEND | O_CREAT | O_RDWR | O_SYNC,
};

function stringToFlags(flags, name = 'flags') {
  if (typeof flags === 'number') {
    validateInt32(flags, name);
    return flags;
  }
  if (flags == null) return O_RDONLY;
  const number = flagNumbers[flags];
  if (number === undefined) throw new ERR_INVALID_ARG_VALUE(name, flags);
  return number;
}

/** A path as a string; URLs and byte paths are converted. */
function getPath(value, name = 'path') {
  if (typeof value === 'string') {
    if (value.includes('\0')) {
      throw new ERR_INVALID_ARG_VALUE(name, value, 'must be a string, Uint8Array, or URL without null bytes');
    }
    return value;
  }
  const path = value !== null && typeof value === 'object' ? require('internal/url/files').toPathIfFileURL(value) : value;
  if (typeof path === 'string') return getPath(path, name);
  if (ArrayBuffer.isView(path) && Object.prototype.toString.call(path) === '[object Uint8Array]') {
    if (path.includes(0)) throw new ERR_INVALID_ARG_VALUE(name, path, 'must be a string, Uint8Array, or URL without null bytes');
    return internalBinding('buffer').utf8Slice(path, 0, path.length);
  }
  throw new ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], path);
}

function getFd(fd, name = 'fd') {
  if (Object.is(fd, -0)) return 0;
  validateInt32(fd, name, 0);
  return fd;
}

function assertEncoding(encoding) {
  if (encoding && encoding !== 'buffer' && require('internal/util').normalizeEncoding(encoding) === undefined) {
    throw new ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
}

/** Options given as an object, an encoding, or a callback in their place. */
function getOptions(options, defaults = {}) {
  if (options == null || typeof options === 'function') return defaults;
  if (typeof options === 'string') {
    options = { ...defaults, encoding: options };
  } else if (typeof options !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  }
  assertEncoding(options.encoding);
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  return withInherited(defaults, options);
}

/** Options over their defaults, those of the options' prototypes included. */
function withInherited(defaults, options) {
  const result = { ...defaults };
  // eslint-disable-next-line guard-for-in
  for (const key in options) result[key] = options[key];
  return result;
}

function getCallback(callback) {
  validateFunction(callback, 'cb');
  return work.request('FSREQCALLBACK', callback);
}

function getMode(mode, name, fallback) {
  return parseFileMode(mode, name, fallback);
}

function getAccessMode(mode) {
  if (mode === undefined || mode === null) return constants.F_OK;
  return boundedMode(mode, 'mode', 0, 7);
}

function getCopyMode(mode) {
  if (mode === undefined || mode === null) return 0;
  return boundedMode(mode, 'mode', 0, 7);
}

function boundedMode(mode, name, min, max) {
  validateInteger(mode, name, min, max);
  return mode;
}

function toUnixSeconds(time, name = 'time') {
  // eslint-disable-next-line eqeqeq
  if (typeof time === 'string' && +time == time) return +time;
  if (Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (require('util/types').isDate(time)) return Date.prototype.getTime.call(time) / 1000;
  throw new ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
}

/** A position argument of reads and writes: null for the current one. */
function getPosition(position, name = 'position') {
  if (position === undefined || position === null || position === -1 || position === -1n) return -1;
  if (typeof position === 'bigint') {
    if (position < -1n || position > 2n ** 63n - 1n) {
      throw new ERR_OUT_OF_RANGE(name, `>= -1 && <= ${2n ** 63n - 1n}`, position);
    }
    return position;
  }
  if (typeof position !== 'number') throw new ERR_INVALID_ARG_TYPE(name, ['integer', 'bigint'], position);
  validateInteger(position, name, -1);
  return position;
}

function checkRead(offset, length, byteLength) {
  if (offset < 0) throw new ERR_OUT_OF_RANGE('offset', '>= 0', offset);
  if (length < 0) throw new ERR_OUT_OF_RANGE('length', '>= 0', length);
  if (offset + length > byteLength) throw new ERR_OUT_OF_RANGE('length', `<= ${byteLength - offset}`, length);
}

function checkWrite(offset, length, byteLength) {
  if (offset > byteLength) throw new ERR_OUT_OF_RANGE('offset', `<= ${byteLength}`, offset);
  if (length > byteLength - offset) throw new ERR_OUT_OF_RANGE('length', `<= ${byteLength - offset}`, length);
  if (length < 0) throw new ERR_OUT_OF_RANGE('length', '>= 0', length);
  validateInt32(length, 'length', 0);
}

function getBufferArray(buffers) {
  if (!Array.isArray(buffers)) throw new ERR_INVALID_ARG_TYPE('buffers', 'ArrayBufferView[]', buffers);
  for (const buffer of buffers) {
    if (!ArrayBuffer.isView(buffer)) throw new ERR_INVALID_ARG_TYPE('buffers', 'ArrayBufferView[]', buffers);
  }
  return buffers;
}

function getWritable(data, name = 'data') {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    throw new ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  }
  return data;
}

const rmDefaults = { recursive: false, force: false, retryDelay: 100, maxRetries: 0 };
function getRmOptions(options) {
  if (options === undefined) return rmDefaults;
  validateObject(options, 'options');
  const result = { ...rmDefaults, ...options };
  validateBoolean(result.force, 'options.force');
  validateBoolean(result.recursive, 'options.recursive');
  validateInt32(result.retryDelay, 'options.retryDelay', 0);
  require('internal/validators').validateUint32(result.maxRetries, 'options.maxRetries');
  return result;
}

/** Names from the host in the encoding that was asked for. */
function encodeName(name, encoding) {
  if (!encoding || encoding === 'utf8' || encoding === 'utf-8') return name;
  const { Buffer } = require('buffer');
  const bytes = Buffer.from(name);
  return encoding === 'buffer' ? bytes : bytes.toString(encoding);
}

module.exports = {
  assertEncoding,
  checkRead,
  checkWrite,
  encodeName,
  getAccessMode,
  getBufferArray,
  getCallback,
  getCopyMode,
  getFd,
  getMode,
  getOptions,
  getPath,
  getPosition,
  getRmOptions,
  getWritable,
  stringToFlags,
  toUnixSeconds,
};
