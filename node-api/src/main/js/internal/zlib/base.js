// The stream all compressors and decompressors are: a Transform that feeds a codec and drains it into chunks of one size.

const {
  codes: { ERR_BUFFER_TOO_LARGE, ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE, ERR_TRAILING_JUNK_AFTER_STREAM_END },
  genericNodeError,
} = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { constants } = require('internal/zlib/constants');
const { Zlib: Handle } = require('internal/zlib/handle');
const { Buffer, kMaxLength } = require('buffer');
const { Transform, finished } = require('stream');

const kFlushFlag = Symbol('kFlushFlag');
const kError = Symbol('kError');

/** Whether a number was given; `undefined` and NaN mean that it was not. */
function checkFiniteNumber(number, name) {
  if (number === undefined) return false;
  if (Number.isFinite(number)) return true;
  if (Number.isNaN(number)) return false;
  validateNumber(number, name);
  throw new ERR_OUT_OF_RANGE(name, 'a finite number', number);
}

function checkRangesOrGetDefault(number, name, lower, upper, otherwise) {
  if (!checkFiniteNumber(number, name)) return otherwise;
  if (number < lower || number > upper) throw new ERR_OUT_OF_RANGE(name, `>= ${lower} and <= ${upper}`, number);
  return number;
}

// Flush operations from the one that does least on.
const { Z_NO_FLUSH, Z_BLOCK, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH } = constants;
const effects = [];
[Z_NO_FLUSH, Z_BLOCK, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH].forEach((flag, i) => { effects[flag] = i; });
const stronger = (a, b) => (effects[a] > effects[b] ? a : b);

// Empty chunks that ask for a flush on their way through the stream's queue.
const flushChunks = [];
for (let flag = Z_NO_FLUSH; flag <= Z_BLOCK; flag++) {
  flushChunks[flag] = Buffer.alloc(0);
  flushChunks[flag][kFlushFlag] = flag;
}

const zlibFlush = { flush: Z_NO_FLUSH, finishFlush: Z_FINISH, fullFlush: Z_FULL_FLUSH, last: Z_BLOCK };

/**
 * @param mode of zlib.constants
 * @param makeCodec gives the host's codec; called once all options were checked
 * @param flushes the default operations of this format: for chunks, for the last chunk, for flush(); and the last there is
 */
function ZlibBase(options, mode, makeCodec, flushes = zlibFlush) {
  let chunkSize = constants.Z_DEFAULT_CHUNK;
  let maxOutputLength = kMaxLength;
  let { flush, finishFlush } = flushes;
  if (options) {
    chunkSize = options.chunkSize;
    if (!checkFiniteNumber(chunkSize, 'options.chunkSize')) chunkSize = constants.Z_DEFAULT_CHUNK;
    else if (chunkSize < constants.Z_MIN_CHUNK) throw new ERR_OUT_OF_RANGE('options.chunkSize', `>= ${constants.Z_MIN_CHUNK}`, chunkSize);
    flush = checkRangesOrGetDefault(options.flush, 'options.flush', 0, flushes.last, flush);
    finishFlush = checkRangesOrGetDefault(options.finishFlush, 'options.finishFlush', 0, flushes.last, finishFlush);
    maxOutputLength = checkRangesOrGetDefault(options.maxOutputLength, 'options.maxOutputLength', 1, kMaxLength, kMaxLength);
    if (options.encoding || options.objectMode || options.writableObjectMode) {
      options = { ...options, encoding: null, objectMode: false, writableObjectMode: false };
    }
  }
  Reflect.apply(Transform, this, [{ autoDestroy: true, ...options }]);
  this[kError] = null;
  this.bytesWritten = 0;
  this._writeState = new Uint32Array(2);
  this._handle = new Handle(makeCodec(), this._writeState, () => written(this));
  this._handle.onerror = (message, errno, code) => failed(this, message, errno, code);
  this._outBuffer = Buffer.allocUnsafe(chunkSize);
  this._outOffset = 0;
  this._chunkSize = chunkSize;
  this._defaultFlushFlag = flush;
  this._finishFlushFlag = finishFlush;
  this._defaultFullFlushFlag = flushes.fullFlush;
  this._info = options?.info;
  this._maxOutputLength = maxOutputLength;
  this._rejectGarbageAfterEnd = options?.rejectGarbageAfterEnd === true;
}
Object.setPrototypeOf(ZlibBase.prototype, Transform.prototype);
Object.setPrototypeOf(ZlibBase, Transform);

