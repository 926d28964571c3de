// fork: another process of this runtime with a channel to it; and this process's side of the channel to its own parent.

const {
  codes: { ERR_CHILD_PROCESS_IPC_REQUIRED },
} = require('internal/errors');
const { validateArray, validateObject } = require('internal/validators');
const { expand } = require('internal/child/stdio');
const { refuseNull } = require('internal/child/arguments');

/** Without the options of the parent that run a text: the child is to run a file. */
function childExecArgv({ execArgv = process.execArgv }) {
  validateArray(execArgv, 'options.execArgv');
  execArgv.forEach((arg, i) => refuseNull(arg, `options.execArgv[${i}]`));
  if (execArgv !== process.execArgv || process._eval == null) return execArgv;
  const at = execArgv.lastIndexOf(process._eval);
  return at > 0 ? execArgv.toSpliced(at - 1, 2) : execArgv;
}

function fork(modulePath, args, options) {
  modulePath = require('internal/fs/arguments').getPath(modulePath, 'modulePath');
  if (args === undefined || args === null) {
    args = [];
  } else if (typeof args === 'object' && !Array.isArray(args)) {
    options = args;
    args = [];
  } else {
    validateArray(args, 'args');
  }
  if (options != null) validateObject(options, 'options');
  options = { __proto__: null, ...options, shell: false };
  options.execPath = options.execPath || process.execPath;
  refuseNull(options.execPath, 'options.execPath');
  args.forEach((arg, i) => refuseNull(arg, `args[${i}]`));
  args = [...childExecArgv(options), modulePath, ...args];
  if (typeof options.stdio === 'string') {
    options.stdio = expand(options.stdio, 'ipc');
  } else if (!Array.isArray(options.stdio)) {
    options.stdio = expand(options.silent ? 'pipe' : 'inherit', 'ipc');
  } else if (!options.stdio.includes('ipc')) {
    throw new ERR_CHILD_PROCESS_IPC_REQUIRED('options.stdio');
  }
  return require('child_process').spawn(options.execPath, args, options);
}

/** Makes process.send and its kin over an inherited descriptor. */
function connectToParent(fd, serialization = 'json') {
  const { Handle } = require('internal/net/handle');
  const channel = new Handle(internalBinding('child').channel(fd));
  channel.unref();
  const control = require('internal/child/channel').setupChannel(process, channel, serialization);
  const listens = (name) => name === 'message' || name === 'disconnect';
  process.on('newListener', (name) => {
    if (listens(name)) control.refCounted();
  });
  process.on('removeListener', (name) => {
    if (listens(name)) control.unrefCounted();
  });
}

/** What our parent said in the environment, once. */
function connectIfForked() {
  const { envDelete, envGet } = internalBinding('process');
  const fd = envGet('NODE_CHANNEL_FD');
  const mode = envGet('NODE_CHANNEL_SERIALIZATION_MODE');
  envDelete('NODE_CHANNEL_FD');
  envDelete('NODE_CHANNEL_SERIALIZATION_MODE');
  const number = Number.parseInt(fd, 10);
  if (number >= 0) connectToParent(number, mode || 'json');
}

module.exports = { connectIfForked, connectToParent, fork };
