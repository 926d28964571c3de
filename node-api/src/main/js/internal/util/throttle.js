// util.throttle: a function that runs at most so many times in an interval; further calls wait, or are dropped.

const {
  codes: { ERR_THROTTLED },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { Gate, WaitingCalls, abortError, dress } = require('internal/util/rate');
const {
  validateBoolean, validateFunction, validateInteger, validateObject, validateOneOf,
} = require('internal/validators');

const kLongestTimer = 2 ** 31 - 1;
const { now } = internalBinding('timers');

/** Windows that begin with the first call after the last one ended. */
class FixedWindow {
  #start;
  #count = 0;

  constructor(limit, interval) {
    this.limit = limit;
    this.interval = interval;
  }

  #isOver(time) { return this.#start === undefined || time - this.#start >= this.interval; }
  hasRoom(time) { return this.#isOver(time) || this.#count < this.limit; }

  take(time) {
    if (this.#isOver(time)) {
      this.#start = time;
      this.#count = 0;
    }
    this.#count++;
  }

  wait(time) { return this.#start + this.interval - time; }

  reset() {
    this.#start = undefined;
    this.#count = 0;
  }
}

/** A window that slides: the times of the last calls are kept. */
class SlidingWindow {
  #times = [];

  constructor(limit, interval) {
    this.limit = limit;
    this.interval = interval;
  }

  hasRoom(time) {
    while (this.#times.length > 0 && time - this.#times[0] >= this.interval) this.#times.shift();
    return this.#times.length < this.limit;
  }

  take(time) { this.#times.push(time); }
  wait(time) { return this.#times[0] + this.interval - time; }
  reset() { this.#times = []; }
}

function throttle(fn, limit, interval, options = kEmptyObject) {
  validateFunction(fn, 'fn');
  validateInteger(limit, 'limit', 1);
  validateInteger(interval, 'interval', 0, kLongestTimer);
  validateObject(options, 'options');
  const { concurrency = Infinity, maxPending = Infinity, overflow = 'queue', signal, strict = false } = options;
  if (concurrency !== Infinity) validateInteger(concurrency, 'options.concurrency', 1);
  if (maxPending !== Infinity) validateInteger(maxPending, 'options.maxPending', 0);
  validateOneOf(overflow, 'options.overflow', ['queue', 'drop']);
  validateBoolean(strict, 'options.strict');
  const window = new (strict ? SlidingWindow : FixedWindow)(limit, interval);
  const waiting = new WaitingCalls();
  let active = 0;
  const cancelWith = (error) => {
    waiting.stop();
    window.reset();
    waiting.rejectAll(error);
  };
  const gate = new Gate(signal, cancelWith);

  function run(call) {
    window.take(now());
    active++;
    const settled = () => {
      active--;
      drain();
    };
    let result;
    try {
      result = Promise.resolve(Reflect.apply(fn, throttled, call.args));
    } catch (error) {
      result = Promise.reject(error);
    }
    call.resolve(result);
    result.then(settled, settled);
  }

  /** Runs what may run now, and wakes up for the rest. */
  function drain() {
    while (waiting.calls.length > 0 && active < concurrency && window.hasRoom(now())) run(waiting.calls.shift());
    if (waiting.timer !== undefined || waiting.calls.length === 0 || active >= concurrency) return;
    waiting.start(() => {
      waiting.timer = undefined;
      drain();
    }, window.wait(now()));
  }

  const hasCapacity = () => waiting.calls.length === 0 && active < concurrency && window.hasRoom(now());

  function throttled(...args) {
    if (gate.error !== undefined) return Promise.reject(gate.error);
    const free = hasCapacity();
    if (!free && (overflow === 'drop' || waiting.calls.length >= maxPending)) {
      const dropped = Promise.reject(new ERR_THROTTLED());
      require('util').markPromiseAsHandled(dropped);
      return dropped;
    }
    if (free) {
      const call = { args, ...Promise.withResolvers() };
      run(call);
      return call.promise;
    }
    const { promise } = waiting.add(args);
    drain();
    return promise;
  }

  return dress(throttled, fn, {
    cancel(reason) { cancelWith(abortError(reason)); },
    hasImmediateCapacity: () => gate.error === undefined && hasCapacity(),
    ref() {
      waiting.keepAlive(true);
      return throttled;
    },
    unref() {
      waiting.keepAlive(false);
      return throttled;
    },
  }, { pending: () => waiting.newest, pendingCount: () => waiting.calls.length, activeCount: () => active });
}

module.exports = { throttle };
