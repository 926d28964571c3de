// What the functions of child_process are given, checked and brought into one form.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE, ERR_UNKNOWN_SIGNAL },
} = require('internal/errors');
const { isInt32, validateBoolean, validateObject, validateString } = require('internal/validators');

function refuseNull(text, name) {
  if (typeof text === 'string' && text.includes('\0')) {
    throw new ERR_INVALID_ARG_VALUE(name, text, 'must be a string without null bytes');
  }
}

function checkTimeout(timeout) {
  if (timeout != null && !(Number.isInteger(timeout) && timeout >= 0)) {
    throw new ERR_OUT_OF_RANGE('timeout', 'an unsigned integer', timeout);
  }
}

function checkMaxBuffer(maxBuffer) {
  if (maxBuffer != null && !(typeof maxBuffer === 'number' && maxBuffer >= 0)) {
    throw new ERR_OUT_OF_RANGE('options.maxBuffer', 'a positive number', maxBuffer);
  }
}

/** The number of a signal given by name, in any case, or by number. */
function signalNumber(signal) {
  const { signals } = require('internal/constants').os;
  if (typeof signal === 'number' && Object.values(signals).includes(signal)) return signal;
  const number = typeof signal === 'string' ? signals[signal.toUpperCase()] : undefined;
  if (number === undefined) throw new ERR_UNKNOWN_SIGNAL(signal);
  return number;
}

function killSignalNumber(signal) {
  if (typeof signal === 'string' || typeof signal === 'number') return signalNumber(signal);
  if (signal != null) throw new ERR_INVALID_ARG_TYPE('options.killSignal', ['string', 'number'], signal);
  return undefined;
}

function checkOptions(options) {
  if (options.detached != null) validateBoolean(options.detached, 'options.detached');
  for (const name of ['uid', 'gid']) {
    if (options[name] != null && !isInt32(options[name])) {
      throw new ERR_INVALID_ARG_TYPE(`options.${name}`, 'int32', options[name]);
    }
  }
  if (options.shell != null && typeof options.shell !== 'boolean' && typeof options.shell !== 'string') {
    throw new ERR_INVALID_ARG_TYPE('options.shell', ['boolean', 'string'], options.shell);
  }
  checkArgv0(options);
  for (const name of ['windowsHide', 'windowsVerbatimArguments']) {
    if (options[name] != null) validateBoolean(options[name], `options.${name}`);
  }
}

function checkArgv0({ argv0 }) {
  if (argv0 == null) return;
  validateString(argv0, 'options.argv0');
  refuseNull(argv0, 'options.argv0');
}

let warnedOfShell = false;

/** The command line a shell gets; what its arguments mean to the shell nobody has looked at. */
function shellCommand(file, args, shell) {
  refuseNull(shell, 'options.shell');
  if (args.length > 0 && !warnedOfShell) {
    warnedOfShell = true;
    process.emitWarning('Passing args to a child process with shell option true can lead to security ' +
      'vulnerabilities, as the arguments are not escaped, only concatenated.', 'DeprecationWarning', 'DEP0190');
  }
  const command = args.length > 0 ? `${file} ${args.join(' ')}` : file;
  if (process.platform === 'win32') {
    const program = typeof shell === 'string' ? shell : process.env.comspec || 'cmd.exe';
    const isCmd = /^(?:.*\\)?cmd(?:\.exe)?$/i.test(program);
    return { file: program, args: isCmd ? ['/d', '/s', '/c', `"${command}"`] : ['-c', command] };
  }
  return { file: typeof shell === 'string' ? shell : '/bin/sh', args: ['-c', command] };
}

/** The environment as `NAME=value`. Inherited variables count, as those of process.env may be. */
function environmentPairs(given, args) {
  let env = given || { ...process.env };
  if (process.permission !== undefined) env = require('internal/process/permission').inherit(env, args);
  const pairs = [];
  for (const name in env) {
    const value = env[name];
    if (value === undefined) continue;
    refuseNull(name, `options.env['${name}']`);
    refuseNull(value, `options.env['${name}']`);
    pairs.push(`${name}=${value}`);
  }
  return pairs;
}

/** All that `spawn` and `spawnSync` have in common: options with file, args (argv[0] first) and envPairs. */
function spawnArguments(file, args, options) {
  validateString(file, 'file');
  refuseNull(file, 'file');
  if (file.length === 0) throw new ERR_INVALID_ARG_VALUE('file', file, 'cannot be empty');
  if (Array.isArray(args)) {
    args = [...args];
  } else if (args == null) {
    args = [];
  } else if (typeof args === 'object') {
    options = args;
    args = [];
  } else {
    throw new ERR_INVALID_ARG_TYPE('args', 'object', args);
  }
  args.forEach((arg, i) => refuseNull(arg, `args[${i}]`));
  if (options === undefined) options = {};
  else validateObject(options, 'options');
  options = { __proto__: null, ...options };
  let { cwd } = options;
  if (cwd != null) cwd = require('internal/fs/arguments').getPath(cwd, 'options.cwd');
  checkOptions(options);
  if (options.shell) ({ file, args } = shellCommand(file, args, options.shell));
  args.unshift(typeof options.argv0 === 'string' ? options.argv0 : file);
  const envPairs = environmentPairs(options.env, args);
  // The system gives a start script no argv[0]: what another of us shall be called comes to it this way.
  if (file === process.execPath && args[0] !== file) envPairs.push(`LEDGE_ARGV0=${args[0]}`);
  return {
    __proto__: null,
    ...options,
    args,
    cwd,
    detached: Boolean(options.detached),
    envPairs,
    file,
    windowsHide: Boolean(options.windowsHide),
    windowsVerbatimArguments: Boolean(options.windowsVerbatimArguments),
  };
}

module.exports = {
  checkArgv0, checkMaxBuffer, checkTimeout, killSignalNumber, refuseNull, signalNumber, spawnArguments,
  defaultMaxBuffer: 1024 * 1024,
};
