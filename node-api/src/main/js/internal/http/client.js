// ClientRequest.

const net = require('net');
const { OutgoingMessage, kErrored, kNeedDrain } = require('internal/http/outgoing');
const { kOutHeaders, kUniqueHeaders } = require('internal/http/headers');
const { IncomingMessage } = require('internal/http/incoming');
const { Parser } = require('internal/http/parser');
const agents = require('internal/http/agent');
const { isToken } = require('internal/http/common');
const { addAbortSignal, finished } = require('stream');
const { Buffer } = require('buffer');
const {
  codes: {
    ERR_HTTP_HEADERS_SENT, ERR_INVALID_ARG_TYPE, ERR_INVALID_HTTP_TOKEN, ERR_INVALID_PROTOCOL, ERR_UNESCAPED_CHARACTERS,
  },
  connResetException,
} = require('internal/errors');
const { kEmptyObject, once } = require('internal/util');
const { validateBoolean, validateInteger } = require('internal/validators');
const { channel } = require('internal/net/server');

const badPath = /[^\u0021-\u00ff]/;
const withoutBody = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);
const kError = Symbol('kError');

function validateHost(host, name) {
  if (host !== null && host !== undefined && typeof host !== 'string') {
    throw new ERR_INVALID_ARG_TYPE(`options.${name}`, ['string', 'undefined', 'null'], host);
  }
  return host;
}

/** Options from (url, options, callback) in all their forms. */
function requestOptions(input, options, callback) {
  const { isURL } = require('internal/web/url');
  const { urlToHttpOptions } = require('internal/url/files');
  if (typeof input === 'string') {
    const { URL } = require('internal/web/url');
    input = urlToHttpOptions(new URL(input));
  } else if (isURL(input)) {
    input = urlToHttpOptions(input);
  } else {
    callback = options;
    options = input;
    input = null;
  }
  if (typeof options === 'function') {
    callback = options;
    options = input || kEmptyObject;
  } else {
    options = { ...input, ...options };
  }
  return [options, callback];
}

function ClientRequest(input, optionsArg, callbackArg) {
  Reflect.apply(OutgoingMessage, this, []);
  const [options, callback] = requestOptions(input, optionsArg, callbackArg);
  let { agent } = options;
  const defaultAgent = options._defaultAgent || agents.globalAgent;
  if (agent === false) {
    agent = new defaultAgent.constructor();
  } else if (agent === null || agent === undefined) {
    if (typeof options.createConnection !== 'function') agent = defaultAgent;
  } else if (typeof agent.addRequest !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('options.agent', ['Agent-like Object', 'undefined', 'false'], agent);
  }
  this.agent = agent;
  const protocol = options.protocol || defaultAgent.protocol;
  let expectedProtocol = defaultAgent.protocol;
  if (this.agent?.protocol) expectedProtocol = this.agent.protocol;
  if (options.path) {
    const path = String(options.path);
    if (badPath.test(path)) throw new ERR_UNESCAPED_CHARACTERS('Request path');
  }
  if (protocol !== expectedProtocol) throw new ERR_INVALID_PROTOCOL(protocol, expectedProtocol);
  const defaultPort = options.defaultPort || (this.agent?.defaultPort);
  const settings = { ...options };
  const port = settings.port = options.port || defaultPort || 80;
  const host = settings.host = validateHost(options.hostname, 'hostname') || validateHost(options.host, 'host') || 'localhost';
  const setHost = options.setHost !== undefined ? Boolean(options.setHost) : options.setDefaultHeaders !== false;
  this._removedConnection = options.setDefaultHeaders === false;
  this._removedContLen = options.setDefaultHeaders === false;
  this._removedTE = options.setDefaultHeaders === false;
  this.socketPath = options.socketPath;
  if (options.timeout !== undefined) this.timeout = checkTimeout(options.timeout, 'timeout');
  let { method } = options;
  if (method !== null && method !== undefined && typeof method !== 'string') {
    throw new ERR_INVALID_ARG_TYPE('options.method', 'string', method);
  }
  if (method) {
    if (!isToken(method)) throw new ERR_INVALID_HTTP_TOKEN('Method', method);
    method = this.method = method.toUpperCase();
  } else {
    method = this.method = 'GET';
  }
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, 'maxHeaderSize', 0);
  this.maxHeaderSize = options.maxHeaderSize;
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, 'options.insecureHTTPParser');
  this.insecureHTTPParser = options.insecureHTTPParser;
  if (options.joinDuplicateHeaders !== undefined) validateBoolean(options.joinDuplicateHeaders, 'options.joinDuplicateHeaders');
  this.joinDuplicateHeaders = options.joinDuplicateHeaders;
  this.path = options.path || '/';
  if (callback) this.once('response', callback);
  this.useChunkedEncodingByDefault = !withoutBody.has(method);
  this._ended = false;
  this.res = null;
  this.aborted = false;
  this.timeoutCb = null;
  this.upgradeOrConnect = false;
  this.parser = null;
  this.maxHeadersCount = null;
  this.reusedSocket = false;
  this.host = host;
  this.protocol = protocol;
  if (this.agent) {
    // Without keep-alive every request says that it closes, unless many may share one socket.
    const closes = !this.agent.keepAlive && !Number.isFinite(this.agent.maxSockets);
    this._last = closes;
    this.shouldKeepAlive = !closes;
  }
  setHeaders(this, options, host, port, defaultPort, setHost);
  this[kUniqueHeaders] = Array.isArray(options.uniqueHeaders)
    ? new Set(options.uniqueHeaders.map((name) => name.toLowerCase())) : undefined;
  if (options.signal) addAbortSignal(options.signal, this);
  start(this, settings, options);
}
Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ClientRequest, OutgoingMessage);