function failed(stream, message, errno, code) {
  const error = genericNodeError(message, { errno, code });
  stream.destroy(error);
  stream[kError] = error;
}

function closeHandle(stream) {
  stream._handle?.close();
  stream._handle = null;
}

function requireHandle(stream) {
  if (!stream._handle) require('assert')(false, 'zlib binding closed');
  return stream._handle;
}

const method = (name, value) => Object.defineProperty(ZlibBase.prototype, name,
  { __proto__: null, value, writable: true, enumerable: true, configurable: true });

Object.defineProperty(ZlibBase.prototype, '_closed',
  { __proto__: null, configurable: true, enumerable: true, get() { return !this._handle; } });

method('reset', function reset() { return requireHandle(this).reset(); });

method('_flush', function _flush(callback) { this._transform(Buffer.alloc(0), '', callback); });

method('_final', function _final(callback) { callback(); });

method('flush', function flush(kind, callback) {
  if (typeof kind === 'function' || (kind === undefined && !callback)) {
    callback = kind;
    kind = this._defaultFullFlushFlag;
  }
  if (this.writableFinished) {
    if (callback) process.nextTick(callback);
  } else if (this.writableEnded) {
    if (callback) this.once('end', callback);
  } else {
    this.write(flushChunks[kind], '', callback);
  }
});

method('close', function close(callback) {
  if (callback) finished(this, callback);
  this.destroy();
});

method('_destroy', function _destroy(error, callback) {
  closeHandle(this);
  callback(error);
});

method('_transform', function _transform(chunk, encoding, callback) {
  let flag = this._defaultFlushFlag;
  if (typeof chunk[kFlushFlag] === 'number') flag = chunk[kFlushFlag];
  if (this.writableEnded && this.writableLength === chunk.byteLength) flag = stronger(flag, this._finishFlushFlag);
  processChunk(this, chunk, flag, callback);
});

method('_processChunk', function _processChunk(chunk, flushFlag, callback) {
  if (typeof callback === 'function') return processChunk(this, chunk, flushFlag, callback);
  return processChunkSync(this, chunk, flushFlag);
});

// The asynchronous way. What is under way is kept in the handle object: where the input is, and how much room the output had.

function processChunk(stream, chunk, flushFlag, callback) {
  const handle = stream._handle;
  if (!handle) {
    process.nextTick(callback);
    return;
  }
  handle.buffer = chunk;
  handle.cb = callback;
  handle.availOutBefore = stream._chunkSize - stream._outOffset;
  handle.availInBefore = chunk.byteLength;
  handle.inOff = 0;
  handle.flushFlag = flushFlag;
  writeMore(stream, handle);
}

function writeMore(stream, handle) {
  handle.write(handle.flushFlag, handle.buffer, handle.inOff, handle.availInBefore, stream._outBuffer, stream._outOffset, handle.availOutBefore);
}

function settle(handle) {
  handle.buffer = null;
  handle.cb();
}

function written(stream) {
  const handle = stream._handle;
  // Destroyed meanwhile: the callback went with the handle.
  if (handle === null) return;
  const [availOut, availIn] = stream._writeState;
  const consumed = handle.availInBefore - availIn;
  stream.bytesWritten += consumed;
  const have = handle.availOutBefore - availOut;
  let full = false;
  if (have > 0) {
    const out = stream._outBuffer.slice(stream._outOffset, stream._outOffset + have);
    stream._outOffset += have;
    full = !stream.push(out);
  }
  if (stream.destroyed) {
    settle(handle);
    return;
  }
  handle.availOutBefore = availOut;
  if (availOut === 0 || stream._outOffset >= stream._chunkSize) {
    handle.availOutBefore = stream._chunkSize;
    stream._outOffset = 0;
    stream._outBuffer = Buffer.allocUnsafe(stream._chunkSize);
  }
  if (availOut === 0) {
    handle.inOff += consumed;
    handle.availInBefore = availIn;
    if (!full) {
      writeMore(stream, handle);
      return;
    }
    // Nobody reads: goes on when somebody does.
    const read = stream._read;
    stream._read = (size) => {
      stream._read = read;
      if (stream._handle) writeMore(stream, handle);
      stream._read(size);
    };
    return;
  }
  // The codec had room and did not want the rest: the compressed data ended before the input did.
  if (availIn > 0) {
    if (stream._rejectGarbageAfterEnd) {
      stream.destroy(new ERR_TRAILING_JUNK_AFTER_STREAM_END());
      return;
    }
    stream.push(null);
  }
  settle(handle);
}

