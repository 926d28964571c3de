// net.Socket: a Duplex on a stream handle.

const stream = require('stream');
const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_HANDLE_TYPE, ERR_MISSING_ARGS, ERR_SOCKET_CLOSED, ERR_SOCKET_CLOSED_BEFORE_CONNECTION,
  },
  errnoException, genericNodeError,
} = require('internal/errors');
const { debuglog } = require('internal/util');
const {
  validateAbortSignal, validateFunction, validateInt32, validateNumber, validateString,
} = require('internal/validators');
const { FastBuffer } = require('internal/buffer/core');
const { Handle } = require('internal/net/handle');
const { kNormalized, normalizeArgs } = require('internal/net/arguments');
const { clearTimer, getTimerDuration, kContext, setUnrefTimeout } = require('internal/timers');
const { currentFrame } = require('internal/async_context');

const binding = internalBinding('net');
const { now } = internalBinding('timers');
const debug = debuglog('net');
const UV_EOF = -4095;
const kTimeout = Symbol('timeout');
const kDeadline = Symbol('deadline');
const kBytesRead = Symbol('kBytesRead');
const kBytesWritten = Symbol('kBytesWritten');
const kOnRead = Symbol('kOnRead');
const kAfterConnect = Symbol('kAfterConnect');
const kSetNoDelay = Symbol('kSetNoDelay');
const kSetKeepAlive = Symbol('kSetKeepAlive');
const kKeepAliveDelay = Symbol('kSetKeepAliveInitialDelay');
const { optionFlag, optionValue } = require('internal/options');
const defaults = {
  autoSelectFamily: optionFlag('network-family-autoselection') ?? true,
  attemptTimeout: Math.max(10, Number(optionValue('--network-family-autoselection-attempt-timeout')) || 250),
};

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  if (options?.objectMode) {
    throw new ERR_INVALID_ARG_VALUE('options.objectMode', options.objectMode, 'is not supported');
  } else if (options?.readableObjectMode || options?.writableObjectMode) {
    throw new ERR_INVALID_ARG_VALUE(
      `options.${options.readableObjectMode ? 'readableObjectMode' : 'writableObjectMode'}`,
      options.readableObjectMode || options.writableObjectMode, 'is not supported');
  }
  if (typeof options?.keepAliveInitialDelay !== 'undefined') {
    validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
    if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
  }
  if (typeof options === 'number') options = { fd: options };
  else options = { ...options };
  this.connecting = false;
  this._hadError = false;
  this._parent = null;
  this._host = null;
  this._closeAfterHandlingError = false;
  this._unreferenced = false;
  this[kTimeout] = null;
  this[kDeadline] = Infinity;
  this[kBytesRead] = 0;
  this[kBytesWritten] = 0;
  this._handle = null;

  // An end that comes back by itself is ours to answer.
  options.allowHalfOpen = Boolean(options.allowHalfOpen);
  options.emitClose = false;
  options.autoDestroy = true;
  options.decodeStrings = false;
  const { signal } = options;
  if (signal !== undefined) {
    validateAbortSignal(signal, 'options.signal');
    options.signal = undefined;
  }
  Reflect.apply(stream.Duplex, this, [options]);

  if (options.handle) {
    if (options.handle instanceof Handle) this._setHandle(options.handle);
    // Somebody else's, with methods as ours have.
    else if (typeof options.handle.readStart === 'function') this._handle = options.handle;
    else this._setHandle(new Handle(options.handle));
  } else if (options.fd !== undefined) {
    validateInt32(options.fd, 'fd', 0);
    this._setHandle(new Handle(internalBinding('stdio').open(options.fd)));
  }
  const { onread } = options;
  if (onread !== null && typeof onread === 'object' &&
      (ArrayBuffer.isView(onread.buffer) || typeof onread.buffer === 'function') && typeof onread.callback === 'function') {
    this[kOnRead] = { buffer: onread.buffer, callback: onread.callback };
  }
  this[kSetNoDelay] = Boolean(options.noDelay);
  this[kSetKeepAlive] = Boolean(options.keepAlive);
  this[kKeepAliveDelay] = ~~(options.keepAliveInitialDelay / 1000);
  this._pendingData = null;
  this._pendingEncoding = '';
  this.server = null;
  this._server = null;
  if (options.blockList) {
    checkBlockList(options.blockList);
    this.blockList = options.blockList;
  }

  this.on('end', onReadableStreamEnd);
  if (this._handle && options.readable !== false && !options.manualStart) {
    if (options.pauseOnCreate) {
      this._handle.reading = false;
      this.readableFlowing = false;
    } else if (!options.manualStart) {
      this.read(0);
    }
  }
  if (signal !== undefined) stream.addAbortSignal(signal, this);
  this.allowHalfOpen = options.allowHalfOpen;
}
Object.setPrototypeOf(Socket.prototype, stream.Duplex.prototype);
Object.setPrototypeOf(Socket, stream.Duplex);