function checkTimeout(msecs, name) {
  const { validateNumber } = require('internal/validators');
  validateNumber(msecs, name);
  if (msecs < 0 || !Number.isFinite(msecs)) {
    const { codes: { ERR_OUT_OF_RANGE } } = require('internal/errors');
    throw new ERR_OUT_OF_RANGE(name, 'a non-negative finite number', msecs);
  }
  return Math.min(msecs, 2 ** 31 - 1);
}

function setHeaders(request, options, host, port, defaultPort, setHost) {
  const asArray = Array.isArray(options.headers);
  if (!asArray) {
    for (const name of Object.keys(options.headers ?? {})) request.setHeader(name, options.headers[name]);
    if (host && !request.getHeader('host') && setHost) {
      let header = host;
      // IPv6 addresses are in brackets in a URL.
      const colon = header.indexOf(':');
      if (colon !== -1 && header.includes(':', colon + 1) && header.charCodeAt(0) !== 91) header = `[${header}]`;
      if (port && +port !== defaultPort) header += `:${port}`;
      request.setHeader('Host', header);
    }
    if (options.auth && !request.getHeader('Authorization')) {
      request.setHeader('Authorization', `Basic ${Buffer.from(options.auth).toString('base64')}`);
    }
    if (request.getHeader('expect')) {
      if (request._header) throw new ERR_HTTP_HEADERS_SENT('render');
      request._storeHeader(`${request.method} ${request.path} HTTP/1.1\r\n`, request[kOutHeaders]);
    }
  } else {
    request._storeHeader(`${request.method} ${request.path} HTTP/1.1\r\n`, options.headers);
  }
}

/** Gets the request a socket. */
function start(request, settings, options) {
  let optsWithoutSignal = settings;
  if (settings.signal) {
    optsWithoutSignal = { ...settings };
    delete optsWithoutSignal.signal;
  }
  if (request.socketPath) {
    request._last = true;
    request.shouldKeepAlive = request.shouldKeepAlive && Boolean(request.agent?.keepAlive);
    optsWithoutSignal = { ...optsWithoutSignal, path: request.socketPath };
  }
  if (request.agent) {
    request.agent.addRequest(request, { ...optsWithoutSignal, path: request.socketPath ?? null, socketPath: request.socketPath });
    return;
  }
  request._last = true;
  request.shouldKeepAlive = false;
  if (typeof options.createConnection === 'function') {
    const connected = once((error, socket) => {
      if (error) process.nextTick(() => emitError(request, error));
      else request.onSocket(socket);
    });
    try {
      const socket = options.createConnection(optsWithoutSignal, connected);
      if (socket) connected(null, socket);
    } catch (error) {
      connected(error);
    }
  } else {
    request.onSocket(net.createConnection(optsWithoutSignal));
  }
}

function emitError(request, error) {
  channel('http.client.request.error')?.publish({ request, error });
  request.emit('error', error);
}

ClientRequest.prototype._finish = function() {
  Reflect.apply(OutgoingMessage.prototype._finish, this, []);
  channel('http.client.request.start')?.publish({ request: this });
};

ClientRequest.prototype._implicitHeader = function() {
  if (this._header) throw new ERR_HTTP_HEADERS_SENT('render');
  this._storeHeader(`${this.method} ${this.path} HTTP/1.1\r\n`, this[kOutHeaders]);
};

ClientRequest.prototype.abort = function abort() {
  if (this.aborted) return;
  this.aborted = true;
  process.nextTick(() => this.emit('abort'));
  this.destroy();
};

ClientRequest.prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  // What came of the response must not keep the socket.
  if (this.res) this.res._dump();
  this[kError] = error;
  this.socket?.destroy(error);
  return this;
};

