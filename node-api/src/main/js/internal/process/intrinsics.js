// --disable-proto and --frozen-intrinsics: what becomes of the built-in objects before the program runs.

const { optionFlag, optionValue } = require('internal/options');

function disableProto(mode) {
  delete Object.prototype.__proto__;
  if (mode !== 'throw') return;
  const fail = () => {
    const { codes: { ERR_PROTO_ACCESS } } = require('internal/errors');
    throw new ERR_PROTO_ACCESS();
  };
  Object.defineProperty(Object.prototype, '__proto__', { __proto__: null, configurable: true, enumerable: false, get: fail, set: fail });
}

/** Freezes what can be reached from the globals of ECMAScript. */
function freezeIntrinsics() {
  const seen = new Set();
  const visit = (value) => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
    seen.add(value);
    for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(value))) {
      visit(descriptor.value);
      visit(descriptor.get);
      visit(descriptor.set);
    }
    visit(Object.getPrototypeOf(value));
    if (!ArrayBuffer.isView(value)) Object.freeze(value);
  };
  const names = ['Object', 'Function', 'Array', 'String', 'Boolean', 'Number', 'BigInt', 'Symbol', 'Date', 'RegExp', 'Error', 'AggregateError', 'EvalError',
    'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Promise',
    'Proxy', 'Reflect', 'JSON', 'Math', 'Atomics', 'ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array',
    'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'Iterator', 'eval', 'parseInt', 'parseFloat',
    'isNaN', 'isFinite', 'encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'escape', 'unescape'];
  for (const name of names) visit(globalThis[name]);
  for (const example of [function* () {}, async function () {}, async function* () {}, [][Symbol.iterator](), new Map().entries(), new Set().values(), ''.matchAll(/x/g)]) {
    visit(Object.getPrototypeOf(example));
  }
}

const protoMode = optionValue('--disable-proto');
if (protoMode !== undefined) disableProto(protoMode);
if (optionFlag('frozen-intrinsics')) {
  process.emitWarning('The frozen intrinsics feature is experimental and might change at any time', 'ExperimentalWarning');
  freezeIntrinsics();
}
