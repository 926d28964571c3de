// http.Server: requests come from a parser on each connection and are answered in order.

const net = require('net');
const EventEmitter = require('events');
const { kNeedDrain } = require('internal/http/outgoing');
const { IncomingMessage } = require('internal/http/incoming');
const { ServerResponse, emitClose } = require('internal/http/response');
const { Parser } = require('internal/http/parser');
const {
  codes: { ERR_HTTP_REQUEST_TIMEOUT, ERR_HTTP_SOCKET_ENCODING, ERR_INVALID_ARG_TYPE },
  connResetException,
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateBoolean, validateInteger, validateObject } = require('internal/validators');
const { channel } = require('internal/net/server');

const continuePattern = /(?:^|\W)100-continue(?:$|\W)/i;
const kConnections = Symbol('http.server.connections');
const kChecking = Symbol('http.server.connectionsCheckingInterval');
const kOptions = Symbol('kOptions');

function storeOptions(server, options) {
  if (options.IncomingMessage !== undefined && typeof options.IncomingMessage !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('options.IncomingMessage', 'Function', options.IncomingMessage);
  }
  const settings = {
    IncomingMessage: options.IncomingMessage || IncomingMessage,
    ServerResponse: options.ServerResponse || ServerResponse,
    maxHeaderSize: options.maxHeaderSize,
    lenient: options.insecureHTTPParser,
    highWaterMark: options.highWaterMark,
    joinDuplicateHeaders: options.joinDuplicateHeaders ?? false,
    rejectNonStandardBodyWrites: options.rejectNonStandardBodyWrites ?? false,
    shouldUpgradeCallback: options.shouldUpgradeCallback,
  };
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, 'maxHeaderSize', 0);
  for (const name of ['insecureHTTPParser', 'requireHostHeader', 'joinDuplicateHeaders', 'rejectNonStandardBodyWrites']) {
    if (options[name] !== undefined) validateBoolean(options[name], `options.${name}`);
  }
  const number = (name, fallback) => {
    if (options[name] === undefined) return fallback;
    validateInteger(options[name], name, 0);
    return options[name];
  };
  server.requestTimeout = number('requestTimeout', 300_000);
  server.headersTimeout = number('headersTimeout', Math.min(60_000, server.requestTimeout || 60_000));
  if (server.requestTimeout > 0 && server.headersTimeout > 0 && server.headersTimeout > server.requestTimeout) {
    const { codes: { ERR_OUT_OF_RANGE } } = require('internal/errors');
    throw new ERR_OUT_OF_RANGE('headersTimeout', '<= requestTimeout', server.headersTimeout);
  }
  server.keepAliveTimeout = number('keepAliveTimeout', 5000);
  server.keepAliveTimeoutBuffer = number('keepAliveTimeoutBuffer', 1000);
  server.connectionsCheckingInterval = number('connectionsCheckingInterval', 30_000);
  server.requireHostHeader = options.requireHostHeader ?? true;
  server.joinDuplicateHeaders = settings.joinDuplicateHeaders;
  server.rejectNonStandardBodyWrites = settings.rejectNonStandardBodyWrites;
  if (Array.isArray(options.uniqueHeaders)) {
    settings.uniqueHeaders = new Set(options.uniqueHeaders.map((name) => name.toLowerCase()));
  }
  server[kOptions] = settings;
}

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = kEmptyObject;
  } else if (options == null) {
    options = kEmptyObject;
  } else {
    validateObject(options, 'options');
  }
  storeOptions(this, options);
  Reflect.apply(net.Server, this, [{
    allowHalfOpen: true, noDelay: options.noDelay ?? true, keepAlive: options.keepAlive,
    keepAliveInitialDelay: options.keepAliveInitialDelay, highWaterMark: options.highWaterMark,
  }]);
  if (requestListener) this.on('request', requestListener);
  this.httpAllowHalfOpen = false;
  this.on('connection', connectionListener);
  this.on('listening', setupChecking);
  this.timeout = 0;
  this.maxHeadersCount = null;
  this.maxRequestsPerSocket = 0;
  this[kConnections] = new Set();
}
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

