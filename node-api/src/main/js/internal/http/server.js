// http.Server: requests come from a parser on each connection and are answered in order.

const net = require('net');
const EventEmitter = require('events');
const { IncomingMessage } = require('internal/http/incoming');
const { ServerResponse } = require('internal/http/response');
const { connectionListener, onRequestTimeout } = require('internal/http/connection');
const { STATUS_CODES, kIncomingMessage, parseUniqueHeaders } = require('internal/http/common');
const { kUniqueHeaders } = require('internal/http/headers');
const { kConnections, kServerResponse } = require('internal/http/symbols');
const { kEmptyObject } = require('internal/util');
const { validateBoolean, validateFunction, validateInteger, validateObject } = require('internal/validators');

const kChecking = Symbol('http.server.connectionsCheckingInterval');

function integer(options, name, fallback) {
  if (options[name] === undefined) return fallback;
  validateInteger(options[name], name, 0);
  return options[name];
}

function boolean(options, name, label, fallback) {
  if (options[name] === undefined) return fallback;
  validateBoolean(options[name], label);
  return options[name];
}

function upgradeIfListened() {
  return this.listenerCount('upgrade') > 0;
}

/** The options https.Server shares. */
function storeHTTPOptions(options) {
  this[kIncomingMessage] = options.IncomingMessage || IncomingMessage;
  this[kServerResponse] = options.ServerResponse || ServerResponse;
  this.maxHeaderSize = integer(options, 'maxHeaderSize');
  this.insecureHTTPParser = boolean(options, 'insecureHTTPParser', 'options.insecureHTTPParser');
  this.requestTimeout = integer(options, 'requestTimeout', 300_000);
  this.headersTimeout = integer(options, 'headersTimeout', Math.min(60_000, this.requestTimeout));
  if (this.requestTimeout > 0 && this.headersTimeout > 0 && this.headersTimeout > this.requestTimeout) {
    const { codes: { ERR_OUT_OF_RANGE } } = require('internal/errors');
    throw new ERR_OUT_OF_RANGE('headersTimeout', '<= requestTimeout', options.headersTimeout);
  }
  this.keepAliveTimeout = integer(options, 'keepAliveTimeout', 5000);
  this.keepAliveTimeoutBuffer = integer(options, 'keepAliveTimeoutBuffer', 1000);
  this.connectionsCheckingInterval = integer(options, 'connectionsCheckingInterval', 30_000);
  this.requireHostHeader = boolean(options, 'requireHostHeader', 'options.requireHostHeader', true);
  this.joinDuplicateHeaders = boolean(options, 'joinDuplicateHeaders', 'options.joinDuplicateHeaders');
  this.rejectNonStandardBodyWrites = boolean(options, 'rejectNonStandardBodyWrites', 'options.rejectNonStandardBodyWrites', false);
  if (options.shouldUpgradeCallback !== undefined) validateFunction(options.shouldUpgradeCallback, 'options.shouldUpgradeCallback');
  this.shouldUpgradeCallback = options.shouldUpgradeCallback ?? upgradeIfListened;
}

/** [options, requestListener] of a server, from the forms its constructors take. */
function serverArguments(options, requestListener) {
  if (typeof options === 'function') return [kEmptyObject, options];
  if (options == null) return [kEmptyObject, requestListener];
  validateObject(options, 'options');
  return [options, requestListener];
}

/** What a server has besides connections, once it is a server of these. */
function setUpServer(server, options, requestListener) {
  if (requestListener) server.on('request', requestListener);
  server.httpAllowHalfOpen = false;
  server.on('listening', setupConnectionsTracking);
  server.timeout = 0;
  server.maxHeadersCount = null;
  server.maxRequestsPerSocket = 0;
  server[kUniqueHeaders] = parseUniqueHeaders(options.uniqueHeaders);
}

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  [options, requestListener] = serverArguments(options, requestListener);
  storeHTTPOptions.call(this, options);
  Reflect.apply(net.Server, this, [{
    allowHalfOpen: true, noDelay: options.noDelay ?? true, keepAlive: options.keepAlive,
    keepAliveInitialDelay: options.keepAliveInitialDelay, highWaterMark: options.highWaterMark,
  }]);
  this.on('connection', connectionListener);
  setUpServer(this, options, requestListener);
}
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

/** Looks at the connections now and then: who takes too long for a head or a request is told so. */
function setupConnectionsTracking() {
  const { clearInterval, setInterval } = require('timers');
  this[kConnections] ??= new Set();
  if (this[kChecking]) clearInterval(this[kChecking]);
  this[kChecking] = setInterval(checkConnections, this.connectionsCheckingInterval, this).unref();
}

function checkConnections(server) {
  const { headersTimeout, requestTimeout } = server;
  if (headersTimeout === 0 && requestTimeout === 0) return;
  const now = Date.now();
  for (const connection of server[kConnections]) {
    const { parser, socket } = connection;
    if (parser === null || parser.started === 0) continue;
    const age = now - parser.started;
    if ((requestTimeout > 0 && age > requestTimeout) || (headersTimeout > 0 && !parser.headersCompleted && age > headersTimeout)) {
      parser.started = 0;
      onRequestTimeout(socket);
    }
  }
}

function httpServerPreClose(server) {
  server.closeIdleConnections();
  if (server[kChecking]) require('timers').clearInterval(server[kChecking]);
}

Server.prototype.close = function close(...args) {
  httpServerPreClose(this);
  Reflect.apply(net.Server.prototype.close, this, args);
  return this;
};

Server.prototype[Symbol.asyncDispose] = async function() {
  await new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
};

Server.prototype.closeAllConnections = function closeAllConnections() {
  if (!this[kConnections]) return;
  for (const { socket } of [...this[kConnections]]) socket.destroy();
};

Server.prototype.closeIdleConnections = function closeIdleConnections() {
  if (!this[kConnections]) return;
  for (const { parser, socket } of [...this[kConnections]]) {
    // One that has sent nothing yet is about to.
    if (parser === null || parser.started !== 0 || parser.headersCompleted) continue;
    if (socket._httpMessage && !socket._httpMessage.finished) continue;
    socket.destroy();
  }
};

Server.prototype.setTimeout = function setTimeout(msecs, callback) {
  this.timeout = msecs;
  if (callback) this.on('timeout', callback);
  return this;
};

Server.prototype[EventEmitter.captureRejectionSymbol] = function(error, event, ...args) {
  if (event !== 'request') {
    Reflect.apply(net.Server.prototype[EventEmitter.captureRejectionSymbol], this, [error, event, ...args]);
    return;
  }
  const [, response] = args;
  if (response.headersSent || response.writableEnded) {
    response.destroy();
    return;
  }
  // What was to be told belongs to the answer that failed.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.statusCode = 500;
  response.end(STATUS_CODES[500]);
};

module.exports = { Server, connectionListener, httpServerPreClose, kConnections, serverArguments, setUpServer, storeHTTPOptions };
