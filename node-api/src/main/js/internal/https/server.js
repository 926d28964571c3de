// https.Server.

const tls = require('tls');
const http = require('internal/http/server');

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  [options, requestListener] = http.serverArguments(options, requestListener);
  // A callback of the program decides alone.
  const protocols = options.ALPNProtocols || options.ALPNCallback ? options.ALPNProtocols : ['http/1.1'];
  http.storeHTTPOptions.call(this, options);
  Reflect.apply(tls.Server, this, [{ noDelay: true, ...options, ALPNProtocols: protocols }, http.connectionListener]);
  this.on('tlsClientError', onClientError);
  http.setUpServer(this, options, requestListener);
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