Socket.prototype._setHandle = function(handle) {
  this._handle = handle;
  binding.setOwner(handle.native, this);
  handle.onRead((nread, bytes) => onStreamRead(this, handle, nread, bytes));
};

/** What a handle that is none of the host's has read. */
Socket.prototype._onHandleRead = function(handle, nread, bytes) {
  onStreamRead(this, handle, nread, bytes);
};

/** @param list option blockList */
function checkBlockList(list) {
  const { BlockList } = require('internal/net/address');
  if (!BlockList.isBlockList(list)) throw new ERR_INVALID_ARG_TYPE('options.blockList', 'net.BlockList', list);
}

function onStreamRead(socket, handle, nread, bytes) {
  if (socket._handle !== handle) return;
  socket._unrefTimer();
  if (nread > 0) {
    if (socket.destroyed) return;
    const onread = socket[kOnRead];
    const more = onread === undefined ? socket.push(new FastBuffer(bytes)) : readInto(socket, onread, bytes);
    if (!more) stopReading(socket, handle);
    return;
  }
  if (nread === 0) return;
  if (nread !== UV_EOF) {
    socket.destroy(errnoException(nread, 'read'));
    return;
  }
  // Defer the end until what was read has been taken.
  if (socket._readableState.endEmitted) {
    socket.destroy();
    return;
  }
  socket.push(null);
  socket.read(0);
}

/** Reads go into the user's own buffer. What is left when the user wants no more waits until reading begins again. */
function readInto(socket, onread, bytes) {
  const source = new Uint8Array(bytes);
  const ask = typeof onread.buffer === 'function';
  for (let at = 0; at < source.length;) {
    // A function gives the buffer of each read ahead, also of the one that turns out to be the end.
    if (ask) onread.next ??= onread.buffer();
    const buffer = ask ? onread.next : onread.buffer;
    const target = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    const part = source.subarray(at, at + target.length);
    target.set(part);
    const more = onread.callback.call(socket, part.length, buffer) !== false;
    if (ask) onread.next = onread.buffer();
    at += part.length;
    if (more && socket._handle?.reading) continue;
    if (at < source.length) onread.rest = source.slice(at).buffer;
    return more;
  }
  return true;
}

function readRest(socket, onread) {
  const { rest } = onread;
  if (rest === undefined || socket.destroyed || !socket._handle?.reading) return;
  onread.rest = undefined;
  if (!readInto(socket, onread, rest)) stopReading(socket, socket._handle);
}

function stopReading(socket, handle) {
  if (!handle.reading) return;
  const status = handle.readStop();
  if (status) socket.destroy(errnoException(status, 'read'));
}

function onReadableStreamEnd() {
  if (!this.allowHalfOpen) this.write = writeAfterFIN;
}

/** Once the other side has ended and we end with it, writes fail. */
function writeAfterFIN(chunk, encoding, callback) {
  if (!this.writableEnded) return Reflect.apply(stream.Duplex.prototype.write, this, arguments);
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  const error = genericNodeError('This socket has been ended by the other party', { code: 'EPIPE' });
  if (typeof callback === 'function') process.nextTick(callback, error);
  this.destroy(error);
  return false;
}

