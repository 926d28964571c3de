// Node's duplex streams as pairs of web streams and back: Duplex.toWeb and Duplex.fromWeb.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_STREAM_PREMATURE_CLOSE },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateBoolean, validateObject } = require('internal/validators');
const { destroyer } = require('internal/vendor/readable-stream/lib/internal/streams/destroy');
const { isDestroyed, isReadable, isWritable, isWritableEnded } = require('internal/vendor/readable-stream/lib/internal/streams/utils');
const { checkReadable, encodingOption, finish, readSide, toReadableStream } = require('internal/web/streams/adapters_readable');
const { checkWritable, toWritableStream, writeSide } = require('internal/web/streams/adapters_writable');
const { then } = require('internal/web/streams/shared');

function ended(type) {
  const { ReadableStream } = require('internal/web/streams/readable');
  const readable = new ReadableStream({ type });
  readable.cancel();
  return readable;
}

function unwritable() {
  const { WritableStream } = require('internal/web/streams/writable');
  const writable = new WritableStream();
  writable.close();
  return writable;
}

function pairFromDuplex(duplex, options = kEmptyObject) {
  if (typeof duplex?._writableState !== 'object' || typeof duplex?._readableState !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('duplex', 'stream.Duplex', duplex);
  }
  validateObject(options, 'options');
  const type = options.readableType ?? options.type;
  if (isDestroyed(duplex)) return { readable: ended(type), writable: unwritable() };
  return {
    writable: isWritable(duplex) ? toWritableStream(duplex, options) : unwritable(),
    readable: isReadable(duplex) ? toReadableStream(duplex, { type }) : ended(type),
  };
}

function duplexFromPair(pair = kEmptyObject, options = kEmptyObject) {
  validateObject(pair, 'pair');
  const source = checkReadable(pair.readable, 'pair.readable');
  const sink = checkWritable(pair.writable, 'pair.writable');
  validateObject(options, 'options');
  const { allowHalfOpen = false, objectMode = false, encoding, decodeStrings = true, highWaterMark, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  encodingOption(encoding);
  const output = writeSide(sink, () => duplex);
  const input = readSide(source, () => duplex);
  let writableClosed = false;
  let readableClosed = false;
  const { Duplex } = require('stream');
  const duplex = new Duplex({
    allowHalfOpen,
    highWaterMark,
    objectMode,
    encoding,
    decodeStrings,
    signal,
    writev: output.writev,
    write: output.write,
    final(callback) {
      if (writableClosed) callback();
      else output.final(callback);
    },
    read: input.read,
    destroy(error, callback) {
      const done = () => finish(callback, error);
      const ends = [];
      if (!writableClosed) ends.push(error != null ? output.abort(error) : output.close());
      if (!readableClosed) ends.push(input.cancel(error));
      if (ends.length === 0) done();
      else then(Promise.all(ends), done, done);
    },
  });
  then(output.closed, () => {
    writableClosed = true;
    if (!isWritableEnded(duplex)) destroyer(duplex, new ERR_STREAM_PREMATURE_CLOSE());
  }, (error) => {
    writableClosed = readableClosed = true;
    destroyer(duplex, error);
  });
  then(input.closed, () => { readableClosed = true; }, (error) => {
    writableClosed = readableClosed = true;
    destroyer(duplex, error);
  });
  return duplex;
}

module.exports = { duplexFromPair, pairFromDuplex };
