// What readable-stream asks of "its" util: ours. Web classes load when they are used.

const {
  createDeferredPromise, debuglog, deprecate, kEmptyObject, once, promisify,
} = require('internal/util');

module.exports = {
  AggregateError,
  createDeferredPromise,
  debuglog,
  deprecate,
  kEmptyObject,
  once,
  promisify,
  addAbortListener: (signal, listener) => require('events').addAbortListener(signal, listener),
  AbortSignalAny: (signals) => require('internal/web/abort_controller').AbortSignal.any(signals),
  format: (...args) => require('internal/inspect').format(...args),
  inspect: (...args) => require('internal/inspect').inspect(...args),
  isBlob(value) {
    if (value === null || typeof value !== 'object' || typeof value.arrayBuffer !== 'function') return false;
    return value instanceof require('internal/web/blob').Blob;
  },
  types: {
    isAsyncFunction: (value) => require('util/types').isAsyncFunction(value),
    isArrayBufferView: ArrayBuffer.isView,
  },
};
