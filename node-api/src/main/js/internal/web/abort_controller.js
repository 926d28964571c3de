// AbortController and AbortSignal (DOM §3).

const {
  Event, EventTarget, defineEventHandler, kMaxListeners, kNewListener, kRemoveListener, kTrustEvent,
} = require('internal/web/event_target');
const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods, lazyDOMException } = require('internal/util');
const { validateUint32 } = require('internal/validators');

const kCreate = Symbol('create');
// Under symbols, not private: a signal in a proxy is one.
const kAborted = Symbol('kAborted');
const kReason = Symbol('kReason');
// Signals with a listener stay alive until they abort, although nobody but a timer knows them.
const kept = new Set();
const clearTimeoutRegistry = new FinalizationRegistry((timer) => require('internal/timers').clearTimer(timer));

function inspectWith(self, object, depth, options) {
  if (depth < 0) return self;
  const { inspect } = require('internal/inspect');
  const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${self.constructor.name} ${inspect(object, shown)}`;
}

class AbortSignal extends EventTarget {
  #sources;
  #dependents;

  constructor(token) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
    this[kMaxListeners] = 0;
    this[kAborted] = false;
    this[kReason] = undefined;
  }

  static #check(signal) {
    if (typeof signal !== 'object' || signal === null || signal[kAborted] === undefined) throw new ERR_INVALID_THIS('AbortSignal');
    return signal;
  }

  get aborted() { return AbortSignal.#check(this)[kAborted]; }

  get reason() { return AbortSignal.#check(this)[kReason]; }

  throwIfAborted() {
    AbortSignal.#check(this);
    if (this[kAborted]) throw this[kReason];
  }

  [customInspectSymbol](depth, options) {
    return inspectWith(this, { aborted: this.aborted }, depth, options);
  }

  static abort(reason = lazyDOMException('This operation was aborted', 'AbortError')) {
    const signal = new AbortSignal(kCreate);
    signal[kAborted] = true;
    signal[kReason] = reason;
    return signal;
  }

  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = new AbortSignal(kCreate);
    const weak = new WeakRef(signal);
    const timer = require('internal/timers').setUnrefTimeout(() => {
      const target = weak.deref();
      if (target === undefined) return;
      kept.delete(target);
      abortSignal(target, lazyDOMException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay);
    clearTimeoutRegistry.register(signal, timer);
    signal.timed = true;
    Object.defineProperty(signal, 'timed', { __proto__: null, enumerable: false });
    return signal;
  }

  static any(signals) {
    if (signals === null || signals === undefined || typeof signals[Symbol.iterator] !== 'function') {
      throw new ERR_INVALID_ARG_TYPE('signals', 'Iterable', signals);
    }
    const list = [...signals];
    list.forEach((each, i) => {
      if (typeof each !== 'object' || each === null || each[kAborted] === undefined) {
        throw new ERR_INVALID_ARG_TYPE(`signals[${i}]`, 'AbortSignal', each);
      }
    });
    const result = new AbortSignal(kCreate);
    for (const each of list) {
      if (each[kAborted]) {
        result[kAborted] = true;
        result[kReason] = each[kReason];
        return result;
      }
    }
    result.#sources = new Set();
    for (const each of list) {
      // A dependent signal stands for the sources it has itself.
      for (const source of each.#sources ?? [each]) {
        result.#sources.add(source);
        (source.#dependents ??= new Set()).add(result);
      }
    }
    return result;
  }

  /** What marks a signal as transferable is a method of its own: others cannot be cloned into signals. */
  static makeTransferable(signal) {
    Object.defineProperty(signal, internalBinding('messaging').transferSymbol, { __proto__: null, configurable: true, value: sendSignal });
    return signal;
  }

  [kNewListener](size, type) {
    if (type === 'abort' && size === 1 && !this[kAborted] && (this.timed || this.#sources)) kept.add(this);
  }

  [kRemoveListener](size, type) {
    if (type === 'abort' && size === 0) kept.delete(this);
  }

  static abortNow(signal, reason) {
    if (signal[kAborted]) return;
    signal[kAborted] = true;
    signal[kReason] = reason;
    const dependents = [];
    for (const dependent of signal.#dependents ?? []) {
      if (dependent[kAborted]) continue;
      dependent[kAborted] = true;
      dependent[kReason] = reason;
      dependents.push(dependent);
    }
    for (const each of [signal, ...dependents]) {
      kept.delete(each);
      each.dispatchEvent(new Event('abort', { [kTrustEvent]: true }));
    }
    signal.#dependents = undefined;
  }
}
const { abortNow: abortSignal, makeTransferable } = AbortSignal;
delete AbortSignal.abortNow;
delete AbortSignal.makeTransferable;

exposeMethods(AbortSignal.prototype, ['aborted', 'reason', 'throwIfAborted']);
for (const name of ['abort', 'any', 'timeout']) {
  Object.defineProperty(AbortSignal, name, { __proto__: null, ...Object.getOwnPropertyDescriptor(AbortSignal, name), enumerable: true });
}
Object.defineProperty(AbortSignal.prototype, Symbol.toStringTag, {
  __proto__: null, configurable: true, enumerable: false, writable: false, value: 'AbortSignal',
});
defineEventHandler(AbortSignal.prototype, 'abort');

class AbortController {
  #signal;

  get signal() {
    if (typeof this !== 'object' || this === null || !(#signal in this)) throw new ERR_INVALID_THIS('AbortController');
    return (this.#signal ??= new AbortSignal(kCreate));
  }

  abort(reason = lazyDOMException('This operation was aborted', 'AbortError')) {
    abortSignal(this.signal, reason);
  }

  [customInspectSymbol](depth, options) {
    return inspectWith(this, { signal: this.signal }, depth, options);
  }
}
exposeMethods(AbortController.prototype, ['signal', 'abort']);
Object.defineProperty(AbortController.prototype, Symbol.toStringTag, {
  __proto__: null, configurable: true, enumerable: false, writable: false, value: 'AbortController',
});

/** The signal stays where it is; a port tells its copy of the abort. Neither side keeps the process for it. */
function sendSignal() {
  const { aborted, reason } = this;
  const receiver = 'internal/web/abort_controller:receiveSignal';
  if (aborted) return { data: { aborted, reason }, receiver };
  const { MessageChannel } = require('internal/worker/message_port');
  const { port1, port2 } = new MessageChannel();
  this.addEventListener('abort', () => {
    port1.postMessage(this.reason);
    port1.close();
  }, { once: true });
  return { data: { aborted, port: port2 }, receiver, transfer: [port2] };
}

function receiveSignal({ aborted, reason, port }) {
  if (aborted) return makeTransferable(AbortSignal.abort(reason));
  const signal = makeTransferable(new AbortSignal(kCreate));
  port.onmessage = ({ data }) => abortSignal(signal, data);
  port.unref();
  return signal;
}

function transferableAbortController() {
  const controller = new AbortController();
  makeTransferable(controller.signal);
  return controller;
}

module.exports = { AbortController, AbortSignal, makeTransferable, receiveSignal, transferableAbortController };
