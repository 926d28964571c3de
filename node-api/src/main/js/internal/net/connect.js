// Connecting a socket: name lookup, and one attempt after the other until an address answers.

const {
  codes: {
    ERR_INVALID_ADDRESS_FAMILY, ERR_INVALID_ARG_TYPE, ERR_INVALID_IP_ADDRESS, ERR_IP_BLOCKED, ERR_SOCKET_CONNECTION_TIMEOUT,
  },
  exceptionWithHostPort,
} = require('internal/errors');
const { validateBoolean, validateFunction, validateInt32, validateNumber, validatePort, validateString } = require('internal/validators');
const { clearTimer, setUnrefTimeout } = require('internal/timers');
const { isIP } = require('internal/net/address');
const { Handle } = require('internal/net/handle');

const { begin } = require('internal/perf/watch');
const { work } = require('internal/async_context');

const binding = internalBinding('net');
const ETIMEDOUT = -110;
const ECANCELED = -125;

function connectError(status, { address, port, localAddress, localPort, path }) {
  const local = localAddress && localPort ? `${localAddress}:${localPort}` : undefined;
  const error = exceptionWithHostPort(status, 'connect', address ?? path, port, local);
  if (local !== undefined) {
    error.localAddress = localAddress;
    error.localPort = localPort;
  }
  return error;
}

/** Gives the socket its local address, if it is to have one. Gives an error, or undefined. */
function bindLocal(socket, target, address) {
  if (!target.localAddress && !target.localPort) return undefined;
  target.localAddress ||= isIP(address) === 6 ? '::' : '0.0.0.0';
  const { localAddress, localPort } = target;
  const status = binding.bind(socket._handle.native, localAddress, localPort ?? 0, 0) ?? 0;
  return status === 0 ? undefined : exceptionWithHostPort(status, 'bind', localAddress, localPort);
}

/** Connects to a local socket or to one literal address. */
function connectOne(socket, target) {
  const { address, path, port } = target;
  const family = path === undefined ? isIP(address) : undefined;
  const bound = bindLocal(socket, target, address);
  if (bound !== undefined) {
    socket.destroy(bound);
    return;
  }
  socket.emit('connectionAttempt', address ?? path, port, family);
  if (socket._handle === null) return;
  if (path?.startsWith('\0')) {
    connectAbstract(socket, target);
    return;
  }
  const handle = socket._handle;
  if (path === undefined && socket.blockList?.check(address, `ipv${family}`)) {
    socket.destroy(new ERR_IP_BLOCKED(address));
    return;
  }
  const entry = path === undefined ? begin('net', 'connect') : undefined;
  const done = work.request(path === undefined ? 'TCPCONNECTWRAP' : 'PIPECONNECTWRAP', (status) => {
    if (socket.destroyed || socket._handle !== handle) return;
    socket.connecting = false;
    if (status === 0) {
      entry?.({ host: address, port });
      socket._connected();
      return;
    }
    const error = connectError(status, target);
    socket.emit('connectionAttemptFailed', address ?? path, port, family, error);
    socket.destroy(error);
  });
  const status = path === undefined ? binding.connect(handle.native, address, port, done) : binding.connectPipe(handle.native, path, done);
  if (status) socket.destroy(connectError(status, target));
}

/** A local socket with a name in no file system is a descriptor that is connected, or not, at once. */
function connectAbstract(socket, target) {
  const native = binding.connectAbstract(target.path);
  socket._handle.close();
  if (typeof native === 'number') {
    socket.destroy(connectError(native, target));
    return;
  }
  socket._setHandle(new Handle(native, 'pipe'));
  if (socket._unreferenced) socket._handle.unref();
  process.nextTick(() => {
    if (!socket.connecting) return;
    socket.connecting = false;
    socket._connected();
  });
}

/** Tries addresses in turn; each has a limited time unless it is the last. */
class Attempts {
  #socket;
  #addresses;
  #target;
  #timeout;
  #timer;
  #errors = [];
  #next = 0;

  constructor(socket, addresses, target, timeout) {
    this.#socket = socket;
    this.#addresses = addresses;
    this.#target = target;
    this.#timeout = timeout;
  }

  run(canceled = false) {
    const socket = this.#socket;
    this.#stopTimer();
    if (socket._aborted) return;
    if (canceled || this.#next === this.#addresses.length) {
      socket.destroy(this.#errors.length === 0 ? new ERR_SOCKET_CONNECTION_TIMEOUT() : aggregate(this.#errors));
      return;
    }
    const { address, family } = this.#addresses[this.#next++];
    if (this.#next > 1) {
      socket._handle?.close();
      socket._setHandle(new Handle(binding.tcp(), 'tcp'));
      if (socket._unreferenced) socket._handle.unref();
    }
    const target = { ...this.#target, address };
    const bound = bindLocal(socket, target, address);
    if (bound !== undefined) {
      this.#errors.push(bound);
      this.run();
      return;
    }
    if (socket.blockList?.check(address, `ipv${family}`)) {
      this.#failed(target, family, new ERR_IP_BLOCKED(address));
      return;
    }
    socket.emit('connectionAttempt', address, target.port, family);
    if (socket._handle === null) return;
    socket.autoSelectFamilyAttemptedAddresses.push(`${address}:${target.port}`);
    this.#start(target, family, this.#next);
  }

  #start(target, family, number) {
    const socket = this.#socket;
    const handle = socket._handle;
    const entry = begin('net', 'connect');
    let over = false;
    const status = binding.connect(handle.native, target.address, target.port, work.request('TCPCONNECTWRAP', (result) => {
      // What comes after the time was up is of no interest.
      if (over) return;
      over = true;
      this.#stopTimer();
      if (socket.destroyed || socket._handle !== handle) return;
      if (result === 0) {
        socket.connecting = false;
        entry?.({ host: target.address, port: target.port });
        socket._connected();
      } else {
        this.#failed(target, family, connectError(result, target), result === ECANCELED);
      }
    }));
    if (status) {
      over = true;
      this.#failed(target, family, connectError(status, target));
    } else if (number < this.#addresses.length) {
      this.#timer = setUnrefTimeout(() => {
        if (over) return;
        over = true;
        socket.emit('connectionAttemptTimeout', target.address, target.port, family);
        this.#errors.push(connectError(ETIMEDOUT, target));
        handle.close();
        if (socket.connecting) this.run();
      }, this.#timeout);
    }
  }

