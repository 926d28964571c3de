// assert.CallTracker: functions that must be called a number of times.

const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_UNAVAILABLE_DURING_EXIT },
} = require('internal/errors');
const { AssertionError } = require('internal/assert/assertion_error');
const { validateUint32 } = require('internal/validators');

const noop = () => {};

class CallTracker {
  #checks = new Set();
  #tracked = new WeakMap();

  calls(fn, expected = 1) {
    if (process._exiting) throw new ERR_UNAVAILABLE_DURING_EXIT();
    if (typeof fn === 'number') {
      expected = fn;
      fn = noop;
    } else if (fn === undefined) {
      fn = noop;
    }
    validateUint32(expected, 'expected', true);
    const context = { calls: [], expected, name: fn.name || 'calls', stackTrace: new Error() };
    this.#checks.add(context);
    const tracked = new Proxy(fn, {
      __proto__: null,
      apply(target, thisArg, args) {
        context.calls.push(Object.freeze({ thisArg, arguments: Object.freeze(args.slice()) }));
        return Reflect.apply(target, thisArg, args);
      },
    });
    this.#tracked.set(tracked, context);
    return tracked;
  }

  #contextOf(tracked) {
    const context = this.#tracked.get(tracked);
    if (context === undefined) throw new ERR_INVALID_ARG_VALUE('tracked', tracked, 'is not a tracked function');
    return context;
  }

  getCalls(tracked) { return Object.freeze(this.#contextOf(tracked).calls.slice()); }

  reset(tracked) {
    if (tracked === undefined) for (const context of this.#checks) context.calls = [];
    else this.#contextOf(tracked).calls = [];
  }

  report() {
    const errors = [];
    for (const { calls, expected, name, stackTrace } of this.#checks) {
      if (calls.length === expected) continue;
      errors.push({
        message: `Expected the ${name} function to be executed ${expected} time(s) but was executed ${calls.length} time(s).`,
        actual: calls.length,
        expected,
        operator: name,
        stack: stackTrace,
      });
    }
    return errors;
  }

  verify() {
    const errors = this.report();
    if (errors.length === 0) return;
    throw new AssertionError({
      message: errors.length === 1 ? errors[0].message : 'Functions were not called the expected number of times',
      details: errors,
    });
  }
}

module.exports = { CallTracker };
