// net.Server.

const EventEmitter = require('events');
const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_FD_TYPE, ERR_SERVER_ALREADY_LISTEN, ERR_SERVER_NOT_RUNNING,
  },
  uvExceptionWithHostPort,
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateAbortSignal, validateNumber, validatePort, validateString } = require('internal/validators');
const { Handle } = require('internal/net/handle');
const { Socket } = require('internal/net/socket');
const { isPipeName, normalizeArgs, toNumber } = require('internal/net/arguments');
const { isIP } = require('internal/net/address');

const binding = internalBinding('net');

function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  Reflect.apply(EventEmitter, this, []);
  if (typeof options === 'function') {
    connectionListener = options;
    options = kEmptyObject;
    this.on('connection', connectionListener);
  } else if (options == null || typeof options === 'object') {
    options = { ...options };
    if (typeof connectionListener === 'function') this.on('connection', connectionListener);
  } else {
    throw new ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  if (typeof options.keepAliveInitialDelay !== 'undefined') {
    validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
    if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
  }
  if (options.highWaterMark !== undefined) validateNumber(options.highWaterMark, 'options.highWaterMark');
  this._connections = 0;
  this._handle = null;
  this._unref = false;
  this._listeningId = 1;
  this.allowHalfOpen = options.allowHalfOpen || false;
  this.pauseOnConnect = Boolean(options.pauseOnConnect);
  this.noDelay = Boolean(options.noDelay);
  this.keepAlive = Boolean(options.keepAlive);
  this.keepAliveInitialDelay = ~~(options.keepAliveInitialDelay / 1000);
  this.highWaterMark = options.highWaterMark ?? require('stream').getDefaultHighWaterMark(false);
  this.blockList = options.blockList;
}
Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);

Server.prototype.listen = function(...args) {
  const [given, callback] = normalizeArgs(args);
  let options = given;
  if (this._handle) throw new ERR_SERVER_ALREADY_LISTEN();
  if (this._pendingListen) throw new ERR_SERVER_ALREADY_LISTEN();
  if (callback !== null) this.once('listening', callback);
  const backlogArg = toNumber(args.length > 1 && args[1]) || toNumber(args.length > 2 && args[2]);
  options = options?._handle ?? options?.handle ?? options;
  if (options?.native !== undefined) {
    this._listenNative(options.native);
    return this;
  }
  const { signal } = options ?? kEmptyObject;
  if (signal) {
    validateAbortSignal(signal, 'options.signal');
    const onAbort = () => this.close();
    if (signal.aborted) process.nextTick(onAbort);
    else signal.addEventListener('abort', onAbort, { once: true });
  }
  if (typeof options?.fd === 'number' && options.fd >= 0) {
    throw new ERR_INVALID_FD_TYPE('listening on a descriptor');
  }
  if (args.length === 0 || typeof args[0] === 'function' ||
      (typeof options.port === 'undefined' && 'port' in options) || options.port === null) options = { ...options, port: 0 };
  const backlog = options.backlog || backlogArg || 511;
  if (typeof options.port === 'number' || typeof options.port === 'string') {
    validatePort(options.port, 'options.port');
    this._pendingListen = true;
    if (options.host) {
      lookupAndListen(this, options.port | 0, options.host, backlog, options);
    } else {
      this._listen(null, options.port | 0, backlog, options);
    }
    return this;
  }
  if (options.path && isPipeName(options.path)) {
    validateString(options.path, 'options.path');
    this._pendingListen = true;
    this._listenPipe(options.path, backlog, options);
    return this;
  }
  if (!('port' in options || 'path' in options)) {
    throw new ERR_INVALID_ARG_VALUE('options', options, 'must have the property "port" or "path"');
  }
  throw new ERR_INVALID_ARG_VALUE('options', options);
};

function lookupAndListen(server, port, host, backlog, options) {
  if (isIP(host)) {
    server._listen(host, port, backlog, options);
    return;
  }
  const id = server._listeningId;
  require('dns').lookup(host, (error, address) => {
    if (server._listeningId !== id) return;
    if (error) {
      server._pendingListen = false;
      server.emit('error', error);
    } else {
      server._listen(address, port, backlog, options);
    }
  });
}

/** A dual-stack socket where there is IPv6, else IPv4. */
Server.prototype._listen = function(address, port, backlog, options) {
  const settings = {
    backlog, ipv6Only: Boolean(options.ipv6Only), reusePort: Boolean(options.reusePort), exclusive: Boolean(options.exclusive),
  };
  const accept = (status, native) => this._onConnection(status, native);
  let handle;
  let shown = address;
  if (address === null) {
    handle = binding.listen('::', port, settings, accept);
    shown = '::';
    if (typeof handle === 'number' && (handle === -97 || handle === -99 || handle === -22)) {
      handle = binding.listen('0.0.0.0', port, settings, accept);
      shown = '0.0.0.0';
    }
  } else {
    handle = binding.listen(address, port, settings, accept);
  }
  this._listened(handle, shown, port);
};

