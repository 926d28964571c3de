// node:net.

const { Socket, defaults } = require('internal/net/socket');
const { Server } = require('internal/net/server');
const { isIP, isIPv4, isIPv6 } = require('internal/net/address');
const { normalizeArgs } = require('internal/net/arguments');
const { defineLazy } = require('internal/util');
const { validateBoolean, validateInt32 } = require('internal/validators');

function createServer(options, connectionListener) {
  return new Server(options, connectionListener);
}

function connect(...args) {
  const normalized = normalizeArgs(args);
  const [options] = normalized;
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(normalized);
}

let warned = false;

function _setSimultaneousAccepts() {
  if (warned) return;
  warned = true;
  process.emitWarning('net._setSimultaneousAccepts() is deprecated and will be removed.', 'DeprecationWarning', 'DEP0121');
}

module.exports = {
  _normalizeArgs: normalizeArgs,
  _setSimultaneousAccepts,
  connect,
  createConnection: connect,
  createServer,
  isIP,
  isIPv4,
  isIPv6,
  Server,
  Socket,
  Stream: Socket,
  getDefaultAutoSelectFamily: () => defaults.autoSelectFamily,
  setDefaultAutoSelectFamily(value) {
    validateBoolean(value, 'value');
    defaults.autoSelectFamily = value;
  },
  getDefaultAutoSelectFamilyAttemptTimeout: () => defaults.attemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout(value) {
    validateInt32(value, 'value', 1);
    defaults.attemptTimeout = Math.max(10, value);
  },
};
defineLazy(module.exports, 'BlockList', () => require('internal/net/address').BlockList);
defineLazy(module.exports, 'SocketAddress', () => require('internal/net/address').SocketAddress);
