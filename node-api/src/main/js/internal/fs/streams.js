// ReadStream and WriteStream of fs.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED, ERR_OUT_OF_RANGE, ERR_STREAM_DESTROYED },
} = require('internal/errors');
const { Buffer } = require('buffer');
const { Readable, Writable, finished } = require('stream');
const { getOptions, getPath } = require('internal/fs/arguments');
const { deprecate } = require('internal/util');
const { validateAbortSignal, validateFunction, validateInteger } = require('internal/validators');

const kIoDone = Symbol('kIoDone');
const kIsPerformingIO = Symbol('kIsPerformingIO');
const kFs = Symbol('kFs');
const kHandle = Symbol('kHandle');

/** The functions a stream works with: the user's `options.fs`, a FileHandle's, or fs itself. */
function importFs(stream, options, needed) {
  const { fs: custom } = options;
  if (custom) {
    for (const name of needed) {
      if (custom[name] !== undefined || name === needed[0]) validateFunction(custom[name], `options.fs.${name}`);
    }
    return custom;
  }
  return require('fs');
}

function importFd(stream, options) {
  const { fd } = options;
  if (typeof fd === 'number') {
    require('internal/fs/arguments').getFd(fd);
    return fd;
  }
  if (typeof fd === 'object' && fd !== null && typeof fd.fd === 'number' && typeof fd.close === 'function') {
    if (options.fs) throw new ERR_METHOD_NOT_IMPLEMENTED('FileHandle with fs');
    stream[kHandle] = fd;
    stream[kFs] = require('internal/fs/promises').handleFs(fd);
    fd.on('close', stream.close.bind(stream));
    return fd.fd;
  }
  throw new ERR_INVALID_ARG_TYPE('options.fd', ['number', 'FileHandle'], fd);
}

/** Opens when the stream starts to work; a `_construct` the stream machinery calls. */
function _construct(callback) {
  const stream = this;
  if (typeof stream.fd === 'number') {
    callback();
    return;
  }
  if (stream.open !== openRead && stream.open !== openWrite) {
    // Somebody replaced open(): it tells us by events.
    const original = stream.emit;
    stream.emit = function(...args) {
      if (args[0] === 'open') {
        this.emit = original;
        callback();
        Reflect.apply(original, this, args);
      } else if (args[0] === 'error') {
        this.emit = original;
        callback(args[1]);
      } else {
        Reflect.apply(original, this, args);
      }
    };
    stream.open();
    return;
  }
  stream[kFs].open(stream.path, stream.flags, stream.mode, (error, fd) => {
    if (error) {
      callback(error);
    } else {
      stream.fd = fd;
      callback();
      stream.emit('open', stream.fd);
      stream.emit('ready');
    }
  });
}

// A stream opens by itself; these are there to be replaced.
const openRead = deprecate(() => {}, 'ReadStream.prototype.open() is deprecated', 'DEP0135');
const openWrite = deprecate(() => {}, 'WriteStream.prototype.open() is deprecated', 'DEP0135');

function close(stream, error, callback) {
  if (!stream.fd && stream.fd !== 0) {
    callback(error);
  } else if (stream.flush) {
    stream[kFs].fsync(stream.fd, (failure) => doClose(stream, error || failure, callback));
  } else {
    doClose(stream, error, callback);
  }
}

function doClose(stream, error, callback) {
  stream[kFs].close(stream.fd, (failure) => callback(failure || error));
  stream.fd = null;
}

function checkRange(stream, options, startName = 'start') {
  if (options.start !== undefined) validateInteger(options.start, startName, 0);
  if (options.end === undefined) return Infinity;
  if (options.end === Infinity) return Infinity;
  validateInteger(options.end, 'end', 0);
  if (options.start !== undefined && options.start > options.end) {
    throw new ERR_OUT_OF_RANGE('start', `<= "end" (here: ${options.end})`, options.start);
  }
  return options.end;
}

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  options = { ...getOptions(options) };
  if (options.highWaterMark === undefined) options.highWaterMark = 64 * 1024;
  if (options.autoDestroy === undefined) options.autoDestroy = false;
  this[kFs] = importFs(this, options, ['open', 'read', 'close']);
  if (options.fd == null) {
    this.fd = null;
    this.flags = options.flags === undefined ? 'r' : options.flags;
    this.mode = options.mode === undefined ? 0o666 : options.mode;
    validateSource(path);
    this.path = toPath(path);
  } else {
    this.fd = importFd(this, options);
  }
  if (options.fs) validateFunction(this[kFs].open, 'options.fs.open');
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
  this.start = options.start;
  this.end = checkRange(this, options);
  this.pos = undefined;
  this.bytesRead = 0;
  this[kIsPerformingIO] = false;
  if (this.start !== undefined) this.pos = this.start;
  Reflect.apply(Readable, this, [options]);
  if (options.encoding) this.setEncoding(options.encoding);
}

function validateSource(path) {
  getPath(path);
}

function toPath(path) {
  return path !== null && typeof path === 'object' ? require('internal/url/files').toPathIfFileURL(path) : path;
}

Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

const autoClose = {
  __proto__: null,
  get() { return (this._readableState ?? this._writableState).autoDestroy; },
  set(value) { (this._readableState ?? this._writableState).autoDestroy = value; },
};
Object.defineProperty(ReadStream.prototype, 'autoClose', autoClose);

ReadStream.prototype.open = openRead;
ReadStream.prototype._construct = _construct;

