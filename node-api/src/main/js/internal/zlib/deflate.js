// The classes of zlib's own formats.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { constants } = require('internal/zlib/constants');
const { ZlibBase, checkRangesOrGetDefault, requireHandle } = require('internal/zlib/base');
const { makeClass } = require('internal/zlib/classes');

const binding = internalBinding('zlib');
const { DEFLATE, INFLATE, GZIP, GUNZIP, DEFLATERAW, INFLATERAW, UNZIP } = constants;

function checkedDictionary(dictionary) {
  if (dictionary === undefined || ArrayBuffer.isView(dictionary)) return dictionary;
  if (require('util/types').isAnyArrayBuffer(dictionary)) return require('buffer').Buffer.from(dictionary);
  throw new ERR_INVALID_ARG_TYPE('options.dictionary', ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], dictionary);
}

function checkedWindowBits(options, mode) {
  const { windowBits } = options;
  // Readers take what the data's head says.
  if ((windowBits == null || windowBits === 0) && (mode === INFLATE || mode === GUNZIP || mode === UNZIP)) return 0;
  const least = constants.Z_MIN_WINDOWBITS + (mode === GZIP ? 1 : 0);
  return checkRangesOrGetDefault(windowBits, 'options.windowBits', least, constants.Z_MAX_WINDOWBITS, constants.Z_DEFAULT_WINDOWBITS);
}

function Zlib(options, mode) {
  let windowBits = constants.Z_DEFAULT_WINDOWBITS;
  let level = constants.Z_DEFAULT_COMPRESSION;
  let memLevel = constants.Z_DEFAULT_MEMLEVEL;
  let strategy = constants.Z_DEFAULT_STRATEGY;
  let dictionary;
  if (options) {
    windowBits = checkedWindowBits(options, mode);
    level = checkRangesOrGetDefault(options.level, 'options.level', constants.Z_MIN_LEVEL, constants.Z_MAX_LEVEL, level);
    memLevel = checkRangesOrGetDefault(options.memLevel, 'options.memLevel', constants.Z_MIN_MEMLEVEL, constants.Z_MAX_MEMLEVEL, memLevel);
    strategy = checkRangesOrGetDefault(options.strategy, 'options.strategy', constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, strategy);
    dictionary = checkedDictionary(options.dictionary);
  }
  Reflect.apply(ZlibBase, this, [options, mode, () => binding.create(mode, windowBits, level, memLevel, strategy, dictionary)]);
  this._level = level;
  this._strategy = strategy;
  this._mode = mode;
}
Object.setPrototypeOf(Zlib.prototype, ZlibBase.prototype);
Object.setPrototypeOf(Zlib, ZlibBase);

Zlib.prototype.params = function params(level, strategy, callback) {
  level = checkRangesOrGetDefault(level, 'level', constants.Z_MIN_LEVEL, constants.Z_MAX_LEVEL, constants.Z_DEFAULT_COMPRESSION);
  strategy = checkRangesOrGetDefault(strategy, 'strategy', constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_DEFAULT_STRATEGY);
  if (this._level === level && this._strategy === strategy) {
    process.nextTick(callback);
    return;
  }
  this.flush(constants.Z_SYNC_FLUSH, () => {
    requireHandle(this).params(level, strategy);
    if (this.destroyed) return;
    this._level = level;
    this._strategy = strategy;
    callback?.();
  });
};

// Raw data has no head that could say 8, and zlib itself would use 9.
const withoutEight = (options) => (options?.windowBits === 8 ? { ...options, windowBits: 9 } : options);

module.exports = {
  Deflate: makeClass('Deflate', Zlib, DEFLATE),
  Inflate: makeClass('Inflate', Zlib, INFLATE),
  Gzip: makeClass('Gzip', Zlib, GZIP),
  Gunzip: makeClass('Gunzip', Zlib, GUNZIP),
  DeflateRaw: makeClass('DeflateRaw', Zlib, DEFLATERAW, withoutEight),
  InflateRaw: makeClass('InflateRaw', Zlib, INFLATERAW),
  Unzip: makeClass('Unzip', Zlib, UNZIP),
};
