// Reading and writing: descriptors, whole files, vectors, in the synchronous and the callback form.

const {
  AbortError,
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const {
  assertEncoding, checkRead, checkWrite, getBufferArray, getCallback, getFd, getMode, getOptions, getPath, getPosition, getWritable,
  stringToFlags,
} = require('internal/fs/arguments');
const { validateBoolean, validateInteger, validateObject } = require('internal/validators');

const binding = internalBinding('fs');
const { Buffer, FastBuffer } = require('internal/buffer/core');

const isFd = (value) => Number.isInteger(value) && value >= 0 && value <= 2147483647;
const isText = (encoding) => encoding === 'utf8' || encoding === 'utf-8';

function decode(bytes, encoding) {
  const buffer = new FastBuffer(bytes);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

// --- reading from a descriptor

/** The arguments of read in all their forms as [view, offset, length, position]. */
function readArguments(buffer, offsetOrOptions, length, position) {
  let offset = offsetOrOptions;
  if (arguments.length <= 2 && (offsetOrOptions === null || offsetOrOptions === undefined || typeof offsetOrOptions === 'object')) {
    if (offsetOrOptions !== undefined && offsetOrOptions !== null) validateObject(offsetOrOptions, 'options', 1);
    ({ offset = 0, length = buffer?.byteLength - offset, position = null } = offsetOrOptions ?? {});
  }
  if (!ArrayBuffer.isView(buffer)) throw new ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
  if (offset == null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  if (length === undefined) length = buffer.byteLength - offset;
  length |= 0;
  if (length === 0) return null;
  if (buffer.byteLength === 0) throw new ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  checkRead(offset, length, buffer.byteLength);
  return [buffer, offset, length, getPosition(position)];
}

function readSync(fd, ...args) {
  fd = getFd(fd);
  const native = readArguments(...args);
  return native === null ? 0 : binding.read(fd, ...native);
}

function read(fd, ...args) {
  fd = getFd(fd);
  const callback = getCallback(args.length > 5 ? args[4] : args.at(-1));
  args = args.slice(0, args.lastIndexOf(callback));
  if (args.length === 0 || (args.length === 1 && !ArrayBuffer.isView(args[0]))) {
    const options = args[0] ?? {};
    if (args.length === 1 && args[0] !== undefined && args[0] !== null) validateObject(options, 'options', 1);
    args = [options.buffer === undefined ? Buffer.alloc(16384) : options.buffer, options];
  }
  const [buffer] = args;
  const native = readArguments(...args);
  if (native === null) {
    process.nextTick(callback, null, 0, buffer);
    return;
  }
  binding.read(fd, ...native, (error, count) => callback(error, count || 0, buffer));
}

// --- writing to a descriptor

/** [host function, arguments] of a write in any of its forms. */
function writeArguments(fd, buffer, offsetOrOptions, length, position) {
  let offset = offsetOrOptions;
  if (ArrayBuffer.isView(buffer)) {
    if (typeof offset === 'object' && offset !== null) {
      ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset);
    }
    if (offset == null) offset = 0;
    else validateInteger(offset, 'offset', 0);
    if (typeof length !== 'number') length = buffer.byteLength - offset;
    checkWrite(offset, length, buffer.byteLength);
    return ['write', [fd, buffer, offset, length, typeof position === 'number' || typeof position === 'bigint' ? position : null]];
  }
  if (typeof buffer !== 'string') throw new ERR_INVALID_ARG_TYPE('buffer', ['string', 'Buffer', 'TypedArray', 'DataView'], buffer);
  const encoding = typeof length === 'string' ? length : 'utf8';
  assertEncoding(encoding);
  return ['writeString', [fd, buffer, typeof offset === 'number' ? offset : null, encoding]];
}

function writeSync(fd, buffer, ...rest) {
  fd = getFd(fd);
  const [name, args] = writeArguments(fd, buffer, ...rest);
  return binding[name](...args);
}

function write(fd, buffer, ...rest) {
  fd = getFd(fd);
  const at = rest.findLastIndex((arg) => typeof arg === 'function');
  const callback = getCallback(at === -1 ? rest.at(-1) : rest[at]);
  const [name, args] = writeArguments(fd, buffer, ...rest.slice(0, at));
  binding[name](...args, (error, count) => callback(error, count || 0, buffer));
}

// --- vectors

function vectorSync(name) {
  return (fd, buffers, position) => {
    fd = getFd(fd);
    getBufferArray(buffers);
    if (buffers.length === 0) return 0;
    return binding[name](fd, buffers, typeof position === 'number' ? position : null);
  };
}

function vector(name) {
  return (fd, buffers, position, callback) => {
    fd = getFd(fd);
    getBufferArray(buffers);
    callback = getCallback(callback ?? position);
    if (buffers.length === 0) {
      process.nextTick(callback, null, 0, buffers);
      return;
    }
    binding[name](fd, buffers, typeof position === 'number' ? position : null,
      (error, count) => callback(error, count || 0, buffers));
  };
}

// --- whole files

function readFileArguments(path, options) {
  options = getOptions(options, { flag: 'r' });
  const target = isFd(path) ? path : getPath(path);
  return { target, flags: stringToFlags(options.flag, 'options.flag'), encoding: options.encoding, signal: options.signal };
}

function readFileSync(path, options) {
  const { target, flags, encoding } = readFileArguments(path, options);
  if (isText(encoding)) return binding.readFileUtf8(target, flags);
  return decode(binding.readFile(target, flags), encoding);
}

const aborted = (signal) => new AbortError(undefined, { cause: signal.reason });

/** Calls back unless the signal has aborted meanwhile. */
function guarded(signal, callback) {
  if (signal === undefined) return callback;
  return (error, result) => (signal.aborted ? callback(aborted(signal)) : callback(error, result));
}

function readFile(path, options, callback) {
  callback = getCallback(callback ?? options);
  const { target, flags, encoding, signal } = readFileArguments(path, options);
  if (signal?.aborted) {
    process.nextTick(callback, aborted(signal));
    return;
  }
  const done = guarded(signal, callback);
  if (isText(encoding)) binding.readFileUtf8(target, flags, done);
  else binding.readFile(target, flags, (error, bytes) => (error ? done(error) : done(null, decode(bytes, encoding))));
}

function writeFileArguments(path, data, options, flag) {
  options = getOptions(options, { encoding: 'utf8', mode: 0o666, flag, flush: false });
  if (options.flush != null) validateBoolean(options.flush, 'options.flush');
  const target = isFd(path) ? path : getPath(path);
  getWritable(data);
  if (typeof data === 'string' && options.encoding && !isText(options.encoding)) data = Buffer.from(data, options.encoding);
  return {
    native: [target, data, stringToFlags(options.flag ?? flag, 'options.flag'), getMode(options.mode, 'mode', 0o666)],
    signal: options.signal,
    flush: options.flush,
  };
}

function flushSync(target) {
  if (isFd(target)) {
    require('fs').fsyncSync(target);
    return;
  }
  const fs = require('fs');
  const fd = fs.openSync(target, 'r+');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function writeFileSync(path, data, options) {
  const { native, flush } = writeFileArguments(path, data, options, 'w');
  binding.writeFile(...native);
  if (flush) flushSync(native[0]);
}

function writeWith(flag) {
  return (path, data, options, callback) => {
    callback = getCallback(callback ?? options);
    const { native, signal, flush } = writeFileArguments(path, data, options, flag);
    if (signal?.aborted) {
      process.nextTick(callback, aborted(signal));
      return;
    }
    binding.writeFile(...native, guarded(signal, (error) => {
      if (error) {
        callback(error);
        return;
      }
      if (flush) {
        try {
          flushSync(native[0]);
        } catch (failure) {
          callback(failure);
          return;
        }
      }
      callback(null);
    }));
  };
}

function appendFileSync(path, data, options) {
  const { native, flush } = writeFileArguments(path, data, options, 'a');
  binding.writeFile(...native);
  if (flush) flushSync(native[0]);
}

const appendFile = writeWith('a');
const writeFile = writeWith('w');

for (const [fn, length] of [[read, 6], [readSync, 5], [write, 6], [writeSync, 5]]) {
  Object.defineProperty(fn, 'length', { value: length, configurable: true });
}

module.exports = {
  appendFile: named('appendFile', appendFile),
  appendFileSync,
  decode,
  isFd,
  read,
  readArguments,
  readFile,
  readFileSync,
  readSync,
  readv: named('readv', vector('readv')),
  readvSync: named('readvSync', vectorSync('readv')),
  write,
  writeArguments,
  writeFile: named('writeFile', writeFile),
  writeFileArguments,
  writeFileSync,
  writeSync,
  writev: named('writev', vector('writev')),
  writevSync: named('writevSync', vectorSync('writev')),
};

function named(name, fn) {
  Object.defineProperty(fn, 'name', { value: name, configurable: true });
  return fn;
}
