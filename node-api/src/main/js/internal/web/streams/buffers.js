// Buffers and views as byte streams handle them (Streams §8.3).

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_STATE },
} = require('internal/errors');

const tagOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
const constructors = new Map([
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, BigInt64Array, BigUint64Array,
  Float32Array, Float64Array, globalThis.Float16Array,
].filter(Boolean).map((Class) => [Class.name, Class]));

/** The class of a view whatever its `constructor` says: one of the typed arrays', or DataView. */
function viewClass(view) {
  return constructors.get(Reflect.apply(tagOf, view, [])) ?? DataView;
}

function elementSize(Class) {
  return Class.BYTES_PER_ELEMENT ?? 1;
}

function checkView(view, name) {
  if (!ArrayBuffer.isView(view)) throw new ERR_INVALID_ARG_TYPE(name, ['Buffer', 'TypedArray', 'DataView'], view);
}

/** Takes the bytes away from their owner. */
function transferBuffer(buffer) {
  if (!(Object.prototype.toString.call(buffer) === '[object ArrayBuffer]')) {
    throw new ERR_INVALID_STATE.TypeError('Only an ArrayBuffer can be transferred');
  }
  return buffer.transfer();
}

function cloneBytes(view) {
  return new Uint8Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}

function copyBytes(target, targetOffset, source, sourceOffset, count) {
  new Uint8Array(target, targetOffset, count).set(new Uint8Array(source, sourceOffset, count));
}

module.exports = { checkView, cloneBytes, copyBytes, elementSize, transferBuffer, viewClass };
