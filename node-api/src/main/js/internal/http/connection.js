// One connection of an HTTP server: its parser, the requests being read and the responses still to be sent, in order.

const { kNeedDrain } = require('internal/http/outgoing');
const { Parser, freeParser, lenientByDefault, prepareError } = require('internal/http/parser');
const { kUniqueHeaders } = require('internal/http/headers');
const { kIncomingMessage } = require('internal/http/common');
const { kConnection, kConnections, kServerResponse } = require('internal/http/symbols');
const { emitClose } = require('internal/http/response');
const { Socket } = require('internal/net/socket');
const {
  codes: { ERR_HTTP_REQUEST_TIMEOUT, ERR_HTTP_SOCKET_ENCODING },
  connResetException,
} = require('internal/errors');
const { channel } = require('diagnostics_channel');

const continuePattern = /(?:^|\W)100-continue(?:$|\W)/i;
const onRequestStart = channel('http.server.request.start');
const onResponseEnd = channel('http.server.response.finish');
const noop = () => {};

function answer(status) {
  return require('buffer').Buffer.from(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, 'latin1');
}

class Connection {
  incoming = [];
  outgoing = [];
  /** Bytes that wait in responses whose turn has not come. */
  outgoingData = 0;
  requestsCount = 0;
  keepAliveTimeoutSet = false;

  constructor(server, socket) {
    this.server = server;
    this.socket = socket;
    const parser = this.parser = new Parser(true, socket, server.maxHeaderSize, server.insecureHTTPParser ?? lenientByDefault());
    parser.Message = server[kIncomingMessage];
    parser.joinDuplicateHeaders = server.joinDuplicateHeaders;
    if (typeof server.maxHeadersCount === 'number') parser.maxHeaderPairs = server.maxHeadersCount << 1;
    parser.onIncoming = (request, keepAlive) => this.onIncoming(request, keepAlive);
    parser.onExecute = (result, bytes) => {
      socket._unrefTimer();
      this.executed(result, bytes);
    };
    this.onPendingData = (delta) => {
      this.outgoingData += delta;
      this.drained();
    };
    // A connection that never sends anything is late, too.
    parser.started = Date.now();
    server[kConnections] ??= new Set();
    server[kConnections].add(this);
  }

  executed(result, bytes) {
    const { parser, server, socket } = this;
    if (typeof result !== 'number') {
      onSocketError.call(socket, prepareError(result, parser, bytes));
    } else if (parser.incoming?.upgrade) {
      this.upgrade(parser.incoming, bytes === undefined ? require('buffer').Buffer.alloc(0) : bytes.subarray(result));
      return;
    }
    if (socket._paused && socket.parser) socket.parser.pause();
  }

  /** The connection is no HTTP any more: it belongs to whoever listens. */
  upgrade(request, head) {
    const { parser, server, socket } = this;
    socket.removeListener('data', onSocketData);
    socket.removeListener('end', onSocketEnd);
    socket.removeListener('close', onSocketClose);
    socket.removeListener('drain', onSocketDrain);
    socket.removeListener('error', onSocketError);
    socket.removeListener('timeout', onSocketTimeout);
    unconsume(parser, socket);
    this.forget();
    freeParser(parser, null, socket);
    const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
    if (server.listenerCount(event) > 0) {
      socket.readableFlowing = null;
      server.emit(event, request, socket, head);
    } else {
      socket.destroy();
    }
  }

  forget() {
    this.server[kConnections].delete(this);
    this.parser = null;
  }

  drained() {
    const { socket } = this;
    const needPause = this.outgoingData > socket.writableHighWaterMark;
    if (socket._paused && !needPause) {
      socket._paused = false;
      if (socket.parser) socket.parser.resume();
      socket.resume();
    }
    const message = socket._httpMessage;
    if (message && !message.finished && message[kNeedDrain]) {
      message[kNeedDrain] = false;
      message.emit('drain');
    }
  }

  resetTimeout() {
    if (!this.keepAliveTimeoutSet) return;
    this.socket.setTimeout(this.server.timeout || 0);
    this.keepAliveTimeoutSet = false;
  }

