// The methods of Buffer.prototype other than those that read and write numbers.

const {
  codes: { ERR_BUFFER_OUT_OF_BOUNDS, ERR_INVALID_ARG_TYPE, ERR_INVALID_BUFFER_SIZE, ERR_OUT_OF_RANGE, ERR_STRING_TOO_LONG, ERR_UNKNOWN_ENCODING },
} = require('internal/errors');
const { validateInteger, validateNumber } = require('internal/validators');
const { kStringMaxLength } = require('internal/buffer/limits');
const { encodingOps, utf8 } = require('internal/buffer/encodings');
const { Buffer, FastBuffer, fillBuffer, isUint8Array } = require('internal/buffer/core');

const binding = internalBinding('buffer');
const { prototype } = Buffer;
const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype);

prototype.copy = function copy(target, targetStart, sourceStart, sourceEnd) {
  return copyBytes(this, target, targetStart, sourceStart, sourceEnd);
};

function toInteger(value, fallback) {
  value = +value;
  if (!Number.isNaN(value) && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) {
    return value % 1 === 0 ? value : Math.floor(value);
  }
  return fallback;
}

function copyBytes(source, target, targetStart, sourceStart, sourceEnd) {
  if (!ArrayBuffer.isView(source)) throw new ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
  if (!ArrayBuffer.isView(target)) throw new ERR_INVALID_ARG_TYPE('target', ['Buffer', 'Uint8Array'], target);
  if (targetStart === undefined) {
    targetStart = 0;
  } else {
    targetStart = Number.isInteger(targetStart) ? targetStart : toInteger(targetStart, 0);
    if (targetStart < 0) throw new ERR_OUT_OF_RANGE('targetStart', '>= 0', targetStart);
  }
  if (sourceStart === undefined) {
    sourceStart = 0;
  } else {
    sourceStart = Number.isInteger(sourceStart) ? sourceStart : toInteger(sourceStart, 0);
    if (sourceStart < 0 || sourceStart > source.byteLength) {
      throw new ERR_OUT_OF_RANGE('sourceStart', `>= 0 && <= ${source.byteLength}`, sourceStart);
    }
  }
  if (sourceEnd === undefined) {
    sourceEnd = source.byteLength;
  } else {
    sourceEnd = Number.isInteger(sourceEnd) ? sourceEnd : toInteger(sourceEnd, 0);
    if (sourceEnd < 0) throw new ERR_OUT_OF_RANGE('sourceEnd', '>= 0', sourceEnd);
  }
  if (targetStart >= target.byteLength || sourceStart >= sourceEnd) return 0;
  const count = Math.min(sourceEnd - sourceStart, target.byteLength - targetStart, source.byteLength - sourceStart);
  if (count <= 0) return 0;
  binding.copy(source, target, targetStart, sourceStart, count);
  return count;
}

