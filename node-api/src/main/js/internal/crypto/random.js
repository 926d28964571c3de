// Random bytes and what is made of them.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const { validateBoolean, validateFunction, validateNumber, validateObject } = require('internal/validators');
const { kMaxLength } = require('internal/buffer/limits');
const { later } = require('internal/crypto/util');
const { kEmptyObject } = require('internal/util');
const { isAnyArrayBuffer } = require('util/types');
const { Buffer } = require('buffer');

const binding = internalBinding('crypto');
const kMaxPossibleLength = Math.min(kMaxLength, 2 ** 31 - 1);

function checkedOffset(offset, elementSize, length) {
  validateNumber(offset, 'offset');
  offset *= elementSize;
  const most = Math.min(length, kMaxPossibleLength);
  if (Number.isNaN(offset) || offset > most || offset < 0) throw new ERR_OUT_OF_RANGE('offset', `>= 0 && <= ${most}`, offset);
  return offset >>> 0;
}

function checkedSize(size, elementSize, offset, length) {
  validateNumber(size, 'size');
  size *= elementSize;
  if (Number.isNaN(size) || size > kMaxPossibleLength || size < 0) {
    throw new ERR_OUT_OF_RANGE('size', `>= 0 && <= ${kMaxPossibleLength}`, size);
  }
  if (size + offset > length) throw new ERR_OUT_OF_RANGE('size + offset', `<= ${length}`, size + offset);
  return size >>> 0;
}

function randomBytes(size, callback) {
  size = checkedSize(size, 1, 0, Infinity);
  if (callback !== undefined) validateFunction(callback, 'callback');
  const bytes = Buffer.alloc(size);
  if (callback === undefined) {
    binding.randomFill(bytes, 0, size);
    return bytes;
  }
  binding.randomFill(bytes, 0, size, later(callback, () => bytes));
  return undefined;
}

function checkTarget(buffer) {
  if (!isAnyArrayBuffer(buffer) && !ArrayBuffer.isView(buffer)) {
    throw new ERR_INVALID_ARG_TYPE('buf', ['ArrayBuffer', 'ArrayBufferView'], buffer);
  }
}

function randomFillSync(buffer, offset = 0, size) {
  checkTarget(buffer);
  const elementSize = buffer.BYTES_PER_ELEMENT || 1;
  offset = checkedOffset(offset, elementSize, buffer.byteLength);
  size = size === undefined ? buffer.byteLength - offset : checkedSize(size, elementSize, offset, buffer.byteLength);
  if (size > 0) binding.randomFill(buffer, offset, size);
  return buffer;
}

function randomFill(buffer, offset, size, callback) {
  checkTarget(buffer);
  const elementSize = buffer.BYTES_PER_ELEMENT || 1;
  if (typeof offset === 'function') {
    callback = offset;
    offset = 0;
    size = buffer.length;
  } else if (typeof size === 'function') {
    callback = size;
    size = buffer.length - offset;
  } else {
    validateFunction(callback, 'callback');
  }
  offset = checkedOffset(offset, elementSize, buffer.byteLength);
  if (size === undefined || buffer.length === undefined) size = buffer.byteLength - offset;
  else size = checkedSize(size, elementSize, offset, buffer.byteLength);
  if (size === 0) {
    callback(null, buffer);
    return;
  }
  binding.randomFill(buffer, offset, size, later(callback, () => buffer));
}

// A stock of random bytes, so that small numbers do not each ask the system.
const stock = new Uint8Array(6 * 256);
let used = stock.length;

function take(count) {
  if (used + count > stock.length) {
    binding.randomFill(stock, 0, stock.length);
    used = 0;
  }
  const start = used;
  used += count;
  return start;
}

const RAND_MAX = 0xFFFF_FFFF_FFFF;

/** A number below `range`: those that would make some more likely are thrown away. */
function below(range) {
  const limit = RAND_MAX - (RAND_MAX % range);
  for (;;) {
    const at = take(6);
    let value = 0;
    for (let i = 0; i < 6; i++) value = value * 256 + stock[at + i];
    if (value < limit) return value % range;
  }
}

function randomInt(min, max, callback) {
  const onlyMax = max === undefined || typeof max === 'function';
  if (onlyMax) {
    callback = max;
    max = min;
    min = 0;
  }
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (!Number.isSafeInteger(min)) throw new ERR_INVALID_ARG_TYPE('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw new ERR_INVALID_ARG_TYPE('max', 'a safe integer', max);
  if (max <= min) throw new ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${min})`, max);
  const range = max - min;
  if (!(range <= RAND_MAX)) throw new ERR_OUT_OF_RANGE(onlyMax ? 'max' : 'max - min', `<= ${RAND_MAX}`, range);
  const result = min + below(range);
  if (callback === undefined) return result;
  process.nextTick(callback, undefined, result);
  return undefined;
}

const hexByte = [];
for (let i = 0; i < 256; i++) hexByte[i] = i.toString(16).padStart(2, '0');

/** Sixteen bytes as a UUID of a version (RFC 9562 §5). */
function uuid(bytes, at, version) {
  bytes[at + 6] = (bytes[at + 6] & 0x0F) | (version << 4);
  bytes[at + 8] = (bytes[at + 8] & 0x3F) | 0x80;
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += hexByte[bytes[at + i]];
  }
  // Nobody shall find it in the stock.
  bytes.fill(0, at, at + 16);
  return text;
}

function randomUUID(options) {
  if (options !== undefined) validateObject(options, 'options');
  const { disableEntropyCache = false } = options ?? kEmptyObject;
  validateBoolean(disableEntropyCache, 'options.disableEntropyCache');
  if (disableEntropyCache) return uuid(randomBytes(16), 0, 4);
  return uuid(stock, take(16), 4);
}

module.exports = { randomBytes, randomFill, randomFillSync, randomInt, randomUUID };
