// ChildProcess: a program that runs, with the streams to and from it.

const EventEmitter = require('events');
const { errnoException } = require('internal/errors');
const { validateArray, validateObject, validateOneOf, validateString } = require('internal/validators');
const { describeStdio, forHost } = require('internal/child/stdio');

const binding = internalBinding('child');
const EAGAIN = -11, EACCES = -13, EINVAL = -22, EMFILE = -24, ENFILE = -23, ENOENT = -2, ENOSYS = -38, ESRCH = -3;
/** Failures a program may expect: they are told by an event. */
const told = new Set([EACCES, EAGAIN, EMFILE, ENFILE, ENOENT]);
const kUsedAsStdio = Symbol('kIsUsedAsStdio');

/** The host's side of one child. */
class Process {
  #handle;
  #unreferenced = false;
  pid;
  onexit;

  /** Starts it, and gives the handles of its pipes to the descriptions. Returns a status. */
  spawn(options) {
    const result = binding.spawn({
      file: options.file, args: options.args ?? [], env: options.envPairs, cwd: options.cwd, detached: options.detached,
      uid: options.uid, gid: options.gid, stdio: options.stdio.map(forHost),
    }, (code, signal) => this.onexit(code, signal === null ? '' : signal));
    if (typeof result === 'number') return result;
    this.#handle = result.handle;
    this.pid = result.pid;
    if (this.#unreferenced) this.unref();
    const { Handle } = require('internal/net/handle');
    options.stdio.forEach((description, i) => {
      if (result.streams[i] !== undefined) description.handle = new Handle(result.streams[i]);
    });
    return 0;
  }

  kill(signal) { return this.#handle === undefined ? ESRCH : binding.kill(this.#handle, signal); }
  close() { if (this.#handle !== undefined) binding.close(this.#handle); }
  ref() {
    this.#unreferenced = false;
    if (this.#handle !== undefined) binding.ref(this.#handle);
  }
  unref() {
    this.#unreferenced = true;
    if (this.#handle !== undefined) binding.unref(this.#handle);
  }
  hasRef() { return this.#handle !== undefined && binding.hasRef(this.#handle); }
  getAsyncId() { return 0; }
}

function ChildProcess() {
  Reflect.apply(EventEmitter, this, []);
  this._closesNeeded = 1;
  this._closesGot = 0;
  this.connected = false;
  this.signalCode = null;
  this.exitCode = null;
  this.killed = false;
  this.spawnfile = null;
  this._handle = new Process();
  this._handle.onexit = (exitCode, signalCode) => onExit(this, exitCode, signalCode);
  const { channel, hasSubscribers } = require('diagnostics_channel');
  if (hasSubscribers('child_process')) channel('child_process').publish({ process: this });
}
Object.setPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
Object.setPrototypeOf(ChildProcess, EventEmitter);

function onExit(child, exitCode, signalCode) {
  if (signalCode) child.signalCode = signalCode;
  else child.exitCode = exitCode;
  child.stdin?.destroy();
  child._handle?.close();
  child._handle = null;
  if (exitCode < 0) {
    const error = errnoException(exitCode, child.spawnfile ? `spawn ${child.spawnfile}` : 'spawn');
    if (child.spawnfile) error.path = child.spawnfile;
    error.spawnargs = child.spawnargs.slice(1);
    child.emit('error', error);
  } else {
    child.emit('exit', child.exitCode, child.signalCode);
  }
  // Who has not read by now will not: what is left must not keep `close` away.
  process.nextTick(flushStdio, child);
  maybeClose(child);
}

function flushStdio(child) {
  for (const stream of child.stdio ?? []) {
    if (stream?.readable && !stream[kUsedAsStdio]) stream.resume();
  }
}

/** `close` comes when the process has ended and all its streams have. */
function maybeClose(child) {
  child._closesGot++;
  if (child._closesGot === child._closesNeeded) child.emit('close', child.exitCode, child.signalCode);
}

/** The stream now belongs to the child. */
function giveAway({ handle, stream }) {
  handle.readStop();
  if (typeof stream.pause !== 'function') return;
  stream.pause();
  stream.readableFlowing = false;
  if (stream._readableState) stream._readableState.reading = false;
  stream[kUsedAsStdio] = true;
}

function makeStreams(child, stdio) {
  const { Socket } = require('net');
  child.stdio = stdio.map((description, i) => {
    const { type, handle, ipc } = description;
    if (ipc) {
      child._closesNeeded++;
      return null;
    }
    if (type === 'wrap') giveAway(description);
    if (type !== 'pipe' && type !== 'overlapped') return null;
    const socket = new Socket({ handle, readable: i > 0 });
    if (i > 0 && handle !== undefined) {
      child._closesNeeded++;
      socket.on('close', () => maybeClose(child));
    }
    return socket;
  });
  [child.stdin, child.stdout, child.stderr] = child.stdio;
}

ChildProcess.prototype.spawn = function spawn(options) {
  validateObject(options, 'options');
  const { stdio, ipcFd } = describeStdio(options.stdio || 'pipe', false);
  options.stdio = stdio;
  validateOneOf(options.serialization, 'options.serialization', [undefined, 'json', 'advanced']);
  const serialization = options.serialization || 'json';
  if (ipcFd !== undefined) {
    if (options.envPairs === undefined) options.envPairs = [];
    else validateArray(options.envPairs, 'options.envPairs');
    options.envPairs.push(`NODE_CHANNEL_FD=${ipcFd}`, `NODE_CHANNEL_SERIALIZATION_MODE=${serialization}`);
  }
  validateString(options.file, 'options.file');
  this.spawnfile = options.file;
  if (options.args !== undefined) validateArray(options.args, 'options.args');
  this.spawnargs = options.args ?? [];

  const status = this._handle.spawn(options);
  if (told.has(status)) {
    process.nextTick((child) => child._handle.onexit(status), this);
    // Without descriptors there are no streams either.
    if (status === EMFILE || status === ENFILE) return status;
  } else if (status !== 0) {
    this._handle.close();
    this._handle = null;
    throw errnoException(status, 'spawn');
  } else {
    process.nextTick((child) => child.emit('spawn'), this);
  }
  this.pid = this._handle.pid;
  makeStreams(this, stdio);
  const channel = ipcFd === undefined ? undefined : stdio[ipcFd].handle;
  if (channel !== undefined) require('internal/child/channel').setupChannel(this, channel, serialization);
  return status;
};

ChildProcess.prototype.kill = function kill(sig) {
  const signal = sig === 0 ? 0 : require('internal/child/arguments').signalNumber(sig === undefined ? 'SIGTERM' : sig);
  if (!this._handle) return false;
  const status = this._handle.kill(signal);
  if (status === 0) {
    this.killed = true;
    return true;
  }
  if (status === EINVAL || status === ENOSYS) throw errnoException(status, 'kill');
  if (status !== ESRCH) this.emit('error', errnoException(status, 'kill'));
  return false;
};

ChildProcess.prototype[Symbol.dispose] = function() {
  if (!this.killed) this.kill();
};

ChildProcess.prototype.ref = function ref() { this._handle?.ref(); };
ChildProcess.prototype.unref = function unref() { this._handle?.unref(); };

module.exports = { ChildProcess, maybeClose };
