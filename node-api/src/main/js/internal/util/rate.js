// What util.debounce and util.throttle share: calls that wait for their turn, and how a waiting caller is turned away.

const { AbortError } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');

function abortError(reason) {
  return reason === undefined ? new AbortError() : new AbortError(undefined, { __proto__: null, cause: reason });
}

/** Calls whose promises are open, in the order they came, and one timer that may keep the loop alive. */
class WaitingCalls {
  calls = [];
  timer = undefined;
  #referenced = true;

  add(args) {
    const call = { args, ...Promise.withResolvers() };
    this.calls.push(call);
    return call;
  }

  get newest() { return this.calls.length === 0 ? null : this.calls.at(-1).promise; }

  rejectAll(error) {
    const { calls } = this;
    this.calls = [];
    for (const { reject } of calls) reject(error);
  }

  start(fn, delay) {
    this.timer = require('timers').setTimeout(fn, delay);
    if (!this.#referenced) this.timer.unref();
  }

  stop() {
    require('timers').clearTimeout(this.timer);
    this.timer = undefined;
  }

  keepAlive(on) {
    this.#referenced = on;
    if (on) this.timer?.ref();
    else this.timer?.unref();
  }
}

/** What a signal does to such a function: once it is aborted every call is rejected with one error. */
class Gate {
  #signal;
  #error;

  constructor(signal, cancelAll) {
    validateAbortSignal(signal, 'options.signal');
    if (signal === undefined) return;
    if (signal.aborted) throw abortError(signal.reason);
    this.#signal = signal;
    require('events').addAbortListener(signal, () => cancelAll(this.error));
  }

  /** The error to reject with, `undefined` while the signal is not aborted. */
  get error() {
    if (this.#error === undefined && this.#signal?.aborted) this.#error = abortError(this.#signal.reason);
    return this.#error;
  }
}

/** Gives the limited function the face of the one behind it, and its own methods. */
function dress(limited, fn, methods, getters) {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(limited, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true });
  }
  for (const [name, get] of Object.entries(getters)) Object.defineProperty(limited, name, { __proto__: null, get, enumerable: false });
  for (const name of ['length', 'name']) Object.defineProperty(limited, name, { __proto__: null, value: fn[name], configurable: true });
  return limited;
}

module.exports = { Gate, WaitingCalls, abortError, dress };
