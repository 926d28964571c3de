// OutgoingMessage: what requests and responses have in common when they are written.

const { Stream, getDefaultHighWaterMark } = require('stream');
const EventEmitter = require('events');
const { Buffer } = require('buffer');
const {
  codes: {
    ERR_HTTP_BODY_NOT_ALLOWED, ERR_HTTP_CONTENT_LENGTH_MISMATCH, ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED,
    ERR_STREAM_ALREADY_FINISHED, ERR_STREAM_CANNOT_PIPE, ERR_STREAM_DESTROYED, ERR_STREAM_NULL_VALUES, ERR_STREAM_WRITE_AFTER_END,
  },
} = require('internal/errors');
const { kOutHeaders, methods, storeHeader, trailerText } = require('internal/http/headers');

const kCorked = Symbol('corked');
const kChunks = Symbol('kChunkedBuffer');
const kChunkedLength = Symbol('kChunkedLength');
const kNeedDrain = Symbol('kNeedDrain');
const kErrored = Symbol('errored');
const kSocket = Symbol('kSocket');
const kHighWaterMark = Symbol('kHighWaterMark');
const kBytesWritten = Symbol('kBytesWritten');
const kRejectNonStandardBodyWrites = Symbol('kRejectNonStandardBodyWrites');
const crlf = '\r\n';
const noop = () => {};
const { deprecate } = require('internal/util');
const { isUint8Array } = require('util/types');

function OutgoingMessage(options) {
  Reflect.apply(Stream, this, []);
  this.outputData = [];
  this.outputSize = 0;
  this.writable = true;
  this.destroyed = false;
  this._last = false;
  this.chunkedEncoding = false;
  this.shouldKeepAlive = true;
  this.maxRequestsOnConnectionReached = false;
  this._defaultKeepAlive = true;
  this.useChunkedEncodingByDefault = true;
  this.sendDate = false;
  this._removedConnection = false;
  this._removedContLen = false;
  this._removedTE = false;
  this.strictContentLength = false;
  this[kBytesWritten] = 0;
  this._contentLength = null;
  this._hasBody = true;
  this._trailer = '';
  this[kNeedDrain] = false;
  this.finished = false;
  this._headerSent = false;
  this[kCorked] = 0;
  this[kChunks] = [];
  this[kChunkedLength] = 0;
  this._closed = false;
  this[kSocket] = null;
  this._header = null;
  this[kOutHeaders] = null;
  this._keepAliveTimeout = 0;
  this._onPendingData = noop;
  this[kErrored] = null;
  this[kHighWaterMark] = options?.highWaterMark ?? getDefaultHighWaterMark(false);
  this[kRejectNonStandardBodyWrites] = options?.rejectNonStandardBodyWrites ?? false;
}
Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream);
Object.assign(OutgoingMessage.prototype, methods);

function accessor(name, get, set) {
  Object.defineProperty(OutgoingMessage.prototype, name, { __proto__: null, configurable: true, get, set });
}

