// node:assert.

const {
  codes: {
    ERR_AMBIGUOUS_ARGUMENT, ERR_CONSTRUCT_CALL_REQUIRED, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE,
    ERR_INVALID_RETURN_VALUE, ERR_MISSING_ARGS,
  },
} = require('internal/errors');
const { defineLazy, deprecate } = require('internal/util');
const { validateFunction, validateObject, validateOneOf } = require('internal/validators');
const { AssertionError } = require('internal/assert/assertion_error');
const { inspect } = require('internal/inspect');

const NO_EXCEPTION = {};
const comparisons = () => require('internal/util/comparisons');
// eslint-disable-next-line eqeqeq
const looselyEqual = (a, b) => a == b || (a !== a && b !== b);

/** The methods for a set of options: `{ diff, strict, skipPrototype }`. */
function makeMethods(options) {
  const { diff = 'simple', skipPrototype = false } = options;

  function fail(details) {
    if (isError(details.message)) throw details.message;
    throw new AssertionError({ diff, ...details });
  }

  function innerOk(fn, argCount, value, message) {
    if (value) return;
    let generated = false;
    if (argCount === 0) {
      generated = true;
      message = 'No value argument passed to `assert.ok()`';
    } else if (message == null) {
      generated = true;
      message = require('internal/assert/expression').messageOfCall('The expression evaluated to a falsy value:\n\n  assert.ok(...)\n');
    } else if (isError(message)) {
      throw message;
    }
    const error = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: fn, diff });
    error.generatedMessage = generated;
    throw error;
  }

  /** A method that compares two values. */
  function comparing(name, operator, holds) {
    const method = {
      [name](actual, expected, message) {
        if (arguments.length < 2) throw new ERR_MISSING_ARGS('actual', 'expected');
        if (!holds(actual, expected)) fail({ actual, expected, message, operator, stackStartFn: method });
      },
    }[name];
    return method;
  }

  const methods = {
    fail(actual, expected, message, operator, stackStartFn) {
      const count = arguments.length;
      let generated = false;
      if (actual == null && count <= 1) {
        generated = true;
        message = 'Failed';
      } else if (count === 1) {
        message = actual;
        actual = undefined;
      } else {
        warnOfFail();
        if (count === 2) operator = '!=';
      }
      if (message instanceof Error) throw message;
      const options = { actual, expected, operator: operator === undefined ? 'fail' : operator, stackStartFn: stackStartFn || methods.fail, message, diff };
      const error = new AssertionError(options);
      if (generated) error.generatedMessage = true;
      throw error;
    },
    ok(...args) { innerOk(methods.ok, args.length, ...args); },
    equal: comparing('equal', '==', looselyEqual),
    notEqual: comparing('notEqual', '!=', (a, b) => !looselyEqual(a, b)),
    deepEqual: comparing('deepEqual', 'deepEqual', (a, b) => comparisons().isDeepEqual(a, b)),
    notDeepEqual: comparing('notDeepEqual', 'notDeepEqual', (a, b) => !comparisons().isDeepEqual(a, b)),
    deepStrictEqual: comparing('deepStrictEqual', 'deepStrictEqual',
      (a, b) => comparisons().isDeepStrictEqual(a, b, skipPrototype)),
    notDeepStrictEqual: comparing('notDeepStrictEqual', 'notDeepStrictEqual',
      (a, b) => !comparisons().isDeepStrictEqual(a, b, skipPrototype)),
    strictEqual: comparing('strictEqual', 'strictEqual', Object.is),
    notStrictEqual: comparing('notStrictEqual', 'notStrictEqual', (a, b) => !Object.is(a, b)),
    partialDeepStrictEqual: comparing('partialDeepStrictEqual', 'partialDeepStrictEqual',
      (a, b) => comparisons().isPartialStrictEqual(a, b)),
    throws(fn, ...args) { expectsError(methods.throws, getActual(fn), ...args); },
    async rejects(promiseFn, ...args) { expectsError(methods.rejects, await waitForActual(promiseFn), ...args); },
    doesNotThrow(fn, ...args) { expectsNoError(methods.doesNotThrow, getActual(fn), ...args); },
    async doesNotReject(fn, ...args) { expectsNoError(methods.doesNotReject, await waitForActual(fn), ...args); },
    ifError(error) { ifError(error, methods.ifError, diff); },
    match(string, regexp, message) { innerMatch(string, regexp, message, methods.match); },
    doesNotMatch(string, regexp, message) { innerMatch(string, regexp, message, methods.doesNotMatch); },
  };

  function innerMatch(string, regexp, message, fn) {
    if (!(regexp instanceof RegExp)) throw new ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
    const match = fn === methods.match;
    if (typeof string === 'string' && (regexp.exec(string) !== null) === match) return;
    if (isError(message)) throw message;
    const generated = !message;
    message ||= typeof string !== 'string'
      ? `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})`
      : `${match ? 'The input did not match the regular expression ' : 'The input was expected to not match the regular expression '}${
        inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
    const error = new AssertionError({ actual: string, expected: regexp, message, operator: fn.name, stackStartFn: fn, diff });
    error.generatedMessage = generated;
    throw error;
  }

  function expectsError(fn, actual, error, message) {
    if (typeof error === 'string') {
      if (arguments.length === 4) {
        throw new ERR_INVALID_ARG_TYPE('error', ['Object', 'Error', 'Function', 'RegExp'], error);
      }
      if (typeof actual === 'object' && actual !== null) {
        if (actual.message === error) {
          throw new ERR_AMBIGUOUS_ARGUMENT('error/message', `The error message "${actual.message}" is identical to the message.`);
        }
      } else if (actual === error) {
        throw new ERR_AMBIGUOUS_ARGUMENT('error/message', `The error "${actual}" is identical to the message.`);
      }
      message = error;
      error = undefined;
    } else if (error != null && typeof error !== 'object' && typeof error !== 'function') {
      throw new ERR_INVALID_ARG_TYPE('error', ['Object', 'Error', 'Function', 'RegExp'], error);
    }
    if (actual === NO_EXCEPTION) {
      let details = error?.name ? ` (${error.name})` : '';
      details += message ? `: ${message}` : '.';
      fail({
        actual: undefined,
        expected: error,
        operator: fn.name,
        message: `Missing expected ${fn === methods.rejects ? 'rejection' : 'exception'}${details}`,
        stackStartFn: fn,
      });
    }
    if (error) expectedException(actual, error, message, fn, diff);
  }

  function expectsNoError(fn, actual, error, message) {
    if (actual === NO_EXCEPTION) return;
    if (typeof error === 'string') {
      message = error;
      error = undefined;
    }
    if (!error || hasMatchingError(actual, error)) {
      fail({
        actual,
        expected: error,
        operator: fn.name,
        message: `Got unwanted ${fn === methods.doesNotReject ? 'rejection' : 'exception'}${message ? `: ${message}` : '.'}\n` +
          `Actual message: "${actual?.message}"`,
        stackStartFn: fn,
      });
    }
    throw actual;
  }

  return { innerOk, methods };
}

let warnedOfFail = false;
function warnOfFail() {
  if (warnedOfFail) return;
  warnedOfFail = true;
  process.emitWarning('assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() instead or only pass a message.',
    'DeprecationWarning', 'DEP0094');
}

function isError(value) {
  return value instanceof Error || require('util/types').isNativeError(value);
}

function ifError(error, fn, diff) {
  if (error === null || error === undefined) return;
  let message = 'ifError got unwanted exception: ';
  if (typeof error === 'object' && typeof error.message === 'string') {
    message += error.message.length === 0 && error.constructor ? error.constructor.name : error.message;
  } else {
    message += inspect(error);
  }
  const wrapped = new AssertionError({ actual: error, expected: null, operator: 'ifError', message, stackStartFn: fn, diff });
  const originalStack = error?.stack;
  // The place of the original error is what the reader looks for.
  if (typeof originalStack === 'string') {
    const start = originalStack.indexOf('\n    at');
    if (start !== -1) {
      const originalFrames = originalStack.slice(start + 1).split('\n');
      let frames = wrapped.stack.split('\n');
      for (const frame of originalFrames) {
        const at = frames.indexOf(frame);
        if (at !== -1) {
          frames = frames.slice(0, at);
          break;
        }
      }
      wrapped.stack = `${frames.join('\n')}\n${originalFrames.join('\n')}`;
    }
  }
  wrapped.generatedMessage = true;
  throw wrapped;
}

/** What two errors are compared by when an object describes the expected one. */
class Comparison {
  constructor(source, keys, actual) {
    for (const key of keys) {
      if (!(key in source)) continue;
      if (actual !== undefined && typeof actual[key] === 'string' && source[key] instanceof RegExp &&
          source[key].exec(actual[key]) !== null) this[key] = actual[key];
      else this[key] = source[key];
    }
  }
}

function compareKey(actual, expected, key, message, keys, fn, diff) {
  if (key in actual && comparisons().isDeepStrictEqual(actual[key], expected[key])) return;
  if (message) {
    if (message instanceof Error) throw message;
    throw new AssertionError({ actual, expected, message, operator: fn.name, stackStartFn: fn, diff });
  }
  const error = new AssertionError({
    actual: new Comparison(actual, keys), expected: new Comparison(expected, keys, actual), operator: 'deepStrictEqual', stackStartFn: fn, diff,
  });
  error.actual = actual;
  error.expected = expected;
  error.operator = fn.name;
  throw error;
}

function expectedException(actual, expected, message, fn, diff) {
  let generated = false;
  let failed = false;
  if (typeof expected !== 'function') {
    if (expected instanceof RegExp) {
      const text = String(actual);
      if (expected.exec(text) !== null) return;
      if (!message) {
        generated = true;
        message = `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`;
      }
      failed = true;
    } else if (typeof actual !== 'object' || actual === null) {
      const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn, diff });
      error.operator = fn.name;
      throw error;
    } else {
      const keys = Object.keys(expected);
      if (expected instanceof Error) keys.push('name', 'message');
      else if (keys.length === 0) throw new ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
      for (const key of keys) {
        if (typeof actual[key] === 'string' && expected[key] instanceof RegExp && expected[key].exec(actual[key]) !== null) continue;
        compareKey(actual, expected, key, message, keys, fn, diff);
      }
      return;
    }
  } else if (expected.prototype !== undefined && actual instanceof expected) {
    return;
  } else if (Object.prototype.isPrototypeOf.call(Error, expected)) {
    if (!message) {
      generated = true;
      message = `The error is expected to be an instance of "${expected.name}". Received `;
      if (isError(actual)) {
        const name = actual.constructor?.name || actual.name;
        message += expected.name === name ? 'an error with identical name but a different prototype.' : `"${name}"`;
      }
      else message += `"${inspect(actual, { depth: -1 })}"`;
      if (isError(actual) && actual.message) message += `\n\nError message:\n\n${actual.message}`;
    }
    failed = true;
  } else {
    const result = Reflect.apply(expected, {}, [actual]);
    if (result !== true) {
      if (!message) {
        generated = true;
        const name = expected.name ? `"${expected.name}" ` : '';
        message = `The ${name}validation function is expected to return "true". Received ${inspect(result)}`;
        if (actual instanceof Error) message += `\n\nCaught error:\n\n${actual}`;
      }
      failed = true;
    }
  }
  if (!failed) return;
  if (message instanceof Error) throw message;
  const error = new AssertionError({ actual, expected, message, operator: fn.name, stackStartFn: fn, diff });
  error.generatedMessage = generated;
  throw error;
}

function getActual(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return NO_EXCEPTION;
}

function isPromiseLike(value) {
  return require('util/types').isPromise(value) ||
    (value !== null && typeof value === 'object' && typeof value.then === 'function' && typeof value.catch === 'function');
}

async function waitForActual(promiseFn) {
  let promise;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isPromiseLike(promise)) throw new ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
  } else if (isPromiseLike(promiseFn)) {
    promise = promiseFn;
  } else {
    throw new ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return NO_EXCEPTION;
}

function hasMatchingError(actual, expected) {
  if (typeof expected !== 'function') {
    if (expected instanceof RegExp) return expected.exec(String(actual)) !== null;
    throw new ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected, {}, [actual]) === true;
}

const loose = makeMethods({});
function assert(...args) {
  loose.innerOk(assert, args.length, ...args);
}
Object.assign(assert, loose.methods);
assert.AssertionError = AssertionError;

/** An instance has the methods with its own options. */
function Assert(options) {
  if (!new.target) throw new ERR_CONSTRUCT_CALL_REQUIRED('Assert');
  options = { strict: true, skipPrototype: false, ...options };
  if (options.diff !== undefined) validateOneOf(options.diff, 'options.diff', ['simple', 'full']);
  validateObject(options, 'options');
  const { methods } = makeMethods(options);
  Object.assign(this, methods);
  this.AssertionError = AssertionError;
  if (options.strict) {
    this.equal = this.strictEqual;
    this.deepEqual = this.deepStrictEqual;
    this.notEqual = this.notStrictEqual;
    this.notDeepEqual = this.notDeepStrictEqual;
  }
}
assert.Assert = Assert;

function strict(...args) {
  loose.innerOk(strict, args.length, ...args);
}
assert.strict = Object.assign(strict, assert, {
  equal: assert.strictEqual,
  deepEqual: assert.deepStrictEqual,
  notEqual: assert.notStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;
for (const target of [assert, strict]) {
  defineLazy(target, 'CallTracker', () => deprecate(require('internal/assert/call_tracker').CallTracker,
    'assert.CallTracker is deprecated.', 'DEP0173'));
}

module.exports = assert;
