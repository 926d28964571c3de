// util.debounce: a function that runs once calls have ceased for a time, with the arguments of the last.

const { AbortError } = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { Gate, WaitingCalls, abortError, dress } = require('internal/util/rate');
const { validateBoolean, validateFunction, validateInteger, validateObject } = require('internal/validators');

const kLongestTimer = 2 ** 31 - 1;

function debounce(fn, wait, options = kEmptyObject) {
  validateFunction(fn, 'fn');
  validateInteger(wait, 'wait', 0, kLongestTimer);
  validateObject(options, 'options');
  const { leading = false, rejectOnCancel = false, signal } = options;
  validateBoolean(leading, 'options.leading');
  validateBoolean(rejectOnCancel, 'options.rejectOnCancel');
  const waiting = new WaitingCalls();
  const cancelWith = (error) => {
    if (waiting.timer === undefined) return;
    waiting.stop();
    waiting.rejectAll(error);
  };
  const gate = new Gate(signal, cancelWith);

  /** One run of `fn` settles all callers that waited for it. */
  function run(args, calls) {
    try {
      if (gate.error !== undefined) throw gate.error;
      const result = Reflect.apply(fn, debounced, args);
      for (const { resolve } of calls) resolve(result);
    } catch (error) {
      for (const { reject } of calls) reject(error);
    }
  }

  function runWaiting() {
    const { calls } = waiting;
    waiting.calls = [];
    if (calls.length > 0) run(calls.at(-1).args, calls);
  }

  function debounced(...args) {
    if (gate.error !== undefined) return Promise.reject(gate.error);
    const first = waiting.timer === undefined;
    if (first) {
      waiting.start(() => {
        waiting.timer = undefined;
        runWaiting();
      }, wait);
    } else {
      if (waiting.newest !== null) {
        require('util').markPromiseAsHandled(waiting.newest);
        if (rejectOnCancel) waiting.rejectAll(new AbortError('The debounced call was superseded'));
      }
      waiting.timer.refresh();
    }
    if (first && leading) {
      const call = Promise.withResolvers();
      run(args, [call]);
      return call.promise;
    }
    return waiting.add(args).promise;
  }

  return dress(debounced, fn, {
    cancel(reason) { cancelWith(abortError(reason)); },
    flush() {
      if (waiting.calls.length === 0) return;
      waiting.stop();
      runWaiting();
    },
    ref() {
      waiting.keepAlive(true);
      return debounced;
    },
    unref() {
      waiting.keepAlive(false);
      return debounced;
    },
  }, { pending: () => waiting.newest, pendingCount: () => waiting.calls.length });
}

module.exports = { debounce };
