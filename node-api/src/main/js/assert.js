// node:assert.

const {
  codes: { ERR_CONSTRUCT_CALL_REQUIRED, ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { defineLazy, deprecate } = require('internal/util');
const { validateObject, validateOneOf } = require('internal/validators');
const { AssertionError } = require('internal/assert/assertion_error');
const { diffOf, fail, isError, kOptions } = require('internal/assert/failure');
const { inspect } = require('internal/inspect');

const comparisons = () => require('internal/util/comparisons');
const exceptions = () => require('internal/assert/exceptions');
// eslint-disable-next-line eqeqeq
const looselyEqual = (a, b) => a == b || (a !== a && b !== b);

function innerOk(self, fn, argCount, value, message) {
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
  const error = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: fn, diff: diffOf(self) });
  error.generatedMessage = generated;
  throw error;
}

function innerMatch(self, string, regexp, message, fn) {
  if (!(regexp instanceof RegExp)) throw new ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
  const match = fn.name === 'match';
  if (typeof string === 'string' && (regexp.exec(string) !== null) === match) return;
  if (isError(message)) throw message;
  const generated = !message;
  message ||= typeof string !== 'string'
    ? `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})`
    : `${match ? 'The input did not match the regular expression ' : 'The input was expected to not match the regular expression '}${
      inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
  const error = new AssertionError({ actual: string, expected: regexp, message, operator: fn.name, stackStartFn: fn, diff: diffOf(self) });
  error.generatedMessage = generated;
  throw error;
}

let warnedOfFail = false;
function warnOfFail() {
  if (warnedOfFail) return;
  warnedOfFail = true;
  process.emitWarning('assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() instead or only pass a message.',
    'DeprecationWarning', 'DEP0094');
}

/** Assertions with options of their own. Methods read them from the instance they are called on. */
function Assert(options) {
  if (!new.target) throw new ERR_CONSTRUCT_CALL_REQUIRED('Assert');
  options = { __proto__: null, strict: true, skipPrototype: false, ...options };
  if (options.diff !== undefined) validateOneOf(options.diff, 'options.diff', ['simple', 'full']);
  validateObject(options, 'options');
  this.AssertionError = AssertionError;
  Object.defineProperty(this, kOptions, { __proto__: null, value: options, enumerable: false, configurable: true, writable: true });
  if (!options.strict) return;
  for (const [loose, strict] of strictNames) this[loose] = this[strict];
}

const strictNames = [
  ['equal', 'strictEqual'], ['deepEqual', 'deepStrictEqual'], ['notEqual', 'notStrictEqual'], ['notDeepEqual', 'notDeepStrictEqual'],
];
const methods = Assert.prototype;

/** Defines a method that compares two values. */
function comparing(name, operator, holds) {
  methods[name] = {
    [name]: function(actual, expected, message) {
      if (arguments.length < 2) throw new ERR_MISSING_ARGS('actual', 'expected');
      if (!holds(actual, expected, this)) fail(this, { actual, expected, message, operator, stackStartFn: methods[name] });
    },
  }[name];
}

const skipsPrototype = (self) => self?.[kOptions]?.skipPrototype;

methods.fail = function fail(actual, expected, message, operator, stackStartFn) {
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
  const error = new AssertionError({
    actual, expected, operator: operator === undefined ? 'fail' : operator, stackStartFn: stackStartFn || methods.fail, message, diff: diffOf(this),
  });
  if (generated) error.generatedMessage = true;
  throw error;
};
methods.ok = function ok(...args) { innerOk(this, methods.ok, args.length, ...args); };
comparing('equal', '==', looselyEqual);
comparing('notEqual', '!=', (a, b) => !looselyEqual(a, b));
comparing('deepEqual', 'deepEqual', (a, b) => comparisons().isDeepEqual(a, b));
comparing('notDeepEqual', 'notDeepEqual', (a, b) => !comparisons().isDeepEqual(a, b));
comparing('deepStrictEqual', 'deepStrictEqual', (a, b, self) => comparisons().isDeepStrictEqual(a, b, skipsPrototype(self)));
comparing('notDeepStrictEqual', 'notDeepStrictEqual', (a, b, self) => !comparisons().isDeepStrictEqual(a, b, skipsPrototype(self)));
comparing('strictEqual', 'strictEqual', Object.is);
comparing('notStrictEqual', 'notStrictEqual', (a, b) => !Object.is(a, b));
comparing('partialDeepStrictEqual', 'partialDeepStrictEqual', (a, b) => comparisons().isPartialStrictEqual(a, b));
methods.throws = function throws(fn, ...args) {
  exceptions().expectsError(this, throws, exceptions().getActual(fn), ...args);
};
methods.rejects = async function rejects(promiseFn, ...args) {
  exceptions().expectsError(this, rejects, await exceptions().waitForActual(promiseFn), ...args);
};
methods.doesNotThrow = function doesNotThrow(fn, ...args) {
  exceptions().expectsNoError(this, doesNotThrow, exceptions().getActual(fn), ...args);
};
methods.doesNotReject = async function doesNotReject(fn, ...args) {
  exceptions().expectsNoError(this, doesNotReject, await exceptions().waitForActual(fn), ...args);
};
methods.ifError = function ifError(error) { innerIfError(error, ifError, diffOf(this)); };
methods.match = function match(string, regexp, message) { innerMatch(this, string, regexp, message, match); };
methods.doesNotMatch = function doesNotMatch(string, regexp, message) { innerMatch(this, string, regexp, message, doesNotMatch); };

function innerIfError(error, fn, diff) {
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


function ok(...args) {
  innerOk(undefined, ok, args.length, ...args);
}
const assert = Object.assign(ok, methods, { ok, AssertionError, Assert });

function strict(...args) {
  innerOk(undefined, strict, args.length, ...args);
}
assert.strict = Object.assign(strict, assert);
for (const [loose, name] of strictNames) strict[loose] = assert[name];
assert.strict.strict = assert.strict;
for (const target of [assert, strict]) {
  defineLazy(target, 'CallTracker', () => deprecate(require('internal/assert/call_tracker').CallTracker,
    'assert.CallTracker is deprecated.', 'DEP0173'));
}

module.exports = assert;
