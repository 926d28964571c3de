// node:dgram.

const EventEmitter = require('events');
const { Buffer } = require('buffer');
const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_IP_BLOCKED, ERR_METHOD_NOT_IMPLEMENTED, ERR_SOCKET_ALREADY_BOUND, ERR_SOCKET_DGRAM_IS_CONNECTED,
    ERR_SOCKET_DGRAM_NOT_CONNECTED,
  },
  errnoException, exceptionWithHostPort,
} = require('internal/errors');
const { validateAbortSignal, validatePort, validateString, validateUint32 } = require('internal/validators');
const { EBADF, State, kState, running } = require('internal/dgram/handle');
const { bindToSend, isBlocked, send, sendto, whenBound } = require('internal/dgram/send');
const options = require('internal/dgram/options');
const { deprecate } = require('internal/util');

const binding = internalBinding('dgram');

function Socket(type, listener) {
  Reflect.apply(EventEmitter, this, []);
  const settings = type !== null && typeof type === 'object' ? type : undefined;
  if (settings !== undefined) {
    type = settings.type;
    for (const name of ['recvBufferSize', 'sendBufferSize']) if (settings[name]) validateUint32(settings[name], `options.${name}`);
    for (const name of ['receiveBlockList', 'sendBlockList']) if (settings[name]) checkBlockList(settings[name], name);
  }
  this[kState] = new State(type, settings?.lookup, settings);
  this.type = type;
  if (typeof listener === 'function') this.on('message', listener);
  if (settings?.signal !== undefined) closeOnAbort(this, settings.signal);
  const { channel, hasSubscribers } = require('diagnostics_channel');
  if (hasSubscribers('udp.socket')) channel('udp.socket').publish({ socket: this });
}
Object.setPrototypeOf(Socket.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Socket, EventEmitter);

function checkBlockList(list, name) {
  const { BlockList } = require('internal/net/address');
  if (!BlockList.isBlockList(list)) throw new ERR_INVALID_ARG_TYPE(`options.${name}`, 'net.BlockList', list);
}

function closeOnAbort(socket, signal) {
  validateAbortSignal(signal, 'options.signal');
  const onAbort = () => {
    if (socket[kState].open) socket.close();
  };
  if (signal.aborted) {
    onAbort();
    return;
  }
  const listening = EventEmitter.addAbortListener(signal, onAbort);
  socket.once('close', () => listening[Symbol.dispose]());
}

function createSocket(type, listener) {
  return new Socket(type, listener);
}

Socket.prototype.bind = function(...args) {
  const [first, second] = args;
  const state = running(this);
  if (state.bound !== 'no') throw new ERR_SOCKET_ALREADY_BOUND();
  const named = first !== null && typeof first === 'object' ? first : { port: first, address: second };
  if (Number.isInteger(named.fd) && named.fd > 0) throw new ERR_METHOD_NOT_IMPLEMENTED('bind() of a dgram socket to a descriptor');
  const callback = args.at(-1);
  if (typeof callback === 'function') onceBound(this, callback);
  const { port } = named;
  bind(this, typeof port === 'function' ? 0 : port, typeof named.address === 'function' ? '' : named.address, false);
  return this;
};

/** A callback for one attempt to bind only. */
function onceBound(socket, callback) {
  const remove = () => {
    socket.removeListener('error', remove);
    socket.removeListener('listening', onListening);
  };
  const onListening = () => {
    remove();
    Reflect.apply(callback, socket, []);
  };
  socket.on('error', remove);
  socket.on('listening', onListening);
}

function bind(socket, port, address, implicit) {
  const state = socket[kState];
  state.bound = 'soon';
  state.lookup(address || (state.six ? '::' : '0.0.0.0'), (error, ip) => {
    if (!state.open) return;
    if (error) {
      state.bound = 'no';
      socket.emit('error', error);
      return;
    }
    let failure;
    try {
      const status = state.bind(ip, port & 0xFFFF, implicit, (...message) => received(socket, ...message));
      if (status !== 0) failure = exceptionWithHostPort(status, 'bind', ip, port || 0);
    } catch (refusal) {
      failure = refusal;
    }
    if (failure !== undefined) {
      state.bound = 'no';
      socket.emit('error', failure);
      return;
    }
    state.bound = 'yes';
    state.receiving = true;
    if (state.receiveBufferSize) socket.setRecvBufferSize(state.receiveBufferSize);
    if (state.sendBufferSize) socket.setSendBufferSize(state.sendBufferSize);
    socket.emit('listening');
  });
}

Socket.prototype._bindImplicitly = function() {
  bind(this, 0, '', true);
};