// The synchronous way.

function processChunkSync(stream, chunk, flushFlag) {
  const state = stream._writeState;
  const chunkSize = stream._chunkSize;
  const handle = requireHandle(stream);
  const parts = [];
  let { _outBuffer: output, _outOffset: offset } = stream;
  let total = 0;
  let inOffset = 0;
  let availIn = chunk.byteLength;
  let availOut = chunkSize - offset;
  // The stream is of no use after an error; whoever called is told by the exception.
  const ignore = () => {};
  stream.on('error', ignore);
  for (;;) {
    handle.writeSync(flushFlag, chunk, inOffset, availIn, output, offset, availOut);
    if (stream[kError]) throw stream[kError];
    const [outLeft, inLeft] = state;
    const have = availOut - outLeft;
    inOffset += availIn - inLeft;
    availIn = inLeft;
    if (have > 0) {
      parts.push(output.slice(offset, offset + have));
      offset += have;
      total += have;
      if (total > stream._maxOutputLength) {
        closeHandle(stream);
        throw new ERR_BUFFER_TOO_LARGE(stream._maxOutputLength);
      }
    }
    availOut = outLeft;
    if (outLeft === 0 || offset >= chunkSize) {
      availOut = chunkSize;
      offset = 0;
      output = Buffer.allocUnsafe(chunkSize);
    }
    if (outLeft !== 0) break;
  }
  if (availIn > 0 && stream._rejectGarbageAfterEnd) throw new ERR_TRAILING_JUNK_AFTER_STREAM_END();
  stream.bytesWritten = inOffset;
  closeHandle(stream);
  return parts.length === 1 ? parts[0] : Buffer.concat(parts, total);
}

/** Bytes as a view, if they are bytes. */
function asView(buffer) {
  if (ArrayBuffer.isView(buffer)) return buffer;
  if (require('util/types').isAnyArrayBuffer(buffer)) return Buffer.from(buffer);
  return undefined;
}

/** A whole buffer through a stream, synchronously. */
function bufferSync(stream, buffer) {
  const bytes = typeof buffer === 'string' ? Buffer.from(buffer) : asView(buffer);
  if (bytes === undefined) {
    throw new ERR_INVALID_ARG_TYPE('buffer', ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], buffer);
  }
  const result = processChunkSync(stream, bytes, stream._finishFlushFlag);
  return stream._info ? { buffer: result, engine: stream } : result;
}

/** A whole buffer through a stream. */
function bufferAsync(stream, buffer, callback) {
  const view = asView(buffer);
  if (view !== undefined) {
    buffer = view instanceof Uint8Array ? view : Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  }
  const parts = [];
  let total = 0;
  stream.on('data', (chunk) => {
    parts.push(chunk);
    total += chunk.length;
    if (total > stream._maxOutputLength) {
      stream.close();
      callback(new ERR_BUFFER_TOO_LARGE(stream._maxOutputLength));
    }
  });
  const end = () => {
    const result = parts.length === 1 ? parts[0] : Buffer.concat(parts, total);
    stream.close();
    if (stream._info) callback(null, { buffer: result, engine: stream });
    else callback(null, result);
  };
  stream.on('error', (error) => {
    stream.removeListener('end', end);
    callback(error);
  });
  stream.on('end', end);
  stream.end(buffer);
}

module.exports = { ZlibBase, bufferAsync, bufferSync, checkRangesOrGetDefault, requireHandle };
