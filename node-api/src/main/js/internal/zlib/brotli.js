// The classes of Brotli.

const {
  codes: { ERR_BROTLI_INVALID_PARAM, ERR_ZLIB_INITIALIZATION_FAILED },
} = require('internal/errors');
const { constants } = require('internal/zlib/constants');
const { ZlibBase } = require('internal/zlib/base');
const { makeClass } = require('internal/zlib/classes');
const { checkedParameters } = require('internal/zlib/parameters');

const flushes = {
  flush: constants.BROTLI_OPERATION_PROCESS,
  finishFlush: constants.BROTLI_OPERATION_FINISH,
  fullFlush: constants.BROTLI_OPERATION_FLUSH,
  last: constants.BROTLI_OPERATION_EMIT_METADATA,
};
const known = new Set(Object.keys(constants).filter((key) => key.startsWith('BROTLI_PARAM_')).map((key) => constants[key]));
const within = (value, low, high) => value === -1 || (value >= low && value <= high);

function Brotli(options, mode) {
  const values = checkedParameters(options?.params, known, ERR_BROTLI_INVALID_PARAM);
  const quality = values[constants.BROTLI_PARAM_QUALITY];
  const window = values[constants.BROTLI_PARAM_LGWIN];
  if (!within(values[constants.BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING], 0, 1) ||
      !within(values[constants.BROTLI_PARAM_LARGE_WINDOW], 0, 1)) {
    throw new ERR_ZLIB_INITIALIZATION_FAILED();
  }
  Reflect.apply(ZlibBase, this, [options, mode, () => {
    const codec = internalBinding('zlib').create(mode,
      window === -1 ? constants.BROTLI_DEFAULT_WINDOW : Math.min(Math.max(window, constants.BROTLI_MIN_WINDOW_BITS), constants.BROTLI_MAX_WINDOW_BITS),
      quality === -1 ? constants.BROTLI_DEFAULT_QUALITY : Math.min(Math.max(quality, 0), constants.BROTLI_MAX_QUALITY));
    if (codec === undefined) throw new ERR_ZLIB_INITIALIZATION_FAILED();
    return codec;
  }, flushes]);
}
Object.setPrototypeOf(Brotli.prototype, ZlibBase.prototype);
Object.setPrototypeOf(Brotli, ZlibBase);

module.exports = {
  BrotliCompress: makeClass('BrotliCompress', Brotli, constants.BROTLI_ENCODE),
  BrotliDecompress: makeClass('BrotliDecompress', Brotli, constants.BROTLI_DECODE),
};