function received(socket, status, bytes, peer) {
  if (status < 0) {
    socket.emit('error', errnoException(status, 'recvmsg'));
    return;
  }
  const state = socket[kState];
  if (!state.receiving || isBlocked(state.receiveBlockList, peer.address)) return;
  const message = Buffer.from(bytes);
  peer.size = message.length;
  socket.emit('message', message, peer);
}

Socket.prototype.connect = function(port, address, callback) {
  port = validatePort(port, 'Port', false);
  if (typeof address === 'function') {
    callback = address;
    address = '';
  } else if (address === undefined) {
    address = '';
  }
  validateString(address, 'address');
  const state = running(this);
  if (state.connected !== 'no') throw new ERR_SOCKET_DGRAM_IS_CONNECTED();
  bindToSend(this, address, port);
  state.connected = 'soon';
  if (state.bound === 'yes') connect(this, port, address, callback);
  else whenBound(this, () => connect(this, port, address, callback));
};

function connect(socket, port, address, callback) {
  const state = socket[kState];
  if (callback) socket.once('connect', callback);
  state.lookup(address, (error, ip) => {
    if (!state.open) return;
    if (!error && isBlocked(state.sendBlockList, ip)) error = new ERR_IP_BLOCKED(ip);
    try {
      const status = error ? 0 : binding.connect(state.native, ip, port);
      if (status !== 0) error = exceptionWithHostPort(status, 'connect', address, port);
    } catch (refusal) {
      error = refusal;
    }
    if (!error) {
      state.connected = 'yes';
      process.nextTick(() => socket.emit('connect'));
      return;
    }
    state.connected = 'no';
    process.nextTick(() => {
      if (callback) {
        socket.removeListener('connect', callback);
        callback(error);
      } else {
        socket.emit('error', error);
      }
    });
  });
}

/** The state of a socket that is connected. */
function connectedState(socket) {
  const state = running(socket);
  if (state.connected !== 'yes') throw new ERR_SOCKET_DGRAM_NOT_CONNECTED();
  return state;
}

Socket.prototype.disconnect = function() {
  const state = connectedState(this);
  state.change('connect', 'disconnect');
  state.connected = 'no';
};

Socket.prototype.send = send;
Socket.prototype.sendto = sendto;

Socket.prototype.close = function(callback) {
  const state = this[kState];
  if (typeof callback === 'function') this.on('close', callback);
  if (state.queue !== undefined) {
    state.queue.push(() => this.close());
    return this;
  }
  running(this).close();
  process.nextTick(() => this.emit('close'));
  return this;
};

Socket.prototype[Symbol.asyncDispose] = async function() {
  if (!this[kState].open) return;
  await new Promise((resolve) => this.close(resolve));
};

function name(state, call) {
  const result = state.native === undefined ? EBADF : binding[call](state.native);
  if (typeof result === 'number') throw errnoException(result, call);
  return result;
}

Socket.prototype.address = function() {
  return name(running(this), 'getsockname');
};

Socket.prototype.remoteAddress = function() {
  return name(connectedState(this), 'getpeername');
};

Object.assign(Socket.prototype, options);

Socket.prototype.ref = function() {
  const state = this[kState];
  state.referenced = true;
  if (state.receiving) binding.ref(state.native);
  return this;
};

Socket.prototype.unref = function() {
  const state = this[kState];
  state.referenced = false;
  if (state.native !== undefined) binding.unref(state.native);
  return this;
};

function deprecated(key, get, set) {
  const text = `Socket.prototype.${key} is deprecated`;
  Object.defineProperty(Socket.prototype, key, {
    __proto__: null, configurable: false, enumerable: false, get: deprecate(get, text, 'DEP0112'), set: deprecate(set, text, 'DEP0112'),
  });
}

const BINDING_STATES = { no: 0, soon: 1, yes: 2 };

deprecated('_handle', function() { return this[kState].native ?? null; }, function() { });
deprecated('_receiving', function() { return this[kState].receiving; }, function(on) { this[kState].receiving = Boolean(on); });
deprecated('_bindState', function() { return BINDING_STATES[this[kState].bound]; }, function() { });
deprecated('_queue', function() { return this[kState].queue; }, function() { });
deprecated('_reuseAddr', function() { return this[kState].reuseAddr; }, function(on) { this[kState].reuseAddr = on; });

Socket.prototype._healthCheck = deprecate(function() { running(this); }, 'Socket.prototype._healthCheck() is deprecated', 'DEP0112');
Socket.prototype._stopReceiving = deprecate(function() {
  this[kState].receiving = false;
}, 'Socket.prototype._stopReceiving() is deprecated', 'DEP0112');

module.exports = { Socket, createSocket };