/** Looks at the connections now and then: who takes too long for a head or a request is told so. */
function setupChecking() {
  if (this[kChecking]) require('timers').clearInterval(this[kChecking]);
  const { setInterval } = require('timers');
  this[kChecking] = setInterval(() => checkConnections(this), this.connectionsCheckingInterval).unref();
}

function checkConnections(server) {
  if (server.headersTimeout === 0 && server.requestTimeout === 0) return;
  const now = Date.now();
  for (const state of server[kConnections]) {
    if (state.started === undefined) continue;
    const age = now - state.started;
    const late = state.parser.headersCompleted
      ? server.requestTimeout > 0 && age > server.requestTimeout
      : (server.headersTimeout > 0 && age > server.headersTimeout) || (server.requestTimeout > 0 && age > server.requestTimeout);
    if (late) {
      state.started = undefined;
      onSocketError.call(state.socket, new ERR_HTTP_REQUEST_TIMEOUT(), server);
    }
  }
}

Server.prototype.close = function(...args) {
  httpServerPreClose(this);
  Reflect.apply(net.Server.prototype.close, this, args);
  return this;
};

function httpServerPreClose(server) {
  server.closeIdleConnections();
  require('timers').clearInterval(server[kChecking]);
}

Server.prototype[Symbol.asyncDispose] = async function() {
  await new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
};

Server.prototype.closeAllConnections = function() {
  for (const { socket } of this[kConnections]) socket.destroy();
};

Server.prototype.closeIdleConnections = function() {
  for (const { outgoing, parser, socket } of this[kConnections]) {
    if (outgoing.length > 0 || (socket._httpMessage && !socket._httpMessage.finished)) continue;
    if (parser.incoming !== null && !parser.incoming.complete) continue;
    if (!socket._httpMessage) socket.destroy();
  }
};

Server.prototype.setTimeout = function setTimeout(msecs, callback) {
  this.timeout = msecs;
  if (callback) this.on('timeout', callback);
  return this;
};

Server.prototype[EventEmitter.captureRejectionSymbol] = function(error, event, ...args) {
  switch (event) {
    case 'request': {
      const [, response] = args;
      if (!response.headersSent && !response.writableEnded) {
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        response.statusCode = 500;
        response.end('Internal Server Error');
      } else {
        response.destroy();
      }
      break;
    }
    default:
      Reflect.apply(net.Server.prototype[EventEmitter.captureRejectionSymbol] ?? (() => { throw error; }), this, [error, event, ...args]);
  }
};