/** Text that may be longer than strings can be. */
function longText(encoding = 'utf8', bytes, start, end) {
  const ops = encodingOps(encoding);
  if (ops === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  const count = end - start;
  // How long a text of UTF-8 is shows when it is read; no byte is less than a third of a character.
  const lengths = { hex: 2 * count, base64: 4 * Math.ceil(count / 3), base64url: Math.ceil(4 * count / 3), utf16le: count >>> 1, utf8: Math.ceil(count / 3) };
  const text = (lengths[ops.encoding] ?? count) > kStringMaxLength ? undefined : ops.slice(bytes, start, end);
  if (text === undefined || text.length > kStringMaxLength) throw new ERR_STRING_TOO_LONG(kStringMaxLength);
  return text;
}

prototype.toString = function toString(encoding, start, end) {
  const { length } = this;
  if (arguments.length === 0) return length > kStringMaxLength ? longText('utf8', this, 0, length) : binding.utf8Slice(this, 0, length);
  if (start <= 0) start = 0;
  else if (start >= length) return '';
  else start = Math.trunc(start) || 0;
  if (end === undefined || end >= length) end = length;
  else end = Math.trunc(end) || 0;
  if (end <= start) return '';
  // Hexadecimal digits are the longest text of all, two for each byte.
  if (end - start > kStringMaxLength / 2) return longText(encoding, this, start, end);
  if (encoding === undefined) return binding.utf8Slice(this, start, end);
  const ops = encodingOps(encoding);
  if (ops === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  return ops.slice(this, start, end);
};

prototype.equals = function equals(otherBuffer) {
  if (!isUint8Array(otherBuffer)) {
    throw new ERR_INVALID_ARG_TYPE('otherBuffer', ['Buffer', 'Uint8Array'], otherBuffer);
  }
  if (this === otherBuffer) return true;
  if (this.byteLength !== otherBuffer.byteLength) return false;
  return this.byteLength === 0 || binding.compare(this, otherBuffer) === 0;
};

prototype.compare = function compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
  if (!isUint8Array(target)) throw new ERR_INVALID_ARG_TYPE('target', ['Buffer', 'Uint8Array'], target);
  if (arguments.length === 1) return binding.compare(this, target);
  if (targetStart === undefined) targetStart = 0;
  else validateInteger(targetStart, 'targetStart', 0);
  if (targetEnd === undefined) targetEnd = target.length;
  else validateInteger(targetEnd, 'targetEnd', 0, target.length);
  if (sourceStart === undefined) sourceStart = 0;
  else validateInteger(sourceStart, 'sourceStart', 0);
  if (sourceEnd === undefined) sourceEnd = this.length;
  else validateInteger(sourceEnd, 'sourceEnd', 0, this.length);
  if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
  if (targetStart >= targetEnd) return 1;
  return binding.compare(TypedArrayPrototype.subarray.call(this, sourceStart, sourceEnd),
    TypedArrayPrototype.subarray.call(target, targetStart, targetEnd));
};

/** Search for a string, bytes or a number, in both directions. */
function search(buffer, value, byteOffset, encoding, forward) {
  if (!ArrayBuffer.isView(buffer)) throw new ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
  if (typeof byteOffset === 'string') {
    encoding = byteOffset;
    byteOffset = undefined;
  } else if (byteOffset > 0x7fffffff) {
    byteOffset = 0x7fffffff;
  } else if (byteOffset < -0x80000000) {
    byteOffset = -0x80000000;
  }
  byteOffset = +byteOffset;
  // NaN means the whole buffer.
  if (Number.isNaN(byteOffset)) byteOffset = forward ? 0 : buffer.length || buffer.byteLength;
  byteOffset = Math.trunc(byteOffset);
  if (typeof value === 'number') {
    const from = startOf(buffer.byteLength, byteOffset, 1, forward);
    return from < 0 ? -1 : binding.indexOfNumber(buffer, value & 255, from, forward);
  }
  let ops;
  if (encoding === undefined) ops = utf8;
  else ops = encodingOps(encoding);
  if (typeof value === 'string') {
    if (ops === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
    value = Buffer.from(value, ops.encoding);
  } else if (!isUint8Array(value)) {
    throw new ERR_INVALID_ARG_TYPE('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  }
  const wide = ops?.encoding === 'utf16le';
  return searchBytes(buffer, value, byteOffset, forward, wide);
}

function startOf(length, offset, needle, forward) {
  if (offset < 0) {
    offset += length;
    if (offset < 0) return forward ? 0 : -1;
  }
  if (offset + needle > length) return forward ? -1 : length - needle;
  return offset;
}

function searchBytes(buffer, needle, byteOffset, forward, wide) {
  const length = buffer.byteLength;
  let from = byteOffset < 0 ? byteOffset + length : byteOffset;
  if (needle.length === 0) {
    if (from < 0) return forward ? 0 : -1;
    return Math.min(from, length);
  }
  if (from < 0) {
    if (!forward) return -1;
    from = 0;
  }
  if (from + needle.length > length) {
    if (forward) return -1;
    from = length - needle.length;
    if (from < 0) return -1;
  }
  if (!wide) return binding.indexOf(buffer, needle, from, forward);
  // Two-byte characters are only found at even distances.
  if (length < 2 || needle.length < 2) return -1;
  let at = binding.indexOf(buffer, needle, from, forward);
  while (at !== -1 && at % 2 !== 0) {
    const next = forward ? at + 1 : at - 1;
    if (next < 0 || next + needle.length > length) return -1;
    at = binding.indexOf(buffer, needle, next, forward);
  }
  return at;
}

prototype.lastIndexOf = function lastIndexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, false);
};

prototype.indexOf = function indexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true);
};

prototype.includes = function includes(value, byteOffset, encoding) {
  return this.indexOf(value, byteOffset, encoding) !== -1;
};

prototype.fill = function fill(value, offset, end, encoding) {
  if (typeof value === 'string') {
    if (offset === undefined || typeof offset === 'string') {
      encoding = offset;
      offset = 0;
      end = this.length;
    } else if (typeof end === 'string') {
      encoding = end;
      end = this.length;
    }
  }
  if (offset === undefined) {
    offset = 0;
    end = this.length;
  } else {
    validateNumber(offset, 'offset', 0);
    if (end === undefined) end = this.length;
    else validateNumber(end, 'end', 0, this.length);
    if (offset >= end) {
      if (typeof value === 'string') fillBuffer(this, value, 0, 0, encoding);
      return this;
    }
  }
  offset = Math.trunc(offset);
  if (offset > this.byteLength || end > this.byteLength) throw new ERR_BUFFER_OUT_OF_BOUNDS();
  return fillBuffer(this, value, offset, Math.trunc(end), encoding);
};