  /** A head was read. Gives what the parser is to do: 0 go on, 2 stop, another protocol follows. */
  onIncoming(request, keepAlive) {
    const { server, socket } = this;
    this.resetTimeout();
    if (request.upgrade) {
      request.upgrade = request.method === 'CONNECT' || Boolean(server.shouldUpgradeCallback(request));
      if (request.upgrade) return 2;
    }
    this.incoming.push(request);
    if (!socket._paused && (socket.writableNeedDrain || this.outgoingData >= socket.writableHighWaterMark)) {
      // No flood of requests while nobody takes the answers. The parser pauses after what it reads now.
      socket._paused = true;
      socket.pause();
    }
    const response = new server[kServerResponse](request, {
      highWaterMark: socket.writableHighWaterMark, rejectNonStandardBodyWrites: server.rejectNonStandardBodyWrites,
    });
    response._keepAliveTimeout = server.keepAliveTimeout;
    response._maxRequestsPerSocket = server.maxRequestsPerSocket;
    response._onPendingData = this.onPendingData;
    response.shouldKeepAlive = keepAlive;
    response[kUniqueHeaders] = server[kUniqueHeaders];
    response[kConnection] = this;
    if (onRequestStart.hasSubscribers) onRequestStart.publish({ request, response, socket, server });
    if (socket._httpMessage) this.outgoing.push(response);
    else response.assignSocket(socket);
    response.on('finish', onResponseFinish);
    this.dispatch(request, response);
    return 0;
  }

  dispatch(request, response) {
    const { server } = this;
    if (request.httpVersionMajor === 1 && request.httpVersionMinor === 1) {
      const { headers } = request;
      if (server.requireHostHeader && headers.host === undefined) {
        response.writeHead(400, ['Connection', 'close']);
        response.end();
        return;
      }
      if (!this.withinLimit(request, response)) return;
      if (headers.expect !== undefined) {
        this.expectation(request, response);
        return;
      }
    }
    server.emit('request', request, response);
  }

  /** Whether the connection may have one more request. */
  withinLimit(request, response) {
    const { server, socket } = this;
    const limit = server.maxRequestsPerSocket;
    if (typeof limit !== 'number' || limit <= 0) return true;
    this.requestsCount++;
    response.maxRequestsOnConnectionReached = limit <= this.requestsCount;
    if (limit >= this.requestsCount) return true;
    server.emit('dropRequest', request, socket);
    response.writeHead(503);
    response.end();
    return false;
  }

  expectation(request, response) {
    const { server } = this;
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
  }

  /** A response is out: what the request still has is thrown away, and the next response gets the socket. */
  finished(request, response) {
    const { server, socket } = this;
    if (onResponseEnd.hasSubscribers) onResponseEnd.publish({ request, response, socket, server });
    this.incoming.shift();
    if (!request._consuming && !request._readableState.resumeScheduled) request._dump();
    response.detachSocket(socket);
    clearIncoming.call(request);
    process.nextTick(emitClose, response);
    if (response._last) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    } else if (this.outgoing.length === 0) {
      const timeout = positive(server.keepAliveTimeout, 0);
      if (timeout && typeof socket.setTimeout === 'function') {
        socket.setTimeout(timeout + positive(server.keepAliveTimeoutBuffer, 1000));
        this.keepAliveTimeoutSet = true;
      }
    } else {
      this.outgoing.shift().assignSocket(socket);
    }
  }
}

function positive(value, otherwise) {
  return Number.isFinite(value) && value >= 0 ? value : otherwise;
}

function onResponseFinish() {
  this[kConnection].finished(this.req, this);
}

/** The parser lets go of a request that has been read to its end. */
function clearIncoming() {
  const parser = this.socket?.parser;
  if (!parser || parser.incoming !== this) return;
  if (this.readableEnded) parser.incoming = null;
  else this.on('end', clearIncoming);
}

// --- what happens to the socket

function connectionListener(socket) {
  // Whoever gave the connection to this server may have made it elsewhere.
  socket.server = this;
  if (this.timeout && typeof socket.setTimeout === 'function') socket.setTimeout(this.timeout);
  socket.on('timeout', onSocketTimeout);
  const connection = socket[kConnection] = new Connection(this, socket);
  const { parser } = connection;
  socket.parser = parser;
  socket.on('data', onSocketData);
  socket.on('error', onSocketError);
  socket.on('end', onSocketEnd);
  socket.on('close', onSocketClose);
  socket.on('drain', onSocketDrain);
  socket.on('resume', onSocketResume);
  socket.on('pause', onSocketPause);
  socket.on = listenerFunctions.on;
  socket.addListener = listenerFunctions.addListener;
  socket.prependListener = listenerFunctions.prependListener;
  socket.setEncoding = setEncoding;
  const handle = socket._handle;
  if (handle?.consumable && !handle.consumed) {
    handle.consumed = true;
    parser.consume(handle);
  }
  socket._paused = false;
}

