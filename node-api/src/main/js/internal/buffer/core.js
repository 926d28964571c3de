// Buffer: a Uint8Array with Node's methods. Small ones are cut from a pool.

const {
  codes: {
    ERR_BUFFER_OUT_OF_BOUNDS, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_UNKNOWN_ENCODING,
  },
} = require('internal/errors');
const { customInspectSymbol, normalizeEncoding } = require('internal/util');
const { validateArray, validateNumber, validateString } = require('internal/validators');
const { encodingOps, utf8 } = require('internal/buffer/encodings');
const { kMaxLength } = require('internal/buffer/limits');

const binding = internalBinding('buffer');
const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype);
const typedArrayTag = Object.getOwnPropertyDescriptor(TypedArrayPrototype, Symbol.toStringTag).get;
const typedArraySet = TypedArrayPrototype.set;
const typedArrayFill = TypedArrayPrototype.fill;
const isUint8Array = (value) => typedArrayTag.call(value) === 'Uint8Array';
const isAnyArrayBuffer = (value) => {
  const kind = internalBinding('util').classOf(value);
  return kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer';
};

class FastBuffer extends Uint8Array {
  constructor(bufferOrLength, byteOffset, length) {
    super(bufferOrLength, byteOffset, length);
  }
}

let poolSize = 8 * 1024;
let pool;
/** Nobody may take away what others are cut from, too. */
const pools = new WeakSet();
let poolOffset = 0;

function newPool() {
  pool = new ArrayBuffer(poolSize);
  pools.add(pool);
  poolOffset = 0;
}

function alignPool() {
  if (poolOffset & 7) poolOffset = (poolOffset | 7) + 1;
}

function allocate(size) {
  if (size <= 0) return new FastBuffer();
  if (size >= poolSize >>> 1) return new FastBuffer(size);
  if (pool === undefined || size > poolSize - poolOffset) newPool();
  const buffer = new FastBuffer(pool, poolOffset, size);
  poolOffset += size;
  alignPool();
  return buffer;
}

function checkSize(size) {
  validateNumber(size, 'size', 0, kMaxLength);
}

const deprecationText = 'Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
  'Buffer.allocUnsafe(), or Buffer.from() methods instead.';
let warnedOfConstructor = false;
// Packages are not warned; a program whose packages call it all the time does not pay for being asked who it is.
let looksLeft = 10_000;
function warnOfConstructor() {
  if (warnedOfConstructor || looksLeft-- <= 0) return;
  const { isInsideNodeModules } = require('internal/util/callers');
  if (!process.pendingDeprecation && isInsideNodeModules()) return;
  warnedOfConstructor = true;
  process.emitWarning(deprecationText, 'DeprecationWarning', 'DEP0005', Buffer);
}

function Buffer(arg, encodingOrOffset, length) {
  warnOfConstructor();
  if (typeof arg === 'number') {
    if (typeof encodingOrOffset === 'string') throw new ERR_INVALID_ARG_TYPE('string', 'string', arg);
    return Buffer.alloc(arg);
  }
  return Buffer.from(arg, encodingOrOffset, length);
}

Object.defineProperty(Buffer, Symbol.species, {
  __proto__: null,
  configurable: true,
  enumerable: false,
  get() { return FastBuffer; },
});

const acceptedSources = ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'];

