// node:timers/promises.

const { Timeout, clearTimer, insert } = require('internal/timers');
const { Immediate, clearImmediate } = require('internal/timers/immediate');
const {
  AbortError,
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_THIS },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateAbortSignal, validateBoolean, validateNumber, validateObject } = require('internal/validators');

function checkOptions(options) {
  validateObject(options, 'options');
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  if (options.ref !== undefined) validateBoolean(options.ref, 'options.ref');
}

function listen(signal, listener) {
  const { kResistStopPropagation } = require('internal/web/event_target');
  signal.addEventListener('abort', listener, { __proto__: null, [kResistStopPropagation]: true });
}

function wait(start, cancel, value, { signal, ref = true }) {
  if (signal?.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
  let onAbort;
  const promise = new Promise((resolve, reject) => {
    const handle = start(() => resolve(value));
    if (!ref) handle.unref();
    if (signal) {
      onAbort = () => {
        cancel(handle);
        reject(new AbortError(undefined, { cause: signal.reason }));
      };
      listen(signal, onAbort);
    }
  });
  return onAbort === undefined ? promise : promise.finally(() => signal.removeEventListener('abort', onAbort));
}

function setTimeout(after, value, options = kEmptyObject) {
  try {
    if (after !== undefined) validateNumber(after, 'delay');
    checkOptions(options);
  } catch (error) {
    return Promise.reject(error);
  }
  return wait((done) => {
    const timer = new Timeout(done, after, undefined, false, true);
    insert(timer);
    return timer;
  }, clearTimer, value, options);
}

function setImmediate(value, options = kEmptyObject) {
  try {
    checkOptions(options);
  } catch (error) {
    return Promise.reject(error);
  }
  return wait((done) => new Immediate(done), clearImmediate, value, options);
}

async function* setInterval(after, value, options = kEmptyObject) {
  if (after !== undefined) validateNumber(after, 'delay');
  checkOptions(options);
  const { signal, ref = true } = options;
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  let onAbort;
  let timer;
  try {
    let missed = 0;
    let wake;
    timer = new Timeout(() => {
      missed++;
      wake?.();
      wake = undefined;
    }, after, undefined, true, ref);
    insert(timer);
    if (signal) {
      onAbort = () => {
        clearTimer(timer);
        wake?.(Promise.reject(new AbortError(undefined, { cause: signal.reason })));
        wake = undefined;
      };
      listen(signal, onAbort);
    }
    while (!signal?.aborted) {
      if (missed === 0) await new Promise((resolve) => { wake = resolve; });
      for (; missed > 0; missed--) yield value;
    }
    throw new AbortError(undefined, { cause: signal?.reason });
  } finally {
    clearTimer(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

class Scheduler {
  constructor() {
    throw new ERR_ILLEGAL_CONSTRUCTOR();
  }

  static create() {
    return Object.create(Scheduler.prototype, { [kScheduler]: { value: true } });
  }

  yield() {
    if (!this[kScheduler]) throw new ERR_INVALID_THIS('Scheduler');
    return setImmediate();
  }

  wait(delay, options) {
    if (!this[kScheduler]) throw new ERR_INVALID_THIS('Scheduler');
    return setTimeout(delay, undefined, options);
  }
}
const kScheduler = Symbol('kScheduler');

module.exports = { setTimeout, setImmediate, setInterval, scheduler: Scheduler.create() };