function setEncoding() {
  throw new ERR_HTTP_SOCKET_ENCODING();
}

/** Somebody else wants the bytes: then they have to come through the stream. */
function listenerFunction(name) {
  return function(event, listener) {
    const result = Reflect.apply(Socket.prototype[name], this, [event, listener]);
    if (!this.parser) {
      this.on = Socket.prototype.on;
      this.addListener = Socket.prototype.addListener;
      this.prependListener = Socket.prototype.prependListener;
    } else if (event === 'data' || event === 'readable') {
      unconsume(this.parser, this);
    }
    return result;
  };
}

const listenerFunctions = {
  on: listenerFunction('on'),
  addListener: listenerFunction('addListener'),
  prependListener: listenerFunction('prependListener'),
};

function unconsume(parser, socket) {
  if (!socket._handle) return;
  parser.unconsume();
  socket.removeListener('pause', onSocketPause);
  socket.removeListener('resume', onSocketResume);
}

function onSocketData(bytes) {
  const connection = this[kConnection];
  const { parser } = connection;
  if (!parser) return;
  const result = parser.execute(bytes);
  // What the binding tells for bytes it took from the handle itself.
  if (connection.parser !== null && parser.started === 0 && parser.isBusy()) parser.started = Date.now();
  connection.executed(result, bytes);
}

function onSocketResume() {
  // The message of the moment may want more while the connection is held back.
  if (this._paused) {
    this.pause();
    return;
  }
  if (this._handle && !this._handle.reading) this._handle.readStart();
}

function onSocketPause() {
  if (this._handle?.reading) this._handle.readStop();
}

function onSocketDrain() {
  this[kConnection].drained();
}

function onSocketEnd() {
  const { outgoing, parser, server } = this[kConnection];
  if (!parser) return;
  const failure = parser.finish();
  if (failure instanceof Error) onSocketError.call(this, failure);
  else if (!server.httpAllowHalfOpen) this.end();
  else if (outgoing.length > 0) outgoing.at(-1)._last = true;
  else if (this._httpMessage) this._httpMessage._last = true;
  else this.end();
}

function onSocketClose() {
  const connection = this[kConnection];
  freeParser(this.parser, null, this);
  connection.forget();
  for (const request of connection.incoming.splice(0)) request.destroy(connResetException('aborted'));
  if (this._httpMessage) emitClose(this._httpMessage);
}

function onSocketTimeout() {
  const request = this.parser?.incoming;
  const heardByRequest = request && !request.complete && request.emit('timeout', this);
  const heardByResponse = this._httpMessage?.emit('timeout', this);
  const heardByServer = this.server.emit('timeout', this);
  if (!heardByRequest && !heardByResponse && !heardByServer) this.destroy();
}

function onRequestTimeout(socket) {
  onSocketError.call(socket, new ERR_HTTP_REQUEST_TIMEOUT());
}

function onSocketError(error) {
  // One is enough.
  this.removeListener('error', onSocketError);
  if (this.listenerCount('error', noop) === 0) this.on('error', noop);
  if (this.server.emit('clientError', error, this)) return;
  // The best that can be done is to say what was wrong, if nothing was said yet.
  if (this.writable && (!this._httpMessage || !this._httpMessage._headerSent)) {
    switch (error.code) {
      case 'HPE_HEADER_OVERFLOW': this.write(answer('431 Request Header Fields Too Large')); break;
      case 'HPE_CHUNK_EXTENSIONS_OVERFLOW': this.write(answer('413 Payload Too Large')); break;
      case 'ERR_HTTP_REQUEST_TIMEOUT': this.write(answer('408 Request Timeout')); break;
      default: this.write(answer('400 Bad Request'));
    }
  }
  this.destroy(error);
}

module.exports = { connectionListener, onRequestTimeout };
