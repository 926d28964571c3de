// v8.Serializer: writes values in V8's format.

const {
  codes: { ERR_CONSTRUCT_CALL_REQUIRED },
} = require('internal/errors');
const { TAG, VERSION, VIEW_BUFFER_RESIZABLE, errorTag, regExpFlags, views } = require('internal/v8/tags');
const { Buffer } = require('buffer');
const types = require('util/types');

const { classOf } = internalBinding('util');
const viewTags = new Map(views.map(([tag, name]) => [name, tag]));
const notOneByte = /[^\0-\xff]/;
const isIndex = (key) => key === `${key >>> 0}` && key !== '4294967295';

/** How V8 names a value that cannot be cloned. */
function describe(value) {
  if (typeof value === 'symbol') return value.toString();
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  if (types.isProxy(value)) return '#<Object>';
  return `#<${internalBinding('util').getConstructorName(value) || 'Object'}>`;
}

class Writer {
  #bytes = Buffer.allocUnsafe(64);
  #view;
  #length = 0;
  #ids = new Map();
  #transferred = new Map();
  #treatViewsAsHostObjects = false;

  #room(count) {
    if (this.#length + count > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + count));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
      this.#view = undefined;
    }
  }

  #byte(value) {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  /** Seven bits a byte, the lowest first. */
  #varint(value) {
    this.#room(8);
    while (value >= 0x80) {
      this.#bytes[this.#length++] = (value % 0x80) | 0x80;
      value = Math.floor(value / 0x80);
    }
    this.#bytes[this.#length++] = value;
  }

  #raw(bytes) {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #double(value) {
    this.#room(8);
    this.#bytes.writeDoubleLE(value, this.#length);
    this.#length += 8;
  }

  #string(text) {
    if (!notOneByte.test(text)) {
      this.#byte(TAG.ONE_BYTE_STRING);
      this.#varint(text.length);
      this.#room(text.length);
      this.#length += this.#bytes.latin1Write(text, this.#length, text.length);
      return;
    }
    const size = text.length * 2;
    let header = 2;
    for (let rest = size; rest >= 0x80; rest = Math.floor(rest / 0x80)) header++;
    // Two-byte characters stand at even places.
    if ((this.#length + header) & 1) this.#byte(TAG.PADDING);
    this.#byte(TAG.TWO_BYTE_STRING);
    this.#varint(size);
    this.#room(size);
    this.#length += this.#bytes.ucs2Write(text, this.#length, size);
  }

  #number(value) {
    if (value === (value | 0) && !Object.is(value, -0)) {
      this.#byte(TAG.INT32);
      this.#varint(((value << 1) ^ (value >> 31)) >>> 0);
    } else {
      this.#byte(TAG.DOUBLE);
      this.#double(value);
    }
  }

  #bigint(value) {
    let magnitude = value < 0n ? -value : value;
    const words = [];
    for (; magnitude > 0n; magnitude >>= 64n) words.push(magnitude & 0xFFFF_FFFF_FFFF_FFFFn);
    this.#varint((words.length * 8 * 2) + (value < 0n ? 1 : 0));
    for (const word of words) {
      this.#room(8);
      this.#bytes.writeBigUInt64LE(word, this.#length);
      this.#length += 8;
    }
  }

  #fail(value) {
    this._failure(`${describe(value)} could not be cloned.`);
  }

  #value(value) {
    switch (typeof value) {
      case 'undefined': return this.#byte(TAG.UNDEFINED);
      case 'boolean': return this.#byte(value ? TAG.TRUE : TAG.FALSE);
      case 'number': return this.#number(value);
      case 'string': return this.#string(value);
      case 'bigint':
        this.#byte(TAG.BIGINT);
        return this.#bigint(value);
      case 'object': return value === null ? this.#byte(TAG.NULL) : this.#object(value);
      default: return this.#fail(value);
    }
  }

  #object(value) {
    const known = this.#ids.get(value);
    if (known !== undefined) {
      this.#byte(TAG.OBJECT_REFERENCE);
      this.#varint(known);
      return;
    }
    const isView = ArrayBuffer.isView(value);
    // The buffer of a view stands before it.
    if (isView && !this.#treatViewsAsHostObjects) this.#object(value.buffer);
    this.#ids.set(value, this.#ids.size);
    if (types.isProxy(value)) return this.#fail(value);
    if (isView) return this.#treatViewsAsHostObjects ? this.#hostObject(value) : this.#viewOf(value);
    switch (classOf(value)) {
      case 'Array': return this.#array(value);
      case 'Date':
        this.#byte(TAG.DATE);
        return this.#double(Date.prototype.getTime.call(value));
      case 'Boolean': return this.#byte(Boolean.prototype.valueOf.call(value) ? TAG.TRUE_OBJECT : TAG.FALSE_OBJECT);
      case 'Number':
        this.#byte(TAG.NUMBER_OBJECT);
        return this.#double(Number.prototype.valueOf.call(value));
      case 'BigInt':
        this.#byte(TAG.BIGINT_OBJECT);
        return this.#bigint(BigInt.prototype.valueOf.call(value));
      case 'String':
        this.#byte(TAG.STRING_OBJECT);
        return this.#string(String.prototype.valueOf.call(value));
      case 'RegExp': return this.#regExp(value);
      case 'Map': return this.#map(value);
      case 'Set': return this.#set(value);
      case 'ArrayBuffer': return this.#arrayBuffer(value);
      case 'SharedArrayBuffer': return this.#sharedArrayBuffer(value);
      case 'Error': return this.#error(value);
      case 'Object': case 'Arguments':
        this.#byte(TAG.BEGIN_OBJECT);
        this.#varintAfter(TAG.END_OBJECT, this.#properties(value, Object.keys(value)));
        return undefined;
      default: return this.#fail(value);
    }
  }

  #varintAfter(tag, ...numbers) {
    this.#byte(tag);
    for (const number of numbers) this.#varint(number);
  }

  /** Enumerable own properties, as long as they are there when their turn comes. @return how many were written */
  #properties(object, keys) {
    let count = 0;
    for (const key of keys) {
      if (!Object.prototype.propertyIsEnumerable.call(object, key)) continue;
      if (isIndex(key)) this.#number(Number(key));
      else this.#string(key);
      this.#value(object[key]);
      count++;
    }
    return count;
  }

  #array(array) {
    const { length } = array;
    const keys = Object.keys(array);
    const dense = keys.length >= length && (length === 0 || keys[length - 1] === `${length - 1}`);
    if (!dense) {
      this.#varintAfter(TAG.BEGIN_SPARSE_ARRAY, length);
      this.#varintAfter(TAG.END_SPARSE_ARRAY, this.#properties(array, keys), length);
      return;
    }
    this.#varintAfter(TAG.BEGIN_DENSE_ARRAY, length);
    for (let i = 0; i < length; i++) {
      // A getter may have shortened it.
      if (i in array) this.#value(array[i]);
      else this.#byte(TAG.THE_HOLE);
    }
    this.#varintAfter(TAG.END_DENSE_ARRAY, this.#properties(array, keys.slice(length)), length);
  }

  #regExp(value) {
    const { source, flags } = value;
    this.#byte(TAG.REGEXP);
    this.#string(source);
    this.#varint(regExpFlags.reduce((bits, [flag, bit]) => (flags.includes(flag) ? bits | bit : bits), 0));
  }

  #map(map) {
    const entries = [...Map.prototype.entries.call(map)];
    this.#byte(TAG.BEGIN_MAP);
    for (const [key, value] of entries) {
      this.#value(key);
      this.#value(value);
    }
    this.#varintAfter(TAG.END_MAP, entries.length * 2);
  }

  #set(set) {
    const values = [...Set.prototype.values.call(set)];
    this.#byte(TAG.BEGIN_SET);
    for (const value of values) this.#value(value);
    this.#varintAfter(TAG.END_SET, values.length);
  }

  #arrayBuffer(buffer) {
    const id = this.#transferred.get(buffer);
    if (id !== undefined) return this.#varintAfter(TAG.ARRAY_BUFFER_TRANSFER, id);
    if (buffer.detached) return this._failure('An ArrayBuffer is detached and could not be cloned.');
    if (buffer.resizable) this.#varintAfter(TAG.RESIZABLE_ARRAY_BUFFER, buffer.byteLength, buffer.maxByteLength);
    else this.#varintAfter(TAG.ARRAY_BUFFER, buffer.byteLength);
    return this.#raw(new Uint8Array(buffer));
  }

  #sharedArrayBuffer(buffer) {
    if (typeof this._getSharedArrayBufferId !== 'function') return this.#fail(buffer);
    return this.#varintAfter(TAG.SHARED_ARRAY_BUFFER, this._getSharedArrayBufferId(buffer) >>> 0);
  }

  #viewOf(view) {
    const name = types.isDataView(view) ? 'DataView' : view[Symbol.toStringTag];
    const resizable = view.buffer.resizable === true || view.buffer.growable === true;
    this.#byte(TAG.ARRAY_BUFFER_VIEW);
    this.#varintAfter(viewTags.get(name), view.byteOffset, view.byteLength, resizable ? VIEW_BUFFER_RESIZABLE : 0);
  }

  #error(error) {
    const own = (key) => {
      const property = Object.getOwnPropertyDescriptor(error, key);
      return property !== undefined && 'value' in property ? property : undefined;
    };
    const message = own('message');
    const cause = own('cause');
    const { stack } = error;
    this.#byte(TAG.ERROR);
    const kind = errorTag[`${error.name}`];
    if (/Error$/.test(error.name) && kind !== undefined) this.#byte(kind);
    if (message !== undefined) {
      this.#byte(errorTag.MESSAGE);
      this.#string(`${message.value}`);
    }
    if (typeof stack === 'string') {
      this.#byte(errorTag.STACK);
      this.#string(stack);
    }
    if (cause !== undefined) {
      this.#byte(errorTag.CAUSE);
      this.#value(cause.value);
    }
    this.#byte(errorTag.END);
  }

  #hostObject(value) {
    if (typeof this._writeHostObject !== 'function') return this.#fail(value);
    this.#byte(TAG.HOST_OBJECT);
    return this._writeHostObject(value);
  }

  /** Throws what the program makes of a message. */
  _failure(message) {
    throw Reflect.apply(this._getDataCloneError, this, [message]);
  }

  writeHeader() {
    this.#byte(TAG.VERSION);
    this.#byte(VERSION);
  }

  writeValue(value) {
    this.#value(value);
    return true;
  }

  releaseBuffer() {
    const result = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#bytes = Buffer.allocUnsafe(64);
    this.#length = 0;
    return result;
  }

  transferArrayBuffer(id, arrayBuffer) { this.#transferred.set(arrayBuffer, id >>> 0); }
  writeUint32(value) { this.#varint(value >>> 0); }

  writeUint64(high, low) {
    let value = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
    for (; value >= 0x80n; value >>= 7n) this.#byte(Number(value & 0x7Fn) | 0x80);
    this.#byte(Number(value));
  }

  writeDouble(value) { this.#double(+value); }

  writeRawBytes(source) {
    if (!ArrayBuffer.isView(source)) throw new TypeError('source must be a TypedArray or a DataView');
    this.#raw(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
  }

  _setTreatArrayBufferViewsAsHostObjects(flag) { this.#treatViewsAsHostObjects = Boolean(flag); }
}

/** The class as programs see it: calling it without `new` has Node's error. */
function Serializer() {
  if (!new.target) throw new ERR_CONSTRUCT_CALL_REQUIRED('Serializer');
  return Reflect.construct(Writer, [], new.target);
}
Serializer.prototype = Writer.prototype;
Object.defineProperty(Writer.prototype, 'constructor', { __proto__: null, value: Serializer, writable: true, configurable: true });
Object.defineProperty(Writer.prototype, '_failure', { __proto__: null, value: Writer.prototype._failure, enumerable: false });
Serializer.prototype._getDataCloneError = Error;

module.exports = { Serializer };
