// Dir: the entries of a folder one by one. The host reads the folder at once.

const {
  codes: { ERR_DIR_CLOSED, ERR_DIR_CONCURRENT_OPERATION, ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { encodeName, getCallback, getOptions, getPath } = require('internal/fs/arguments');
const { validateFunction, validateUint32 } = require('internal/validators');
const { Dirent } = require('internal/fs/stats');

const binding = internalBinding('fs');
const kOpen = Symbol('open');

class Dir {
  #entries;
  #at = 0;
  #path;
  #closed = false;
  #pending = 0;
  #queue = [];

  constructor(token, path, entries) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('handle');
    this.#path = path;
    this.#entries = entries;
  }

  get path() {
    if (typeof this !== 'object' || this === null || !(#path in this)) throw new ERR_INVALID_THIS('Dir');
    return this.#path;
  }

  #check() {
    if (this.#closed) throw new ERR_DIR_CLOSED();
  }

  #next() {
    return this.#at < this.#entries.length ? this.#entries[this.#at++] : null;
  }

  readSync() {
    this.#check();
    if (this.#pending > 0) throw new ERR_DIR_CONCURRENT_OPERATION();
    return this.#next();
  }

  read(callback) {
    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.#check();
        this.#later(() => resolve(this.#next()), reject);
      });
    }
    validateFunction(callback, 'callback');
    this.#check();
    this.#later(() => callback(null, this.#next()));
    return undefined;
  }

  #later(action) {
    this.#pending++;
    require('timers').setImmediate(() => {
      this.#pending--;
      action();
      if (this.#pending === 0) for (const waiting of this.#queue.splice(0)) waiting();
    });
  }

  closeSync() {
    this.#check();
    if (this.#pending > 0) throw new ERR_DIR_CONCURRENT_OPERATION();
    this.#closed = true;
  }

  close(callback) {
    if (callback === undefined) {
      if (this.#closed) return Promise.reject(new ERR_DIR_CLOSED());
      return new Promise((resolve) => this.close(() => resolve()));
    }
    validateFunction(callback, 'callback');
    if (this.#closed) {
      process.nextTick(callback, new ERR_DIR_CLOSED());
      return undefined;
    }
    const finish = () => process.nextTick(callback, null);
    this.#closed = true;
    if (this.#pending > 0) this.#queue.push(finish);
    else finish();
    return undefined;
  }

  async* entries() {
    try {
      for (;;) {
        const entry = await this.read();
        if (entry === null) break;
        yield entry;
      }
    } finally {
      if (!this.#closed) await this.close();
    }
  }

  async [Symbol.asyncDispose]() {
    if (!this.#closed) await this.close();
  }

  [Symbol.dispose]() {
    if (!this.#closed) this.closeSync();
  }
}
Object.defineProperty(Dir.prototype, Symbol.asyncIterator, {
  __proto__: null, value: Dir.prototype.entries, enumerable: false, writable: true, configurable: true,
});

function prepare(path, options) {
  options = getOptions(options, { encoding: 'utf8' });
  if (options.bufferSize !== undefined) validateUint32(options.bufferSize, 'options.bufferSize', true);
  return { path: getPath(path), options };
}

function made(path, { encoding, recursive }, entries) {
  if (recursive) return new Dir(kOpen, path, require('internal/fs/walk').readdirSync(path, { withFileTypes: true, encoding }));
  const [names, types] = entries;
  return new Dir(kOpen, path, names.map((name, i) => new Dirent(encodeName(name, encoding), types[i], path)));
}

/** The failing call is opendir here. */
function asOpendir(error) {
  if (error.syscall === 'scandir') {
    error.syscall = 'opendir';
    error.message = error.message.replace(', scandir ', ', opendir ');
  }
  return error;
}

function opendirSync(path, options) {
  const prepared = prepare(path, options);
  let entries;
  try {
    entries = binding.readdir(prepared.path, true);
  } catch (error) {
    throw asOpendir(error);
  }
  return made(prepared.path, prepared.options, entries);
}

function opendir(path, options, callback) {
  callback = getCallback(typeof options === 'function' ? options : callback);
  const prepared = prepare(path, options);
  binding.readdir(prepared.path, true, (error, entries) => {
    if (error) callback(asOpendir(error));
    else callback(null, made(prepared.path, prepared.options, entries));
  });
}

module.exports = { Dir, opendir, opendirSync };
