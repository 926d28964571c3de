// Sending: the many ways to say what and where to.

const { Buffer } = require('buffer');
const {
  codes: { ERR_BUFFER_OUT_OF_BOUNDS, ERR_INVALID_ARG_TYPE, ERR_IP_BLOCKED, ERR_SOCKET_DGRAM_IS_CONNECTED }, exceptionWithHostPort,
} = require('internal/errors');
const { validateNumber, validatePort, validateString } = require('internal/validators');
const { work } = require('internal/async_context');
const { kState, running } = require('internal/dgram/handle');

const binding = internalBinding('dgram');
const KINDS = ['Buffer', 'TypedArray', 'DataView', 'string'];

function toView(data, name, whole = data) {
  if (typeof data === 'string') return Buffer.from(data);
  if (!ArrayBuffer.isView(data)) throw new ERR_INVALID_ARG_TYPE(name, KINDS, whole);
  return data;
}

function part(data, offset, length) {
  const view = toView(data, 'buffer');
  offset >>>= 0;
  length >>>= 0;
  if (offset > view.byteLength) throw new ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (offset + length > view.byteLength) throw new ERR_BUFFER_OUT_OF_BOUNDS('length');
  return Buffer.from(view.buffer, view.byteOffset + offset, length);
}

function toList(data) {
  if (!Array.isArray(data)) return [toView(data, 'buffer')];
  const list = data.map((each) => toView(each, 'buffer list arguments', data));
  if (list.length === 0) list.push(Buffer.alloc(0));
  return list;
}

/** What is done once there is an address waits for it; a failure to get one drops it all. */
function whenBound(socket, action) {
  const state = socket[kState];
  if (state.queue !== undefined) {
    state.queue.push(action);
    return;
  }
  state.queue = [action];
  const { errorMonitor } = require('events');
  const onListening = () => {
    socket.removeListener(errorMonitor, onError);
    const { queue } = state;
    state.queue = undefined;
    for (const each of queue) each();
  };
  const onError = () => {
    socket.removeListener('listening', onListening);
    socket.removeListener(errorMonitor, onError);
    state.queue = undefined;
  };
  socket.once(errorMonitor, onError);
  socket.once('listening', onListening);
}

/** Gives a socket that is to send an address, if it has none; asks first whether it may send there at all, where that is known by now. */
function bindToSend(socket, address, port) {
  const state = socket[kState];
  if (state.bound !== 'no') return;
  const target = address || state.loopback;
  if (require('internal/net/address').isIP(target)) binding.ask(target, port);
  socket._bindImplicitly();
}

function send(buffer, offset, length, port, address, callback) {
  const state = this[kState];
  const connected = state.connected === 'yes';
  if (connected) {
    if (typeof length === 'number') {
      buffer = part(buffer, offset, length);
      if (typeof port === 'function') {
        callback = port;
        port = null;
      }
    } else {
      callback = offset;
    }
    if (port || address) throw new ERR_SOCKET_DGRAM_IS_CONNECTED();
  } else if (address || (port && typeof port !== 'function')) {
    buffer = part(buffer, offset, length);
  } else {
    callback = port;
    port = offset;
    address = length;
  }
  const list = toList(buffer);
  if (!connected) port = validatePort(port, 'Port', false);
  if (typeof callback !== 'function') callback = undefined;
  if (typeof address === 'function') {
    callback = address;
    address = undefined;
  } else if (address !== undefined && address !== null) {
    validateString(address, 'address');
  }
  running(this);
  if (!connected) bindToSend(this, address, port);
  if (state.bound !== 'yes') {
    whenBound(this, () => this.send(list, port, address, callback));
    return;
  }
  if (connected) sendTo(this, null, undefined, list, address, port, callback);
  else state.lookup(address, (error, ip) => sendTo(this, error, ip, list, address, port, callback));
}

function sendTo(socket, error, ip, list, address, port, callback) {
  const state = socket[kState];
  if (error) {
    failed(socket, error, callback);
    return;
  }
  if (!state.open) return;
  if (ip && isBlocked(state.sendBlockList, ip)) {
    if (callback) process.nextTick(callback, new ERR_IP_BLOCKED(ip));
    return;
  }
  const size = list.reduce((sum, each) => sum + each.byteLength, 0);
  const failure = (status) => exceptionWithHostPort(status, 'send', address, port);
  const later = callback && work.request('UDPSENDWRAP', (status) => (status < 0 ? callback(failure(status), size) : callback(null, size)));
  let status;
  try {
    status = binding.send(state.native, list, ip, port, later ?? (() => {}));
  } catch (refusal) {
    failed(socket, refusal, callback);
    return;
  }
  if (!callback || status === false) return;
  if (status === true) process.nextTick(callback, null, size);
  else process.nextTick(callback, failure(status));
}

function failed(socket, error, callback) {
  if (callback) process.nextTick(callback, error);
  else process.nextTick(() => socket.emit('error', error));
}

function isBlocked(list, ip) {
  return list !== undefined && list.check(ip, ip.includes(':') ? 'ipv6' : 'ipv4');
}

function sendto(buffer, offset, length, port, address, callback) {
  validateNumber(offset, 'offset');
  validateNumber(length, 'length');
  validateNumber(port, 'port');
  validateString(address, 'address');
  this.send(buffer, offset, length, port, address, callback);
}

module.exports = { bindToSend, isBlocked, send, sendto, whenBound };
