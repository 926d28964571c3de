// A request of a client on its socket, from the moment it has one until the response is read and the socket is free again.

const { kNeedDrain } = require('internal/http/outgoing');
const { Parser, freeParser, kSkipPendingData, lenientByDefault, prepareError } = require('internal/http/parser');
const { connResetException } = require('internal/errors');
const { channel } = require('internal/net/server');

const kError = Symbol('kError');

function emitError(request, error) {
  channel('http.client.request.error')?.publish({ request, error });
  request.emit('error', error);
}

function attachSocket(request, socket) {
  const parser = new Parser(false, socket, request.maxHeaderSize, request.insecureHTTPParser ?? lenientByDefault());
  if (typeof request.maxHeadersCount === 'number') parser.maxHeaderPairs = request.maxHeadersCount << 1;
  parser.joinDuplicateHeaders = request.joinDuplicateHeaders;
  parser.outgoing = request;
  parser.onIncoming = onIncoming;
  request.socket = socket;
  request.parser = parser;
  socket.parser = parser;
  socket._httpMessage = request;
  socket.on('error', onSocketError);
  socket.on('data', onSocketData);
  socket.on('end', onSocketEnd);
  socket.on('close', onSocketClose);
  socket.on('drain', onSocketDrain);
  if (request.timeout !== undefined || request.agent?.options?.timeout) listenSocketTimeout(request);
  request.emit('socket', socket);
}

function onSocketDrain() {
  const request = this._httpMessage;
  if (request && !request.finished && request[kNeedDrain]) {
    request[kNeedDrain] = false;
    request.emit('drain');
  }
}

function finishParser(parser, request, socket) {
  if (!parser) return;
  parser.finish();
  freeParser(parser, request, socket);
}

function onSocketClose() {
  const request = this._httpMessage;
  // Reading what is left may take it away.
  const { parser } = this;
  const { res: response } = request;
  // What ends with the connection ends now.
  if (parser !== null && parser.incoming !== null && !parser.incoming.complete) parser.finish();
  request.destroyed = true;
  if (response) {
    if (!response.complete) response.destroy(connResetException('aborted'));
    request._closed = true;
    request.emit('close');
    if (!response.aborted && response.readable) response.push(null);
  } else {
    failBeforeResponse(request, this);
    request._closed = true;
    request.emit('close');
  }
  if (request.outputData) request.outputData.length = 0;
  finishParser(parser, request, this);
}

/** The connection went before there was a response; nobody said why. */
function failBeforeResponse(request, socket) {
  if (socket._hadError) return;
  socket._hadError = true;
  emitError(request, connResetException('socket hang up'));
}

function onSocketError(error) {
  const request = this._httpMessage;
  if (request) {
    // The request hears of it once.
    this._hadError = true;
    emitError(request, error);
  }
  finishParser(this.parser, request, this);
  this.removeListener('data', onSocketData);
  this.removeListener('end', onSocketEnd);
  this.destroy();
}

function onSocketEnd() {
  const request = this._httpMessage;
  const { parser } = this;
  if (!request.res) failBeforeResponse(request, this);
  finishParser(parser, request, this);
  this.destroy();
}

function onSocketData(bytes) {
  const request = this._httpMessage;
  const { parser } = this;
  if (!parser) return;
  const result = parser.execute(bytes);
  if (typeof result !== 'number') {
    prepareError(result, parser, bytes);
    freeParser(parser, request, this);
    this.removeListener('data', onSocketData);
    this.removeListener('end', onSocketEnd);
    this.destroy();
    this._hadError = true;
    emitError(request, result);
  } else if (parser.incoming?.upgrade) {
    upgrade(request, this, parser, bytes.subarray(result));
  } else if (parser.incoming?.complete && !isInformational(parser.incoming.statusCode)) {
    this.removeListener('data', onSocketData);
    this.removeListener('end', onSocketEnd);
    this.removeListener('drain', onSocketDrain);
    freeParser(parser, request, this);
  }
}

