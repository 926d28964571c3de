// Where Node 24's streams differ from the release the package was cut from and its files need not be replaced for it.

function extend(Stream) {
  const { Readable } = Stream;
  // What the package takes as bytes: since Node 22 every view is.
  Stream._isUint8Array = ArrayBuffer.isView;
  Stream._isArrayBufferView = ArrayBuffer.isView;
  delete Readable.prototype.asIndexedPairs;
  const { compose } = Readable.prototype;
  Object.defineProperty(Readable.prototype, 'compose', { __proto__: null, value: compose, configurable: true, enumerable: true, writable: true });
}

module.exports = { extend };