Socket.prototype.read = function(n) {
  if (this[kOnRead] && !this.connecting && this._handle && !this._handle.reading) startReading(this);
  return Reflect.apply(stream.Duplex.prototype.read, this, [n]);
};

function startReading(socket) {
  const status = socket._handle.readStart();
  if (socket[kOnRead]?.rest !== undefined) process.nextTick(readRest, socket, socket[kOnRead]);
  if (status) socket.destroy(errnoException(status, 'read'));
}

Socket.prototype._read = function(n) {
  if (this.connecting || !this._handle) this.once('connect', () => this._read(n));
  else if (!this._handle.reading) startReading(this);
};

Socket.prototype.pause = function() {
  if (this[kOnRead] && !this.connecting && this._handle?.reading) stopReading(this, this._handle);
  return Reflect.apply(stream.Duplex.prototype.pause, this, []);
};

Socket.prototype.resume = function() {
  if (this[kOnRead] && !this.connecting && this._handle && !this._handle.reading) startReading(this);
  return Reflect.apply(stream.Duplex.prototype.resume, this, []);
};

Socket.prototype.end = function(data, encoding, callback) {
  Reflect.apply(stream.Duplex.prototype.end, this, [data, encoding, callback]);
  return this;
};

Socket.prototype._final = function(callback) {
  if (this.connecting) {
    // The end waits for the connection.
    this.once('connect', () => this._final(callback));
    return;
  }
  if (!this._handle) {
    callback();
    return;
  }
  this._handle.shutdown((status) => {
    if (status < 0 && status !== -107 && !this.destroyed) callback(errnoException(status, 'shutdown'));
    else callback();
  });
};

function makeSyncWrite(socket, callback) {
  return (status) => {
    socket._lastWriteQueueSize = 0;
    if (socket.destroyed) {
      callback(new ERR_SOCKET_CLOSED());
      return;
    }
    if (status < 0) {
      const error = errnoException(status, 'write');
      callback(error);
      return;
    }
    socket._unrefTimer();
    callback();
  };
}

function writeGeneric(writev, data, encoding, callback) {
  if (this.connecting) {
    this._pendingData = data;
    this._pendingEncoding = encoding;
    const onClose = () => callback(new ERR_SOCKET_CLOSED_BEFORE_CONNECTION());
    this.once('connect', () => {
      this.off('close', onClose);
      this._writeGeneric(writev, data, encoding, callback);
    });
    this.once('close', onClose);
    return;
  }
  this._pendingData = null;
  this._pendingEncoding = '';
  if (!this._handle) {
    callback(new ERR_SOCKET_CLOSED());
    return;
  }
  this._unrefTimer();
  const done = makeSyncWrite(this, callback);
  let complete;
  if (writev) {
    const views = data.map(({ chunk, encoding: name }) => (typeof chunk === 'string' ? bufferFrom(chunk, name) : chunk));
    complete = this._handle.writev(views, done);
  } else if (typeof data === 'string') {
    const native = nativeEncoding(encoding);
    complete = native === undefined
      ? this._handle.write(bufferFrom(data, encoding), done)
      : this._handle.writeString(data, native, done);
  } else {
    complete = this._handle.write(data, done);
  }
  if (complete === true) callback();
  else this._lastWriteQueueSize = this._handle.writeQueueSize;
}
Socket.prototype._writeGeneric = writeGeneric;

function bufferFrom(text, encoding) {
  return require('buffer').Buffer.from(text, encoding);
}

function nativeEncoding(encoding) {
  switch (encoding) {
    case 'latin1': case 'binary': return 'latin1';
    case 'utf8': case 'utf-8': return 'utf8';
    case 'ucs2': case 'ucs-2': case 'utf16le': case 'utf-16le': return 'ucs2';
    default: return undefined;
  }
}

