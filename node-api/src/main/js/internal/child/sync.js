// spawnSync, execSync and execFileSync.

const { Buffer } = require('buffer');
const {
  codes: { ERR_INVALID_ARG_TYPE },
  errnoException, genericNodeError,
} = require('internal/errors');
const { FastBuffer } = require('internal/buffer/core');
const {
  checkMaxBuffer, checkTimeout, defaultMaxBuffer, killSignalNumber, spawnArguments,
} = require('internal/child/arguments');
const { describeStdio, forHost } = require('internal/child/stdio');
const { execArguments, execFileArguments } = require('internal/child/exec');

const binding = internalBinding('child');

/** The bytes the child reads from one of its descriptors. */
function inputBytes(input, index, encoding) {
  if (input === undefined || input === null) return undefined;
  if (ArrayBuffer.isView(input)) return input;
  if (typeof input === 'string') return Buffer.from(input, encoding);
  throw new ERR_INVALID_ARG_TYPE(`options.stdio[${index}]`, ['Buffer', 'TypedArray', 'DataView', 'string'], input);
}

function spawnSync(file, args, options) {
  options = { __proto__: null, maxBuffer: defaultMaxBuffer, ...spawnArguments(file, args, options) };
  checkTimeout(options.timeout);
  checkMaxBuffer(options.maxBuffer);
  options.killSignal = killSignalNumber(options.killSignal);
  options.stdio = describeStdio(options.stdio || 'pipe', true).stdio;
  if (options.input) options.stdio[0] = { ...options.stdio[0], input: options.input };
  const input = options.stdio.map((description, i) => inputBytes(description.input, i, options.encoding));
  return run(options, input);
}

function run(options, input) {
  let result = binding.spawnSync({
    file: options.file, args: options.args, env: options.envPairs, cwd: options.cwd, detached: options.detached,
    uid: options.uid, gid: options.gid, stdio: options.stdio.map(forHost), input,
    timeout: options.timeout ?? undefined, maxBuffer: options.maxBuffer ?? undefined, killSignal: options.killSignal,
  });
  if (typeof result === 'number') result = { error: result, status: null, signal: null, output: null, pid: 0 };
  const { error, status, signal, output, pid } = result;
  const shown = { ...(error === undefined ? {} : { error: spawnError(error, options) }), status, signal, output, pid };
  if (output !== null) {
    const { encoding } = options;
    shown.output = output.map((bytes, i) => {
      // What the child only reads has no output.
      if (bytes === null || i === 0) return null;
      const buffer = new FastBuffer(bytes);
      return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
    });
  }
  shown.stdout = shown.output?.[1];
  shown.stderr = shown.output?.[2];
  return shown;
}

function spawnError(errno, options) {
  const error = errnoException(errno, `spawnSync ${options.file}`);
  error.path = options.file;
  error.spawnargs = options.args.slice(1);
  return error;
}

/** What to throw for a child that failed, if it did. */
function failureOf(result, args, command) {
  if (result.error) return Object.assign(result.error, result);
  if (result.status === 0) return undefined;
  let message = `Command failed: ${command || args.join(' ')}`;
  if (result.stderr && result.stderr.length > 0) message += `\n${result.stderr.toString()}`;
  return genericNodeError(message, result);
}

function finish(result, inheritsStderr, args, command) {
  if (inheritsStderr && result.stderr) process.stderr.write(result.stderr);
  const failure = failureOf(result, args, command);
  if (failure !== undefined) throw failure;
  return result.stdout;
}

function execFileSync(file, args, options) {
  ({ file, args, options } = execFileArguments(file, args, options));
  const result = require('child_process').spawnSync(file, args, options);
  return finish(result, !options.stdio, [options.argv0 || file, ...args]);
}

function execSync(command, options) {
  const request = execArguments(command, options, null);
  const result = require('child_process').spawnSync(request.file, request.options);
  return finish(result, !request.options.stdio, undefined, command);
}

module.exports = { execFileSync, execSync, spawnSync };
