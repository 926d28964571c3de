// IncomingMessage: a request on the server, a response on the client.

const { Readable, finished } = require('stream');


function IncomingMessage(socket) {
  Reflect.apply(Readable, this, [{ autoDestroy: true, highWaterMark: socket?.readableHighWaterMark }]);
  this._readableState.readingMore = true;
  this.socket = socket;
  this.httpVersionMajor = null;
  this.httpVersionMinor = null;
  this.httpVersion = null;
  this.complete = false;
  this[kHeaders] = null;
  this[kHeadersCount] = 0;
  this.rawHeaders = [];
  this[kTrailers] = null;
  this[kTrailersCount] = 0;
  this.rawTrailers = [];
  this.joinDuplicateHeaders = false;
  this.aborted = false;
  this.upgrade = null;
  this.url = '';
  this.method = null;
  this.statusCode = null;
  this.statusMessage = null;
  this.client = socket;
  this._consumed = false;
  this._dumped = false;
}
const kHeaders = Symbol('kHeaders');
const kHeadersDistinct = Symbol('kHeadersDistinct');
const kHeadersCount = Symbol('kHeadersCount');
const kTrailers = Symbol('kTrailers');
const kTrailersDistinct = Symbol('kTrailersDistinct');
const kTrailersCount = Symbol('kTrailersCount');

Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
Object.setPrototypeOf(IncomingMessage, Readable);

Object.defineProperty(IncomingMessage.prototype, 'connection', {
  __proto__: null,
  get() { return this.socket; },
  set(value) { this.socket = value; },
});

/** Headers that may come only once; others of a name are joined or dropped. */
const onlyFirst = new Set(['content-type', 'content-length', 'user-agent', 'referer', 'host', 'authorization',
  'proxy-authorization', 'if-modified-since', 'if-unmodified-since', 'from', 'location', 'max-forwards', 'retry-after', 'etag',
  'last-modified', 'server', 'age', 'expires']);

function addLine(name, value, target, join) {
  name = name.toLowerCase();
  const present = Object.hasOwn(target, name) ? target[name] : undefined;
  if (name === 'set-cookie') {
    if (present !== undefined) present.push(value);
    else target[name] = [value];
  } else if (present === undefined) {
    target[name] = value;
  } else if (name === 'cookie') {
    target[name] += `; ${value}`;
  } else if (!onlyFirst.has(name) || join) {
    target[name] += `, ${value}`;
  }
}

function lazyHeaders(name, key, rawName, add) {
  Object.defineProperty(IncomingMessage.prototype, name, {
    __proto__: null,
    configurable: true,
    enumerable: false,
    get() {
      if (!this[key]) {
        const result = this[key] = name.endsWith('Distinct') ? { __proto__: null } : {};
        const raw = this[rawName];
        for (let i = 0; i + 1 < raw.length; i += 2) add.call(this, raw[i], raw[i + 1], result);
      }
      return this[key];
    },
    set(value) { this[key] = value; },
  });
}

function addDistinct(name, value, target) {
  name = name.toLowerCase();
  (target[name] ??= []).push(value);
}

lazyHeaders('headers', kHeaders, 'rawHeaders', function(name, value, target) { this._addHeaderLine(name, value, target); });
lazyHeaders('headersDistinct', kHeadersDistinct, 'rawHeaders', addDistinct);
lazyHeaders('trailers', kTrailers, 'rawTrailers', function(name, value, target) { this._addHeaderLine(name, value, target); });
lazyHeaders('trailersDistinct', kTrailersDistinct, 'rawTrailers', addDistinct);

IncomingMessage.prototype._addHeaderLine = function(field, value, dest) {
  addLine(field, value, dest, this.joinDuplicateHeaders);
};

IncomingMessage.prototype._addHeaderLines = function(headers, n) {
  if (!headers?.length) return;
  if (this.complete) {
    this.rawTrailers = headers;
    this[kTrailersCount] = n;
    this[kTrailers] = null;
  } else {
    this.rawHeaders = headers;
    this[kHeadersCount] = n;
    this[kHeaders] = null;
  }
};

IncomingMessage.prototype._addHeaderLineDistinct = function(field, value, dest) {
  addDistinct(field, value, dest);
};

IncomingMessage.prototype.setTimeout = function setTimeout(msecs, callback) {
  if (callback) this.on('timeout', callback);
  this.socket.setTimeout(msecs);
  return this;
};

IncomingMessage.prototype._read = function() {
  if (!this._consumed) {
    this._readableState.readingMore = false;
    this._consumed = true;
  }
  // Reading the message means reading the socket.
  if (this.socket.readable) readStart(this.socket);
};

function readStart(socket) {
  if (socket && !socket._paused && socket.readable) socket.resume();
}

function readStop(socket) {
  socket?.pause();
}

IncomingMessage.prototype._destroy = function(error, callback) {
  if (!this.readableEnded || !this.complete) {
    this.aborted = true;
    this.emit('aborted');
  }
  // A response that is cut short takes its socket with it.
  if (this.socket && !this.socket.destroyed && this.aborted) {
    this.socket.destroy(error);
    const cleanup = finished(this.socket, (failure) => {
      if (failure?.code === 'ERR_STREAM_PREMATURE_CLOSE') failure = null;
      cleanup();
      process.nextTick(onError, this, error || failure, callback);
    });
  } else {
    process.nextTick(onError, this, error, callback);
  }
};

/** An error nobody listens for is no reason to bring the program down here. */
function onError(message, error, callback) {
  if (message.listenerCount('error') === 0) callback();
  else callback(error);
}

IncomingMessage.prototype._dump = function() {
  if (this._dumped) return;
  this._dumped = true;
  this.removeAllListeners('data');
  this.resume();
};

module.exports = { IncomingMessage, readStart, readStop };
