// Calling a test's or hook's function: with a callback or a promise, within a time limit, until a signal aborts.

const { failure, kinds } = require('internal/test/failure');

/**
 * Calls `fn(argument)` or `fn(argument, done)`; the promise settles as the function's work does.
 * A promise is only what the function returned or its callback needs: what has no end keeps no loop alive.
 */
function callBody(fn, context, takesCallback) {
  if (!takesCallback || fn.length !== 2) return Reflect.apply(fn, context, [context]);
  return new Promise((resolve, reject) => {
    let called = false;
    const returned = Reflect.apply(fn, context, [context, (error) => {
      if (called) {
        reject(failure('callback invoked multiple times', kinds.multiple));
        return;
      }
      called = true;
      // Later, so that a second call in the same turn is still seen.
      process.nextTick(() => {
        if (error) reject(error);
        else resolve();
      });
    }]);
    if (typeof returned?.then === 'function') {
      called = true;
      reject(failure('passed a callback but also returned a Promise', kinds.callback));
    }
  });
}

/** What ends a test early: `promise` rejects; `release()` when it is over. */
function limits(what, timeout, signal) {
  const { promise, reject } = Promise.withResolvers();
  promise.catch(() => {});
  const expire = () => reject(failure(`${what} timed out after ${timeout}ms`, kinds.timeout));
  const timer = timeout === undefined || timeout === Infinity ? undefined : require('timers').setTimeout(expire, timeout);
  const abort = () => reject(failure(signal.reason ?? `${what} was aborted`, kinds.aborted));
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { __proto__: null, once: true });
  return {
    promise,
    reject,
    release() {
      if (timer !== undefined) require('timers').clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}

module.exports = { callBody, limits };
