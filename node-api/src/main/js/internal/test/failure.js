// Why a test did not pass: an ERR_TEST_FAILURE that says where in a test's life it happened, with what was thrown as cause.

const {
  codes: { ERR_TEST_FAILURE },
} = require('internal/errors');

const kinds = {
  aborted: 'testAborted',
  callback: 'callbackAndPromisePresent',
  cancelled: 'cancelledByParent',
  code: 'testCodeFailure',
  expected: 'expectedFailure',
  hook: 'hookFailed',
  multiple: 'multipleCallbackInvocations',
  parentFinished: 'parentAlreadyFinished',
  subtests: 'subtestsFailed',
  timeout: 'testTimeoutFailure',
  uncaught: 'uncaughtException',
  unhandled: 'unhandledRejection',
};

/** @param cause what was thrown, or a text @param type one of `kinds` */
function failure(cause, type) {
  return new ERR_TEST_FAILURE(cause, type);
}

/** The same, unless it is one already. */
function asFailure(error, type = kinds.code) {
  return error !== null && typeof error === 'object' && error.code === 'ERR_TEST_FAILURE' && 'failureType' in error ? error : failure(error, type);
}

module.exports = { asFailure, failure, kinds };