accessor('errored', function() { return this[kErrored]; });
accessor('closed', function() { return this._closed; });
accessor('writableFinished', function() {
  return this.finished && this.outputSize === 0 && (!this.socket || this.socket.writableLength === 0);
});
accessor('writableObjectMode', () => false);
accessor('writableLength', function() {
  return this.outputSize + this[kChunkedLength] + (this.socket ? this.socket.writableLength : 0);
});
accessor('writableHighWaterMark', function() { return this.socket ? this.socket.writableHighWaterMark : this[kHighWaterMark]; });
accessor('writableCorked', function() { return this[kCorked]; });
accessor('writableEnded', function() { return this.finished; });
accessor('writableNeedDrain', function() { return !this.destroyed && !this.finished && this[kNeedDrain]; });
accessor('headersSent', function() { return Boolean(this._header); });
accessor('connection', function() { return this[kSocket]; }, function(value) { this.socket = value; });
accessor('socket', function() { return this[kSocket]; }, function(value) {
  for (let n = 0; n < this[kCorked]; n++) {
    value?.cork();
    this[kSocket]?.uncork();
  }
  this[kSocket] = value;
});
for (const [name, get, set] of [
  ['_headers', function() { return this.getHeaders(); }, function(value) {
    if (value == null) {
      this[kOutHeaders] = null;
    } else if (typeof value === 'object') {
      this[kOutHeaders] = { __proto__: null };
      for (const key of Object.keys(value)) this[kOutHeaders][key.toLowerCase()] = [key, value[key]];
    }
  }],
  ['_headerNames', function() {
    if (this[kOutHeaders] === null) return null;
    const names = { __proto__: null };
    for (const key of Object.keys(this[kOutHeaders])) names[key] = this[kOutHeaders][key][0];
    return names;
  }, function(value) {
    if (typeof value !== 'object' || value === null || !this[kOutHeaders]) return;
    for (const key of Object.keys(value)) if (this[kOutHeaders][key]) this[kOutHeaders][key][0] = value[key];
  }],
]) {
  const message = `OutgoingMessage.prototype.${name} is deprecated`;
  accessor(name, deprecate(get, message, 'DEP0066'), deprecate(set, message, 'DEP0066'));
}

OutgoingMessage.prototype._renderHeaders = function() {
  const { codes: { ERR_HTTP_HEADERS_SENT } } = require('internal/errors');
  if (this._header) throw new ERR_HTTP_HEADERS_SENT('render');
  const result = {};
  for (const [name, value] of Object.values(this[kOutHeaders] ?? {})) result[name] = value;
  return result;
};

OutgoingMessage.prototype.cork = function() {
  this[kCorked]++;
  this[kSocket]?.cork();
};

OutgoingMessage.prototype.uncork = function uncork() {
  this[kCorked]--;
  this[kSocket]?.uncork();
  if (this[kCorked] || this[kChunks].length === 0) return;
  // All chunks of the corked time go out as one.
  const chunks = this[kChunks];
  this._send(`${this[kChunkedLength].toString(16)}${crlf}`, 'latin1', null);
  const callbacks = [];
  for (const [chunk, encoding, callback] of chunks) {
    this._send(chunk, encoding, null);
    if (callback) callbacks.push(callback);
  }
  this._send(crlf, 'latin1', callbacks.length === 0 ? null : (error) => {
    for (const callback of callbacks) callback(error);
  });
  chunks.length = 0;
  this[kChunkedLength] = 0;
};

OutgoingMessage.prototype.setTimeout = function setTimeout(msecs, callback) {
  if (callback) this.on('timeout', callback);
  if (this[kSocket]) this[kSocket].setTimeout(msecs);
  else this.once('socket', (socket) => socket.setTimeout(msecs));
  return this;
};

OutgoingMessage.prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  this[kErrored] = error;
  if (this[kSocket]) this[kSocket].destroy(error);
  else this.once('socket', (socket) => socket.destroy(error));
  return this;
};

/** Sends a part, with the head before the first. */
OutgoingMessage.prototype._send = function(data, encoding, callback, byteLength) {
  const header = this._header;
  if (!this._headerSent && header !== null) {
    if (typeof data === 'string' && (encoding === 'utf8' || encoding === 'latin1' || !encoding)) {
      data = header + data;
    } else {
      this.outputData.unshift({ data: header, encoding: 'latin1', callback: null });
      this.outputSize += header.length;
      this._onPendingData(header.length);
    }
    this._headerSent = true;
  }
  return this._writeRaw(data, encoding, callback, byteLength);
};

OutgoingMessage.prototype._writeRaw = function(data, encoding, callback, size) {
  const connection = this[kSocket];
  if (connection?.destroyed) return false;
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  if (connection && connection._httpMessage === this && connection.writable) {
    if (this.outputData.length > 0) this._flushOutput(connection);
    return connection.write(data, encoding, callback);
  }
  this.outputData.push({ data, encoding, callback });
  this.outputSize += data.length;
  this._onPendingData(data.length);
  return this.outputSize < this[kHighWaterMark];
};

OutgoingMessage.prototype._storeHeader = function(firstLine, headers) {
  storeHeader(this, firstLine, headers);
};