/** The socket given to the request, perhaps too late. */
ClientRequest.prototype.onSocket = function onSocket(socket, error) {
  process.nextTick(() => {
    if (this.destroyed || error) {
      destroyUnused(this, socket, error);
      return;
    }
    tickOnSocket(this, socket);
    this._flush();
  });
};

function destroyUnused(request, socket, error) {
  const failure = error ?? request[kError] ?? null;
  const report = (reason) => {
    if (!reason && !request.res) reason = connResetException('socket hang up');
    if (reason) emitError(request, reason);
    request._closed = true;
    request.emit('close');
  };
  if (socket) {
    // The request never began: the connection is as good as new.
    if (!error && request.agent && !socket.destroyed) socket.emit('free');
    else finished(socket.destroy(failure), (reason) => {
      if (reason?.code === 'ERR_STREAM_PREMATURE_CLOSE') reason = null;
      report(failure || reason);
    });
    if (!error && request.agent && !socket.destroyed) report(failure);
    return;
  }
  report(failure);
}

function tickOnSocket(request, socket) {
  const parser = new Parser(false, socket, {
    Message: IncomingMessage,
    headerSize: request.maxHeaderSize,
    lenient: request.insecureHTTPParser,
    joinDuplicateHeaders: request.joinDuplicateHeaders,
    maxHeadersCount: typeof request.maxHeadersCount === 'number' ? request.maxHeadersCount : 2000,
    onIncoming: (response, keepAlive) => onIncoming(request, response, keepAlive),
  });
  request.socket = socket;
  request.parser = parser;
  socket.parser = parser;
  socket._httpMessage = request;
  socket._paused = false;
  socket.on('error', socketError);
  socket.on('data', socketData);
  socket.on('end', socketEnd);
  socket.on('close', socketClose);
  socket.on('drain', socketDrain);
  if (request.timeout !== undefined || request.agent?.options?.timeout) listenTimeout(request);
  request.emit('socket', socket);
}

function freeParser(parser, socket) {
  parser?.free();
  if (socket) socket.parser = null;
}

function removeListeners(socket) {
  socket.removeListener('error', socketError);
  socket.removeListener('data', socketData);
  socket.removeListener('end', socketEnd);
  socket.removeListener('close', socketClose);
  socket.removeListener('drain', socketDrain);
}

function socketDrain() {
  const request = this._httpMessage;
  if (request && !request.finished && request[kNeedDrain]) {
    request[kNeedDrain] = false;
    request.emit('drain');
  }
}

function socketClose() {
  const socket = this;
  const request = socket._httpMessage;
  if (!request) return;
  const { parser, res: response } = request;
  // What the parser still holds is the end of a response without a length.
  if (parser) {
    parser.finish();
    freeParser(parser, socket);
  }
  request.destroyed = true;
  if (response) {
    if (!response.complete) response.destroy(connResetException('aborted'));
    request._closed = true;
    request.emit('close');
    if (!response.aborted && response.readable) response.push(null);
  } else {
    if (!socket._hadRequestError && !request._errorEmitted) {
      request._errorEmitted = true;
      const error = request[kError] ?? connResetException('socket hang up');
      request[kErrored] = error;
      emitError(request, error);
    }
    request._closed = true;
    request.emit('close');
  }
  if (request.outputData) request.outputData.length = 0;
}

function socketError(error) {
  const request = this._httpMessage;
  if (request) {
    // For events after the response this would be a surprise.
    request._errorEmitted = true;
    request[kErrored] = error;
    emitError(request, error);
  }
  freeParser(this.parser, this);
  this.removeListener('data', socketData);
  this.removeListener('end', socketEnd);
  this.destroy();
}

function socketEnd() {
  const request = this._httpMessage;
  const { parser } = this;
  if (!request.res && !request._errorEmitted) {
    request._errorEmitted = true;
    const error = connResetException('socket hang up');
    request[kErrored] = error;
    emitError(request, error);
  }
  if (parser) {
    parser.finish();
    freeParser(parser, this);
  }
  this.destroy();
}

function socketData(bytes) {
  const socket = this;
  const request = socket._httpMessage;
  const { parser } = socket;
  if (!parser?.native) return;
  const result = parser.execute(bytes);
  if (result instanceof Error) {
    result.rawPacket = bytes;
    freeParser(parser, socket);
    socket.removeListener('data', socketData);
    socket.removeListener('end', socketEnd);
    socket.destroy();
    request._errorEmitted = true;
    request[kErrored] = result;
    emitError(request, result);
  } else if (parser.incoming?.upgrade) {
    upgrade(request, socket, parser, bytes.subarray(result));
  } else if (parser.incoming?.complete && parser.incoming.statusCode >= 200 && socket.parser === parser) {
    // The response is complete; a connection that is kept hears no more of this parser.
    freeParser(parser, socket);
  }
}

