// Node's readable streams as web streams and back: Readable.toWeb and Readable.fromWeb.

const {
  AbortError, codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateBoolean, validateObject, validateOneOf } = require('internal/validators');
const { destroyer } = require('internal/vendor/readable-stream/lib/internal/streams/destroy');
const eos = require('internal/vendor/readable-stream/lib/internal/streams/end-of-stream');
const { isReadable } = require('internal/vendor/readable-stream/lib/internal/streams/utils');
const { ReaderRecord } = require('internal/web/streams/readable_record');
const { ReadableStream, recordOf } = require('internal/web/streams/readable');
const { nothing, settled, then } = require('internal/web/streams/shared');

const guarded = new WeakSet();

/** How the end of one of Node's streams is told to a web stream. */
function reasonOf(error) {
  const code = error?.code;
  if (code === 'ERR_STREAM_PREMATURE_CLOSE') return new AbortError(undefined, { cause: error });
  if (typeof code === 'string' && /^(?:Z_(?:NEED_DICT|\w*ERROR)|ERR__ERROR_)/.test(code)) {
    return Object.assign(new TypeError(undefined, { cause: error }), { code });
  }
  return error;
}

/** Errors that come after the end are nobody's. */
function guard(stream) {
  if (guarded.has(stream)) return;
  guarded.add(stream);
  stream.on('error', nothing);
}

function strategyOf(stream) {
  const { ByteLengthQueuingStrategy, CountQueuingStrategy } = require('internal/web/streams/strategies');
  const Strategy = stream.readableObjectMode ? CountQueuingStrategy : ByteLengthQueuingStrategy;
  return new Strategy({ highWaterMark: stream.readableHighWaterMark });
}

function toReadableStream(stream, options = kEmptyObject) {
  if (typeof stream?._readableState !== 'object') throw new ERR_INVALID_ARG_TYPE('streamReadable', 'stream.Readable', stream);
  validateObject(options, 'options');
  if (options.type !== undefined) validateOneOf(options.type, 'options.type', ['bytes', undefined]);
  const isBytes = options.type === 'bytes';
  const isOpen = isReadable(stream);
  let controller;
  let over = false;
  const source = {
    __proto__: null,
    type: isBytes ? 'bytes' : undefined,
    start(given) { controller = given; },
    cancel(reason) {
      over = true;
      destroyer(stream, reason);
    },
  };
  let strategy;
  if (isOpen) {
    source.pull = () => { stream.resume(); };
    strategy = isBytes ? { highWaterMark: stream.readableHighWaterMark } : options.strategy ?? strategyOf(stream);
  }
  const result = new ReadableStream(source, strategy);
  const end = (error) => {
    guard(stream);
    if (over) return;
    over = true;
    if (error) {
      controller.error(reasonOf(error));
      return;
    }
    controller.close();
    if (isBytes) controller.byobRequest?.respond(0);
  };
  if (!isOpen) {
    if (stream.errored) end(stream.errored);
    else if (stream.destroyed && !stream.readableEnded) end(new AbortError());
    else end();
    return result;
  }
  const cleanup = eos(stream, { writable: false }, (error) => {
    cleanup();
    end(error);
  });
  stream.pause();
  stream.on('data', (chunk) => {
    if (over) return;
    // A view of our own: a Buffer may share its memory with others.
    controller.enqueue(!stream.readableObjectMode && chunk instanceof Uint8Array ? new Uint8Array(chunk) : chunk);
    if (controller.desiredSize <= 0) stream.pause();
  });
  return result;
}

/** Runs a callback of a stream; what it throws is not the web stream's. */
function finish(callback, error) {
  try {
    callback(error);
  } catch (thrown) {
    process.nextTick(() => { throw thrown; });
  }
}

function encodingOption(encoding) {
  if (encoding !== undefined && !require('buffer').Buffer.isEncoding(encoding)) {
    throw new ERR_INVALID_ARG_VALUE('options.encoding', encoding);
  }
  return encoding;
}

/** What a stream of Node's does to read from a web stream: `{ read, cancel, closed }` around a reader. */
function readSide(record, owner) {
  const reader = new ReaderRecord(record, false);
  const request = {
    // Not at once: push() may ask for the next chunk.
    chunk: (value) => then(settled, () => { owner().push(value); }),
    close: () => { owner().push(null); },
    error: (reason) => { destroyer(owner(), reason); },
  };
  return { closed: reader.closed.promise, read: () => reader.read(request), cancel: (reason) => reader.cancel(reason) };
}

function checkReadable(value, name) {
  const record = recordOf(value);
  if (record === undefined) throw new ERR_INVALID_ARG_TYPE(name, 'ReadableStream', value);
  if (record.isLocked) {
    const { codes: { ERR_INVALID_STATE } } = require('internal/errors');
    throw new ERR_INVALID_STATE.TypeError('ReadableStream is locked');
  }
  return record;
}

function fromReadableStream(readableStream, options = kEmptyObject) {
  if (recordOf(readableStream) === undefined) throw new ERR_INVALID_ARG_TYPE('readableStream', 'ReadableStream', readableStream);
  validateObject(options, 'options');
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  encodingOption(encoding);
  validateBoolean(objectMode, 'options.objectMode');
  const side = readSide(checkReadable(readableStream, 'readableStream'), () => readable);
  let closed = false;
  const { Readable } = require('stream');
  const readable = new Readable({
    objectMode,
    highWaterMark,
    encoding,
    signal,
    read: side.read,
    destroy(error, callback) {
      const done = () => finish(callback, error);
      if (closed) done();
      else then(side.cancel(error), done, done);
    },
  });
  then(side.closed, () => { closed = true; }, (error) => {
    closed = true;
    destroyer(readable, error);
  });
  return readable;
}

module.exports = { checkReadable, encodingOption, finish, fromReadableStream, guard, readSide, reasonOf, toReadableStream };
