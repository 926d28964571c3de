// node:util/types: what a value is, by its internal slots.

const { classOf, functionKind, getProxyDetails, isExternal } = internalBinding('util');

const is = (name) => (value) => classOf(value) === name;
const boxedKinds = new Set(['Number', 'String', 'Boolean', 'BigInt', 'Symbol']);
const typedArrayTag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
const typed = (name) => (value) => typedArrayTag.call(value) === name;

/** Whether an object is a boxed primitive of one kind, and no such primitive itself. */
const boxed = (name) => (value) => typeof value === 'object' && value !== null && classOf(value) === name;

const types = {
  isExternal,
  isDate: is('Date'),
  isArgumentsObject: is('Arguments'),
  isBigIntObject: boxed('BigInt'),
  isBooleanObject: boxed('Boolean'),
  isNumberObject: boxed('Number'),
  isStringObject: boxed('String'),
  isSymbolObject: boxed('Symbol'),
  isBoxedPrimitive: (value) => typeof value === 'object' && value !== null && boxedKinds.has(classOf(value)),
  isNativeError: is('Error'),
  isRegExp: is('RegExp'),
  isAsyncFunction: (value) => typeof value === 'function' && (functionKind(value) & 1) !== 0,
  isGeneratorFunction: (value) => typeof value === 'function' && (functionKind(value) & 2) !== 0,
  isGeneratorObject: is('Generator'),
  isPromise: is('Promise'),
  isMap: is('Map'),
  isSet: is('Set'),
  isMapIterator: is('Map Iterator'),
  isSetIterator: is('Set Iterator'),
  isWeakMap: is('WeakMap'),
  isWeakSet: is('WeakSet'),
  isArrayBuffer: is('ArrayBuffer'),
  isDataView: is('DataView'),
  isSharedArrayBuffer: is('SharedArrayBuffer'),
  isProxy: (value) => getProxyDetails(value) !== undefined,
  isModuleNamespaceObject: is('Module'),
  isAnyArrayBuffer: (value) => {
    const kind = classOf(value);
    return kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer';
  },
  isCryptoKey: () => false,
  isKeyObject: () => false,
};
types.isEventTarget = (value) => {
  const { EventTarget } = require('internal/web/event_target');
  return value instanceof EventTarget;
};

Object.assign(module.exports, types, {
  isArrayBufferView: ArrayBuffer.isView,
  isTypedArray: (value) => typedArrayTag.call(value) !== undefined,
  isUint8Array: typed('Uint8Array'),
  isUint8ClampedArray: typed('Uint8ClampedArray'),
  isUint16Array: typed('Uint16Array'),
  isUint32Array: typed('Uint32Array'),
  isInt8Array: typed('Int8Array'),
  isInt16Array: typed('Int16Array'),
  isInt32Array: typed('Int32Array'),
  isFloat16Array: typed('Float16Array'),
  isFloat32Array: typed('Float32Array'),
  isFloat64Array: typed('Float64Array'),
  isBigInt64Array: typed('BigInt64Array'),
  isBigUint64Array: typed('BigUint64Array'),
});
for (const [name, fn] of Object.entries(module.exports)) {
  if (fn.name !== name && fn !== isExternal && fn !== ArrayBuffer.isView) {
    Object.defineProperty(fn, 'name', { value: name, configurable: true });
  }
}
for (const hidden of ['isCryptoKey', 'isKeyObject']) {
  Object.defineProperty(module.exports, hidden, { enumerable: false });
}