  #failed(target, family, error, canceled) {
    this.#errors.push(error);
    this.#socket.emit('connectionAttemptFailed', target.address, target.port, family, error);
    if (this.#socket.connecting) this.run(canceled);
  }

  #stopTimer() {
    if (this.#timer !== undefined) clearTimer(this.#timer);
    this.#timer = undefined;
  }
}

function aggregate(errors) {
  const error = new AggregateError(errors);
  error.code = errors[0]?.code;
  return error;
}

function checkTarget(options) {
  const { localAddress, localPort, port } = options;
  validateString(options.host || 'localhost', 'options.host');
  if (localAddress && !isIP(localAddress)) throw new ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort) validateNumber(localPort, 'options.localPort');
  if (port === undefined) return;
  if (typeof port !== 'number' && typeof port !== 'string') {
    throw new ERR_INVALID_ARG_TYPE('options.port', ['number', 'string'], port);
  }
  validatePort(port);
}

/** Finds the address of `options.host`, then connects. */
function lookupAndConnect(socket, options, defaults) {
  checkTarget(options);
  const host = options.host || 'localhost';
  const port = options.port | 0;
  const { localAddress, localPort } = options;
  const autoSelectFamily = options.autoSelectFamily ?? defaults.autoSelectFamily;
  validateBoolean(autoSelectFamily, 'options.autoSelectFamily');
  let timeout = options.autoSelectFamilyAttemptTimeout ?? defaults.attemptTimeout;
  validateInt32(timeout, 'options.autoSelectFamilyAttemptTimeout', 1);
  timeout = Math.max(10, timeout);
  const target = { port, localAddress, localPort };
  if (isIP(host)) {
    process.nextTick(() => {
      if (socket.connecting) connectOne(socket, { ...target, address: host });
    });
    return;
  }
  if (options.lookup != null) validateFunction(options.lookup, 'options.lookup');
  const dns = require('dns');
  const hints = { family: normalizeFamily(options.family), hints: options.hints || 0 };
  if (process.platform !== 'win32' && hints.family !== 4 && hints.family !== 6 && hints.hints === 0) hints.hints = dns.ADDRCONFIG;
  socket._host = host;
  const lookup = options.lookup || dns.lookup;
  const many = autoSelectFamily && hints.family !== 4 && hints.family !== 6 && !localAddress;
  if (many) hints.all = true;
  lookup(host, hints, (error, address, family) => {
    if (many) {
      looked(socket, host, error, address, options, target, timeout);
      return;
    }
    socket.emit('lookup', error, address, family, host);
    if (!socket.connecting) return;
    const failure = error || addressError(address, family, options);
    if (failure) {
      process.nextTick(failLookup, socket, failure);
    } else {
      socket._unrefTimer();
      connectOne(socket, { ...target, address });
    }
  });
}

function normalizeFamily(family) {
  if (family === 'IPv4') return 4;
  if (family === 'IPv6') return 6;
  return family;
}

function failLookup(socket, error) {
  socket.destroy(error);
}

/** What is wrong with an answer of a lookup function, or undefined. */
function addressError(address, family, options) {
  if (typeof address !== 'string' || !isIP(address)) return new ERR_INVALID_IP_ADDRESS(address);
  if (family !== 4 && family !== 6) return new ERR_INVALID_ADDRESS_FAMILY(family, options.host, options.port);
  return undefined;
}

/** The answer of a lookup for all addresses: families take turns, beginning with that of the first. */
function looked(socket, host, error, addresses, options, target, timeout) {
  if (!socket.connecting) return;
  if (error) {
    socket.emit('lookup', error, undefined, undefined, host);
    process.nextTick(failLookup, socket, error);
    return;
  }
  const valid = [];
  for (const { address, family } of addresses) {
    socket.emit('lookup', error, address, family, host);
    // A listener may have had enough.
    if (!socket.connecting) return;
    if (addressError(address, family, options) === undefined && !valid.some((other) => other.address === address)) valid.push({ address, family });
  }
  if (valid.length === 0) {
    const [first] = addresses;
    process.nextTick(failLookup, socket, addressError(first?.address, first?.family, options));
    return;
  }
  const mine = valid.filter(({ family }) => family === valid[0].family);
  const other = valid.filter(({ family }) => family !== valid[0].family);
  const ordered = [];
  for (let i = 0; i < Math.max(mine.length, other.length); i++) {
    if (i < mine.length) ordered.push(mine[i]);
    if (i < other.length) ordered.push(other[i]);
  }
  socket._unrefTimer();
  if (ordered.length === 1) {
    connectOne(socket, { ...target, address: ordered[0].address });
    return;
  }
  socket.autoSelectFamilyAttemptedAddresses = [];
  new Attempts(socket, ordered, target, timeout).run();
}

module.exports = { connectOne, lookupAndConnect };