Server.prototype._listenPipe = function(path, backlog, options) {
  const handle = binding.listenPipe(path, { backlog, readableAll: options.readableAll, writableAll: options.writableAll },
    (status, native) => this._onConnection(status, native));
  this._pipeName = path;
  this._listened(handle, path, -1);
};

/** A listening socket that another process sent. */
Server.prototype._listenNative = function(native, callback) {
  if (callback) this.once('listening', callback);
  internalBinding('child').accept(native, (status, connection) => this._onConnection(status, connection));
  this._listened(native, null, -1);
};

Server.prototype._listened = function(handle, address, port) {
  this._pendingListen = false;
  if (typeof handle === 'number') {
    const error = uvExceptionWithHostPort(handle, 'listen', address, port);
    process.nextTick(() => this.emit('error', error));
    return;
  }
  binding.setOwner(handle, this);
  this._handle = { native: handle, close: () => {}, getAsyncId: () => 0 };
  if (this._unref) binding.unref(handle);
  process.nextTick(() => {
    // It may have been closed at once.
    if (this._handle) this.emit('listening');
  });
};

Server.prototype._onConnection = function(status, native) {
  if (status < 0) {
    const { errnoException } = require('internal/errors');
    this.emit('error', errnoException(status, 'accept'));
    return;
  }
  const handle = new Handle(native);
  const peer = () => {
    const [local, remote] = [handle.getsockname(), handle.getpeername()];
    return {
      localAddress: local?.address, localPort: local?.port, localFamily: local?.family,
      remoteAddress: remote?.address, remotePort: remote?.port, remoteFamily: remote?.family,
    };
  };
  if (this.maxConnections != null && this._connections >= this.maxConnections) {
    const data = this.dropMaxConnection || this.listenerCount('drop') > 0 ? peer() : undefined;
    handle.close();
    this.emit('drop', data);
    return;
  }
  if (this.blockList) {
    const { address, family } = handle.getpeername();
    if (address && this.blockList.check(address, family?.toLowerCase())) {
      handle.close();
      return;
    }
  }
  const socket = new Socket({
    handle, allowHalfOpen: this.allowHalfOpen, pauseOnCreate: this.pauseOnConnect, readable: true, writable: true,
    readableHighWaterMark: this.highWaterMark, writableHighWaterMark: this.highWaterMark,
  });
  if (this.noDelay) {
    socket._noDelay = true;
    handle.setNoDelay(true);
  }
  if (this.keepAlive) handle.setKeepAlive(true, this.keepAliveInitialDelay);
  this._connections++;
  socket.server = this;
  socket._server = this;
  this.emit('connection', socket);
  channel('net.server.socket')?.publish({ socket });
};

/** A diagnostics channel somebody listens to. */
function channel(name) {
  const { hasSubscribers, channel: find } = require('diagnostics_channel');
  return hasSubscribers(name) ? find(name) : undefined;
}

Server.prototype.address = function() {
  if (!this._handle) return null;
  if (this._pipeName) return this._pipeName;
  const result = binding.getsockname(this._handle.native);
  return typeof result === 'number' ? null : result;
};

Server.prototype.getConnections = function(callback) {
  process.nextTick(callback, null, this._handle || this._connections ? this._connections : 0);
  return this;
};

Server.prototype.close = function(callback) {
  this._listeningId++;
  this._pendingListen = false;
  if (typeof callback === 'function') {
    if (!this._handle) this.once('close', () => callback(new ERR_SERVER_NOT_RUNNING()));
    else this.once('close', callback);
  }
  if (this._handle) {
    binding.close(this._handle.native);
    this._handle = null;
  }
  this._emitCloseIfDrained();
  return this;
};

Server.prototype._emitCloseIfDrained = function() {
  if (this._handle || this._connections > 0) return;
  process.nextTick(() => this.emit('close'));
};

Server.prototype[Symbol.asyncDispose] = async function() {
  if (!this._handle) return;
  await new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
};

Server.prototype.ref = function() {
  this._unref = false;
  if (this._handle) binding.ref(this._handle.native);
  return this;
};

Server.prototype.unref = function() {
  this._unref = true;
  if (this._handle) binding.unref(this._handle.native);
  return this;
};

Object.defineProperty(Server.prototype, 'listening', {
  __proto__: null, configurable: true, enumerable: true, get() { return Boolean(this._handle); },
});

module.exports = { Server, channel };
