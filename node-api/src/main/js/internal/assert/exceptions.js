// assert.throws, rejects and their opposites: running the function, and comparing what it threw with what was expected.

const {
  codes: { ERR_AMBIGUOUS_ARGUMENT, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_RETURN_VALUE },
} = require('internal/errors');
const { AssertionError } = require('internal/assert/assertion_error');
const { diffOf, fail, isError } = require('internal/assert/failure');
const { inspect } = require('internal/inspect');
const { validateFunction } = require('internal/validators');

/** Of any realm. */
const isRegExp = (value) => require('util/types').isRegExp(value);

const NO_EXCEPTION = {};
const comparisons = () => require('internal/util/comparisons');

/** What `throws` and `rejects` ask of what was thrown. `self` is the Assert the method was called on. */
function expectsError(self, fn, actual, error, message) {
  if (typeof error === 'string') {
    if (arguments.length === 5) {
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
    fail(self, {
      actual: undefined,
      expected: error,
      operator: fn.name,
      message: `Missing expected ${fn.name === 'rejects' ? 'rejection' : 'exception'}${details}`,
      stackStartFn: fn,
    });
  }
  if (error) expectedException(actual, error, message, fn, diffOf(self));
}

function expectsNoError(self, fn, actual, error, message) {
  if (actual === NO_EXCEPTION) return;
  if (typeof error === 'string') {
    message = error;
    error = undefined;
  }
  if (!error || hasMatchingError(actual, error)) {
    fail(self, {
      actual,
      expected: error,
      operator: fn.name,
      message: `Got unwanted ${fn.name === 'doesNotReject' ? 'rejection' : 'exception'}${message ? `: ${message}` : '.'}\n` +
        `Actual message: "${actual?.message}"`,
      stackStartFn: fn,
    });
  }
  throw actual;
}

/** What two errors are compared by when an object describes the expected one. */
class Comparison {
  constructor(source, keys, actual) {
    for (const key of keys) {
      if (!(key in source)) continue;
      if (actual !== undefined && typeof actual[key] === 'string' && isRegExp(source[key]) &&
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
    if (isRegExp(expected)) {
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
        if (typeof actual[key] === 'string' && isRegExp(expected[key]) && expected[key].exec(actual[key]) !== null) continue;
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
    if (isRegExp(expected)) return expected.exec(String(actual)) !== null;
    throw new ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected, {}, [actual]) === true;
}

module.exports = { expectsError, expectsNoError, getActual, waitForActual };
