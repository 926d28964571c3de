// node:fs/promises and FileHandle.

const EventEmitter = require('events');
const {
  AbortError,
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_STATE, ERR_METHOD_NOT_IMPLEMENTED },
  uvException,
} = require('internal/errors');
const { operations, translate } = require('internal/fs/operations');
const content = require('internal/fs/content');
const { checkRead, getBufferArray, getOptions, getPosition, getWritable } = require('internal/fs/arguments');
const { Buffer } = require('buffer');
const { newAsyncId, work } = require('internal/async_context');
const { validateAbortSignal, validateBoolean, validateInteger, validateObject } = require('internal/validators');
const { fs: constants } = require('internal/constants');

const binding = internalBinding('fs');

/** Calls a host function and gives a promise. The error gets a stack of ours. */
function promised(native, args, convert, name = native) {
  return new Promise((resolve, reject) => {
    binding[native](...args, work.request('FSREQPROMISE', (error, result) => {
      if (error) reject(translate(name, error, args));
      else resolve(convert === undefined ? result : convert(result));
    }));
  });
}

function viaTable(name) {
  const [parameters, prepare] = operations[name];
  const method = {
    async [name](...args) {
      const [native, nativeArgs, convert] = prepare(...args);
      return promised(native, nativeArgs, convert, name);
    },
  }[name];
  // A mode or options with a default do not count.
  const length = ['access', 'lstat', 'stat', 'statfs'].includes(name) ? 1 : parameters.length;
  Object.defineProperty(method, 'length', { value: length, configurable: true });
  return method;
}

class FileHandle extends EventEmitter {
  #fd;
  #refs = 1;
  #closing;
  #locked = false;
  #settle;
  #asyncId = work.tracker === undefined ? newAsyncId() : work.tracker.adopt(this, 'FILEHANDLE');

  constructor(fd) {
    super();
    this.#fd = fd;
  }

