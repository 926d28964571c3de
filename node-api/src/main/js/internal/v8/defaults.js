// Serializer and Deserializer as Node sets them up: views are written by Node, each with its own bytes only, since Buffers share theirs.

const { Serializer } = require('internal/v8/serializer');
const { Deserializer } = require('internal/v8/deserializer');
const { Buffer } = require('buffer');

const BUFFER_INDEX = 10;
const viewClasses = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
  DataView, undefined, BigInt64Array, BigUint64Array, globalThis.Float16Array];
const indexByName = new Map(viewClasses.map((Class, index) => [Class && `[object ${Class.name}]`, index]));

class DefaultSerializer extends Serializer {
  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(view) {
    const index = view.constructor === Buffer ? BUFFER_INDEX : indexByName.get(Object.prototype.toString.call(view));
    if (index === undefined) {
      throw new this._getDataCloneError(`Unserializable host object: ${require('internal/inspect').inspect(view)}`);
    }
    this.writeUint32(index);
    this.writeUint32(view.byteLength);
    this.writeRawBytes(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  }
}

class DefaultDeserializer extends Deserializer {
  _readHostObject() {
    const index = this.readUint32();
    const byteLength = this.readUint32();
    const offset = this.buffer.byteOffset + this._readRawBytes(byteLength);
    const { buffer } = this.buffer;
    if (index === BUFFER_INDEX) return Buffer.from(buffer, offset, byteLength);
    const Class = viewClasses[index];
    if (Class === undefined) throw new Error('Unable to deserialize cloned data.');
    const size = Class.BYTES_PER_ELEMENT || 1;
    if (offset % size === 0) return new Class(buffer, offset, byteLength / size);
    // Not where such elements may stand: they get a place of their own.
    return new Class(buffer.slice(offset, offset + byteLength), 0, byteLength / size);
  }
}

function serialize(value) {
  const serializer = new DefaultSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize(buffer) {
  const deserializer = new DefaultDeserializer(buffer);
  deserializer.readHeader();
  return deserializer.readValue();
}

module.exports = { DefaultDeserializer, DefaultSerializer, deserialize, serialize };
