// The classes of Zstandard.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_ZLIB_INITIALIZATION_FAILED, ERR_ZSTD_INVALID_PARAM },
  genericNodeError,
} = require('internal/errors');
const { constants } = require('internal/zlib/constants');
const { ZlibBase } = require('internal/zlib/base');
const { makeClass } = require('internal/zlib/classes');
const { checkedParameters } = require('internal/zlib/parameters');

const flushes = {
  flush: constants.ZSTD_e_continue,
  finishFlush: constants.ZSTD_e_end,
  fullFlush: constants.ZSTD_e_flush,
  last: constants.ZSTD_e_end,
};
const numbers = (prefix) => new Set(Object.keys(constants).filter((key) => key.startsWith(prefix)).map((key) => constants[key]));
const known = { [constants.ZSTD_COMPRESS]: numbers('ZSTD_c_'), [constants.ZSTD_DECOMPRESS]: numbers('ZSTD_d_') };

// Bounds of those parameters that Zstandard checks and programs set (zstd.h, ZSTD_cParam_getBounds).
const bounds = {
  [constants.ZSTD_c_compressionLevel]: [-131072, 22], [constants.ZSTD_c_windowLog]: [10, 31], [constants.ZSTD_c_hashLog]: [6, 30],
  [constants.ZSTD_c_chainLog]: [6, 30], [constants.ZSTD_c_searchLog]: [1, 30], [constants.ZSTD_c_minMatch]: [3, 7],
  [constants.ZSTD_c_strategy]: [1, 9], [constants.ZSTD_c_checksumFlag]: [0, 1], [constants.ZSTD_c_contentSizeFlag]: [0, 1],
};

function checkBounds(values) {
  for (const key of Object.keys(bounds)) {
    const value = values[key];
    if (value !== undefined && value !== -1 && value !== 0 && (value < bounds[key][0] || value > bounds[key][1])) {
      throw genericNodeError('Setting parameter failed', { code: 'ERR_ZLIB_INITIALIZATION_FAILED' });
    }
  }
}

function Zstd(options, mode) {
  const values = checkedParameters(options?.params, known[mode], ERR_ZSTD_INVALID_PARAM);
  if (mode === constants.ZSTD_COMPRESS) checkBounds(values);
  const pledged = options?.pledgedSrcSize;
  if (pledged !== undefined && typeof pledged !== 'number') throw new ERR_INVALID_ARG_TYPE('options.pledgedSrcSize', 'number', pledged);
  const dictionary = options?.dictionary;
  if (dictionary !== undefined && !ArrayBuffer.isView(dictionary)) {
    throw new ERR_INVALID_ARG_TYPE('options.dictionary', ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], dictionary);
  }
  Reflect.apply(ZlibBase, this, [options, mode, () => {
    // What is used underneath has no dictionaries.
    const codec = dictionary === undefined ? internalBinding('zlib').create(mode, pledged ?? -1) : undefined;
    if (codec === undefined) throw new ERR_ZLIB_INITIALIZATION_FAILED();
    return codec;
  }, flushes]);
}
Object.setPrototypeOf(Zstd.prototype, ZlibBase.prototype);
Object.setPrototypeOf(Zstd, ZlibBase);

module.exports = {
  ZstdCompress: makeClass('ZstdCompress', Zstd, constants.ZSTD_COMPRESS),
  ZstdDecompress: makeClass('ZstdDecompress', Zstd, constants.ZSTD_DECOMPRESS),
};