/** Whether nothing waits to be written and nobody has a hand in how writing is done, so that `_writeNow` may be used. */
Socket.prototype._isIdle = function() {
  const state = this._writableState;
  return this._handle !== null && this._handle.kind !== undefined && state.length === 0 && state.corked === 0 && !this.connecting &&
    !state.ending && !state.destroyed && !state.errored && this.write === Socket.prototype.write && this._writeGeneric === writeGeneric;
};

/** Writes a string or a list of views past the queue of the stream; `done(subject)` comes when it is out. */
Socket.prototype._writeNow = function(data, encoding, subject, done) {
  this._unrefTimer();
  const handle = this._handle;
  const callback = (status) => {
    this._lastWriteQueueSize = 0;
    if (this.destroyed) return;
    if (status < 0) {
      this.destroy(errnoException(status, 'write'));
      return;
    }
    this._unrefTimer();
    done(subject);
  };
  const complete = typeof data === 'string' ? handle.writeString(data, encoding, callback) : handle.writev(data, callback);
  if (complete === true) process.nextTick(done, subject);
  else this._lastWriteQueueSize = handle.writeQueueSize;
};

Socket.prototype._writev = function(chunks, callback) {
  this._writeGeneric(true, chunks, '', callback);
};

Socket.prototype._write = function(data, encoding, callback) {
  this._writeGeneric(false, data, encoding, callback);
};

Socket.prototype._destroy = function(exception, callback) {
  debug('destroy');
  this.connecting = false;
  for (let each = this; each !== null && each !== undefined; each = each._parent) clearSocketTimeout(each);
  const handle = this._handle;
  if (handle) {
    const isException = Boolean(exception);
    const closed = () => this.emit('close', isException);
    // The counts outlive the handle.
    this[kBytesRead] = handle.bytesRead;
    this[kBytesWritten] = handle.bytesWritten;
    if (this.resetAndClosing) {
      this.resetAndClosing = false;
      const status = handle.reset(closed);
      if (status) this.emit('error', errnoException(status, 'reset'));
    } else if (this._closeAfterHandlingError) {
      // Listeners of 'error' may still look at the connection.
      queueMicrotask(() => {
        handle.close(closed);
        this._handle = null;
        this._sockname = null;
      });
    } else {
      handle.close(closed);
    }
    if (!this._closeAfterHandlingError) {
      this._handle = null;
      this._sockname = null;
    }
    callback(exception);
  } else {
    callback(exception);
    process.nextTick(emitClose, this);
  }
  if (this._server) {
    this._server._connections--;
    this._server._emitCloseIfDrained?.();
  }
};

function emitClose(socket) {
  socket.emit('close');
}

Socket.prototype.destroySoon = function() {
  if (this.writable) this.end();
  if (this.writableFinished) this.destroy();
  else this.once('finish', this.destroy);
};

Socket.prototype.resetAndDestroy = function() {
  if (!this._handle) {
    this.destroy(new ERR_SOCKET_CLOSED());
    return this;
  }
  if (this._handle.kind !== 'tcp') throw new ERR_INVALID_HANDLE_TYPE();
  if (this.connecting) this.once('connect', () => this._reset());
  else this._reset();
  return this;
};

Socket.prototype._reset = function() {
  this.resetAndClosing = true;
  return this.destroy();
};

// --- connecting

