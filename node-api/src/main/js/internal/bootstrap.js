// The first module: gives the host its hooks and defines the globals. Almost everything here is a getter that loads a
// module when first touched, so that a program pays for what it uses only.

const tick = internalBinding('tick');
const timers = internalBinding('timers');
const errors = internalBinding('errors');
const { defineProperty } = Object;

require('internal/process/setup');
const ticks = require('internal/process/ticks');

ticks.setup(
  () => require('internal/process/rejections').processRejections(),
  () => process._exiting);
errors.setPromiseRejectCallback((type, promise, reason) =>
  require('internal/process/rejections').promiseRejectHandler(type, promise, reason));
errors.setUncaughtExceptionCallback((error, fromPromise) =>
  require('internal/process/uncaught').onUncaughtException(error, fromPromise));
timers.setupTimers(
  () => require('internal/timers/immediate').processImmediate(),
  (now) => require('internal/timers').processTimers(now));
internalBinding('process').setExitHooks(
  () => process.emit('beforeExit', process.exitCode || 0),
  () => require('internal/process/exit').finish());

/** A global that loads when first read; afterwards, and when assigned, an ordinary property. */
function lazyGlobal(key, load, enumerable = false) {
  const settle = (value) => defineProperty(globalThis, key, {
    __proto__: null, value, writable: true, configurable: true, enumerable,
  });
  defineProperty(globalThis, key, {
    __proto__: null,
    configurable: true,
    enumerable,
    get: {
      get() {
        const value = load();
        settle(value);
        return value;
      },
    }.get,
    set: { set: settle }.set,
  });
}

function globalsOf(id, keys, enumerable = false) {
  for (const key of keys) lazyGlobal(key, () => require(id)[key], enumerable);
}

function plainGlobal(key, value, enumerable = false) {
  defineProperty(globalThis, key, { __proto__: null, value, writable: true, configurable: true, enumerable });
}

plainGlobal('global', globalThis, true);
plainGlobal('process', process);
defineProperty(globalThis, Symbol.toStringTag, { __proto__: null, value: 'global', configurable: true });

plainGlobal('queueMicrotask', function queueMicrotask(callback) {
  if (typeof callback !== 'function') require('internal/validators').validateFunction(callback, 'callback');
  const { currentFrame, withFrame } = require('internal/async_context');
  const frame = currentFrame();
  tick.enqueueMicrotask(frame === undefined ? () => { callback(); } : () => withFrame(frame, callback));
}, true);

globalsOf('timers',
  ['clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout'], true);
globalsOf('buffer', ['atob', 'btoa'], true);
globalsOf('buffer', ['Buffer', 'Blob', 'File']);
lazyGlobal('structuredClone', () => require('internal/web/structured_clone').structuredClone, true);
lazyGlobal('performance', () => require('perf_hooks').performance, true);
lazyGlobal('navigator', () => require('internal/web/navigator').navigator, true);
lazyGlobal('console', () => require('internal/console/global'));
globalsOf('internal/web/event_target', ['Event', 'EventTarget', 'CustomEvent']);
globalsOf('internal/web/abort_controller', ['AbortController', 'AbortSignal']);
globalsOf('internal/web/encoding', ['TextEncoder', 'TextDecoder']);
globalsOf('internal/web/url', ['URL']);
globalsOf('internal/web/url_search_params', ['URLSearchParams']);
globalsOf('internal/web/dom_exception', ['DOMException']);
globalsOf('internal/web/navigator', ['Navigator']);
globalsOf('perf_hooks', ['Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver',
  'PerformanceObserverEntryList']);

module.exports = {};
