// exec and execFile: a child whose whole output goes to a callback.

const { Buffer } = require('buffer');
const {
  codes: { ERR_CHILD_PROCESS_STDIO_MAXBUFFER },
  genericNodeError,
} = require('internal/errors');
const { getSystemErrorName } = require('internal/util');
const { validateFunction, validateObject, validateString } = require('internal/validators');
const {
  checkArgv0, checkMaxBuffer, checkTimeout, defaultMaxBuffer, killSignalNumber, refuseNull,
} = require('internal/child/arguments');

function execArguments(command, options, callback) {
  validateString(command, 'command');
  refuseNull(command, 'command');
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  options = { __proto__: null, ...options };
  options.shell = typeof options.shell === 'string' ? options.shell : true;
  return { file: command, options, callback };
}

function execFileArguments(file, args, options, callback) {
  if (Array.isArray(args)) {
    args = [...args];
  } else if (args != null && typeof args === 'object') {
    callback = options;
    options = args;
    args = null;
  } else if (typeof args === 'function') {
    callback = args;
    options = null;
    args = null;
  }
  args ??= [];
  if (typeof options === 'function') callback = options;
  else if (options != null) validateObject(options, 'options');
  options ??= {};
  if (callback != null) validateFunction(callback, 'callback');
  checkArgv0(options);
  return { file, args, options, callback };
}

/** Collects what a stream gives; `onOverflow` is called once with what came too much cut off. */
class Collector {
  #parts = [];
  #length = 0;

  constructor(stream, encoding, maxBuffer, onOverflow) {
    this.stream = stream;
    this.encoding = encoding;
    if (!stream) return;
    if (encoding) stream.setEncoding(encoding);
    stream.on('data', (chunk) => {
      if (maxBuffer === Infinity) {
        this.#parts.push(chunk);
        return;
      }
      const name = stream.readableEncoding;
      const length = name ? Buffer.byteLength(chunk, name) : chunk.length;
      this.#length += length;
      if (this.#length <= maxBuffer) {
        this.#parts.push(chunk);
        return;
      }
      this.#parts.push(chunk.slice(0, maxBuffer - (this.#length - length)));
      onOverflow();
    });
  }

  result() {
    return this.encoding || this.stream?.readableEncoding ? this.#parts.join('') : Buffer.concat(this.#parts);
  }
}

function execFile(file, args, options, callback) {
  ({ file, args, options, callback } = execFileArguments(file, args, options, callback));
  options = {
    __proto__: null, encoding: 'utf8', timeout: 0, maxBuffer: defaultMaxBuffer, killSignal: 'SIGTERM', cwd: null, env: null,
    shell: false, ...options,
  };
  checkTimeout(options.timeout);
  checkMaxBuffer(options.maxBuffer);
  options.killSignal = killSignalNumber(options.killSignal);
  const child = require('child_process').spawn(file, args, {
    argv0: options.argv0, cwd: options.cwd, env: options.env, gid: options.gid, shell: options.shell, signal: options.signal,
    uid: options.uid, windowsHide: Boolean(options.windowsHide),
    windowsVerbatimArguments: Boolean(options.windowsVerbatimArguments),
  });
  const encoding = options.encoding !== 'buffer' && Buffer.isEncoding(options.encoding) ? options.encoding : null;
  let failure = null;
  let killed = false;
  let ended = false;
  let timer;

  const kill = () => {
    child.stdout?.destroy();
    child.stderr?.destroy();
    killed = true;
    try {
      child.kill(options.killSignal);
    } catch (error) {
      failure = error;
      end();
    }
  };
  const collect = (name) => new Collector(child[name], encoding, options.maxBuffer, () => {
    failure = new ERR_CHILD_PROCESS_STDIO_MAXBUFFER(name);
    kill();
  });
  const stdout = collect('stdout');
  const stderr = collect('stderr');

  function end(code, signal) {
    if (ended) return;
    ended = true;
    if (timer !== undefined) require('timers').clearTimeout(timer);
    if (!callback) return;
    const out = stdout.result();
    const err = stderr.result();
    if (failure === null && code === 0 && signal === null) {
      callback(null, out, err);
      return;
    }
    const cmd = args.length > 0 ? `${file} ${args.join(' ')}` : file;
    failure ??= genericNodeError(`Command failed: ${cmd}\n${err}`, {
      code: code < 0 ? getSystemErrorName(code) : code,
      killed: child.killed || killed,
      signal,
    });
    failure.cmd = cmd;
    callback(failure, out, err);
  }

  if (options.timeout > 0) timer = require('timers').setTimeout(kill, options.timeout);
  child.on('close', end);
  child.on('error', (error) => {
    failure = error;
    child.stdout?.destroy();
    child.stderr?.destroy();
    end();
  });
  return child;
}

module.exports = { execArguments, execFile, execFileArguments };
