// net.Server.

const EventEmitter = require('events');
const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_SERVER_ALREADY_LISTEN, ERR_SERVER_NOT_RUNNING,
  },
  errnoException, uvExceptionWithHostPort,
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateAbortSignal, validateNumber, validatePort } = require('internal/validators');
const { Handle, ListenHandle } = require('internal/net/handle');
const { Socket, checkBlockList } = require('internal/net/socket');
const { isPipeName, normalizeArgs, toNumber } = require('internal/net/arguments');
const { isIP } = require('internal/net/address');

const binding = internalBinding('net');
const BACKLOG = 511;

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
  if (options.highWaterMark !== undefined) {
    validateNumber(options.highWaterMark, 'options.highWaterMark');
    if (options.highWaterMark < 0) options.highWaterMark = undefined;
  }
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
  if (options.blockList) {
    checkBlockList(options.blockList);
    this.blockList = options.blockList;
  }
}
Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);

Server.prototype.listen = function(...args) {
  const [given, callback] = normalizeArgs(args);
  if (this._handle) throw new ERR_SERVER_ALREADY_LISTEN();
  tracingChannel()?.asyncStart.publish({ server: this, options: given });
  if (callback !== null) this.once('listening', callback);
  const backlogArgument = toNumber(args.length > 1 && args[1]) || toNumber(args.length > 2 && args[2]);
  let options = given._handle || given.handle || given;
  this._listeningId++;
  if (options.native !== undefined) {
    this._listenNative(options.native);
    return this;
  }
  closeOnAbort(this, options);
  if (typeof options.fd === 'number' && options.fd >= 0) {
    this._bound(binding.listenFd(options.fd, options.backlog || backlogArgument || BACKLOG, acceptor(this)), null, null);
    return this;
  }
  if (args.length === 0 || typeof args[0] === 'function' ||
      (options.port === undefined && 'port' in options) || options.port === null) options = { ...options, port: 0 };
  const backlog = options.backlog || backlogArgument || BACKLOG;
  if (typeof options.port === 'number' || typeof options.port === 'string') {
    validatePort(options.port, 'options.port');
    if (options.host) lookupAndListen(this, options.port | 0, options.host, backlog, options);
    else this._listen(null, options.port | 0, backlog, options);
    return this;
  }
  if (options.path && isPipeName(options.path)) {
    if (options.path[0] === '\0' && (options.readableAll || options.writableAll)) {
      throw new ERR_INVALID_ARG_VALUE('options', options, 'can not set readableAll or writableAllt to true when path is abstract unix socket');
    }
    this._pipeName = options.path;
    this._listenPipe(options.path, backlog, options);
    return this;
  }
  if (!('port' in options || 'path' in options)) {
    throw new ERR_INVALID_ARG_VALUE('options', options, 'must have the property "port" or "path"');
  }
  throw new ERR_INVALID_ARG_VALUE('options', options);
};

function closeOnAbort(server, { signal }) {
  if (signal === undefined) return;
  validateAbortSignal(signal, 'options.signal');
  const onAbort = () => server.close();
  if (signal.aborted) {
    process.nextTick(onAbort);
    return;
  }
  signal.addEventListener('abort', onAbort, { once: true });
  server.once('close', () => signal.removeEventListener('abort', onAbort));
}

/** Of several addresses one that is no link-local one, if there is such. */
function bestAddress(addresses) {
  const linkLocal = ({ address }) => isIP(address) === 6 && /^fe[89ab]/i.test(address);
  return addresses.find((each) => !linkLocal(each)) ?? addresses[0];
}

function lookupAndListen(server, port, host, backlog, options) {
  const id = server._listeningId;
  require('dns').lookup(host, { all: true }, (error, addresses) => {
    if (server._listeningId !== id) return;
    if (error) server.emit('error', error);
    else server._listen(bestAddress(addresses).address, port, backlog, options);
  });
}

function acceptor(server) {
  return (status, native) => {
    const listening = server._handle;
    if (listening) listening.accept(status, native === undefined ? undefined : new Handle(native, listening.kind));
    else if (native !== undefined) binding.close(native);
  };
}

/** On a dual-stack socket where there is IPv6, else an IPv4 one, if no address is given. */
Server.prototype._listen = function(address, port, backlog, options) {
  const settings = {
    backlog, ipv6Only: options.ipv6Only === true, reusePort: options.reusePort === true,
    exclusive: Boolean(options.exclusive) || options.reusePort === true,
  };
  const accept = acceptor(this);
  if (address !== null) {
    this._bound(binding.listen(address, port, settings, accept), address, port);
    return;
  }
  let handle = binding.listen('::', port, settings, accept);
  address = '::';
  if (typeof handle === 'number' && (handle === -97 || handle === -99 || handle === -22)) {
    address = '0.0.0.0';
    handle = binding.listen(address, port, settings, accept);
  }
  this._bound(handle, address, port);
};

Server.prototype._listenPipe = function(path, backlog, options) {
  const settings = { backlog, readableAll: options.readableAll === true, writableAll: options.writableAll === true };
  this._bound(binding.listenPipe(path, settings, acceptor(this)), path, -1);
};

/** A listening socket of another server, perhaps in another process. */
Server.prototype._listenNative = function(native, callback) {
  if (callback) this.once('listening', callback);
  internalBinding('child').accept(native, acceptor(this));
  this._bound(native, null, -1);
};