/** 101, or a CONNECT that was accepted. */
function upgrade(request, socket, parser, head) {
  const response = parser.incoming;
  request.res = response;
  removeListeners(socket);
  if (request.timeoutCb) socket.removeListener('timeout', request.timeoutCb);
  socket.removeListener('timeout', request._onSocketTimeout ?? (() => {}));
  freeParser(parser, socket);
  const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
  if (request.listenerCount(event) > 0) {
    request.upgradeOrConnect = true;
    socket.emit('agentRemove');
    socket.readableFlowing = null;
    request.emit(event, response, socket, head);
    request.destroyed = true;
    request._closed = true;
    request.emit('close');
  } else {
    socket.destroy();
  }
}

function onIncoming(request, response, keepAlive) {
  const { socket } = request;
  if (request.res) {
    // A second response to one request is an attack or a mistake.
    socket.destroy();
    return 0;
  }
  request.res = response;
  if (request.method === 'CONNECT') {
    response.upgrade = true;
    return 2;
  }
  if (response.upgrade) return 2;
  const isInformation = response.statusCode >= 100 && response.statusCode < 200;
  if (isInformation && response.statusCode !== 101) {
    request.res = null;
    if (response.statusCode === 100) request.emit('continue');
    const { headers, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, statusCode, statusMessage } = response;
    request.emit('information', { statusCode, statusMessage, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders });
    return 1;
  }
  if (request.shouldKeepAlive && !keepAlive && !request.upgradeOrConnect) request.shouldKeepAlive = false;
  channel('http.client.response.finish')?.publish({ request, response });
  response.req = request;
  response.on('end', onResponseEnd);
  request.on('finish', onRequestFinish);
  // The listener of 'response' reads the body; without one it is thrown away.
  if (request.aborted || !request.emit('response', response)) response._dump();
  return request.method === 'HEAD' ? 1 : 0;
}

function onResponseEnd() {
  const { req: request } = this;
  const { socket } = request;
  if (socket && request.timeoutCb) socket.removeListener('timeout', emitRequestTimeout);
  request._ended = true;
  if (!request.shouldKeepAlive) {
    if (socket?.writable) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    }
    return;
  }
  if (request.writableFinished && !this.aborted) keepAliveDone(request);
}

function onRequestFinish() {
  if (this.shouldKeepAlive && this._ended) keepAliveDone(this);
}

/** Both sides are done: the socket goes back to the agent. */
function keepAliveDone(request) {
  const { socket } = request;
  if (!socket || request.destroyed) return;
  if (request.timeoutCb) {
    socket.setTimeout(0, request.timeoutCb);
    request.timeoutCb = null;
  }
  if (request._onSocketTimeout) socket.removeListener('timeout', request._onSocketTimeout);
  freeParser(socket.parser, socket);
  removeListeners(socket);
  // Between requests an error has nobody else to hear it.
  process.nextTick(() => {
    request._closed = true;
    request.emit('close');
  });
  request.destroyed = true;
  process.nextTick(() => socket.emit('free'));
}

function emitRequestTimeout() {
  const request = this._httpMessage;
  if (request) request.emit('timeout');
}

function listenTimeout(request) {
  if (request.timeoutCb || request._onSocketTimeout) return;
  request._onSocketTimeout = emitRequestTimeout;
  if (request.socket) request.socket.on('timeout', emitRequestTimeout);
  else request.on('socket', (socket) => socket.on('timeout', emitRequestTimeout));
}

ClientRequest.prototype.setTimeout = function setTimeout(msecs, callback) {
  if (this._ended) return this;
  listenTimeout(this);
  msecs = checkTimeout(msecs, 'msecs');
  if (callback) this.once('timeout', callback);
  const apply = (socket) => {
    if (socket.connecting) socket.once('connect', () => socket.setTimeout(msecs));
    else socket.setTimeout(msecs);
  };
  this.timeout = msecs;
  if (this.socket) apply(this.socket);
  else this.once('socket', apply);
  return this;
};

ClientRequest.prototype.clearTimeout = function clearTimeout(callback) {
  this.setTimeout(0, callback);
};

function deferToConnect(method) {
  return function(...args) {
    const call = (socket) => {
      if (socket.writable) socket[method](...args);
      else socket.once('connect', () => socket[method](...args));
    };
    if (this.socket) call(this.socket);
    else this.once('socket', call);
  };
}
ClientRequest.prototype.setNoDelay = deferToConnect('setNoDelay');
ClientRequest.prototype.setSocketKeepAlive = deferToConnect('setKeepAlive');

module.exports = { ClientRequest };