Socket.prototype.connect = function(...args) {
  let normalized;
  if (Array.isArray(args[0]) && args[0][kNormalized]) [normalized] = args;
  else normalized = normalizeArgs(args);
  const [options, callback] = normalized;
  require('internal/net/server').channel('net.client.socket')?.publish({ socket: this });
  if (callback !== null) this.once('connect', callback);
  if (options.onread !== null && typeof options.onread === 'object' && typeof options.onread.callback === 'function') {
    this[kOnRead] = { buffer: options.onread.buffer, callback: options.onread.callback };
  }
  if (this._parent?.connecting) return this;
  if (options.port === undefined && (options.path === undefined || options.path === null)) throw new ERR_MISSING_ARGS(['options', 'port', 'path']);
  if (this.write !== Socket.prototype.write) this.write = Socket.prototype.write;
  if (this.destroyed) {
    // A destroyed socket may be used again.
    this._handle = null;
    this._peername = undefined;
    this._sockname = undefined;
    this._undestroy();
  }
  const { path } = options;
  const isPipe = Boolean(path);
  if (!this._handle) this._setHandle(isPipe ? new Handle(binding.pipe(), 'pipe') : new Handle(binding.tcp(), 'tcp'));
  if (this._unreferenced) this._handle.unref();
  this._unrefTimer();
  this.connecting = true;
  this._peername = undefined;
  if (isPipe) {
    validateString(path, 'options.path');
    const { connectOne } = require('internal/net/connect');
    connectOne(this, { path });
  } else {
    try {
      require('internal/net/connect').lookupAndConnect(this, options, defaults);
    } catch (error) {
      this.connecting = false;
      throw error;
    }
  }
  return this;
};

/** What happens when an attempt succeeded. */
Socket.prototype._connected = function() {
  this.connecting = false;
  this._sockname = null;
  this._unrefTimer();
  if (this[kSetNoDelay]) this._handle.setNoDelay(true);
  if (this[kSetKeepAlive]) this._handle.setKeepAlive(true, this[kKeepAliveDelay]);
  this.emit('connect');
  this.emit('ready');
  if (this[kAfterConnect]) this[kAfterConnect]();
  // Reading begins unless somebody paused in the meantime.
  if (this.readable && !this.isPaused()) this.read(0);
};

/** As the server that accepted it wants it. */
Socket.prototype._accepted = function(noDelay, keepAlive, seconds) {
  const handle = this._handle;
  if (noDelay && handle.setNoDelay) {
    this[kSetNoDelay] = true;
    handle.setNoDelay(true);
  }
  if (keepAlive && handle.setKeepAlive) {
    this[kSetKeepAlive] = true;
    this[kKeepAliveDelay] = seconds;
    handle.setKeepAlive(true, seconds);
  }
};

// --- options of the connection

Socket.prototype.setNoDelay = function(enable) {
  enable = Boolean(enable === undefined ? true : enable);
  if (enable === this[kSetNoDelay]) return this;
  this[kSetNoDelay] = enable;
  if (this._handle?.setNoDelay && !this.connecting) this._handle.setNoDelay(enable);
  return this;
};

Socket.prototype.setKeepAlive = function(enable, initialDelay) {
  enable = Boolean(enable);
  const seconds = ~~(initialDelay / 1000);
  if (enable === this[kSetKeepAlive] && (!enable || seconds === this[kKeepAliveDelay])) return this;
  this[kSetKeepAlive] = enable;
  this[kKeepAliveDelay] = seconds;
  if (this._handle?.setKeepAlive && !this.connecting) this._handle.setKeepAlive(enable, seconds);
  return this;
};

Socket.prototype.ref = function() {
  this._unreferenced = false;
  if (this._handle) this._handle.ref();
  else this.once('connect', this.ref);
  return this;
};

Socket.prototype.unref = function() {
  this._unreferenced = true;
  if (this._handle) this._handle.unref();
  else this.once('connect', this.unref);
  return this;
};

// --- inactivity

// Sockets move far more often than they time out: what moves is a deadline, and the timer looks at it when it is due.

function clearSocketTimeout(socket) {
  socket[kDeadline] = Infinity;
  if (socket[kTimeout]) {
    clearTimer(socket[kTimeout]);
    socket[kTimeout] = null;
  }
}

function arm(socket, msecs) {
  const deadline = socket[kDeadline] = now() + msecs;
  const timer = socket[kTimeout];
  if (timer) {
    if (timer.due <= deadline && timer[kContext] === currentFrame()) return;
    clearTimer(timer);
  }
  schedule(socket, msecs, deadline);
}

function schedule(socket, msecs, due) {
  const timer = socket[kTimeout] = setUnrefTimeout(onTimer, msecs, socket);
  timer.due = due;
}

