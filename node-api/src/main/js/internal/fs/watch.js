// fs.watch, fs.watchFile and the promise form of watch.

const { EventEmitter } = require('events');
const {
  AbortError, uvException,
  codes: { ERR_FS_WATCH_QUEUE_OVERFLOW, ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const { encodeName, getOptions, getPath } = require('internal/fs/arguments');
const {
  validateAbortSignal, validateBoolean, validateFunction, validateInteger, validateObject, validateOneOf, validateUint32,
} = require('internal/validators');

const { work } = require('internal/async_context');

const binding = internalBinding('fs');

/** What hooks see of a watcher. */
class FSEvent {}

class FSWatcher extends EventEmitter {
  #handle;
  #path;
  #encoding;
  #closed = false;
  #resource;

  start(path, persistent, recursive, encoding) {
    this.#path = path;
    this.#encoding = encoding;
    let changed = (status, type, filename) => this.#changed(status, type, filename);
    if (work.tracker !== undefined) {
      this.#resource = new FSEvent();
      work.tracker.adopt(this.#resource, 'FSEVENTWRAP');
      changed = work.tracker.events(this.#resource, changed);
    }
    try {
      this.#handle = binding.watch(path, persistent, recursive, changed);
    } catch (error) {
      if (error.syscall !== undefined && error.syscall !== 'watch') {
        error.message = error.message.replace(`, ${error.syscall} `, ', watch ');
        error.syscall = 'watch';
      }
      error.filename = path;
      throw error;
    }
    if (!persistent) this.unref();
  }

  #changed(status, type, filename) {
    if (this.#closed) return;
    if (status < 0) {
      this.close();
      const error = uvException({ errno: status, syscall: 'watch', path: this.#path });
      error.filename = filename ?? this.#path;
      this.emit('error', error);
      return;
    }
    this.emit('change', type, filename == null ? filename : encodeName(filename, this.#encoding));
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#handle !== undefined) binding.close(this.#handle);
    if (this.#resource !== undefined) work.tracker.emitDestroy(this.#resource);
    process.nextTick(() => this.emit('close'));
  }

  ref() {
    if (this.#handle !== undefined && !this.#closed) binding.ref(this.#handle);
    return this;
  }

  unref() {
    if (this.#handle !== undefined && !this.#closed) binding.unref(this.#handle);
    return this;
  }
}

function watch(filename, options, listener) {
  if (typeof options === 'function') {
    listener = options;
    options = undefined;
  }
  options = getOptions(options);
  const { encoding, persistent = true, recursive = false, signal } = options;
  validateBoolean(persistent, 'options.persistent');
  validateBoolean(recursive, 'options.recursive');
  const watcher = new FSWatcher();
  watcher.start(getPath(filename, 'filename'), persistent, recursive, encoding);
  if (listener) watcher.addListener('change', listener);
  if (signal) {
    if (signal.aborted) process.nextTick(() => watcher.close());
    else {
      const onAbort = () => watcher.close();
      signal.addEventListener('abort', onAbort, { once: true });
      watcher.once('close', () => signal.removeEventListener('abort', onAbort));
    }
  }
  return watcher;
}

/** Looks at a file again and again. */
class StatWatcher extends EventEmitter {
  #timer;
  #previous;

  constructor(bigint) {
    super();
    this.bigint = bigint;
    this.refs = 0;
    if (work.tracker !== undefined) work.tracker.adopt(this, 'STATWATCHER');
  }

  start(path, interval, persistent) {
    const fs = require('fs');
    const { statsFrom } = require('internal/fs/stats');
    const absent = statsFrom(this.bigint ? new BigInt64Array(18) : new Float64Array(18));
    const look = () => {
      fs.stat(path, { bigint: this.bigint }, (error, stats) => {
        if (this.#timer === undefined) return;
        const current = error ? absent : stats;
        if (this.#previous === undefined) {
          this.#previous = current;
          if (error) this.#tell(current, absent);
        } else if (!same(this.#previous, current)) {
          const previous = this.#previous;
          this.#previous = current;
          this.#tell(current, previous);
        }
      });
    };
    const { setInterval } = require('timers');
    this.#timer = setInterval(look, interval);
    if (!persistent) this.#timer.unref();
    look();
  }

  #tell(current, previous) {
    if (work.tracker === undefined) this.emit('change', current, previous);
    else work.tracker.run(this, this.emit, this, ['change', current, previous]);
  }

  stop() {
    if (this.#timer === undefined) return;
    work.tracker?.emitDestroy(this);
    require('timers').clearInterval(this.#timer);
    this.#timer = undefined;
    process.nextTick(() => this.emit('stop'));
  }

  ref() {
    this.#timer?.ref();
    return this;
  }

  unref() {
    this.#timer?.unref();
    return this;
  }
}

function same(a, b) {
  return ['mtimeMs', 'ctimeMs', 'size', 'ino', 'mode', 'uid', 'gid', 'dev', 'birthtimeMs'].every((key) => a[key] === b[key]);
}

const statWatchers = new Map();

/** A file that may not be read cannot be watched either. */
function checkAllowed(path) {
  if (internalBinding('permission').isRestricted()) binding.exists(path);
}

function watchFile(filename, options, listener) {
  const path = require('path').resolve(getPath(filename, 'filename'));
  if (options === null || typeof options !== 'object') {
    listener = options;
    options = {};
  }
  const { bigint = false, interval = 5007, persistent = true } = options;
  validateFunction(listener, 'listener');
  validateUint32(interval, 'interval');
  checkAllowed(path);
  let watcher = statWatchers.get(path);
  if (watcher === undefined) {
    watcher = new StatWatcher(bigint);
    watcher.start(path, interval, persistent);
    statWatchers.set(path, watcher);
  }
  watcher.addListener('change', listener);
  return watcher;
}

function unwatchFile(filename, listener) {
  const path = require('path').resolve(getPath(filename, 'filename'));
  const watcher = statWatchers.get(path);
  if (watcher === undefined) return;
  if (typeof listener === 'function') watcher.removeListener('change', listener);
  else watcher.removeAllListeners('change');
  if (watcher.listenerCount('change') === 0) {
    watcher.stop();
    statWatchers.delete(path);
  }
}

/** An async iterator over changes. */
async function* watchIterator(filename, options = {}) {
  validateObject(options, 'options');
  const { encoding, maxQueue = 2048, overflow = 'ignore', persistent = true, recursive = false, signal } = options;
  validateBoolean(persistent, 'options.persistent');
  validateBoolean(recursive, 'options.recursive');
  validateAbortSignal(signal, 'options.signal');
  validateInteger(maxQueue, 'options.maxQueue');
  validateOneOf(overflow, 'options.overflow', ['ignore', 'error']);
  if (encoding && require('internal/util').normalizeEncoding(encoding) === undefined && encoding !== 'buffer') {
    throw new ERR_INVALID_ARG_VALUE('options.encoding', encoding, 'is invalid encoding');
  }
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const watcher = new FSWatcher();
  const queue = [];
  let failure;
  let wake = () => {};
  watcher.on('change', (eventType, name) => {
    if (queue.length < maxQueue) queue.push({ __proto__: null, eventType, filename: name });
    else if (overflow !== 'ignore') failure = new ERR_FS_WATCH_QUEUE_OVERFLOW(maxQueue);
    else process.emitWarning('fs.watch maxQueue exceeded');
    wake();
  });
  watcher.on('error', (error) => {
    failure = error;
    wake();
  });
  const onAbort = () => {
    failure = new AbortError(undefined, { cause: signal.reason });
    wake();
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    watcher.start(getPath(filename), persistent, recursive, encoding);
    for (;;) {
      if (queue.length === 0 && failure === undefined) await new Promise((resolve) => { wake = resolve; });
      while (queue.length > 0) yield queue.shift();
      if (failure !== undefined) throw failure;
    }
  } finally {
    watcher.close();
    signal?.removeEventListener('abort', onAbort);
  }
}

module.exports = { checkAllowed, FSWatcher, StatWatcher, unwatchFile, watch, watchFile, watchIterator };