/** 1xx but for 101: the response proper is still to come. */
function isInformational(status) {
  return status >= 100 && status < 200 && status !== 101;
}

/** 101, or a CONNECT that was accepted: the connection is the listener's. */
function upgrade(request, socket, parser, head) {
  const response = request.res = parser.incoming;
  socket.removeListener('data', onSocketData);
  socket.removeListener('end', onSocketEnd);
  socket.removeListener('drain', onSocketDrain);
  if (request.timeoutCb) socket.removeListener('timeout', request.timeoutCb);
  socket.removeListener('timeout', onResponseTimeout);
  finishParser(parser, request, socket);
  const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
  if (request.listenerCount(event) === 0) {
    socket.destroy();
    return;
  }
  request.upgradeOrConnect = true;
  socket.emit('agentRemove');
  socket.removeListener('close', onSocketClose);
  socket.removeListener('error', onSocketError);
  socket._httpMessage = null;
  socket.readableFlowing = null;
  request.emit(event, response, socket, head);
  request.destroyed = true;
  request._closed = true;
  request.emit('close');
}

/** A head was read. Gives what the parser is to do: 0 go on, 1 there is no body, 2 stop, another protocol follows. */
function onIncoming(response, keepAlive) {
  const { socket } = this;
  const request = socket._httpMessage;
  if (request.res) {
    // A second response to one request: a mistake, or worse.
    socket.destroy();
    if (socket.parser) {
      socket.parser.incoming = request.res;
      socket.parser.incoming[kSkipPendingData] = true;
    }
    return 0;
  }
  request.res = response;
  if (response.upgrade) return 2;
  if (request.method === 'CONNECT') {
    response.upgrade = true;
    return 2;
  }
  if (isInformational(response.statusCode)) {
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
  socket.on('timeout', onResponseTimeout);
  // The listener of 'response' reads the body; without one it is thrown away.
  if (request.aborted || !request.emit('response', response)) response._dump();
  if (request.method === 'HEAD') return 1;
  if (response.statusCode === 304) {
    response.complete = true;
    return 1;
  }
  return 0;
}

function onResponseEnd() {
  const { req: request } = this;
  const { socket } = request;
  if (socket) {
    if (request.timeoutCb) socket.removeListener('timeout', emitRequestTimeout);
    socket.removeListener('timeout', onResponseTimeout);
  }
  request._ended = true;
  if (!request.shouldKeepAlive) {
    if (socket.writable) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    }
  } else if (request.writableFinished && !this.aborted) {
    freeSocket(request);
  }
}

/** The whole response may be there before the request is out. */
function onRequestFinish() {
  if (this.shouldKeepAlive && this._ended) freeSocket(this);
}

/** Both sides are done: the socket goes back to the agent, after those who wait for the end. */
function freeSocket(request) {
  const { socket } = request;
  if (request.timeoutCb) {
    socket.setTimeout(0, request.timeoutCb);
    request.timeoutCb = null;
  }
  socket.removeListener('close', onSocketClose);
  socket.removeListener('error', onSocketError);
  socket.removeListener('data', onSocketData);
  socket.removeListener('end', onSocketEnd);
  process.nextTick(emitFree, request);
  request.destroyed = true;
  // Destroying the response later must not reach the socket, which is somebody else's then.
  if (request.res) request.res.socket = null;
}

function emitFree(request) {
  request._closed = true;
  request.emit('close');
  request.socket?.emit('free');
}

function onResponseTimeout() {
  this._httpMessage?.res?.emit('timeout');
}

function emitRequestTimeout() {
  this._httpMessage?.emit('timeout');
}

function listenSocketTimeout(request) {
  if (request.timeoutCb) return;
  // Known, so that the end of the request takes it away.
  request.timeoutCb = emitRequestTimeout;
  if (request.socket) request.socket.once('timeout', emitRequestTimeout);
  else request.on('socket', (socket) => socket.once('timeout', emitRequestTimeout));
}

module.exports = { attachSocket, emitError, kError, listenSocketTimeout };
