// ClientRequest.

const net = require('net');
const { OutgoingMessage } = require('internal/http/outgoing');
const { kOutHeaders, kUniqueHeaders } = require('internal/http/headers');
const agents = require('internal/http/agent');
const { isToken, parseUniqueHeaders } = require('internal/http/common');
const { attachSocket, emitError, kError, listenSocketTimeout } = require('internal/http/exchange');
const { addAbortSignal, finished } = require('stream');
const { Buffer } = require('buffer');
const {
  codes: {
    ERR_HTTP_HEADERS_SENT, ERR_INVALID_ARG_TYPE, ERR_INVALID_HTTP_TOKEN, ERR_INVALID_PROTOCOL, ERR_UNESCAPED_CHARACTERS,
  },
  connResetException,
} = require('internal/errors');
const { kEmptyObject, once } = require('internal/util');
const { validateBoolean, validateInteger, validateString } = require('internal/validators');
const { getTimerDuration } = require('internal/timers');
const { channel } = require('internal/net/server');

const badPath = /[^\u0021-\u00ff]/;
const withoutBody = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

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
  const settings = takeTarget(this, options);
  const { signal } = options;
  if (signal) {
    addAbortSignal(signal, this);
    delete settings.signal;
  }
  takeOptions(this, options);
  if (callback) this.once('response', callback);
  this._ended = false;
  this.res = null;
  this.aborted = false;
  this.timeoutCb = null;
  this.upgradeOrConnect = false;
  this.parser = null;
  this.maxHeadersCount = null;
  this.reusedSocket = false;
  if (this.agent) {
    // A connection is kept only where another request can get it.
    const kept = this.agent.keepAlive || Number.isFinite(this.agent.maxSockets);
    this._last = !kept;
    this.shouldKeepAlive = Boolean(kept);
  }
  this[kUniqueHeaders] = parseUniqueHeaders(options.uniqueHeaders);
  setHeaders(this, options, settings);
  start(this, settings);
  channel('http.client.request.created')?.publish({ request: this });
}

/** Agent, host and port of a request; gives the options a connection is made with. */
function takeTarget(request, options) {
  let { agent } = options;
  const defaultAgent = options._defaultAgent || agents.globalAgent;
  if (agent === false) {
    agent = new defaultAgent.constructor();
  } else if (agent === null || agent === undefined) {
    if (typeof options.createConnection !== 'function') agent = defaultAgent;
  } else if (typeof agent.addRequest !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('options.agent', ['Agent-like Object', 'undefined', 'false'], agent);
  }
  request.agent = agent;
  const protocol = options.protocol || defaultAgent.protocol;
  const expectedProtocol = agent?.protocol ? agent.protocol : defaultAgent.protocol;
  if (options.path && badPath.test(String(options.path))) throw new ERR_UNESCAPED_CHARACTERS('Request path');
  if (protocol !== expectedProtocol) throw new ERR_INVALID_PROTOCOL(protocol, expectedProtocol);
  const settings = { __proto__: null, ...options };
  settings.port = options.port || options.defaultPort || agent?.defaultPort || 80;
  settings.host = validateHost(options.hostname, 'hostname') || validateHost(options.host, 'host') || 'localhost';
  request.host = settings.host;
  request.protocol = protocol;
  request.socketPath = options.socketPath;
  return settings;
}

function takeOptions(request, options) {
  const bare = options.setDefaultHeaders === false;
  request._removedConnection = bare;
  request._removedContLen = bare;
  request._removedTE = bare;
  if (options.timeout !== undefined) request.timeout = getTimerDuration(options.timeout, 'timeout');
  const { method } = options;
  if (method !== null && method !== undefined) validateString(method, 'options.method');
  if (method) {
    if (!isToken(method)) throw new ERR_INVALID_HTTP_TOKEN('Method', method);
    request.method = method.toUpperCase();
  } else {
    request.method = 'GET';
  }
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, 'maxHeaderSize', 0);
  request.maxHeaderSize = options.maxHeaderSize;
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, 'options.insecureHTTPParser');
  request.insecureHTTPParser = options.insecureHTTPParser;
  if (options.joinDuplicateHeaders !== undefined) validateBoolean(options.joinDuplicateHeaders, 'options.joinDuplicateHeaders');
  request.joinDuplicateHeaders = options.joinDuplicateHeaders;
  request.path = options.path || '/';
  request.useChunkedEncodingByDefault = !withoutBody.has(request.method);
}
Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ClientRequest, OutgoingMessage);

function firstLine(request) {
  return `${request.method} ${request.path} HTTP/1.1\r\n`;
}

