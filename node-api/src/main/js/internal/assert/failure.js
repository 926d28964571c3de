// How every assertion fails: with the message's own error, or with an AssertionError in the style of its Assert.

const { AssertionError } = require('internal/assert/assertion_error');

/** Where an instance of Assert keeps its options; a method taken out of its instance has none. */
const kOptions = Symbol('options');

function diffOf(self) {
  return self?.[kOptions]?.diff ?? 'simple';
}

function isError(value) {
  return value instanceof Error || require('util/types').isNativeError(value);
}

function fail(self, details) {
  if (isError(details.message)) throw details.message;
  throw new AssertionError({ diff: diffOf(self), ...details });
}

module.exports = { diffOf, fail, isError, kOptions };
