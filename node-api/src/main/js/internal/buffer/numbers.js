// Reading and writing numbers in buffers. Integers are put together byte by byte, floats through a scratch array.

const {
  codes: { ERR_BUFFER_OUT_OF_BOUNDS, ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { Buffer } = require('internal/buffer/core');

const { prototype } = Buffer;
const float32 = new Float32Array(1);
const bytes32 = new Uint8Array(float32.buffer);
const float64 = new Float64Array(1);
const bytes64 = new Uint8Array(float64.buffer);
float32[0] = -1;
const hostIsBigEndian = bytes32[3] === 0;

function boundsError(value, length, type) {
  if (Math.floor(value) !== value) {
    validateNumber(value, type);
    throw new ERR_OUT_OF_RANGE(type || 'offset', 'an integer', value);
  }
  if (length < 0) throw new ERR_BUFFER_OUT_OF_BOUNDS();
  throw new ERR_OUT_OF_RANGE(type || 'offset', `>= ${type ? 1 : 0} and <= ${length}`, value);
}

function checkPlace(buffer, offset, size) {
  if (typeof offset !== 'number') validateNumber(offset, 'offset');
  if (!(offset >= 0 && offset + size <= buffer.length && Math.floor(offset) === offset)) {
    boundsError(offset, buffer.length - size);
  }
}

function checkByteLength(byteLength) {
  if (byteLength === undefined) throw new ERR_INVALID_ARG_TYPE('byteLength', 'number', byteLength);
  if (typeof byteLength !== 'number' || !(byteLength >= 1 && byteLength <= 6 && Number.isInteger(byteLength))) {
    validateNumber(byteLength, 'byteLength');
    boundsError(byteLength, 6, 'byteLength');
  }
}

function readUnsigned(buffer, offset, size, little) {
  let value = 0;
  if (little) for (let i = size - 1; i >= 0; i--) value = value * 256 + buffer[offset + i];
  else for (let i = 0; i < size; i++) value = value * 256 + buffer[offset + i];
  return value;
}

function readSigned(buffer, offset, size, little) {
  const value = readUnsigned(buffer, offset, size, little);
  const half = 2 ** (size * 8 - 1);
  return value >= half ? value - half * 2 : value;
}

function rangeText(min, max, size) {
  const n = typeof min === 'bigint' ? 'n' : '';
  // Long limits are shown as powers.
  if (size > 4 || n !== '') {
    if (min === 0 || min === 0n) return `>= 0${n} and < 2${n} ** ${size * 8}${n}`;
    return `>= -(2${n} ** ${size * 8 - 1}${n}) and < 2${n} ** ${size * 8 - 1}${n}`;
  }
  return `>= ${min}${n} and <= ${max}${n}`;
}

function checkValue(value, min, max, size) {
  if (value > max || value < min) throw new ERR_OUT_OF_RANGE('value', rangeText(min, max, size), value);
}

function writeInteger(buffer, value, offset, size, little, signed) {
  value = +value;
  const max = signed ? 2 ** (size * 8 - 1) - 1 : 2 ** (size * 8) - 1;
  const min = signed ? -(2 ** (size * 8 - 1)) : 0;
  checkPlaceAfterValue(buffer, value, offset, size, min, max);
  value = Math.trunc(value) || 0;
  let rest = value < 0 ? value + 2 ** (size * 8) : value;
  for (let i = 0; i < size; i++) {
    buffer[little ? offset + i : offset + size - 1 - i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return offset + size;
}

function checkPlaceAfterValue(buffer, value, offset, size, min, max) {
  if (size === 1) {
    validateNumber(offset, 'offset');
    checkValue(value, min, max, size);
  } else {
    checkValue(value, min, max, size);
    if (typeof offset !== 'number') validateNumber(offset, 'offset');
  }
  checkPlace(buffer, offset, size);
}

function define(names, fn) {
  for (const name of names) {
    prototype[name] = name === names[0] ? fn : prototype[names[0]];
    if (name === names[0]) Object.defineProperty(fn, 'name', { value: name, configurable: true });
  }
}

for (const size of [1, 2, 4]) {
  const bits = size * 8;
  for (const little of size === 1 ? [true] : [true, false]) {
    const end = size === 1 ? '' : little ? 'LE' : 'BE';
    define([`readUInt${bits}${end}`, `readUint${bits}${end}`], function(offset = 0) {
      checkPlace(this, offset, size);
      return readUnsigned(this, offset, size, little);
    });
    define([`readInt${bits}${end}`], function(offset = 0) {
      checkPlace(this, offset, size);
      return readSigned(this, offset, size, little);
    });
    define([`writeUInt${bits}${end}`, `writeUint${bits}${end}`], function(value, offset = 0) {
      return writeInteger(this, value, offset, size, little, false);
    });
    define([`writeInt${bits}${end}`], function(value, offset = 0) {
      return writeInteger(this, value, offset, size, little, true);
    });
  }
}

for (const little of [true, false]) {
  const end = little ? 'LE' : 'BE';
  define([`readUInt${end}`, `readUint${end}`], function(offset, byteLength) {
    if (offset === undefined) throw new ERR_INVALID_ARG_TYPE('offset', 'number', offset);
    checkByteLength(byteLength);
    checkPlace(this, offset, byteLength);
    return readUnsigned(this, offset, byteLength, little);
  });
  define([`readInt${end}`], function(offset, byteLength) {
    if (offset === undefined) throw new ERR_INVALID_ARG_TYPE('offset', 'number', offset);
    checkByteLength(byteLength);
    checkPlace(this, offset, byteLength);
    return readSigned(this, offset, byteLength, little);
  });
  define([`writeUInt${end}`, `writeUint${end}`], function(value, offset, byteLength) {
    checkByteLength(byteLength);
    return writeInteger(this, value, offset, byteLength, little, false);
  });
  define([`writeInt${end}`], function(value, offset, byteLength) {
    checkByteLength(byteLength);
    return writeInteger(this, value, offset, byteLength, little, true);
  });

  define([`readBigUInt64${end}`, `readBigUint64${end}`], function(offset = 0) {
    checkPlace(this, offset, 8);
    const first = BigInt(readUnsigned(this, offset, 4, little));
    const second = BigInt(readUnsigned(this, offset + 4, 4, little));
    return little ? first + (second << 32n) : (first << 32n) + second;
  });
  define([`readBigInt64${end}`], function(offset = 0) {
    checkPlace(this, offset, 8);
    const first = BigInt(readUnsigned(this, offset, 4, little));
    const second = BigInt(readUnsigned(this, offset + 4, 4, little));
    return BigInt.asIntN(64, little ? first + (second << 32n) : (first << 32n) + second);
  });
  const writeBig = (buffer, value, offset, min, max) => {
    // Anything but a BigInt is a TypeError here.
    void (value & 0n);
    checkValue(value, min, max, 8);
    checkPlace(buffer, offset, 8);
    let rest = BigInt.asUintN(64, value);
    for (let i = 0; i < 8; i++) {
      buffer[little ? offset + i : offset + 7 - i] = Number(rest & 0xffn);
      rest >>= 8n;
    }
    return offset + 8;
  };
  define([`writeBigUInt64${end}`, `writeBigUint64${end}`], function(value, offset = 0) {
    return writeBig(this, value, offset, 0n, 0xffffffffffffffffn);
  });
  define([`writeBigInt64${end}`], function(value, offset = 0) {
    return writeBig(this, value, offset, -0x8000000000000000n, 0x7fffffffffffffffn);
  });

  for (const [name, size, scratch, bytes] of [['Float', 4, float32, bytes32], ['Double', 8, float64, bytes64]]) {
    const reversed = little === hostIsBigEndian;
    define([`read${name}${end}`], function(offset = 0) {
      checkPlace(this, offset, size);
      for (let i = 0; i < size; i++) bytes[reversed ? size - 1 - i : i] = this[offset + i];
      return scratch[0];
    });
    define([`write${name}${end}`], function(value, offset = 0) {
      value = +value;
      checkPlace(this, offset, size);
      scratch[0] = value;
      for (let i = 0; i < size; i++) this[offset + i] = bytes[reversed ? size - 1 - i : i];
      return offset + size;
    });
  }
}