function writeAfterEnd(message, callback) {
  if (message.destroyed) return;
  process.nextTick(emitWriteAfterEnd, message, new ERR_STREAM_WRITE_AFTER_END(), callback);
}

function emitWriteAfterEnd(message, error, callback) {
  callback(error);
  if (typeof message.emit === 'function' && !message.destroyed) message.emit('error', error);
}

OutgoingMessage.prototype.write = function write(chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  const result = writePart(this, chunk, encoding, callback, false);
  if (!result) this[kNeedDrain] = true;
  return result;
};

function strictLength(message) {
  return message.strictContentLength && message._contentLength != null && message._hasBody && !message._removedContLen &&
    !message.chunkedEncoding && !message.hasHeader('transfer-encoding');
}

function checkStrictLength(message, length, fromEnd) {
  if (strictLength(message) && (fromEnd ? message[kBytesWritten] + length !== message._contentLength
    : message[kBytesWritten] + length > message._contentLength)) {
    throw new ERR_HTTP_CONTENT_LENGTH_MISMATCH(message[kBytesWritten] + length, message._contentLength);
  }
  message[kBytesWritten] += length;
}

function uncorkLater(socket) {
  socket.uncork();
}

function writePart(message, chunk, encoding, callback, fromEnd) {
  if (typeof callback !== 'function') callback = noop;
  if (chunk === null) throw new ERR_STREAM_NULL_VALUES();
  const text = typeof chunk === 'string';
  if (!text && !isUint8Array(chunk)) throw new ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
  if (message.finished && !message.destroyed) {
    writeAfterEnd(message, callback);
    return false;
  }
  if (message.destroyed) {
    process.nextTick(callback, message.finished ? new ERR_STREAM_WRITE_AFTER_END() : new ERR_STREAM_DESTROYED('write'));
    return false;
  }
  let length = -1;
  if (message.strictContentLength) {
    length = text ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;
    checkStrictLength(message, length, fromEnd);
  }
  if (!message._header) {
    if (fromEnd) {
      if (length < 0) length = text ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;
      message._contentLength = length;
    }
    message._implicitHeader();
  }
  if (!message._hasBody) {
    if (message[kRejectNonStandardBodyWrites]) throw new ERR_HTTP_BODY_NOT_ALLOWED();
    process.nextTick(callback);
    return true;
  }
  if (!fromEnd && message[kSocket] && !message[kSocket].writableCorked) {
    message[kSocket].cork();
    process.nextTick(uncorkLater, message[kSocket]);
  }
  if (!message.chunkedEncoding || chunk.length === 0) return message._send(chunk, encoding, callback, length);
  if (length < 0) length = text ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;
  if (message[kCorked] && message._headerSent) {
    message[kChunks].push([chunk, encoding, callback]);
    message[kChunkedLength] += length;
    return message[kChunkedLength] < message[kHighWaterMark];
  }
  message._send(`${length.toString(16)}${crlf}`, 'latin1', null);
  message._send(chunk, encoding, null, length);
  return message._send(crlf, 'latin1', callback);
}

OutgoingMessage.prototype.addTrailers = function addTrailers(headers) {
  this._trailer = trailerText(this, headers);
};

function onFinish(message) {
  if (message?.socket?._hadError) return;
  message.emit('finish');
}

/**
 * A message that goes out whole, on a socket that has nothing else to do, takes the short way past the queue of the socket's stream.
 * Gives false where it cannot; then at most the head is made.
 */
