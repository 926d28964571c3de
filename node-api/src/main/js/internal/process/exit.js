// The end of the process: exit code, the `exit` event.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { validateInteger } = require('internal/validators');

let exitCode;

function checkExitCode(value, name) {
  if (value === undefined || value === null) return;
  if (typeof value === 'string' && value !== '') {
    const number = Number(value);
    if (Number.isInteger(number)) return;
    throw new ERR_INVALID_ARG_TYPE(name, 'integer', value);
  }
  validateInteger(value, name);
}

function setExitCode(value) {
  if (value !== null && value !== undefined) checkExitCode(value, 'code');
  exitCode = value ?? undefined;
}

const codeNumber = () => (exitCode === undefined ? 0 : Number(exitCode));

function exit(code) {
  if (arguments.length !== 0) setExitCode(code);
  if (!process._exiting) {
    process._exiting = true;
    process.emit('exit', codeNumber());
  }
  // Through the property, which tests of others replace.
  process.reallyExit(codeNumber());
}

/** The host's hook when the loop has nothing left: emits `exit` and gives the code. */
function finish() {
  if (require('internal/async_context').work.tracker !== undefined) require('internal/async_hooks').flushDestroyed();
  if (!process._exiting) {
    process._exiting = true;
    process.emit('exit', codeNumber());
  }
  return codeNumber();
}

module.exports = { exit, finish, getExitCode: () => exitCode, setExitCode };