const badRequest = Buffer_('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
const requestTimeoutAnswer = Buffer_('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
const headerTooLarge = Buffer_('HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n');
const payloadTooLarge = Buffer_('HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\n\r\n');

function Buffer_(text) {
  return require('buffer').Buffer.from(text, 'latin1');
}

function connectionListener(socket) {
  new Connection(this, socket);
}

function resetSocketTimeout(server, socket, state) {
  if (!state.keepAliveTimeoutSet) return;
  socket.setTimeout(server.timeout || 0);
  state.keepAliveTimeoutSet = false;
}

/** One connection of a server: its parser, the requests being read and the responses still to be sent, in order. */
class Connection {
  incoming = [];
  outgoing = [];
  outgoingData = 0;
  requestsCount = 0;
  keepAliveTimeoutSet = false;
  started = Date.now();

  constructor(server, socket) {
    this.server = server;
    this.socket = socket;
    if (server.timeout && typeof socket.setTimeout === 'function') socket.setTimeout(server.timeout);
    socket.on('timeout', () => this.onTimeout());
    const options = server[kOptions];
    this.parser = new Parser(true, socket, {
      Message: options.IncomingMessage,
      headerSize: options.maxHeaderSize,
      lenient: options.lenient,
      joinDuplicateHeaders: options.joinDuplicateHeaders,
      maxHeadersCount: server.maxHeadersCount ?? 2000,
      onIncoming: (request, keepAlive) => this.onIncoming(request, keepAlive),
    });
    this.parser.onMessageComplete = () => {
      this.started = undefined;
    };
    socket.parser = this.parser;
    socket.server ??= server;
    socket.setEncoding = () => { throw new ERR_HTTP_SOCKET_ENCODING(); };
    socket._paused = false;
    socket.on('error', this.onError = function(error) { onSocketError.call(this, error, server); });
    socket.on('data', this.onData = (bytes) => this.data(bytes));
    socket.on('end', this.onEnd = () => this.ended());
    socket.on('close', this.onClose = () => this.closed());
    socket.on('drain', this.onDrain = () => this.drained());
    socket.on('resume', this.onResume = () => {
      if (socket._paused) {
        socket.pause();
      }
    });
    server[kConnections].add(this);
  }

  onTimeout() {
    const { server, socket } = this;
    const request = this.parser.incoming;
    const requestTimeout = request && !request.complete && request.emit('timeout', socket);
    const response = socket._httpMessage;
    const responseTimeout = response?.emit('timeout', socket);
    const serverTimeout = server.emit('timeout', socket);
    if (!requestTimeout && !responseTimeout && !serverTimeout) socket.destroy();
  }

  data(bytes) {
    if (this.parser.native === null) return;
    if (this.started === undefined && !this.parser.headersCompleted && !(this.parser.incoming && !this.parser.incoming.complete)) {
      this.started = Date.now();
    }
    const result = this.parser.execute(bytes);
    this.executed(result, bytes);
  }

  executed(result, bytes) {
    const { parser, server, socket } = this;
    resetSocketTimeout(server, socket, this);
    if (result instanceof Error) {
      if (bytes !== undefined) result.rawPacket = bytes;
      onSocketError.call(socket, result, server);
      return;
    }
    const request = parser.incoming;
    if (request?.upgrade) this.upgrade(request, bytes.subarray(result));
    else if (socket._paused && socket.parser) parser.paused = true;
  }

  /** The connection is no HTTP any more: it belongs to whoever listens. */
  upgrade(request, head) {
    const { server, socket } = this;
    this.detach();
    socket.readableFlowing = null;
    const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
    if (server.listenerCount(event) > 0) {
      server.emit(event, request, socket, head);
    } else {
      socket.destroy();
    }
  }

  detach() {
    const { parser, server, socket } = this;
    socket.removeListener('data', this.onData);
    socket.removeListener('end', this.onEnd);
    socket.removeListener('close', this.onClose);
    socket.removeListener('drain', this.onDrain);
    socket.removeListener('error', this.onError);
    socket.removeListener('resume', this.onResume);
    delete socket.setEncoding;
    socket.parser = null;
    parser.free();
    server[kConnections].delete(this);
    this.started = undefined;
  }

  ended() {
    const { parser, server, socket } = this;
    if (parser.native === null) return;
    const failure = parser.finish();
    if (failure instanceof Error) {
      onSocketError.call(socket, failure, server);
    } else if (!server.httpAllowHalfOpen) {
      this.abortIncoming();
      socket.end();
    } else if (this.outgoing.length > 0) {
      this.outgoing.at(-1)._last = true;
    } else if (socket._httpMessage) {
      socket._httpMessage._last = true;
    } else {
      socket.end();
    }
  }

  closed() {
    this.parser.free();
    this.server[kConnections].delete(this);
    this.abortIncoming();
    this.socket.parser = null;
  }

  abortIncoming() {
    for (const request of this.incoming.splice(0)) request.destroy(connResetException('aborted'));
  }

  drained() {
    const { socket } = this;
    const needPause = this.outgoingData > socket.writableHighWaterMark;
    if (socket._paused && !needPause) {
      socket._paused = false;
      socket.resume();
    }
    const message = socket._httpMessage;
    if (message && !message.finished && message[kNeedDrain]) {
      message[kNeedDrain] = false;
      message.emit('drain');
    }
  }

  /** Too much waiting to go out stops the reading of further requests. */
  updateOutgoing(delta) {
    const { socket } = this;
    this.outgoingData += delta;
    if (socket._paused && this.outgoingData < socket.writableHighWaterMark) this.drained();
  }

  onIncoming(request, keepAlive) {
    const { server, socket } = this;
    resetSocketTimeout(server, socket, this);
    if (request.upgrade) {
      const wanted = request.method === 'CONNECT' || (server[kOptions].shouldUpgradeCallback
        ? server[kOptions].shouldUpgradeCallback(request)
        : server.listenerCount('upgrade') > 0);
      request.upgrade = Boolean(wanted);
      if (request.upgrade) return 2;
    }
    this.incoming.push(request);
    if (!socket._paused) {
      const needPause = socket.writableNeedDrain || this.outgoingData >= socket.writableHighWaterMark;
      if (needPause) {
        socket._paused = true;
        socket.pause();
      }
    }
    const options = server[kOptions];
    const response = new options.ServerResponse(request, {
      highWaterMark: socket.writableHighWaterMark, rejectNonStandardBodyWrites: options.rejectNonStandardBodyWrites,
    });
    response._keepAliveTimeout = server.keepAliveTimeout;
    response._maxRequestsPerSocket = server.maxRequestsPerSocket;
    response._onPendingData = (delta) => this.updateOutgoing(delta);
    response.shouldKeepAlive = keepAlive && response.shouldKeepAlive;
    if (options.uniqueHeaders) response[require('internal/http/headers').kUniqueHeaders] = options.uniqueHeaders;
    channel('http.server.request.start')?.publish({ request, response, socket, server });
    channel('http.server.response.created')?.publish({ request, response });
    if (socket._httpMessage) this.outgoing.push(response);
    else response.assignSocket(socket);
    response.on('finish', () => this.finished(request, response));
    this.dispatch(request, response);
    return 0;
  }

  dispatch(request, response) {
    const { server, socket } = this;
    if (request.httpVersionMajor === 1 && request.httpVersionMinor === 1) {
      if (server.requireHostHeader && request.headers.host === undefined) {
        response.writeHead(400, ['Connection', 'close']);
        response.end();
        return;
      }
      const limited = typeof server.maxRequestsPerSocket === 'number' && server.maxRequestsPerSocket > 0;
      if (limited) {
        this.requestsCount++;
        response.maxRequestsOnConnectionReached = server.maxRequestsPerSocket <= this.requestsCount;
      }
      if (limited && server.maxRequestsPerSocket < this.requestsCount) {
        server.emit('dropRequest', request, socket);
        response.writeHead(503);
        response.end();
        return;
      }
      if (request.headers.expect !== undefined) {
        if (continuePattern.test(request.headers.expect)) {
          response._expect_continue = true;
          if (server.listenerCount('checkContinue') > 0) {
            server.emit('checkContinue', request, response);
          } else {
            response.writeContinue();
            server.emit('request', request, response);
          }
        } else if (server.listenerCount('checkExpectation') > 0) {
          server.emit('checkExpectation', request, response);
        } else {
          response.writeHead(417);
          response.end();
        }
        return;
      }
    }
    server.emit('request', request, response);
  }

  /** A response is out: what the request still has is thrown away, and the next response gets the socket. */
  finished(request, response) {
    const { server, socket } = this;
    channel('http.server.response.finish')?.publish({ request, response, socket, server });
    const at = this.incoming.indexOf(request);
    if (at !== -1) this.incoming.splice(at, 1);
    if (!request._consumed) request._dump();
    response.detachSocket(socket);
    process.nextTick(emitClose, response);
    if (response._last) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    } else if (this.outgoing.length === 0) {
      if (server.keepAliveTimeout && typeof socket.setTimeout === 'function') {
        socket.setTimeout(server.keepAliveTimeout + (server.keepAliveTimeoutBuffer || 0));
        this.keepAliveTimeoutSet = true;
      }
    } else {
      const next = this.outgoing.shift();
      if (next) next.assignSocket(socket);
    }
  }
}

function onSocketError(error, server) {
  if (this.listenerCount('error', noop) === 0) this.on('error', noop);
  if (server.emit('clientError', error, this)) return;
  // The best that can be done is to say what was wrong, if nothing was said yet.
  if (this.writable && (!this._httpMessage || !this._httpMessage._headerSent)) {
    let answer = badRequest;
    if (error.code === 'HPE_HEADER_OVERFLOW') answer = headerTooLarge;
    else if (error.code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') answer = payloadTooLarge;
    else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') answer = requestTimeoutAnswer;
    this.write(answer);
  }
  if (typeof this.destroySoon === 'function') this.destroySoon();
  else this.end();
}

function noop() {}

module.exports = { Server, connectionListener, kConnections };