function endWhole(message, socket, chunk, encoding, callback) {
  const text = typeof chunk === 'string';
  if (message._header || message.finished || message.destroyed || message.strictContentLength || message[kCorked] > 0 ||
      message.outputData.length > 0 || socket._httpMessage !== message || !socket._isIdle?.()) return false;
  if (chunk && !(text ? encoding === undefined || encoding === null || encoding === 'utf8' || encoding === 'latin1' : isUint8Array(chunk))) return false;
  message._contentLength = !chunk ? 0 : text ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;
  message._implicitHeader();
  if (message._headerSent || message.chunkedEncoding || !message._header) return false;
  if (chunk && !message._hasBody) {
    if (message[kRejectNonStandardBodyWrites]) return false;
    chunk = '';
  }
  if (typeof callback === 'function') message.once('finish', callback);
  message._headerSent = true;
  if (!chunk || text) socket._writeNow(chunk ? message._header + chunk : message._header, encoding ?? 'utf8', message, onFinish);
  else socket._writeNow([Buffer.from(message._header, 'latin1'), chunk], undefined, message, onFinish);
  message.finished = true;
  message._finish();
  return true;
}

OutgoingMessage.prototype.end = function end(chunk, encoding, callback) {
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = null;
    encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  const socket = this[kSocket];
  if (socket && endWhole(this, socket, chunk, encoding, callback)) return this;
  if (chunk) {
    if (this.finished) {
      writeAfterEnd(this, typeof callback === 'function' ? callback : noop);
      return this;
    }
    if (socket) socket.cork();
    writePart(this, chunk, encoding, null, true);
  } else if (this.finished) {
    if (typeof callback === 'function') {
      if (!this.writableFinished) this.on('finish', callback);
      else callback(new ERR_STREAM_ALREADY_FINISHED('end'));
    }
    return this;
  } else if (!this._header) {
    if (socket) socket.cork();
    this._contentLength = 0;
    this._implicitHeader();
  }
  if (typeof callback === 'function') this.once('finish', callback);
  if (strictLength(this) && this[kBytesWritten] !== this._contentLength) {
    throw new ERR_HTTP_CONTENT_LENGTH_MISMATCH(this[kBytesWritten], this._contentLength);
  }
  const finish = onFinish.bind(undefined, this);
  if (this._hasBody && this.chunkedEncoding) this._send(`0${crlf}${this._trailer}${crlf}`, 'latin1', finish);
  else if (!this._headerSent || this.writableLength || chunk) this._send('', 'latin1', finish);
  else process.nextTick(finish);
  if (this[kSocket]) {
    // Everything that was corked goes out now.
    this[kSocket]._writableState.corked = 1;
    this[kSocket].uncork();
  }
  this[kCorked] = 1;
  this.uncork();
  this.finished = true;
  if (this.outputData.length === 0 && this[kSocket] && this[kSocket]._httpMessage === this) this._finish();
  return this;
};

OutgoingMessage.prototype._finish = function() {
  this.emit('prefinish');
};

/** The socket has come, or come free: what was kept goes out. */
OutgoingMessage.prototype._flush = function() {
  const { socket } = this;
  if (!socket?.writable) return;
  const drained = this._flushOutput(socket);
  if (this.finished) {
    this._finish();
  } else if (drained && this[kNeedDrain]) {
    this[kNeedDrain] = false;
    this.emit('drain');
  }
};

OutgoingMessage.prototype._flushOutput = function _flushOutput(socket) {
  const { outputData } = this;
  if (outputData.length === 0) return undefined;
  socket.cork();
  let result;
  for (let i = 0; i < outputData.length; i++) {
    const { data, encoding, callback } = outputData[i];
    outputData[i].data = null;
    result = socket.write(data, encoding, callback);
  }
  socket.uncork();
  this.outputData = [];
  this._onPendingData(-this.outputSize);
  this.outputSize = 0;
  return result;
};

OutgoingMessage.prototype.flushHeaders = function flushHeaders() {
  if (!this._header) this._implicitHeader();
  this._send('');
};

OutgoingMessage.prototype._implicitHeader = function() {
  throw new ERR_METHOD_NOT_IMPLEMENTED('_implicitHeader()');
};

OutgoingMessage.prototype.pipe = function pipe() {
  this.emit('error', new ERR_STREAM_CANNOT_PIPE());
};

OutgoingMessage.prototype[EventEmitter.captureRejectionSymbol] = function(error) {
  this.destroy(error);
};

module.exports = { OutgoingMessage, kErrored, kHighWaterMark, kNeedDrain, kRejectNonStandardBodyWrites };