ReadStream.prototype._read = function(n) {
  n = this.pos !== undefined ? Math.min(this.end - this.pos + 1, n) : Math.min(this.end - this.bytesRead + 1, n);
  if (n <= 0) {
    this.push(null);
    return;
  }
  const buffer = Buffer.allocUnsafeSlow(n);
  this[kIsPerformingIO] = true;
  this[kFs].read(this.fd, buffer, 0, n, this.pos, (error, bytesRead, filled) => {
    this[kIsPerformingIO] = false;
    // A destroy that waited for this read goes on.
    if (this.destroyed) {
      this.emit(kIoDone, error);
      return;
    }
    if (error) {
      require('internal/vendor/readable-stream/lib/internal/streams/destroy').errorOrDestroy(this, error);
    } else if (bytesRead > 0) {
      this.bytesRead += bytesRead;
      if (this.pos !== undefined) this.pos += bytesRead;
      if (bytesRead !== filled.length) {
        // Do not keep the whole buffer for a few bytes.
        const exact = Buffer.allocUnsafeSlow(bytesRead);
        filled.copy(exact, 0, 0, bytesRead);
        filled = exact;
      }
      this.push(filled);
    } else {
      this.push(null);
    }
  });
};

ReadStream.prototype._destroy = function(error, callback) {
  if (this[kIsPerformingIO]) this.once(kIoDone, (failure) => close(this, error || failure, callback));
  else close(this, error, callback);
};

ReadStream.prototype.close = function(callback) {
  if (typeof callback === 'function') finished(this, callback);
  this.destroy();
};

const pending = { __proto__: null, get() { return this.fd === null; }, configurable: true };
Object.defineProperty(ReadStream.prototype, 'pending', pending);

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  options = { ...getOptions(options) };
  options.decodeStrings = true;
  this[kFs] = importFs(this, options, ['open', 'write', 'close']);
  if (options.fd == null) {
    this.fd = null;
    this.flags = options.flags === undefined ? 'w' : options.flags;
    this.mode = options.mode === undefined ? 0o666 : options.mode;
    validateSource(path);
    this.path = toPath(path);
  } else {
    this.fd = importFd(this, options);
  }
  if (options.flush != null) {
    require('internal/validators').validateBoolean(options.flush, 'options.flush');
    this.flush = options.flush;
  } else {
    this.flush = false;
  }
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
  if (!this[kFs].write && !this[kFs].writev) validateFunction(this[kFs].write, 'options.fs.write');
  if (!this[kFs].write) this._write = null;
  if (!this[kFs].writev) this._writev = null;
  this.start = options.start;
  this.pos = undefined;
  this.bytesWritten = 0;
  this[kIsPerformingIO] = false;
  if (this.start !== undefined) {
    validateInteger(this.start, 'start', 0);
    this.pos = this.start;
  }
  Reflect.apply(Writable, this, [options]);
  if (options.encoding) this.setDefaultEncoding(options.encoding);
}
Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);
Object.defineProperty(WriteStream.prototype, 'autoClose', autoClose);
WriteStream.prototype.open = openWrite;
WriteStream.prototype._construct = _construct;

/** Writes all of it, however many calls that takes. */
function writeAll(stream, data, size, position, callback, retries = 0) {
  stream[kFs].write(stream.fd, data, 0, size, position, (error, written, buffer) => {
    if (error?.code === 'EAGAIN') {
      error = null;
      written = 0;
    }
    if (stream.destroyed || error) {
      callback(error ?? new ERR_STREAM_DESTROYED('write'));
      return;
    }
    stream.bytesWritten += written;
    retries = written ? 0 : retries + 1;
    size -= written;
    position += written;
    if (retries > 5) callback(new Error('write failed'));
    else if (size) writeAll(stream, buffer.slice(written), size, position, callback, retries);
    else callback();
  });
}

WriteStream.prototype._write = function(data, encoding, callback) {
  this[kIsPerformingIO] = true;
  writeAll(this, data, data.length, this.pos, (error) => {
    this[kIsPerformingIO] = false;
    if (this.destroyed) {
      callback(error);
      this.emit(kIoDone, error);
      return;
    }
    callback(error);
  });
  if (this.pos !== undefined) this.pos += data.length;
};

WriteStream.prototype._writev = function(data, callback) {
  const chunks = data.map(({ chunk }) => chunk);
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  this[kIsPerformingIO] = true;
  const finish = (error) => {
    this[kIsPerformingIO] = false;
    callback(error);
    if (this.destroyed) this.emit(kIoDone, error);
  };
  this[kFs].writev(this.fd, chunks, this.pos, (error, written) => {
    if (error || this.destroyed) {
      finish(error ?? new ERR_STREAM_DESTROYED('writev'));
    } else if (written < size) {
      this.bytesWritten += written;
      const rest = Buffer.concat(chunks).subarray(written);
      writeAll(this, rest, rest.length, this.pos === undefined ? undefined : this.pos - rest.length, finish);
    } else {
      this.bytesWritten += written;
      finish(null);
    }
  });
  if (this.pos !== undefined) this.pos += size;
};

WriteStream.prototype._destroy = function(error, callback) {
  if (this[kIsPerformingIO]) this.once(kIoDone, (failure) => close(this, error || failure, callback));
  else close(this, error, callback);
};

WriteStream.prototype.close = function(callback) {
  if (callback) {
    if (this.closed) {
      process.nextTick(callback);
      return;
    }
    this.on('close', callback);
  }
  // Without autoClose, ending the stream does not destroy it.
  if (!this.autoClose) this.on('finish', this.destroy);
  this.end();
};
WriteStream.prototype.destroySoon = WriteStream.prototype.end;
Object.defineProperty(WriteStream.prototype, 'pending', pending);

module.exports = { ReadStream, WriteStream };
