// ServerResponse.

const { OutgoingMessage } = require('internal/http/outgoing');
const { channel } = require('diagnostics_channel');
const { kConnection } = require('internal/http/symbols');
const { kOutHeaders } = require('internal/http/headers');
const { STATUS_CODES, hasInvalidHeaderChar } = require('internal/http/common');
const {
  codes: {
    ERR_HTTP_HEADERS_SENT, ERR_HTTP_INVALID_STATUS_CODE, ERR_HTTP_SOCKET_ASSIGNED, ERR_INVALID_ARG_VALUE, ERR_INVALID_CHAR,
  },
} = require('internal/errors');
const { validateLinkHeaderValue, validateObject } = require('internal/validators');

const onCreated = channel('http.server.response.created');

function ServerResponse(req, options) {
  Reflect.apply(OutgoingMessage, this, [options]);
  if (req.method === 'HEAD') this._hasBody = false;
  this.req = req;
  this.sendDate = true;
  this._sent100 = false;
  this._expect_continue = false;
  if (req.httpVersionMajor < 1 || req.httpVersionMinor < 1) {
    this.useChunkedEncodingByDefault = /(?:^|\W)chunked(?:$|\W)/i.test(req.headers.te);
    this.shouldKeepAlive = false;
  }
  if (onCreated.hasSubscribers) onCreated.publish({ request: req, response: this });
}
Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage);

ServerResponse.prototype.statusCode = 200;
ServerResponse.prototype.statusMessage = undefined;

function onServerResponseClose() {
  // The message may already have been detached.
  if (this._httpMessage) emitClose(this._httpMessage);
}

function emitClose(response) {
  if (response._closed) return;
  response.destroyed = true;
  response._closed = true;
  response.emit('close');
}

ServerResponse.prototype.assignSocket = function assignSocket(socket) {
  if (socket._httpMessage) throw new ERR_HTTP_SOCKET_ASSIGNED();
  socket._httpMessage = this;
  // A connection of a server tells by itself.
  if (socket[kConnection] === undefined) socket.on('close', onServerResponseClose);
  this.socket = socket;
  this.emit('socket', socket);
  this._flush();
};

ServerResponse.prototype.detachSocket = function detachSocket(socket) {
  if (socket[kConnection] === undefined) socket.removeListener('close', onServerResponseClose);
  socket._httpMessage = null;
  this.socket = null;
};

ServerResponse.prototype.writeContinue = function writeContinue(callback) {
  this._writeRaw('HTTP/1.1 100 Continue\r\n\r\n', 'ascii', callback);
  this._sent100 = true;
};

ServerResponse.prototype.writeProcessing = function writeProcessing(callback) {
  this._writeRaw('HTTP/1.1 102 Processing\r\n\r\n', 'ascii', callback);
};

ServerResponse.prototype.writeEarlyHints = function writeEarlyHints(hints, callback) {
  validateObject(hints, 'hints');
  if (hints.link === null || hints.link === undefined) return;
  const link = validateLinkHeaderValue(hints.link);
  if (link.length === 0) return;
  let head = `HTTP/1.1 103 Early Hints\r\nLink: ${link}\r\n`;
  for (const key of Object.keys(hints)) if (key !== 'link') head += `${key}: ${hints[key]}\r\n`;
  this._writeRaw(`${head}\r\n`, 'ascii', callback);
};

ServerResponse.prototype._implicitHeader = function() {
  this.writeHead(this.statusCode);
};

/** writeHead's headers, merged with those set before. */
function mergeHeaders(response, object) {
  if (!response[kOutHeaders]) return object;
  if (Array.isArray(object)) {
    if (object.length % 2 !== 0) throw new ERR_INVALID_ARG_VALUE('headers', object);
    // They take the place of those set before, but a name may come more than once among them.
    for (let i = 0; i < object.length; i += 2) response.removeHeader(object[i]);
    for (let i = 0; i < object.length; i += 2) if (object[i]) response.appendHeader(object[i], object[i + 1]);
  } else if (object) {
    for (const key of Object.keys(object)) if (key) response.setHeader(key, object[key]);
  }
  return response[kOutHeaders];
}

ServerResponse.prototype.writeHead = function writeHead(statusCode, reason, object) {
  if (this._header) throw new ERR_HTTP_HEADERS_SENT('write');
  const original = statusCode;
  statusCode |= 0;
  if (statusCode < 100 || statusCode > 999) throw new ERR_HTTP_INVALID_STATUS_CODE(original);
  if (typeof reason === 'string') {
    this.statusMessage = reason;
  } else {
    this.statusMessage ||= STATUS_CODES[statusCode] || 'unknown';
    object ??= reason;
  }
  this.statusCode = statusCode;
  const headers = mergeHeaders(this, object);
  if (hasInvalidHeaderChar(this.statusMessage)) throw new ERR_INVALID_CHAR('statusMessage');
  if (statusCode === 204 || statusCode === 304 || (statusCode >= 100 && statusCode <= 199)) this._hasBody = false;
  // Who expects a 100 and gets another answer may send the body all the same.
  if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
  this._storeHeader(`HTTP/1.1 ${statusCode} ${this.statusMessage}\r\n`, headers);
  return this;
};
ServerResponse.prototype.writeHeader = ServerResponse.prototype.writeHead;

module.exports = { ServerResponse, emitClose };
