// node:zlib.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { defineLazyProperties } = require('internal/util');
const { validateFunction, validateUint32 } = require('internal/validators');
const { constants, codes } = require('internal/zlib/constants');
const { bufferAsync, bufferSync } = require('internal/zlib/base');
const deflate = require('internal/zlib/deflate');

function crc32(data, value = 0) {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    throw new ERR_INVALID_ARG_TYPE('data', ['Buffer', 'TypedArray', 'DataView', 'string'], data);
  }
  validateUint32(value, 'value');
  return internalBinding('zlib').crc32(data, value);
}

// The other formats are loaded when first used.
const others = {
  __proto__: null, BrotliCompress: 'brotli', BrotliDecompress: 'brotli', ZstdCompress: 'zstd', ZstdDecompress: 'zstd',
};
const classNamed = (name) => deflate[name] ?? require(`internal/zlib/${others[name]}`)[name];

const zlib = module.exports = { crc32, ...deflate };
for (const name of Object.keys(others)) defineLazyProperties(zlib, `internal/zlib/${others[name]}`, [name]);

const lower = (name) => name[0].toLowerCase() + name.slice(1);

for (const name of ['Deflate', 'Gzip', 'DeflateRaw', 'Unzip', 'Inflate', 'Gunzip', 'InflateRaw', 'BrotliCompress', 'BrotliDecompress',
  'ZstdCompress', 'ZstdDecompress']) {
  // The names Node gives these functions themselves.
  const async = function asyncBufferWrapper(buffer, options, callback) {
    if (typeof options === 'function') {
      callback = options;
      options = {};
    }
    validateFunction(callback, 'callback');
    bufferAsync(new (classNamed(name))(options), buffer, callback);
  };
  const sync = function syncBufferWrapper(buffer, options) {
    return bufferSync(new (classNamed(name))(options), buffer);
  };
  zlib[lower(name)] = async;
  zlib[`${lower(name)}Sync`] = sync;
}

for (const name of ['Deflate', 'Inflate', 'DeflateRaw', 'InflateRaw', 'Gzip', 'Gunzip', 'Unzip', 'BrotliCompress', 'BrotliDecompress',
  'ZstdCompress', 'ZstdDecompress']) {
  Object.defineProperty(zlib, `create${name}`, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    writable: true,
    value: function(options) { return new (classNamed(name))(options); },
  });
}

// Deprecated: the numbers as properties of the module.
for (const key of Object.keys(constants)) {
  if (/^Z_|^ZLIB_VERNUM|^[A-Z]+$/.test(key)) {
    Object.defineProperty(zlib, key, { __proto__: null, enumerable: false, value: constants[key] });
  }
}

Object.defineProperties(zlib, {
  constants: { __proto__: null, configurable: false, enumerable: true, value: constants },
  codes: { __proto__: null, enumerable: true, writable: false, value: codes },
});
