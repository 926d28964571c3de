// https.Server.

const tls = require('tls');
const http = require('internal/http/server');
const { kUniqueHeaders } = require('internal/http/headers');
const { parseUniqueHeaders } = require('internal/http/common');
const { kEmptyObject } = require('internal/util');
const { validateObject } = require('internal/validators');

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  let protocols = ['http/1.1'];
  if (typeof options === 'function') {
    requestListener = options;
    options = kEmptyObject;
  } else if (options == null) {
    options = kEmptyObject;
  } else {
    validateObject(options, 'options');
    // A callback of the program decides alone.
    if (options.ALPNProtocols || options.ALPNCallback) protocols = options.ALPNProtocols;
  }
  http.storeHTTPOptions.call(this, options);
  Reflect.apply(tls.Server, this, [{ noDelay: true, ...options, ALPNProtocols: protocols }, http.connectionListener]);
  this.httpAllowHalfOpen = false;
  if (requestListener) this.on('request', requestListener);
  this.on('tlsClientError', onClientError);
  this.on('listening', http.setupConnectionsTracking);
  this.timeout = 0;
  this.maxHeadersCount = null;
  this.maxRequestsPerSocket = 0;
  this[kUniqueHeaders] = parseUniqueHeaders(options.uniqueHeaders);
}
Object.setPrototypeOf(Server.prototype, tls.Server.prototype);
Object.setPrototypeOf(Server, tls.Server);

function onClientError(error, socket) {
  if (!this.emit('clientError', error, socket)) socket.destroy(error);
}

for (const name of ['closeAllConnections', 'closeIdleConnections', 'setTimeout', 'close']) {
  Server.prototype[name] = name === 'close' ? function close(...args) {
    http.httpServerPreClose(this);
    Reflect.apply(tls.Server.prototype.close, this, args);
    return this;
  } : http.Server.prototype[name];
}

Server.prototype[Symbol.asyncDispose] = http.Server.prototype[Symbol.asyncDispose];

module.exports = { Server };
