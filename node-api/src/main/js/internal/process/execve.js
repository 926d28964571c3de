// process.execve: another program in place of this one.

const {
  codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM, ERR_INVALID_ARG_VALUE, ERR_WORKER_UNSUPPORTED_OPERATION },
  errnoException,
} = require('internal/errors');
const { emitExperimentalWarning } = require('internal/util');
const { validateArray, validateObject, validateString } = require('internal/validators');

const isText = (value) => typeof value === 'string' && !value.includes('\0');

function execve(execPath, args = [], env = process.env) {
  emitExperimentalWarning('process.execve');
  if (process.platform === 'win32') throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('process.execve');
  if (require('worker_threads').isMainThread === false) throw new ERR_WORKER_UNSUPPORTED_OPERATION('Calling process.execve');
  validateString(execPath, 'execPath');
  validateArray(args, 'args');
  args.forEach((arg, i) => {
    if (!isText(arg)) throw new ERR_INVALID_ARG_VALUE(`args[${i}]`, arg, 'must be a string without null bytes');
  });
  validateObject(env, 'env');
  const pairs = Object.entries(env).map(([name, value]) => {
    if (!isText(name) || !isText(value)) {
      throw new ERR_INVALID_ARG_VALUE('env', env, 'must be an object with string keys and values without null bytes');
    }
    return `${name}=${value}`;
  });
  const status = internalBinding('process').execve(execPath, args, pairs);
  // There is no way back: exit handlers have not run, and output may be half written.
  const error = errnoException(status, 'execve', execPath);
  internalBinding('stdio').writeSync(2, `process.execve failed with error code ${error.code}\n${error.stack}\n`);
  process.abort();
}

module.exports = { execve };
