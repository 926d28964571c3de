// Options of UDP sockets, and the groups they are in: methods for dgram.Socket's prototype.

const {
  codes: { ERR_MISSING_ARGS, ERR_SOCKET_BAD_BUFFER_SIZE, ERR_SOCKET_BUFFER_SIZE }, errnoException,
} = require('internal/errors');
const { validateNumber, validateString } = require('internal/validators');
const { EBADF, kState, running } = require('internal/dgram/handle');

const binding = internalBinding('dgram');
const MAX_SIZE = 0x7FFFFFFF;

/** @param size 0 asks only */
function bufferSize(socket, size, receive) {
  if (size >>> 0 !== size) throw new ERR_SOCKET_BAD_BUFFER_SIZE();
  const { native } = running(socket);
  const status = native === undefined ? EBADF : size > MAX_SIZE ? -22 : binding.bufferSize(native, receive, size);
  if (status >= 0) return status;
  const uv = internalBinding('uv');
  throw new ERR_SOCKET_BUFFER_SIZE({
    errno: status, code: uv.errname(status), message: uv.errmessage(status), syscall: `uv_${receive ? 'recv' : 'send'}_buffer_size`,
  });
}

function hops(name) {
  return {
    [name](ttl) {
      validateNumber(ttl, 'ttl');
      running(this).change(name, name, ttl);
      return ttl;
    },
  }[name];
}

/** A socket that joins a group before it has an address gets one, but does not listen and keeps nothing alive. */
function membership(socket, syscall, group, by, source, join) {
  const state = running(socket);
  if (state.native === undefined) {
    const { reuseAddr, referenced } = state;
    state.reuseAddr = true;
    state.referenced = false;
    const status = state.bind(state.six ? '::' : '0.0.0.0', 0, true, () => {});
    state.reuseAddr = reuseAddr;
    state.referenced = referenced;
    if (status !== 0) throw errnoException(status, syscall);
  }
  state.change(syscall, 'membership', group, by === undefined || by === null ? undefined : `${by}`, source, join);
}

function plain(name, join) {
  return {
    [name](multicastAddress, interfaceAddress) {
      running(this);
      if (!multicastAddress) throw new ERR_MISSING_ARGS('multicastAddress');
      membership(this, name, `${multicastAddress}`, interfaceAddress, undefined, join);
    },
  }[name];
}

function ofSource(name, join) {
  return {
    [name](sourceAddress, groupAddress, interfaceAddress) {
      running(this);
      validateString(sourceAddress, 'sourceAddress');
      validateString(groupAddress, 'groupAddress');
      membership(this, name, groupAddress, interfaceAddress, sourceAddress, join);
    },
  }[name];
}

module.exports = {
  setBroadcast(on) { running(this).change('setBroadcast', 'setBroadcast', Boolean(on)); },
  setTTL: hops('setTTL'),
  setMulticastTTL: hops('setMulticastTTL'),
  setMulticastLoopback(on) {
    running(this).change('setMulticastLoopback', 'setMulticastLoopback', Boolean(on));
    return on;
  },
  setMulticastInterface(interfaceAddress) {
    const state = running(this);
    validateString(interfaceAddress, 'interfaceAddress');
    state.change('setMulticastInterface', 'setMulticastInterface', interfaceAddress);
  },
  addMembership: plain('addMembership', true),
  dropMembership: plain('dropMembership', false),
  addSourceSpecificMembership: ofSource('addSourceSpecificMembership', true),
  dropSourceSpecificMembership: ofSource('dropSourceSpecificMembership', false),
  setRecvBufferSize(size) { bufferSize(this, size, true); },
  setSendBufferSize(size) { bufferSize(this, size, false); },
  getRecvBufferSize() { return bufferSize(this, 0, true); },
  getSendBufferSize() { return bufferSize(this, 0, false); },
  getSendQueueSize() {
    const { native } = this[kState];
    return native === undefined ? 0 : binding.queuedBytes(native);
  },
  getSendQueueCount() {
    const { native } = this[kState];
    return native === undefined ? 0 : binding.queuedCount(native);
  },
};