prototype.write = function write(string, offset, length, encoding) {
  if (offset === undefined) return writeWith(utf8, this, string, 0, this.length);
  if (length === undefined && typeof offset === 'string') {
    encoding = offset;
    length = this.length;
    offset = 0;
  } else {
    validateInteger(offset, 'offset', 0, this.length);
    const remaining = this.length - offset;
    if (length === undefined) {
      length = remaining;
    } else if (typeof length === 'string') {
      encoding = length;
      length = remaining;
    } else {
      validateInteger(length, 'length', 0, this.length);
      if (length > remaining) length = remaining;
    }
  }
  if (!encoding || encoding === 'utf8') return writeWith(utf8, this, string, offset, length);
  const ops = encodingOps(encoding);
  if (ops === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  return writeWith(ops, this, string, offset, length);
};

function writeWith(ops, buffer, string, offset, length) {
  if (typeof string !== 'string') throw new ERR_INVALID_ARG_TYPE('argument', 'string', string);
  return ops.write(buffer, string, offset, length);
}

prototype.toJSON = function toJSON() {
  if (this.length === 0) return { type: 'Buffer', data: [] };
  const data = new Array(this.length);
  for (let i = 0; i < this.length; i++) data[i] = this[i];
  return { type: 'Buffer', data };
};

function clampIndex(index, length) {
  index = Math.trunc(index);
  if (index === 0 || Number.isNaN(index)) return 0;
  if (index < 0) return index + length > 0 ? index + length : 0;
  return Math.min(index, length);
}

prototype.subarray = function subarray(start, end) {
  const { length } = this;
  const from = clampIndex(start, length);
  const to = end !== undefined ? clampIndex(end, length) : length;
  return new FastBuffer(this.buffer, this.byteOffset + from, to > from ? to - from : 0);
};

prototype.slice = function slice(start, end) {
  return this.subarray(start, end);
};

function swapper(name, size, bits) {
  prototype[name] = {
    [name]() {
      const { length } = this;
      if (length % size !== 0) throw new ERR_INVALID_BUFFER_SIZE(bits);
      for (let i = 0; i < length; i += size) {
        for (let low = i, high = i + size - 1; low < high; low++, high--) {
          const byte = this[low];
          this[low] = this[high];
          this[high] = byte;
        }
      }
      return this;
    },
  }[name];
}
swapper('swap16', 2, '16-bits');
swapper('swap32', 4, '32-bits');
swapper('swap64', 8, '64-bits');

prototype.toLocaleString = prototype.toString;

// The per-encoding methods: undocumented, but packages call them.
const sliceNames = {
  asciiSlice: 'ascii', base64Slice: 'base64', base64urlSlice: 'base64url', latin1Slice: 'latin1', hexSlice: 'hex',
  ucs2Slice: 'utf16le', utf8Slice: 'utf8',
};
const writeNames = {
  asciiWrite: 'ascii', base64Write: 'base64', base64urlWrite: 'base64url', latin1Write: 'latin1', hexWrite: 'hex',
  ucs2Write: 'utf16le', utf8Write: 'utf8',
};

function outOfBounds(name) {
  throw new ERR_BUFFER_OUT_OF_BOUNDS(name);
}

for (const [name, encoding] of Object.entries(sliceNames)) {
  const { slice } = encodingOps(encoding);
  prototype[name] = {
    [name](start, end) {
      if (!isUint8Array(this)) throw new TypeError('argument must be a buffer');
      const from = start === undefined ? 0 : Math.trunc(+start) || 0;
      const to = end === undefined ? this.length : Math.trunc(+end) || 0;
      if (from < 0 || to < 0) outOfRangeIndex();
      return to <= from ? '' : slice(this, Math.min(from, this.length), Math.min(to, this.length));
    },
  }[name];
}
for (const [name, encoding] of Object.entries(writeNames)) {
  const { write } = encodingOps(encoding);
  prototype[name] = {
    [name](string, offset = 0, length = this.length - offset) {
      if (typeof string !== 'string') throw new ERR_INVALID_ARG_TYPE('argument', 'string', string);
      if (offset < 0 || offset > this.length) outOfBounds('offset');
      if (length < 0 || length > this.length - offset) outOfBounds('length');
      return write(this, string, offset, length);
    },
  }[name];
}

function outOfRangeIndex() {
  const error = new RangeError('Index out of range');
  error.code = 'ERR_OUT_OF_RANGE';
  throw error;
}