  get fd() { return this.#fd; }

  getAsyncId() { return this.#asyncId; }

  static check(handle) {
    if (typeof handle !== 'object' || handle === null || !(#fd in handle)) {
      throw new ERR_INVALID_ARG_TYPE('filehandle', 'FileHandle', handle);
    }
    return handle;
  }

  /** Runs an operation with the descriptor, which stays open until it is done. */
  async #use(syscall, operation) {
    if (this.#fd === -1 || this.#closing) {
      throw uvException({ errno: -9, code: 'EBADF', syscall, message: 'file closed' });
    }
    this.#refs++;
    try {
      return await operation(this.#fd);
    } finally {
      this.#release();
    }
  }

  #release() {
    if (--this.#refs !== 0) return;
    const fd = this.#fd;
    this.#fd = -1;
    const { resolve, reject } = this.#settle ?? {};
    promised('close', [fd]).then(resolve, reject);
  }

  appendFile(data, options) {
    return this.#use('write', (fd) => writeFileTo(fd, data, getOptions(options, { encoding: 'utf8' })));
  }
  chmod(mode) { return this.#use('fchmod', (fd) => viaFd('fchmod', fd, mode)); }
  chown(uid, gid) { return this.#use('fchown', (fd) => viaFd('fchown', fd, uid, gid)); }
  datasync() { return this.#use('fdatasync', (fd) => viaFd('fdatasync', fd)); }
  sync() { return this.#use('fsync', (fd) => viaFd('fsync', fd)); }
  read(buffer, offset, length, position) { return this.#use('read', (fd) => readFrom(fd, buffer, offset, length, position)); }
  readv(buffers, position) {
    return this.#use('readv', async (fd) => {
      getBufferArray(buffers);
      const bytesRead = await promised('readv', [fd, buffers, typeof position === 'number' ? position : null]);
      return { __proto__: null, bytesRead, buffers };
    });
  }
  readFile(options) { return this.#use('read', (fd) => readFile(fd, options)); }
  readLines(options = undefined) {
    return require('readline').createInterface({ input: this.createReadStream(options), crlfDelay: Infinity });
  }
  stat(options) { return this.#use('fstat', (fd) => viaFd('fstat', fd, options)); }
  truncate(len = 0) { return this.#use('ftruncate', (fd) => viaFd('ftruncate', fd, len)); }
  utimes(atime, mtime) { return this.#use('futimes', (fd) => viaFd('futimes', fd, atime, mtime)); }
  write(buffer, offset, length, position) {
    return this.#use('write', (fd) => writeTo(fd, buffer, offset, length, position));
  }
  writev(buffers, position) {
    return this.#use('writev', async (fd) => {
      getBufferArray(buffers);
      if (buffers.length === 0) return { __proto__: null, bytesWritten: 0, buffers };
      const bytesWritten = await promised('writev', [fd, buffers, typeof position === 'number' ? position : null]);
      return { __proto__: null, bytesWritten, buffers };
    });
  }
  writeFile(data, options) {
    return this.#use('write', (fd) => writeFileTo(fd, data, getOptions(options, { encoding: 'utf8' })));
  }

  close() {
    if (this.#fd === -1) return Promise.resolve();
    if (this.#closing) return this.#closing;
    const { promise, reject, resolve } = Promise.withResolvers();
    this.#settle = { resolve, reject };
    this.#closing = promise.finally(() => { this.#closing = undefined; });
    this.#release();
    this.emit('close');
    return this.#closing;
  }

  async [Symbol.asyncDispose]() {
    await this.close();
  }

  createReadStream(options = undefined) {
    const { ReadStream } = require('internal/fs/streams');
    return new ReadStream(undefined, { highWaterMark: 64 * 1024, ...options, fd: this });
  }

  createWriteStream(options = undefined) {
    const { WriteStream } = require('internal/fs/streams');
    return new WriteStream(undefined, { ...options, fd: this });
  }

  /** A byte stream of the file; one at a time, and the handle stays open until it ends. */
  readableWebStream(options = {}) {
    if (this.#fd === -1) throw new ERR_INVALID_STATE('The FileHandle is closed');
    if (this.#closing) throw new ERR_INVALID_STATE('The FileHandle is closing');
    if (this.#locked) throw new ERR_INVALID_STATE('The FileHandle is locked');
    this.#locked = true;
    validateObject(options, 'options');
    const { type = 'bytes', autoClose = false } = options;
    validateBoolean(autoClose, 'options.autoClose');
    if (type !== 'bytes') {
      process.emitWarning('A non-"bytes" options.type has no effect. A byte-oriented steam is always created.', 'ExperimentalWarning');
    }
    return this.#webStream(autoClose);
  }

  #webStream(autoClose) {
    const { ReadableStream } = require('stream/web');
    let open = true;
    const finish = async () => {
      if (!open) return;
      open = false;
      this.#release();
      if (autoClose) await this.close();
    };
    let control;
    this.#refs++;
    this.once('close', () => {
      // The file is closed under the stream: it ends there.
      if (open) {
        try {
          control.close();
        } catch { /* it has ended */ }
        finish();
      }
    });
    return new ReadableStream({
      type: 'bytes',
      autoAllocateChunkSize: 16384,
      start(controller) { control = controller; },
      pull: async (controller) => {
        const { view } = controller.byobRequest;
        const { bytesRead } = await this.#readOpen(view);
        if (bytesRead === 0) {
          controller.close();
          await finish();
        }
        controller.byobRequest?.respond(bytesRead);
      },
      cancel: finish,
    });
  }

  /** Reads although the handle may be closing: the stream holds it open. */
  #readOpen(view) {
    return readFrom(this.#fd, view, 0, view.byteLength, null);
  }
}

function viaFd(name, ...args) {
  const [native, nativeArgs, convert] = operations[name][1](...args);
  return promised(native, nativeArgs, convert);
}

/** The callbacks fs streams want, on a FileHandle. */
function handleFs(handle) {
  const back = (promise, callback, ...pick) =>
    promise.then((result) => callback(null, ...pick.map((key) => result?.[key])), (error) => callback(error, undefined));
  return {
    open() {},
    read: (fd, buffer, offset, length, position, callback) =>
      back(handle.read(buffer, offset, length, position ?? null), callback, 'bytesRead', 'buffer'),
    write: (fd, buffer, offset, length, position, callback) =>
      back(handle.write(buffer, offset, length, position ?? null), callback, 'bytesWritten', 'buffer'),
    writev: (fd, buffers, position, callback) => back(handle.writev(buffers, position), callback, 'bytesWritten', 'buffers'),
    fsync: (fd, callback) => back(handle.sync(), callback),
    close: (fd, callback) => back(handle.close(), callback),
  };
}

async function readFrom(fd, bufferOrOptions, offset, length, position) {
  let buffer = bufferOrOptions;
  if (!ArrayBuffer.isView(buffer)) {
    if (buffer !== undefined) validateObject(buffer, 'options', 1);
    ({ buffer = Buffer.alloc(16384), offset = 0, length = buffer.byteLength - offset, position = null } = bufferOrOptions ?? {});
  } else if (offset !== null && typeof offset === 'object') {
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset);
  }
  if (!ArrayBuffer.isView(buffer)) throw new ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
  if (offset == null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length ??= buffer.byteLength - offset;
  if (length === 0) return { __proto__: null, bytesRead: 0, buffer };
  if (buffer.byteLength === 0) {
    const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
    throw new ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  }
  checkRead(offset, length, buffer.byteLength);
  const bytesRead = await promised('read', [fd, buffer, offset, length, getPosition(position)]);
  return { __proto__: null, bytesRead: bytesRead || 0, buffer };
}

async function writeTo(fd, buffer, ...rest) {
  if (buffer?.byteLength === 0) return { __proto__: null, bytesWritten: 0, buffer };
  const [native, args] = content.writeArguments(fd, buffer, ...rest);
  const bytesWritten = await promised(native, args);
  return { __proto__: null, bytesWritten: bytesWritten || 0, buffer };
}

const WRITE_PART = 512 * 1024;
const READ_PART = 512 * 1024;

/** The rest of a file in parts, as long as a signal is not aborted. */
async function readParts(fd, { encoding, signal }) {
  const parts = [];
  for (;;) {
    const part = Buffer.allocUnsafeSlow(READ_PART);
    const count = await promised('read', [fd, part, 0, READ_PART, -1]);
    checkAborted(signal);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
  }
  const bytes = Buffer.concat(parts);
  return encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes;
}

function checkAborted(signal) {
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
}

const isIterable = (data) => data !== null && typeof data === 'object' && !ArrayBuffer.isView(data) &&
  (typeof data[Symbol.asyncIterator] === 'function' || typeof data[Symbol.iterator] === 'function');

async function writeFileTo(fd, data, { encoding, signal }) {
  if (isIterable(data)) {
    for await (const part of data) {
      checkAborted(signal);
      const bytes = ArrayBuffer.isView(part) ? part : Buffer.from(getWritable(part), encoding || 'utf8');
      await writeAll(fd, bytes, signal);
    }
    return;
  }
  getWritable(data);
  await writeAll(fd, ArrayBuffer.isView(data) ? data : Buffer.from(data, encoding || 'utf8'), signal);
}

async function writeAll(fd, view, signal) {
  let at = 0;
  // In parts, so that an abort comes in between.
  while (at < view.byteLength) {
    at += await promised('write', [fd, view, at, Math.min(WRITE_PART, view.byteLength - at), null]);
    checkAborted(signal);
  }
}

async function readFile(path, options) {
  options = getOptions(options, { flag: 'r' });
  const { encoding, signal } = options;
  checkAborted(signal);
  if (path instanceof FileHandle) return path.readFile(options);
  if (signal !== undefined) {
    if (content.isFd(path)) return readParts(path, options);
    const handle = await open(path, options.flag ?? 'r', 0o666);
    try {
      checkAborted(signal);
      return await readParts(handle.fd, options);
    } finally {
      await handle.close();
    }
  }
  return new Promise((resolve, reject) => {
    content.readFile(path, { encoding, flag: options.flag }, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

async function writeFile(path, data, options, flag = 'w') {
  options = getOptions(options, { encoding: 'utf8', mode: 0o666, flag, flush: false });
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  if (options.flush != null) require('internal/validators').validateBoolean(options.flush, 'options.flush');
  if (!isIterable(data)) getWritable(data);
  checkAborted(options.signal);
  if (path instanceof FileHandle) return writeFileTo(path.fd, data, options);
  if (!isIterable(data)) {
    // One host call, in pieces only when it may be aborted.
    if (options.signal === undefined) {
      const { native, flush } = content.writeFileArguments(path, data, options, flag);
      await promised('writeFile', native);
      if (flush) await flushFile(path);
      return undefined;
    }
  }
  const handle = await open(path, options.flag ?? flag, options.mode);
  try {
    await writeFileTo(handle.fd, data, options);
    if (options.flush) await handle.sync();
  } finally {
    await handle.close();
  }
  return undefined;
}

async function flushFile(path) {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function open(path, flags, mode) {
  const [native, args] = operations.open[1](path, flags, mode);
  return new FileHandle(await promised(native, args));
}

const exports_ = {};
for (const name of ['access', 'copyFile', 'rename', 'rm', 'rmdir', 'mkdir', 'readlink', 'symlink', 'lstat', 'stat', 'statfs',
  'link', 'unlink', 'chmod', 'lchown', 'chown', 'utimes', 'lutimes', 'realpath', 'mkdtemp']) {
  exports_[name] = viaTable(name);
}
const plainReaddir = viaTable('readdir');
Object.assign(exports_, {
  open,
  readFile,
  writeFile: (path, data, options) => writeFile(path, data, options),
  appendFile: (path, data, options) => writeFile(path, data, options, 'a'),
  async readdir(path, options) {
    if (options?.recursive !== true) return plainReaddir(path, options);
    return new Promise((resolve, reject) => {
      require('internal/fs/walk').readdir(path, options, (error, result) => (error ? reject(error) : resolve(result)));
    });
  },
  async truncate(path, len = 0) {
    const handle = await open(path, 'r+');
    try {
      await handle.truncate(len);
    } finally {
      await handle.close();
    }
  },
  async lchmod(path, mode) {
    if (operations.lchmod === undefined) throw new ERR_METHOD_NOT_IMPLEMENTED('lchmod()');
    return viaTable('lchmod')(path, mode);
  },
  async opendir(path, options) {
    return new Promise((resolve, reject) => {
      require('internal/fs/dir').opendir(path, options, (error, dir) => (error ? reject(error) : resolve(dir)));
    });
  },
  async cp(src, dest, options) { return require('internal/fs/cp').cpAsync(src, dest, options); },
  watch: (filename, options) => require('internal/fs/watch').watchIterator(filename, options),
  async* glob(pattern, options) { yield* require('internal/fs/glob').walk(pattern, options); },
  async mkdtempDisposable(prefix, options) {
    const cwd = process.cwd();
    const path = await exports_.mkdtemp(prefix, options);
    const folder = require('path').resolve(cwd, path);
    const remove = async () => { await exports_.rm(folder, { recursive: true, force: true }); };
    return { __proto__: null, path, remove, async [Symbol.asyncDispose]() { await remove(); } };
  },
  constants: Object.freeze({ __proto__: null, ...constants }),
});
for (const [name, length] of [['writeFile', 3], ['appendFile', 3]]) {
  Object.defineProperties(exports_[name], { name: { value: name, configurable: true }, length: { value: length, configurable: true } });
}

module.exports = { FileHandle, exports: exports_, handleFs };
