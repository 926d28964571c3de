// node:events. The emitter itself is in internal/events/emitter, what waits on emitters in internal/events/promises.

const { EventEmitter, kMaxEventTargetListeners } = require('internal/events/emitter');
const { defineLazy } = require('internal/util');
const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { validateAbortSignal, validateFunction, validateNumber } = require('internal/validators');

const isEventTarget = (value) =>
  value != null && typeof value.addEventListener === 'function' && typeof value.dispatchEvent === 'function';

/** How many listeners an emitter or event target has for an event. */
EventEmitter.listenerCount = function listenerCount(emitter, type) {
  if (typeof emitter.listenerCount === 'function') return emitter.listenerCount(type);
  return Reflect.apply(EventEmitter.prototype.listenerCount, emitter, [type]);
};

function getEventListeners(emitterOrTarget, type) {
  if (typeof emitterOrTarget?.listeners === 'function') return emitterOrTarget.listeners(type);
  if (isEventTarget(emitterOrTarget)) {
    return require('internal/web/event_target').listenersOf(emitterOrTarget, type);
  }
  throw new ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], emitterOrTarget);
}

function getMaxListeners(emitterOrTarget) {
  if (typeof emitterOrTarget?.getMaxListeners === 'function') return emitterOrTarget.getMaxListeners();
  if (isEventTarget(emitterOrTarget)) {
    return emitterOrTarget[kMaxEventTargetListeners] ??= EventEmitter.defaultMaxListeners;
  }
  throw new ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], emitterOrTarget);
}

function setMaxListeners(n = EventEmitter.defaultMaxListeners, ...targets) {
  validateNumber(n, 'setMaxListeners', 0);
  if (targets.length === 0) {
    EventEmitter.defaultMaxListeners = n;
    return;
  }
  for (const target of targets) {
    if (isEventTarget(target)) require('internal/web/event_target').setMaxListeners(target, n);
    else if (typeof target?.setMaxListeners === 'function') target.setMaxListeners(n);
    else throw new ERR_INVALID_ARG_TYPE('eventTargets', ['EventEmitter', 'EventTarget'], target);
  }
}

/** Listens for an abort even if another listener stops the event; gives a disposable. */
function addAbortListener(signal, listener) {
  if (signal === undefined) throw new ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateFunction(listener, 'listener');
  let remove;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    const { kResistStopPropagation } = require('internal/web/event_target');
    signal.addEventListener('abort', listener, { __proto__: null, once: true, [kResistStopPropagation]: true });
    remove = () => signal.removeEventListener('abort', listener);
  }
  return {
    __proto__: null,
    [Symbol.dispose]() { remove?.(); },
  };
}

module.exports = EventEmitter;

Object.assign(EventEmitter, {
  addAbortListener,
  getEventListeners,
  getMaxListeners,
  setMaxListeners,
  once(emitter, name, options) {
    return require('internal/events/promises').once(emitter, name, options);
  },
  on(emitter, event, options) {
    return require('internal/events/promises').on(emitter, event, options);
  },
});
Object.defineProperty(EventEmitter.once, 'length', { value: 2, configurable: true });
Object.defineProperty(EventEmitter.on, 'length', { value: 2, configurable: true });
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;
defineLazy(EventEmitter, 'EventEmitterAsyncResource',
  () => require('internal/events/async_resource').EventEmitterAsyncResource);