function fromString(text, encoding) {
  let ops;
  if (typeof encoding !== 'string' || encoding.length === 0) {
    if (text.length === 0) return new FastBuffer();
    ops = utf8;
  } else {
    ops = encodingOps(encoding);
    if (ops === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
    if (text.length === 0) return new FastBuffer();
  }
  const length = ops.byteLength(text);
  if (length >= poolSize >>> 1) {
    if (ops === utf8) return new FastBuffer(binding.encodeUtf8(text));
    const whole = new FastBuffer(length);
    const written = ops.write(whole, text, 0, length);
    return written === length ? whole : new FastBuffer(whole.buffer, 0, written);
  }
  if (pool === undefined || length > poolSize - poolOffset) newPool();
  let buffer = new FastBuffer(pool, poolOffset, length);
  const written = ops.write(buffer, text, 0, length);
  if (written !== length) buffer = new FastBuffer(pool, poolOffset, written);
  poolOffset += written;
  alignPool();
  return buffer;
}

function fromArrayBuffer(arrayBuffer, byteOffset, length) {
  if (byteOffset === undefined) {
    byteOffset = 0;
  } else {
    byteOffset = +byteOffset;
    if (Number.isNaN(byteOffset)) byteOffset = 0;
  }
  const most = arrayBuffer.byteLength - byteOffset;
  if (most < 0) throw new ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (length !== undefined) {
    length = +length;
    if (length > 0) {
      if (length > most) throw new ERR_BUFFER_OUT_OF_BOUNDS('length');
    } else {
      length = 0;
    }
    return new FastBuffer(arrayBuffer, byteOffset, length);
  }
  // Without a length it follows a resizable buffer's.
  return new FastBuffer(arrayBuffer, byteOffset);
}

function fromArrayLike(source) {
  const { length } = source;
  if (length <= 0) return new FastBuffer();
  if (length > poolSize >>> 1) return new FastBuffer(source);
  const buffer = allocate(length);
  if (isUint8Array(source) || Array.isArray(source)) typedArraySet.call(buffer, source);
  else for (let i = 0; i < length; i++) buffer[i] = source[i];
  return buffer;
}

function fromObject(source) {
  if (source.length !== undefined || isAnyArrayBuffer(source.buffer)) {
    if (typeof source.length !== 'number') return new FastBuffer();
    return fromArrayLike(source);
  }
  if (source.type === 'Buffer' && Array.isArray(source.data)) return fromArrayLike(source.data);
  return undefined;
}

Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const primitive = value.valueOf?.();
    if (primitive != null && primitive !== value && (typeof primitive === 'string' || typeof primitive === 'object')) {
      return from(primitive, encodingOrOffset, length);
    }
    const buffer = fromObject(value);
    if (buffer) return buffer;
    if (typeof value[Symbol.toPrimitive] === 'function') {
      const text = value[Symbol.toPrimitive]('string');
      if (typeof text === 'string') return fromString(text, encodingOrOffset);
    }
  }
  throw new ERR_INVALID_ARG_TYPE('first argument', acceptedSources, value);
};

Buffer.copyBytesFrom = function copyBytesFrom(view, offset, length) {
  if (typedArrayTag.call(view) === undefined) throw new ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
  const { validateInteger } = require('internal/validators');
  if (view.length === 0) return Buffer.alloc(0);
  if (offset !== undefined || length !== undefined) {
    if (offset !== undefined) {
      validateInteger(offset, 'offset', 0);
      if (offset >= view.length) return Buffer.alloc(0);
    } else {
      offset = 0;
    }
    let end = view.length;
    if (length !== undefined) {
      validateInteger(length, 'length', 0);
      end = offset + length;
    }
    view = TypedArrayPrototype.slice.call(view, offset, end);
  }
  return fromArrayLike(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
};

// The statics of Uint8Array are not callable on Buffer in its place.
Object.setPrototypeOf(Buffer, Uint8Array);

Buffer.of = function of(...items) {
  const buffer = Buffer.allocUnsafe(items.length);
  for (let i = 0; i < items.length; i++) buffer[i] = items[i];
  return buffer;
};

Buffer.alloc = function alloc(size, fill, encoding) {
  checkSize(size);
  if (fill !== undefined && fill !== 0 && size > 0) {
    const buffer = new FastBuffer(size);
    return fillBuffer(buffer, fill, 0, buffer.length, encoding);
  }
  return new FastBuffer(size);
};

Buffer.allocUnsafe = function allocUnsafe(size) {
  checkSize(size);
  return allocate(size);
};

Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
  checkSize(size);
  return new FastBuffer(size);
};

Object.defineProperty(Buffer, 'poolSize', {
  __proto__: null,
  enumerable: true,
  configurable: true,
  get() { return poolSize; },
  set(value) { poolSize = value; },
});

Buffer.isBuffer = function isBuffer(value) {
  return value instanceof Buffer;
};

Buffer.isEncoding = function isEncoding(encoding) {
  return typeof encoding === 'string' && encoding.length !== 0 && normalizeEncoding(encoding) !== undefined;
};

