// IncomingMessage: a request on the server, a response on the client.

const { Readable, finished } = require('stream');


function IncomingMessage(socket) {
  Reflect.apply(Readable, this, [socket ? { highWaterMark: socket.readableHighWaterMark } : undefined]);
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
  this._consuming = false;
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

// How headers of one name become one value.
const FIRST = 1;
const COMMAS = 2;
const SEMICOLONS = 3;
const LIST = 4;
const kinds = new Map([
  ['set-cookie', LIST], ['cookie', SEMICOLONS],
  ...['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since', 'if-unmodified-since',
    'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after', 'server', 'user-agent'].map((name) => [name, FIRST]),
]);
/** Names as they came, with what they are in lower case: most are the same few. */
const lowerCase = new Map();

function lower(name) {
  let result = lowerCase.get(name);
  if (result === undefined) {
    result = name.toLowerCase();
    if (lowerCase.size < 256) lowerCase.set(name, result);
  }
  return result;
}

function addLine(name, value, target, join) {
  name = lower(name);
  const kind = kinds.get(name) ?? COMMAS;
  const present = target[name];
  if (kind === LIST) {
    if (present !== undefined) present.push(value);
    else target[name] = [value];
  } else if (kind !== FIRST) {
    target[name] = typeof present === 'string' ? `${present}${kind === COMMAS ? ', ' : '; '}${value}` : value;
  } else if (present === undefined) {
    target[name] = value;
  } else if (join) {
    target[name] = `${present}, ${value}`;
  }
}

function lazyHeaders(name, key, rawName, countName, add) {
  Object.defineProperty(IncomingMessage.prototype, name, {
    __proto__: null,
    get() {
      if (!this[key]) {
        const result = this[key] = name.endsWith('Distinct') ? { __proto__: null } : {};
        const raw = this[rawName];
        const count = this[countName];
        for (let i = 0; i < count; i += 2) add.call(this, raw[i], raw[i + 1], result);
      }
      return this[key];
    },
    set(value) { this[key] = value; },
  });
}

function addDistinct(name, value, target) {
  name = lower(name);
  (target[name] ??= []).push(value);
}

lazyHeaders('headers', kHeaders, 'rawHeaders', kHeadersCount, function(name, value, target) { this._addHeaderLine(name, value, target); });
lazyHeaders('headersDistinct', kHeadersDistinct, 'rawHeaders', kHeadersCount, addDistinct);
lazyHeaders('trailers', kTrailers, 'rawTrailers', kTrailersCount, function(name, value, target) { this._addHeaderLine(name, value, target); });
lazyHeaders('trailersDistinct', kTrailersDistinct, 'rawTrailers', kTrailersCount, addDistinct);

IncomingMessage.prototype._addHeaderLine = function(field, value, dest) {
  addLine(field, value, dest, this.joinDuplicateHeaders);
};

IncomingMessage.prototype._addHeaderLines = function _addHeaderLines(headers, n) {
  if (!headers?.length) return;
  let made;
  if (this.complete) {
    this.rawTrailers = headers;
    this[kTrailersCount] = n;
    made = this[kTrailers];
  } else {
    this.rawHeaders = headers;
    this[kHeadersCount] = n;
    made = this[kHeaders];
  }
  // Somebody has looked at them already.
  if (made) for (let i = 0; i < n; i += 2) this._addHeaderLine(headers[i], headers[i + 1], made);
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
  if (!this._consuming) {
    this._readableState.readingMore = false;
    this._consuming = true;
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
  const state = this._readableState;
  if (this.complete && this._eventsCount === 0 && state.length === 0 && state.ended && !state.destroyed) {
    // It is at its end, and nobody hears of that: what resume() would come to, at once.
    state.endEmitted = true;
    state.destroyed = true;
    state.closed = true;
    state.closeEmitted = true;
    return;
  }
  this.removeAllListeners('data');
  this.resume();
};

module.exports = { IncomingMessage, readStart, readStop };
