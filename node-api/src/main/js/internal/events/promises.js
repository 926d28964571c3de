// events.once and events.on: waiting for an emitter or event target with promises.

const {
  AbortError,
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateAbortSignal, validateInteger, validateObject } = require('internal/validators');

function listen(emitter, name, listener, flags) {
  if (typeof emitter.on === 'function') {
    if (flags?.once) emitter.once(name, listener);
    else emitter.on(name, listener);
  } else if (typeof emitter.addEventListener === 'function') {
    emitter.addEventListener(name, listener, flags);
  } else {
    throw new ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
  }
}

function unlisten(emitter, name, listener, flags) {
  if (typeof emitter.removeListener === 'function') emitter.removeListener(name, listener);
  else if (typeof emitter.removeEventListener === 'function') emitter.removeEventListener(name, listener, flags);
  else throw new ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
}

/** Resolves with the arguments of the next event, rejects with an 'error' before it. */
async function once(emitter, name, options = kEmptyObject) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const { kResistStopPropagation } = signal ? require('internal/web/event_target') : kEmptyObject;
  return new Promise((resolve, reject) => {
    const onError = (error) => {
      emitter.removeListener?.(name, onEvent);
      if (signal != null) unlisten(signal, 'abort', onAbort);
      reject(error);
    };
    const onEvent = (...args) => {
      emitter.removeListener?.('error', onError);
      if (signal != null) unlisten(signal, 'abort', onAbort);
      resolve(args);
    };
    const onAbort = () => {
      unlisten(emitter, name, onEvent);
      if (typeof emitter.on === 'function') unlisten(emitter, 'error', onError);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    const flags = { __proto__: null, once: true };
    if (typeof emitter.on !== 'function') flags[require('internal/web/event_target').kResistStopPropagation] = true;
    listen(emitter, name, onEvent, flags);
    if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
    if (signal != null) listen(signal, 'abort', onAbort, { __proto__: null, once: true, [kResistStopPropagation]: true });
  });
}

/** An async iterator over the arguments of events. */
function on(emitter, event, options = kEmptyObject) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const high = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
  validateInteger(high, 'options.highWaterMark', 1);
  const low = options.lowWaterMark ?? options.lowWatermark ?? 1;
  validateInteger(low, 'options.lowWaterMark', 1);

  const arrived = [];
  const waiting = [];
  const listening = [];
  let failure = null;
  let finished = false;
  let paused = false;
  let size = 0;

  const iterator = Object.setPrototypeOf({
    next() {
      if (size) {
        const value = arrived.shift();
        size--;
        if (paused && size < low) {
          emitter.resume?.();
          paused = false;
        }
        return Promise.resolve({ value, done: false });
      }
      if (failure) {
        const rejected = Promise.reject(failure);
        failure = null;
        return rejected;
      }
      if (finished) return close();
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return() {
      return close();
    },
    throw(error) {
      if (!error || !(error instanceof Error)) {
        throw new ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
      }
      fail(error);
    },
    [Symbol.asyncIterator]() { return this; },
    [kWatermark]: {
      get size() { return size; },
      get low() { return low; },
      get high() { return high; },
      get isPaused() { return paused; },
    },
  }, asyncIteratorPrototype);

  const add = (target, name, listener, flags) => {
    listen(target, name, listener, flags);
    listening.push([target, name, listener, flags]);
  };
  const first = options[kFirstEventParam];
  const handle = (...args) => {
    if (first) [args] = args;
    if (waiting.length > 0) {
      waiting.shift().resolve({ value: args, done: false });
      return;
    }
    size++;
    if (!paused && size > high) {
      paused = true;
      emitter.pause?.();
    }
    arrived.push(args);
  };
  const fail = (error) => {
    if (waiting.length > 0) waiting.shift().reject(error);
    else failure = error;
    close();
  };
  const close = () => {
    for (const [target, name, listener, flags] of listening.splice(0)) unlisten(target, name, listener, flags);
    finished = true;
    const done = { value: undefined, done: true };
    for (const { resolve } of waiting.splice(0)) resolve(done);
    return Promise.resolve(done);
  };

  add(emitter, event, handle);
  if (event !== 'error' && typeof emitter.on === 'function') add(emitter, 'error', fail);
  for (const name of options.close ?? []) add(emitter, name, close);
  if (signal) {
    const { kResistStopPropagation } = require('internal/web/event_target');
    add(signal, 'abort', () => fail(new AbortError(undefined, { cause: signal.reason })),
      { __proto__: null, once: true, [kResistStopPropagation]: true });
  }
  return iterator;
}

// An option: values of the iterator are the first arguments of the events alone.
const kFirstEventParam = Symbol('first argument of events');
const kWatermark = Symbol.for('nodejs.watermarkData');
const asyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);

module.exports = { kFirstEventParam, on, once };
