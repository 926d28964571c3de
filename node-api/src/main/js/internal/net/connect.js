// Connecting a socket: name lookup, and one attempt after the other until an address answers.

const {
  codes: {
    ERR_INVALID_ADDRESS_FAMILY, ERR_INVALID_ARG_TYPE, ERR_INVALID_IP_ADDRESS, ERR_IP_BLOCKED, ERR_MISSING_ARGS,
  },
  exceptionWithHostPort,
} = require('internal/errors');
const { validateFunction, validateInt32, validateNumber, validatePort } = require('internal/validators');
const { isIP } = require('internal/net/address');
const { Handle } = require('internal/net/handle');

const binding = internalBinding('net');
const ETIMEDOUT = -110;

/** Starts one attempt; `done(error)` is called when it ended. */
function attempt(socket, { address, port, localAddress, localPort, path }, done) {
  let status;
  const finish = (result) => {
    if (result === 0) {
      done(null);
      return;
    }
    const local = localAddress && localPort ? `${localAddress}:${localPort}` : undefined;
    const error = exceptionWithHostPort(result, 'connect', address ?? path, port, local);
    if (localAddress) error.localAddress = localAddress;
    if (localPort) error.localPort = localPort;
    done(error);
  };
  const { native } = socket._handle;
  if (path !== undefined) {
    status = binding.connectPipe(native, path, finish) ?? 0;
  } else {
    if (localAddress || localPort) {
      const any = isIP(address) === 6 ? '::' : '0.0.0.0';
      status = binding.bind(native, localAddress ?? any, localPort ?? 0, 0) ?? 0;
      if (status !== 0) {
        const failure = exceptionWithHostPort(status, 'bind', localAddress, localPort);
        process.nextTick(done, failure);
        return;
      }
    }
    status = binding.connect(native, address, port, finish) ?? 0;
  }
  if (status !== 0) process.nextTick(finish, status);
}

/** Connects to a local socket or to one literal address. */
function connectOne(socket, target) {
  socket.emit('connectionAttempt', target.address ?? target.path, target.port, isIP(target.address ?? ''));
  const handle = socket._handle;
  attempt(socket, target, (error) => {
    if (socket.destroyed || socket._handle !== handle) return;
    if (error) {
      socket.emit('connectionAttemptFailed', target.address ?? target.path, target.port, isIP(target.address ?? ''), error);
      socket.destroy(error);
    } else {
      socket._connected();
    }
  });
}

/** Tries addresses in turn; each has a limited time unless it is the last. */
function connectAny(socket, addresses, target, timeout) {
  const errors = [];
  let index = 0;
  const next = () => {
    if (socket.destroyed || !socket.connecting) return;
    if (index === addresses.length) {
      const error = new AggregateError(errors);
      error.code = errors[0].code;
      socket.destroy(errors.length === 1 ? errors[0] : error);
      return;
    }
    const { address, family } = addresses[index++];
    if (index > 1) {
      socket._handle?.close();
      socket._setHandle(new Handle(binding.tcp()));
      if (socket._unreferenced) socket._handle.unref();
    }
    const handle = socket._handle;
    let timer;
    let over = false;
    socket.autoSelectFamilyAttemptedAddresses.push(`${address}:${target.port}`);
    socket.emit('connectionAttempt', address, target.port, family);
    const end = (error) => {
      if (over) return;
      over = true;
      if (timer !== undefined) require('internal/timers').clearTimer(timer);
      if (socket.destroyed || socket._handle !== handle) return;
      if (error === null) {
        socket._connected();
        return;
      }
      errors.push(error);
      next();
    };
    attempt(socket, { ...target, address }, (error) => {
      if (error && !over && !socket.destroyed) socket.emit('connectionAttemptFailed', address, target.port, family, error);
      end(error);
    });
    if (index < addresses.length) {
      const { Timeout, insert } = require('internal/timers');
      timer = new Timeout(() => {
        if (over) return;
        socket.emit('connectionAttemptTimeout', address, target.port, family);
        end(exceptionWithHostPort(ETIMEDOUT, 'connect', address, target.port));
      }, timeout, undefined, false, true);
      insert(timer);
    }
  };
  next();
}

function checkTarget(options) {
  const { localAddress, localPort, port } = options;
  if (localAddress && !isIP(localAddress)) throw new ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort) validateNumber(localPort, 'options.localPort');
  if (port === undefined) throw new ERR_MISSING_ARGS(['options', 'port', 'path']);
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
  if (autoSelectFamily !== undefined) require('internal/validators').validateBoolean(autoSelectFamily, 'options.autoSelectFamily');
  let timeout = defaults.attemptTimeout;
  if (options.autoSelectFamilyAttemptTimeout !== undefined) {
    validateInt32(options.autoSelectFamilyAttemptTimeout, 'options.autoSelectFamilyAttemptTimeout', 1);
    timeout = Math.max(10, options.autoSelectFamilyAttemptTimeout);
  }
  const target = { port, localAddress, localPort };
  const literal = isIP(host);
  if (literal) {
    process.nextTick(() => {
      if (!socket.connecting) return;
      if (options.blockList?.check(host, `ipv${literal}`)) {
        socket.destroy(new ERR_IP_BLOCKED(host));
        return;
      }
      connectOne(socket, { ...target, address: host });
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
    if (error) process.nextTick(failLookup, socket, host, error);
    else one(socket, host, address, family, options, target);
  });
}

function normalizeFamily(family) {
  if (family === 'IPv4') return 4;
  if (family === 'IPv6') return 6;
  return family || 0;
}

function failLookup(socket, host, error) {
  socket.destroy(error);
}

function one(socket, host, address, family, options, target) {
  if (!isIP(address)) {
    process.nextTick(failLookup, socket, host, new ERR_INVALID_IP_ADDRESS(address));
  } else if (family !== 4 && family !== 6) {
    process.nextTick(failLookup, socket, host, new ERR_INVALID_ADDRESS_FAMILY(family, host, target.port));
  } else if (options.blockList?.check(address, `ipv${family}`)) {
    process.nextTick(failLookup, socket, host, new ERR_IP_BLOCKED(address));
  } else {
    socket._unrefTimer();
    connectOne(socket, { ...target, address });
  }
}

/** The answer of a lookup for all addresses: families take turns, beginning with that of the first. */
function looked(socket, host, error, addresses, options, target, timeout) {
  if (!socket.connecting) return;
  if (error) {
    socket.emit('lookup', error, undefined, undefined, host);
    process.nextTick(failLookup, socket, host, error);
    return;
  }
  for (const { address, family } of addresses) socket.emit('lookup', null, address, family, host);
  const valid = addresses.filter(({ address, family }) => isIP(address) && (family === 4 || family === 6) &&
    !options.blockList?.check(address, `ipv${family}`));
  if (valid.length === 0) {
    const [first] = addresses;
    let failure;
    if (first === undefined || !isIP(first.address)) failure = new ERR_INVALID_IP_ADDRESS(first?.address);
    else if (first.family !== 4 && first.family !== 6) failure = new ERR_INVALID_ADDRESS_FAMILY(first.family, host, target.port);
    else failure = new ERR_IP_BLOCKED(first.address);
    process.nextTick(failLookup, socket, host, failure);
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
  connectAny(socket, ordered, target, timeout);
}

module.exports = { connectOne, lookupAndConnect };
