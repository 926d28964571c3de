// CompressionStream and DecompressionStream (Compression Streams §4, §5) over node:zlib.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods, toStringTag } = require('internal/util');
const { validateOneOf } = require('internal/validators');
const { inspectAs } = require('internal/web/streams/shared');
const formats = ['deflate', 'deflate-raw', 'gzip', 'brotli'];

function checkChunk(chunk) {
  const { isSharedArrayBuffer, isAnyArrayBuffer } = require('util/types');
  const isView = ArrayBuffer.isView(chunk);
  if ((!isView && !isAnyArrayBuffer(chunk)) || isSharedArrayBuffer(isView ? chunk.buffer : chunk)) {
    throw new ERR_INVALID_ARG_TYPE('chunk', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], chunk);
  }
}

function pairOf(transform) {
  const { pairFromDuplex } = require('internal/web/streams/adapters_duplex');
  return pairFromDuplex(transform, { checkChunk, destroyOnError: true });
}

function compressor(format) {
  const zlib = require('zlib');
  switch (format) {
    case 'deflate': return zlib.createDeflate();
    case 'deflate-raw': return zlib.createDeflateRaw();
    case 'gzip': return zlib.createGzip();
    default: return zlib.createBrotliCompress();
  }
}

function decompressor(format) {
  const zlib = require('zlib');
  // What follows the compressed data is an error here.
  const options = { rejectGarbageAfterEnd: true };
  switch (format) {
    case 'deflate': return zlib.createInflate(options);
    case 'deflate-raw': return zlib.createInflateRaw();
    case 'gzip': return zlib.createGunzip(options);
    default: return zlib.createBrotliDecompress();
  }
}

class CompressionStream {
  #pair;

  constructor(format) {
    validateOneOf(format, 'format', formats);
    this.#pair = pairOf(compressor(format));
  }

  get readable() { return this.#pair.readable; }

  get writable() { return this.#pair.writable; }

  [customInspectSymbol](depth, options) {
    const { readable, writable } = this;
    return inspectAs(this.constructor.name, depth, options, { readable, writable });
  }
}

class DecompressionStream {
  #pair;

  constructor(format) {
    validateOneOf(format, 'format', formats);
    this.#pair = pairOf(decompressor(format));
  }

  get readable() { return this.#pair.readable; }

  get writable() { return this.#pair.writable; }

  [customInspectSymbol](depth, options) {
    const { readable, writable } = this;
    return inspectAs(this.constructor.name, depth, options, { readable, writable });
  }
}

for (const Class of [CompressionStream, DecompressionStream]) {
  exposeMethods(Class.prototype, ['readable', 'writable']);
  toStringTag(Class.prototype, Class.name);
}

module.exports = { CompressionStream, DecompressionStream };
