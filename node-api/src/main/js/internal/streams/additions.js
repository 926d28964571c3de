// Where Node 24's streams differ from the release the package was cut from and its files need not be replaced for it.

function extend(Stream) {
  const { Readable } = Stream;
  // What the package takes as bytes: since Node 22 every view is.
  Stream._isUint8Array = ArrayBuffer.isView;
  Stream._isArrayBufferView = ArrayBuffer.isView;
  delete Readable.prototype.asIndexedPairs;
  const { compose } = Readable.prototype;
  Object.defineProperty(Readable.prototype, 'compose', { __proto__: null, value: compose, configurable: true, enumerable: true, writable: true });
  webAdapters(Stream);
}

/** toWeb and fromWeb: the package has none of its own. */
function webAdapters({ Duplex, Readable, Writable }) {
  Readable.toWeb = (stream, options) => require('internal/web/streams/adapters_readable').toReadableStream(stream, options);
  Readable.fromWeb = (stream, options) => require('internal/web/streams/adapters_readable').fromReadableStream(stream, options);
  Writable.toWeb = (stream) => require('internal/web/streams/adapters_writable').toWritableStream(stream);
  Writable.fromWeb = (stream, options) => require('internal/web/streams/adapters_writable').fromWritableStream(stream, options);
  Duplex.toWeb = (duplex, options) => require('internal/web/streams/adapters_duplex').pairFromDuplex(duplex, options);
  Duplex.fromWeb = (pair, options) => require('internal/web/streams/adapters_duplex').duplexFromPair(pair, options);
}

module.exports = { extend };
