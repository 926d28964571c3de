// v8.Deserializer: reads values in V8's format. Nothing in the bytes is trusted.

const {
  codes: { ERR_CONSTRUCT_CALL_REQUIRED },
} = require('internal/errors');
const { TAG, VERSION, VIEW_LENGTH_TRACKING, errorTag, regExpFlags, views } = require('internal/v8/tags');
const { Buffer } = require('buffer');

const viewNames = new Map(views);
const errorClasses = new Map([EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map((Class) => [errorTag[Class.name], Class]));
const FIRST_VERSION_WITH_VIEW_FLAGS = 14;

class Malformed extends Error {}

class Reader {
  #bytes;
  #at = 0;
  #version = 0;
  #objects = [];
  #transferred = new Map();

  constructor(buffer) {
    if (!ArrayBuffer.isView(buffer)) throw new TypeError('buffer must be a TypedArray or a DataView');
    this.buffer = buffer;
    this.#bytes = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  #byte() {
    if (this.#at >= this.#bytes.length) throw new Malformed();
    return this.#bytes[this.#at++];
  }

  #varint() {
    let value = 0;
    let scale = 1;
    for (let i = 0; ; i++) {
      const byte = this.#byte();
      if (i < 5) value += (byte & 0x7F) * scale;
      scale *= 0x80;
      if (byte < 0x80) return value % 0x1_0000_0000;
    }
  }

  #take(count) {
    if (count > this.#bytes.length - this.#at) throw new Malformed();
    const start = this.#at;
    this.#at += count;
    return this.#bytes.subarray(start, this.#at);
  }

  #double() { return this.#take(8).readDoubleLE(0); }

  #tag() {
    let tag;
    do tag = this.#byte(); while (tag === TAG.PADDING);
    return tag;
  }

  #peekTag() {
    let at = this.#at;
    while (at < this.#bytes.length && this.#bytes[at] === TAG.PADDING) at++;
    return this.#bytes[at];
  }

  #value() {
    const value = this.#valueOf(this.#tag());
    // The bytes of a buffer are followed by the view on it that was meant, if it was one.
    if (this.#peekTag() === TAG.ARRAY_BUFFER_VIEW && Object.prototype.toString.call(value).endsWith('ArrayBuffer]')) {
      this.#tag();
      return this.#view(value);
    }
    return value;
  }

  #valueOf(tag) {
    switch (tag) {
      case TAG.VERIFY_COUNT:
        this.#varint();
        return this.#value();
      case TAG.UNDEFINED: return undefined;
      case TAG.NULL: return null;
      case TAG.TRUE: return true;
      case TAG.FALSE: return false;
      case TAG.INT32: {
        const value = this.#varint();
        return (value >>> 1) ^ -(value & 1);
      }
      case TAG.UINT32: return this.#varint();
      case TAG.DOUBLE: return this.#double();
      case TAG.BIGINT: return this.#bigint();
      case TAG.UTF8_STRING: return this.#take(this.#varint()).toString('utf8');
      case TAG.ONE_BYTE_STRING: return this.#take(this.#varint()).latin1Slice();
      case TAG.TWO_BYTE_STRING: return this.#twoBytes();
      case TAG.OBJECT_REFERENCE: {
        const id = this.#varint();
        if (id >= this.#objects.length) throw new Malformed();
        return this.#objects[id];
      }
      case TAG.BEGIN_OBJECT: return this.#object();
      case TAG.BEGIN_SPARSE_ARRAY: return this.#sparseArray();
      case TAG.BEGIN_DENSE_ARRAY: return this.#denseArray();
      case TAG.DATE: return this.#remember(new Date(this.#double()));
      case TAG.TRUE_OBJECT: return this.#remember(Object(true));
      case TAG.FALSE_OBJECT: return this.#remember(Object(false));
      case TAG.NUMBER_OBJECT: return this.#remember(Object(this.#double()));
      case TAG.BIGINT_OBJECT: return this.#remember(Object(this.#bigint()));
      case TAG.STRING_OBJECT: return this.#stringObject();
      case TAG.REGEXP: return this.#regExp();
      case TAG.BEGIN_MAP: return this.#map();
      case TAG.BEGIN_SET: return this.#set();
      case TAG.ARRAY_BUFFER: return this.#arrayBuffer(false);
      case TAG.RESIZABLE_ARRAY_BUFFER: return this.#arrayBuffer(true);
      case TAG.ARRAY_BUFFER_TRANSFER: return this.#transfer();
      case TAG.SHARED_ARRAY_BUFFER: return this.#shared();
      case TAG.ERROR: return this.#error();
      case TAG.HOST_OBJECT: return this.#hostObject();
      default: throw new Malformed();
    }
  }

  #remember(object) {
    this.#objects.push(object);
    return object;
  }

  #text() {
    const value = this.#valueOf(this.#tag());
    if (typeof value !== 'string') throw new Malformed();
    return value;
  }

  #twoBytes() {
    const size = this.#varint();
    if (size % 2 !== 0) throw new Malformed();
    return this.#take(size).ucs2Slice();
  }

  #bigint() {
    const bits = this.#varint();
    const bytes = this.#take((bits >>> 1) & 0x3FFFFFFF);
    let value = 0n;
    for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]);
    return bits & 1 ? -value : value;
  }

  /** Keys and values until the tag. @return how many */
  #properties(object, end) {
    let count = 0;
    while (this.#peekTag() !== end) {
      const key = this.#value();
      if (typeof key !== 'string' && typeof key !== 'number') throw new Malformed();
      Object.defineProperty(object, key, { __proto__: null, value: this.#value(), writable: true, enumerable: true, configurable: true });
      count++;
    }
    this.#tag();
    return count;
  }

  #expect(number) {
    if (this.#varint() !== number) throw new Malformed();
  }

  #object() {
    const object = this.#remember({});
    this.#expect(this.#properties(object, TAG.END_OBJECT));
    return object;
  }

  #sparseArray() {
    const length = this.#varint();
    const array = this.#remember([]);
    array.length = length;
    this.#expect(this.#properties(array, TAG.END_SPARSE_ARRAY));
    this.#expect(length);
    return array;
  }

  #denseArray() {
    const length = this.#varint();
    // Each element takes a byte.
    if (length > this.#bytes.length - this.#at) throw new Malformed();
    const array = this.#remember(new Array(length));
    for (let i = 0; i < length; i++) {
      if (this.#peekTag() === TAG.THE_HOLE) this.#tag();
      else array[i] = this.#value();
    }
    this.#expect(this.#properties(array, TAG.END_DENSE_ARRAY));
    this.#expect(length);
    return array;
  }

  #stringObject() {
    const at = this.#objects.push(undefined) - 1;
    return this.#objects[at] = Object(this.#text());
  }

  #regExp() {
    const at = this.#objects.push(undefined) - 1;
    const source = this.#text();
    const bits = this.#varint();
    const flags = regExpFlags.filter(([, bit]) => bits & bit).map(([flag]) => flag).join('');
    try {
      return this.#objects[at] = new RegExp(source, flags);
    } catch {
      throw new Malformed();
    }
  }

  #map() {
    const map = this.#remember(new Map());
    let count = 0;
    for (; this.#peekTag() !== TAG.END_MAP; count += 2) {
      const key = this.#value();
      map.set(key, this.#value());
    }
    this.#tag();
    this.#expect(count);
    return map;
  }

  #set() {
    const set = this.#remember(new Set());
    let count = 0;
    for (; this.#peekTag() !== TAG.END_SET; count++) set.add(this.#value());
    this.#tag();
    this.#expect(count);
    return set;
  }

  #arrayBuffer(resizable) {
    const length = this.#varint();
    const maxByteLength = resizable ? this.#varint() : length;
    if (maxByteLength < length) throw new Malformed();
    const bytes = this.#take(length);
    const buffer = resizable ? new ArrayBuffer(length, { maxByteLength }) : new ArrayBuffer(length);
    new Uint8Array(buffer).set(bytes);
    return this.#remember(buffer);
  }

  #transfer() {
    const buffer = this.#transferred.get(this.#varint());
    if (buffer === undefined) throw new Malformed();
    return this.#remember(buffer);
  }

  #shared() {
    const id = this.#varint();
    const buffer = typeof this._getSharedArrayBufferFromId === 'function'
      ? this._getSharedArrayBufferFromId(id)
      : this.#transferred.get(id);
    if (buffer === undefined) throw new Malformed();
    return this.#remember(buffer);
  }

  #view(buffer) {
    const name = viewNames.get(this.#byte());
    const offset = this.#varint();
    const length = this.#varint();
    const flags = this.#version >= FIRST_VERSION_WITH_VIEW_FLAGS ? this.#varint() : 0;
    const Class = globalThis[name];
    if (Class === undefined) throw new Malformed();
    const size = Class.BYTES_PER_ELEMENT ?? 1;
    if (offset > buffer.byteLength || length > buffer.byteLength - offset || offset % size !== 0 || length % size !== 0) throw new Malformed();
    return this.#remember(flags & VIEW_LENGTH_TRACKING ? new Class(buffer, offset) : new Class(buffer, offset, length / size));
  }

  #error() {
    const at = this.#objects.push(undefined) - 1;
    let Class = Error;
    const hidden = {};
    for (let tag = this.#byte(); tag !== errorTag.END; tag = this.#byte()) {
      if (errorClasses.has(tag)) Class = errorClasses.get(tag);
      else if (tag === errorTag.MESSAGE) hidden.message = this.#text();
      else if (tag === errorTag.CAUSE) hidden.cause = this.#value();
      else if (tag === errorTag.STACK) hidden.stack = this.#text();
      else throw new Malformed();
    }
    const error = new Class();
    for (const key of Object.keys(hidden)) {
      Object.defineProperty(error, key, { __proto__: null, value: hidden[key], writable: true, enumerable: false, configurable: true });
    }
    return this.#objects[at] = error;
  }

  #hostObject() {
    if (typeof this._readHostObject !== 'function') throw new Malformed();
    const at = this.#objects.push(undefined) - 1;
    const value = this._readHostObject();
    if (typeof value !== 'object' || value === null) throw new TypeError('readHostObject must return an object');
    return this.#objects[at] = value;
  }

  readHeader() {
    if (this.#bytes[this.#at] === TAG.VERSION) {
      this.#at++;
      try {
        this.#version = this.#varint();
      } catch {
        this.#version = Infinity;
      }
      if (this.#version <= VERSION) return true;
    }
    throw new Error('Unable to deserialize cloned data due to invalid or unsupported version.');
  }

  readValue() {
    try {
      return this.#value();
    } catch (error) {
      if (error instanceof Malformed) throw new Error('Unable to deserialize cloned data.');
      throw error;
    }
  }

  getWireFormatVersion() { return this.#version; }
  transferArrayBuffer(id, arrayBuffer) { this.#transferred.set(id >>> 0, arrayBuffer); }

  #reading(name, read) {
    try {
      return read();
    } catch (error) {
      if (error instanceof Malformed) throw new Error(`${name}() failed`);
      throw error;
    }
  }

  readUint32() { return this.#reading('ReadUint32', () => this.#varint()); }

  readUint64() {
    return this.#reading('ReadUint64', () => {
      let value = 0n;
      for (let shift = 0n; ; shift += 7n) {
        const byte = this.#byte();
        if (shift < 64n) value |= BigInt(byte & 0x7F) << shift;
        if (byte < 0x80) break;
      }
      return [Number((value >> 32n) & 0xFFFF_FFFFn), Number(value & 0xFFFF_FFFFn)];
    });
  }

  readDouble() { return this.#reading('ReadDouble', () => this.#double()); }

  /** @return where the bytes start in the window of the buffer */
  _readRawBytes(length) {
    return this.#reading('ReadRawBytes', () => {
      this.#take(length >>> 0);
      return this.#at - (length >>> 0);
    });
  }

  readRawBytes(length) {
    const offset = this._readRawBytes(length);
    return Buffer.from(this.buffer.buffer, this.buffer.byteOffset + offset, length);
  }
}

/** The class as programs see it: calling it without `new` has Node's error. */
function Deserializer(buffer) {
  if (!new.target) throw new ERR_CONSTRUCT_CALL_REQUIRED('Deserializer');
  return Reflect.construct(Reader, [buffer], new.target);
}
Deserializer.prototype = Reader.prototype;
Object.defineProperty(Reader.prototype, 'constructor', { __proto__: null, value: Deserializer, writable: true, configurable: true });

module.exports = { Deserializer };
