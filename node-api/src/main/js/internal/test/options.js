// The arguments of test(), suite() and hooks: [name][, options][, fn], checked as Node checks them.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateAbortSignal, validateFunction, validateNumber, validateObject, validateUint32 } = require('internal/validators');

const longestTimeout = 2 ** 31 - 1;
const noop = () => {};

/** @return { name, options, fn } */
function testArguments(name, options, fn, extra) {
  if (typeof name === 'function') {
    fn = name;
  } else if (name !== null && typeof name === 'object') {
    fn = options;
    options = name;
  } else if (typeof options === 'function') {
    fn = options;
  }
  options = { ...(options !== null && typeof options === 'object' ? options : kEmptyObject), ...extra };
  if (options.skip) fn = noop;
  const body = typeof fn === 'function' ? fn : noop;
  return { name: typeof name === 'string' && name !== '' ? name : fn?.name || '<anonymous>', options, fn: body };
}

function validateLimits({ timeout, signal }) {
  if (timeout != null && timeout !== Infinity) validateNumber(timeout, 'options.timeout', 0, longestTimeout);
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
}

function validateTestOptions(options) {
  const { concurrency, plan } = options;
  if (typeof concurrency === 'number') validateUint32(concurrency, 'options.concurrency', true);
  else if (concurrency != null && typeof concurrency !== 'boolean') throw new ERR_INVALID_ARG_TYPE('options.concurrency', ['boolean', 'number'], concurrency);
  validateLimits(options);
  if (plan != null) validateUint32(plan, 'options.plan', false);
}

function hookArguments(fn, options) {
  validateFunction(fn, 'fn');
  validateObject(options, 'options');
  validateLimits(options);
}

module.exports = { hookArguments, testArguments, validateTestOptions };