/** @param native a handle that listens, or a negative errno */
Server.prototype._bound = function(native, address, port) {
  if (typeof native === 'number') {
    const error = uvExceptionWithHostPort(native, 'listen', address, port);
    tracingChannel()?.error.publish({ server: this, error });
    process.nextTick(() => this.emit('error', error));
    return;
  }
  binding.setOwner(native, this);
  this._handle = new ListenHandle(native, port === -1 && this._pipeName ? 'pipe' : 'tcp', this);
  this._listening(address, port);
};

Server.prototype._listening = function(address, port) {
  tracingChannel()?.asyncEnd.publish({ server: this });
  this._connectionKey = `${port === -1 ? -1 : isIP(address ?? '')}:${address}:${port}`;
  if (this._unref) this.unref();
  process.nextTick(() => {
    // It may have been closed at once.
    if (this._handle) this.emit('listening');
  });
};

/** The address fields of both ends, for who is told of a connection that was not taken. */
function endpoints(handle) {
  const local = handle.getsockname();
  const remote = handle.getpeername();
  if (typeof local !== 'object' || typeof remote !== 'object') return undefined;
  return {
    __proto__: null,
    localAddress: local.address, localPort: local.port, localFamily: local.family,
    remoteAddress: remote.address, remotePort: remote.port, remoteFamily: remote.family,
  };
}

Server.prototype._onConnection = function(status, handle) {
  if (status < 0) {
    this.emit('error', errnoException(status, 'accept'));
    return;
  }
  if (this.maxConnections !== null && this.maxConnections !== undefined && this._connections >= this.maxConnections) {
    const data = endpoints(handle);
    if (data === undefined) this.emit('drop');
    else this.emit('drop', data);
    handle.close();
    return;
  }
  if (this.blockList) {
    const { address } = handle.getpeername();
    const family = isIP(address ?? '');
    if (family && this.blockList.check(address, `ipv${family}`)) {
      handle.close();
      return;
    }
  }
  const socket = new Socket({
    handle, allowHalfOpen: this.allowHalfOpen, pauseOnCreate: this.pauseOnConnect, readable: true, writable: true,
    readableHighWaterMark: this.highWaterMark, writableHighWaterMark: this.highWaterMark,
  });
  socket._accepted(this.noDelay, this.keepAlive, this.keepAliveInitialDelay);
  this._connections++;
  socket.server = this;
  socket._server = this;
  this.emit('connection', socket);
  channel('net.server.socket')?.publish({ socket });
};

let diagnostics;

/** A diagnostics channel somebody listens to. */
function channel(name) {
  diagnostics ??= require('diagnostics_channel');
  return diagnostics.hasSubscribers(name) ? diagnostics.channel(name) : undefined;
}

/** Those of a server that begins to listen. */
function tracingChannel() {
  diagnostics ??= require('diagnostics_channel');
  const name = 'tracing:net.server.listen:';
  if (!['asyncStart', 'asyncEnd', 'error'].some((event) => diagnostics.hasSubscribers(name + event))) return undefined;
  return diagnostics.tracingChannel('net.server.listen');
}

Server.prototype.address = function() {
  if (!this._handle) return null;
  if (this._pipeName) return this._pipeName;
  const result = this._handle.getsockname();
  if (typeof result === 'number') throw errnoException(result, 'address');
  return result;
};

Server.prototype.getConnections = function(callback) {
  const workers = this._workers ?? [];
  if (workers.length === 0) {
    process.nextTick(callback, null, this._handle || this._connections ? this._connections : 0);
    return this;
  }
  let left = workers.length;
  let total = this._connections;
  const onCount = (error, count) => {
    if (left < 0) return;
    if (error) {
      left = -1;
      callback(error);
      return;
    }
    total += count;
    if (--left === 0) callback(null, total);
  };
  for (const worker of workers) worker.getConnections(onCount);
  return this;
};

/** Connections of this server went to another process. */
Server.prototype._setupWorker = function(sockets) {
  (this._workers ??= []).push(sockets);
};

Server.prototype._forgetWorker = function(sockets) {
  this._workers = this._workers.filter((each) => each !== sockets);
};

Server.prototype.close = function(callback) {
  this._listeningId++;
  if (typeof callback === 'function') {
    if (!this._handle) this.once('close', () => callback(new ERR_SERVER_NOT_RUNNING()));
    else this.once('close', callback);
  }
  if (this._handle) {
    this._handle.close();
    this._handle = null;
  }
  const workers = this._workers ?? [];
  if (workers.length === 0) {
    this._emitCloseIfDrained();
    return this;
  }
  // Those elsewhere count as one until the last has closed.
  this._connections++;
  let left = workers.length;
  for (const worker of workers) {
    worker.close(() => {
      if (--left > 0) return;
      this._connections--;
      this._emitCloseIfDrained();
    });
  }
  return this;
};

Server.prototype[EventEmitter.captureRejectionSymbol] = function(error, event, socket) {
  if (event === 'connection') socket.destroy(error);
  else this.emit('error', error);
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
  this._handle?.ref();
  return this;
};

Server.prototype.unref = function() {
  this._unref = true;
  this._handle?.unref();
  return this;
};

Object.defineProperty(Server.prototype, 'listening', {
  __proto__: null, configurable: true, enumerable: true, get() { return Boolean(this._handle); },
});

module.exports = { Server, channel };
