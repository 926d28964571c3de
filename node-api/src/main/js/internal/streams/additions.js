// Where Node 24's streams differ from the release the package was cut from.

const { getDefaultHighWaterMark, setDefaultHighWaterMark } = require('internal/vendor/readable-stream/lib/internal/streams/state');

/** Since Node 22 a stream of bytes buffers 64 KiB. */
const defaultHighWaterMark = 64 * 1024;

function extend(Stream) {
  setDefaultHighWaterMark(false, defaultHighWaterMark);
  Stream.getDefaultHighWaterMark = getDefaultHighWaterMark;
  Stream.setDefaultHighWaterMark = setDefaultHighWaterMark;
  const { Writable } = Stream;
  if (Symbol.asyncDispose !== undefined && Writable.prototype[Symbol.asyncDispose] === undefined) {
    Object.defineProperty(Writable.prototype, Symbol.asyncDispose, {
      __proto__: null,
      configurable: true,
      writable: true,
      value: { async [Symbol.asyncDispose]() { await disposeWritable(this); } }[Symbol.asyncDispose],
    });
  }
  Stream._isArrayBufferView = ArrayBuffer.isView;
}

async function disposeWritable(stream) {
  const { AbortError } = require('internal/errors');
  const { finished } = require('stream');
  let error;
  if (!stream.destroyed) {
    error = stream.writableFinished ? null : new AbortError();
    stream.destroy(error);
  }
  await new Promise((resolve, reject) => {
    finished(stream, (failure) => (failure && failure !== error ? reject(failure) : resolve(null)));
  });
}

module.exports = { extend };