function onTimer(socket) {
  socket[kTimeout] = null;
  const deadline = socket[kDeadline];
  if (deadline === Infinity) return;
  const left = deadline - now();
  if (left > 0) schedule(socket, left, deadline);
  else socket._onTimeout();
}

Socket.prototype.setTimeout = function(msecs, callback) {
  if (this.destroyed) return this;
  this.timeout = msecs;
  msecs = getTimerDuration(msecs, 'msecs');
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (msecs === 0) {
    this[kDeadline] = Infinity;
    if (callback !== undefined) this.removeListener('timeout', callback);
    return this;
  }
  arm(this, msecs);
  if (callback !== undefined) this.once('timeout', callback);
  return this;
};

Socket.prototype._onTimeout = function() {
  const handle = this._handle;
  const last = this._lastWriteQueueSize;
  if (last > 0 && handle) {
    // A write that gets on is no inactivity.
    const { writeQueueSize } = handle;
    if (last !== writeQueueSize) {
      this._lastWriteQueueSize = writeQueueSize;
      this._unrefTimer();
      return;
    }
  }
  debug('_onTimeout');
  this.emit('timeout');
};

/** Something moved: the time of inactivity begins again. */
Socket.prototype._unrefTimer = function() {
  for (let each = this; each !== null && each !== undefined; each = each._parent) {
    if (each[kDeadline] !== undefined && each[kDeadline] !== Infinity) arm(each, each.timeout);
  }
};

Socket.prototype.address = function() {
  return this._getsockname();
};

function addressOf(result) {
  return typeof result === 'object' && result !== null ? result : {};
}

Socket.prototype._getpeername = function() {
  if (!this._handle || this.connecting) return this._peername || {};
  if (!this._peername) {
    const result = this._handle.getpeername();
    if (typeof result !== 'object') return {};
    this._peername = result;
  }
  return this._peername;
};

Socket.prototype._getsockname = function() {
  if (!this._handle) return {};
  if (!this._sockname) this._sockname = addressOf(this._handle.getsockname());
  return this._sockname;
};

function accessor(name, get) {
  Object.defineProperty(Socket.prototype, name, { __proto__: null, configurable: false, enumerable: true, get });
}

accessor('_connecting', function() { return this.connecting; });
accessor('pending', function() { return !this._handle || this.connecting; });
accessor('readyState', function() {
  if (this.connecting) return 'opening';
  if (this.readable && this.writable) return 'open';
  if (this.readable && !this.writable) return 'readOnly';
  if (!this.readable && this.writable) return 'writeOnly';
  return 'closed';
});
accessor('bufferSize', function() { return this._handle ? this.writableLength : undefined; });
accessor('bytesRead', function() { return this._handle ? this._handle.bytesRead : this[kBytesRead]; });
accessor('_bytesDispatched', function() { return this._handle ? this._handle.bytesWritten : this[kBytesWritten]; });
accessor('bytesWritten', function() {
  let bytes = this._bytesDispatched;
  const { Buffer } = require('buffer');
  if (!this._writableState) return undefined;
  for (const { chunk, encoding } of this._writableState.getBuffer()) {
    bytes += typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.length;
  }
  const data = this._pendingData;
  if (Array.isArray(data)) {
    for (const { chunk, encoding } of data) bytes += typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.length;
  } else if (data) {
    bytes += typeof data === 'string' ? Buffer.byteLength(data, this._pendingEncoding) : data.byteLength;
  }
  return bytes;
});
accessor('remoteAddress', function() { return this._getpeername().address; });
accessor('remoteFamily', function() { return this._getpeername().family; });
accessor('remotePort', function() { return this._getpeername().port; });
accessor('localAddress', function() { return this._getsockname().address; });
accessor('localPort', function() { return this._getsockname().port; });
accessor('localFamily', function() { return this._getsockname().family; });

module.exports = { Socket, checkBlockList, defaults, kAfterConnect };