Buffer.compare = function compare(buf1, buf2) {
  if (!isUint8Array(buf1)) throw new ERR_INVALID_ARG_TYPE('buf1', ['Buffer', 'Uint8Array'], buf1);
  if (!isUint8Array(buf2)) throw new ERR_INVALID_ARG_TYPE('buf2', ['Buffer', 'Uint8Array'], buf2);
  return buf1 === buf2 ? 0 : binding.compare(buf1, buf2);
};

function byteLength(string, encoding) {
  if (typeof string !== 'string') {
    if (ArrayBuffer.isView(string) || isAnyArrayBuffer(string)) return string.byteLength;
    throw new ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], string);
  }
  if (string.length === 0) return 0;
  return ((encoding && encodingOps(encoding)) || utf8).byteLength(string);
}
Buffer.byteLength = byteLength;

Buffer.concat = function concat(list, length) {
  validateArray(list, 'list');
  if (list.length === 0) return new FastBuffer();
  if (length === undefined) {
    length = 0;
    for (let i = 0; i < list.length; i++) if (list[i].length) length += list[i].length;
  } else {
    require('internal/validators').validateInteger(length, 'length', 0);
  }
  const buffer = Buffer.allocUnsafe(length);
  let at = 0;
  for (let i = 0; i < list.length; i++) {
    const part = list[i];
    if (!isUint8Array(part)) throw new ERR_INVALID_ARG_TYPE(`list[${i}]`, ['Buffer', 'Uint8Array'], part);
    if (at + part.length > length) {
      if (at < length) typedArraySet.call(buffer, TypedArrayPrototype.subarray.call(part, 0, length - at), at);
      at = length;
    } else {
      typedArraySet.call(buffer, part, at);
      at += part.length;
    }
  }
  if (at < length) typedArrayFill.call(buffer, 0, at, length);
  return buffer;
};

/** `buf.fill`; `offset` and `end` are already numbers within the buffer. */
function fillBuffer(buffer, value, offset, end, encoding) {
  if (typeof value === 'string') {
    const normalized = normalizeEncoding(encoding);
    if (normalized === undefined) {
      if (encoding !== undefined) validateString(encoding, 'encoding');
      throw new ERR_UNKNOWN_ENCODING(encoding);
    }
    if (value.length === 0) {
      value = 0;
    } else if (value.length === 1) {
      const code = value.charCodeAt(0);
      if ((normalized === 'utf8' && code < 128) || normalized === 'latin1') value = code;
    }
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    typedArrayFill.call(buffer, +value & 255, offset, end);
    return buffer;
  }
  if (end <= offset) return buffer;
  let pattern = value;
  if (typeof value === 'string') pattern = fromString(value, encoding);
  if (!ArrayBuffer.isView(pattern)) {
    typedArrayFill.call(buffer, Number(value) & 255, offset, end);
    return buffer;
  }
  if (pattern.byteLength === 0) throw new ERR_INVALID_ARG_VALUE('value', value);
  binding.fill(buffer, pattern, offset, end);
  return buffer;
}

Buffer.prototype = FastBuffer.prototype;
Object.defineProperty(Buffer.prototype, 'constructor', {
  __proto__: null, value: Buffer, writable: true, configurable: true, enumerable: true,
});
Object.defineProperty(Buffer.prototype, 'parent', {
  __proto__: null, enumerable: true, get() { return this instanceof Buffer ? this.buffer : undefined; },
});
Object.defineProperty(Buffer.prototype, 'offset', {
  __proto__: null, enumerable: true, get() { return this instanceof Buffer ? this.byteOffset : undefined; },
});

module.exports = { Buffer, FastBuffer, fillBuffer, isPool: (value) => pools.has(value), isUint8Array };

require('internal/buffer/methods');
require('internal/buffer/numbers');
Buffer.prototype[customInspectSymbol] = function inspect(recurseTimes, context) {
  return require('internal/buffer/inspect').inspectBuffer(this, recurseTimes, context);
};
Buffer.prototype.inspect = Buffer.prototype[customInspectSymbol];
