// Node's writable streams as web streams and back: Writable.toWeb and Writable.fromWeb.

const {
  AbortError, codes: { ERR_INVALID_ARG_TYPE, ERR_STREAM_PREMATURE_CLOSE },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateBoolean, validateObject } = require('internal/validators');
const { destroyer } = require('internal/vendor/readable-stream/lib/internal/streams/destroy');
const eos = require('internal/vendor/readable-stream/lib/internal/streams/end-of-stream');
const { isDestroyed, isWritable, isWritableEnded } = require('internal/vendor/readable-stream/lib/internal/streams/utils');
const { finish, guard, reasonOf } = require('internal/web/streams/adapters_readable');
const { then } = require('internal/web/streams/shared');
const { WritableStream, recordOf } = require('internal/web/streams/writable');
const { WriterRecord } = require('internal/web/streams/writable_record');

function strategyOf(stream) {
  const highWaterMark = stream.writableHighWaterMark;
  if (stream.writableObjectMode) {
    const { CountQueuingStrategy } = require('internal/web/streams/strategies');
    return new CountQueuingStrategy({ highWaterMark });
  }
  return { highWaterMark, size: (chunk) => chunk?.byteLength ?? chunk?.length ?? 1 };
}

/** `checkChunk` throws for chunks that are not allowed; `destroyOnError` ends the stream then. */
function toWritableStream(stream, { checkChunk, destroyOnError = false } = kEmptyObject) {
  if (typeof stream?.write !== 'function' || typeof stream.on !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('streamWritable', 'stream.Writable', stream);
  }
  if (isDestroyed(stream) || !isWritable(stream)) {
    const ended = new WritableStream();
    ended.close();
    return ended;
  }
  let controller;
  let drained;
  let closed;
  const cleanup = eos(stream, (error) => {
    cleanup();
    guard(stream);
    const reason = reasonOf(error);
    if (reason != null) {
      drained?.reject(reason);
      closed?.reject(reason);
      controller?.error(reason);
    } else if (closed !== undefined) {
      closed.resolve();
    } else {
      controller?.error(new AbortError());
    }
    closed = controller = undefined;
  });
  stream.on('drain', () => drained?.resolve());
  return new WritableStream({
    start(given) { controller = given; },
    write(chunk) {
      try {
        checkChunk?.(chunk);
        const isBuffer = !stream.writableObjectMode && require('util/types').isAnyArrayBuffer(chunk);
        const data = isBuffer ? new Uint8Array(chunk) : chunk;
        if (!stream.writableNeedDrain && stream.write(data)) return undefined;
      } catch (error) {
        if (destroyOnError) destroyer(stream, error);
        throw error;
      }
      if (!stream.writableNeedDrain) return undefined;
      drained = Promise.withResolvers();
      return drained.promise.finally(() => { drained = undefined; });
    },
    abort(reason) { destroyer(stream, reason); },
    close() {
      if (closed === undefined && !isWritableEnded(stream)) {
        closed = Promise.withResolvers();
        stream.end();
        return closed.promise;
      }
      controller = undefined;
      return undefined;
    },
  }, strategyOf(stream));
}

/** What a stream of Node's does to write to a web stream, as methods for its constructor; and `closed`. */
function writeSide(record, owner) {
  const writer = new WriterRecord(record);
  const closed = writer.closed.promise;
  /** Calls back after the promise; what the callback throws destroys the stream. */
  const after = (promise, callback) => {
    const done = (error) => {
      try {
        callback(error);
      } catch (thrown) {
        process.nextTick(() => destroyer(owner(), thrown));
      }
    };
    then(promise, () => done(), done);
  };
  return {
    closed,
    abort: (reason) => writer.stream.abort(reason),
    close: () => (writer.stream.isClosing ? closed : writer.stream.close()),
    writev(chunks, callback) {
      after(Promise.all(chunks.map(({ chunk }) => writer.write(chunk))), callback);
    },
    write(chunk, encoding, callback) { after(writer.write(chunk), callback); },
    final(callback) { after(writer.stream.close(), callback); },
  };
}

function checkWritable(value, name) {
  const record = recordOf(value);
  if (record === undefined) throw new ERR_INVALID_ARG_TYPE(name, 'WritableStream', value);
  if (record.isLocked) {
    const { codes: { ERR_INVALID_STATE } } = require('internal/errors');
    throw new ERR_INVALID_STATE.TypeError('WritableStream is locked');
  }
  return record;
}

function fromWritableStream(writableStream, options = kEmptyObject) {
  if (recordOf(writableStream) === undefined) throw new ERR_INVALID_ARG_TYPE('writableStream', 'WritableStream', writableStream);
  validateObject(options, 'options');
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  validateBoolean(decodeStrings, 'options.decodeStrings');
  const side = writeSide(checkWritable(writableStream, 'writableStream'), () => writable);
  let closed = false;
  const { Writable } = require('stream');
  const writable = new Writable({
    highWaterMark,
    objectMode,
    decodeStrings,
    signal,
    writev: side.writev,
    write: side.write,
    final(callback) {
      if (closed) callback();
      else side.final(callback);
    },
    destroy(error, callback) {
      const done = () => finish(callback, error);
      if (closed) done();
      else then(error != null ? side.abort(error) : side.close(), done, done);
    },
  });
  then(side.closed, () => {
    closed = true;
    if (!isWritableEnded(writable)) destroyer(writable, new ERR_STREAM_PREMATURE_CLOSE());
  }, (error) => {
    closed = true;
    destroyer(writable, error);
  });
  return writable;
}

module.exports = { checkWritable, fromWritableStream, toWritableStream, writeSide };