function setHeaders(request, options, settings) {
  const { headers } = options;
  if (Array.isArray(headers)) {
    request._storeHeader(firstLine(request), headers);
    return;
  }
  if (headers) for (const name of Object.keys(headers)) request.setHeader(name, headers[name]);
  const wanted = options.setHost !== undefined ? Boolean(options.setHost) : options.setDefaultHeaders !== false;
  if (wanted && !request.getHeader('host')) request.setHeader('Host', hostHeader(request, options, settings));
  if (options.auth && !request.getHeader('Authorization')) {
    request.setHeader('Authorization', `Basic ${Buffer.from(options.auth).toString('base64')}`);
  }
  if (request.agent?.rewriteRequest !== undefined) request.agent.rewriteRequest(request, settings);
  if (request.getHeader('expect')) {
    if (request._header) throw new ERR_HTTP_HEADERS_SENT('render');
    request._storeHeader(firstLine(request), request[kOutHeaders]);
  }
}

function hostHeader(request, options, { host, port }) {
  const defaultPort = options.defaultPort || request.agent?.defaultPort;
  const colon = host.indexOf(':');
  // IPv6 addresses are in brackets in a URL.
  const name = colon !== -1 && host.includes(':', colon + 1) && !host.startsWith('[') ? `[${host}]` : host;
  return port && +port !== defaultPort ? `${name}:${port}` : name;
}

/** Gets the request a socket. */
function start(request, settings) {
  if (request.agent) {
    request.agent.addRequest(request, settings);
    return;
  }
  request._last = true;
  request.shouldKeepAlive = false;
  if (settings.socketPath) settings = { ...settings, path: settings.socketPath };
  else if (settings.path) settings = { ...settings, path: undefined };
  if (typeof settings.createConnection !== 'function') {
    request.onSocket(net.createConnection(settings));
    return;
  }
  const connected = once((error, socket) => {
    if (error) process.nextTick(emitError, request, error);
    else request.onSocket(socket);
  });
  try {
    const socket = settings.createConnection(settings, connected);
    if (socket) connected(null, socket);
  } catch (error) {
    connected(error);
  }
}

ClientRequest.prototype._finish = function() {
  Reflect.apply(OutgoingMessage.prototype._finish, this, []);
  channel('http.client.request.start')?.publish({ request: this });
};

ClientRequest.prototype._implicitHeader = function _implicitHeader() {
  if (this._header) throw new ERR_HTTP_HEADERS_SENT('render');
  this._storeHeader(firstLine(this), this[kOutHeaders]);
};

ClientRequest.prototype.abort = function abort() {
  if (this.aborted) return;
  this.aborted = true;
  process.nextTick((request) => request.emit('abort'), this);
  this.destroy();
};

ClientRequest.prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  // Nobody wants the rest of the response.
  if (this.res) this.res._dump();
  this[kError] = error;
  this.socket?.destroy(error);
  return this;
};

ClientRequest.prototype.onSocket = function onSocket(socket, error) {
  process.nextTick(socketIsThere, this, socket, error);
};

/** The socket given to the request, perhaps too late. */
function socketIsThere(request, socket, error) {
  if (!request.destroyed && !error) {
    attachSocket(request, socket);
    request._flush();
    return;
  }
  request.destroyed = true;
  if (!socket) {
    closeUnsent(request, error || request[kError]);
  } else if (!error && request.agent && !socket.destroyed) {
    // The request never began: the connection is as good as new.
    socket.emit('free');
    closeUnsent(request, request[kError]);
  } else {
    finished(socket.destroy(error || request[kError]), (failure) => {
      closeUnsent(request, failure && failure.code !== 'ERR_STREAM_PREMATURE_CLOSE' ? failure : error);
    });
  }
}

function closeUnsent(request, error) {
  if (!request.aborted && !error) error = connResetException('socket hang up');
  // What a tunnel failed with the agent has told.
  if (error && error.code !== 'ERR_PROXY_TUNNEL') emitError(request, error);
  request._closed = true;
  request.emit('close');
}

ClientRequest.prototype._deferToConnect = function _deferToConnect(method, args) {
  const call = () => {
    if (method) Reflect.apply(this.socket[method], this.socket, args);
  };
  const withSocket = () => {
    if (this.socket.writable) call();
    else this.socket.once('connect', call);
  };
  if (this.socket) withSocket();
  else this.once('socket', withSocket);
};

ClientRequest.prototype.setTimeout = function setTimeout(msecs, callback) {
  if (this._ended) return this;
  listenSocketTimeout(this);
  msecs = getTimerDuration(msecs, 'msecs');
  if (callback) this.once('timeout', callback);
  if (this.socket) setSocketTimeout(this.socket, msecs);
  else this.once('socket', (socket) => setSocketTimeout(socket, msecs));
  return this;
};

function setSocketTimeout(socket, msecs) {
  if (socket.connecting) socket.once('connect', () => socket.setTimeout(msecs));
  else socket.setTimeout(msecs);
}

ClientRequest.prototype.setNoDelay = function setNoDelay(noDelay) {
  this._deferToConnect('setNoDelay', [noDelay]);
};

ClientRequest.prototype.setSocketKeepAlive = function setSocketKeepAlive(enable, initialDelay) {
  this._deferToConnect('setKeepAlive', [enable, initialDelay]);
};

ClientRequest.prototype.clearTimeout = function clearTimeout(callback) {
  this.setTimeout(0, callback);
};

module.exports = { ClientRequest };
