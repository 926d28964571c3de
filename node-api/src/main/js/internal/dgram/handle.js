// The host's UDP socket, which is there once it has an address, and what a dgram.Socket knows about it.

const { codes: { ERR_SOCKET_BAD_TYPE, ERR_SOCKET_DGRAM_NOT_RUNNING }, errnoException } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const binding = internalBinding('dgram');
const EBADF = -9;
const kState = Symbol('state');

class State {
  native = undefined;
  open = true;
  receiving = false;
  bound = 'no';
  connected = 'no';
  queue = undefined;
  referenced = true;

  constructor(type, lookup, options) {
    if (type !== 'udp4' && type !== 'udp6') throw new ERR_SOCKET_BAD_TYPE();
    if (lookup !== undefined) validateFunction(lookup, 'lookup');
    this.six = type === 'udp6';
    this.customLookup = lookup;
    this.reuseAddr = options?.reuseAddr;
    this.reusePort = options?.reusePort;
    this.ipv6Only = Boolean(options?.ipv6Only);
    this.receiveBufferSize = options?.recvBufferSize;
    this.sendBufferSize = options?.sendBufferSize;
    this.receiveBlockList = options?.receiveBlockList;
    this.sendBlockList = options?.sendBlockList;
  }

  get loopback() { return this.six ? '::1' : '127.0.0.1'; }

  lookup(address, callback) {
    const lookup = this.customLookup ?? require('dns').lookup;
    lookup(address || this.loopback, this.six ? 6 : 4, callback);
  }

  /** @returns a status */
  bind(address, port, implicit, onMessage) {
    // Joining a group gave it an address already.
    if (this.native !== undefined) return -22;
    const result = binding.bind(address, port, {
      six: this.six, reuseAddr: Boolean(this.reuseAddr), reusePort: Boolean(this.reusePort), ipv6Only: this.six && this.ipv6Only, implicit,
    }, onMessage);
    if (typeof result === 'number') return result;
    this.native = result;
    if (!this.referenced) binding.unref(result);
    return 0;
  }

  /** Calls a function of the binding that gives a status, and throws what it says. */
  change(syscall, name, ...args) {
    const status = this.native === undefined ? EBADF : binding[name](this.native, ...args);
    if (status !== 0) throw errnoException(status, syscall);
  }

  close() {
    if (this.native !== undefined) binding.close(this.native);
    this.native = undefined;
    this.open = false;
    this.receiving = false;
  }
}

/** The state of a socket. @throws if it is closed */
function running(socket) {
  const state = socket[kState];
  if (!state.open) throw new ERR_SOCKET_DGRAM_NOT_RUNNING();
  return state;
}

module.exports = { EBADF, State, kState, running };
