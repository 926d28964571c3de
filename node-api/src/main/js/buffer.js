// node:buffer.

const { Buffer, FastBuffer } = require('internal/buffer/core');
const { defineLazy } = require('internal/util');
const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { kMaxLength, kStringMaxLength } = require('internal/buffer/limits');

const binding = internalBinding('buffer');

function SlowBuffer(size) {
  require('internal/validators').validateNumber(size, 'size', 0, kMaxLength);
  return new FastBuffer(size);
}
Object.setPrototypeOf(SlowBuffer.prototype, Uint8Array.prototype);
Object.setPrototypeOf(SlowBuffer, Uint8Array);

function asBytes(input) {
  if (ArrayBuffer.isView(input)) return input;
  if (input instanceof ArrayBuffer || require('util/types').isAnyArrayBuffer(input)) return new Uint8Array(input);
  return undefined;
}

function checkedBytes(input) {
  const bytes = input?.detached === true ? { buffer: input } : asBytes(input);
  if (bytes === undefined) {
    throw new ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
  }
  if (bytes.buffer.detached) {
    const { codes: { ERR_INVALID_STATE } } = require('internal/errors');
    throw new ERR_INVALID_STATE('Cannot validate on a detached buffer');
  }
  return bytes;
}

module.exports = {
  Buffer,
  SlowBuffer,
  transcode(source, fromEncoding, toEncoding) {
    return require('internal/buffer/transcode').transcode(source, fromEncoding, toEncoding);
  },
  isUtf8: function isUtf8(input) { return binding.isUtf8(checkedBytes(input)); },
  isAscii: function isAscii(input) { return binding.isAscii(checkedBytes(input)); },
  kMaxLength,
  kStringMaxLength,
};
module.exports.btoa = function btoa(input) {
  if (arguments.length === 0) throw new (require('internal/errors').codes.ERR_MISSING_ARGS)('input');
  return require('internal/buffer/transcode').btoa(input);
};
module.exports.atob = function atob(input) {
  if (arguments.length === 0) throw new (require('internal/errors').codes.ERR_MISSING_ARGS)('input');
  return require('internal/buffer/transcode').atob(input);
};

Object.defineProperties(module.exports, {
  constants: {
    configurable: false,
    enumerable: true,
    value: Object.defineProperties({}, {
      MAX_LENGTH: { value: kMaxLength, writable: false, enumerable: true },
      MAX_STRING_LENGTH: { value: kStringMaxLength, writable: false, enumerable: true },
    }),
  },
  INSPECT_MAX_BYTES: {
    configurable: true,
    enumerable: true,
    get() { return require('internal/buffer/inspect').limit.bytes; },
    set(value) {
      require('internal/validators').validateNumber(value, 'INSPECT_MAX_BYTES', 0);
      require('internal/buffer/inspect').limit.bytes = value;
    },
  },
});
defineLazy(module.exports, 'Blob', () => require('internal/web/blob').Blob);
defineLazy(module.exports, 'File', () => require('internal/web/blob').File);
module.exports.resolveObjectURL = function resolveObjectURL(url) {
  return require('internal/web/blob').resolveObjectURL(url);
};
