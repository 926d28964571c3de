// The headers of an outgoing message, and the text of its head.

const {
  codes: { ERR_HTTP_HEADERS_SENT, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_CHAR },
} = require('internal/errors');
const { hasInvalidHeaderChar, utcDate, validateHeaderName, validateHeaderValue } = require('internal/http/common');
const { validateString } = require('internal/validators');

const kOutHeaders = Symbol('kOutHeaders');
const kUniqueHeaders = Symbol('kUniqueHeaders');
const chunkedPattern = /(?:^|\W)chunked(?:$|\W)/i;
const closePattern = /(?:^|\W)close(?:$|\W)/i;
const methods = {
  setHeader(name, value) {
    if (this._header) throw new ERR_HTTP_HEADERS_SENT('set');
    validateHeaderName(name);
    validateHeaderValue(name, value);
    this[kOutHeaders] ??= { __proto__: null };
    this[kOutHeaders][name.toLowerCase()] = [name, value];
    return this;
  },

  setHeaders(headers) {
    if (this._header) throw new ERR_HTTP_HEADERS_SENT('set');
    if (!headers || Array.isArray(headers) || typeof headers.keys !== 'function' || typeof headers.get !== 'function') {
      throw new ERR_INVALID_ARG_TYPE('headers', ['Headers', 'Map'], headers);
    }
    const cookies = [];
    for (const [name, value] of headers) {
      if (name === 'set-cookie') {
        if (Array.isArray(value)) cookies.push(...value);
        else cookies.push(value);
        continue;
      }
      this.setHeader(name, value);
    }
    if (cookies.length > 0) this.setHeader('set-cookie', cookies);
    return this;
  },

  appendHeader(name, value) {
    if (this._header) throw new ERR_HTTP_HEADERS_SENT('append');
    validateHeaderName(name);
    validateHeaderValue(name, value);
    const field = name.toLowerCase();
    const headers = this[kOutHeaders];
    if (headers === null || !headers[field]) {
      return this.setHeader(name, value);
    } else {
      if (!Array.isArray(headers[field][1])) headers[field][1] = [headers[field][1]];
      if (Array.isArray(value)) headers[field][1].push(...value);
      else headers[field][1].push(value);
    }
    return this;
  },

  getHeader(name) {
    validateString(name, 'name');
    return this[kOutHeaders]?.[name.toLowerCase()]?.[1];
  },

  getHeaderNames() {
    return this[kOutHeaders] ? Object.keys(this[kOutHeaders]) : [];
  },

  getRawHeaderNames() {
    return this[kOutHeaders] ? Object.values(this[kOutHeaders]).map((entry) => entry[0]) : [];
  },

  getHeaders() {
    const result = { __proto__: null };
    for (const [key, [, value]] of Object.entries(this[kOutHeaders] ?? {})) result[key] = value;
    return result;
  },

  hasHeader(name) {
    validateString(name, 'name');
    return Boolean(this[kOutHeaders]?.[name.toLowerCase()]);
  },

  removeHeader(name) {
    validateString(name, 'name');
    if (this._header) throw new ERR_HTTP_HEADERS_SENT('remove');
    const key = name.toLowerCase();
    switch (key) {
      case 'connection': this._removedConnection = true; break;
      case 'content-length': this._removedContLen = true; break;
      case 'transfer-encoding': this._removedTE = true; break;
      case 'date': this.sendDate = false; break;
    }
    if (this[kOutHeaders]) delete this[kOutHeaders][key];
  },
};

/** Whether option uniqueHeaders wants this header in one line. */
function isUnique(message, name) {
  return message[kUniqueHeaders] ? message[kUniqueHeaders].has(name.toLowerCase()) : false;
}

/** What the user's headers say, gathered while they are written. */
class Head {
  connection = false;
  contLen = false;
  te = false;
  date = false;
  expect = false;
  trailer = false;
  text;

  constructor(firstLine) {
    this.text = firstLine;
  }

  add(message, name, value, validate) {
    if (validate) validateHeaderName(name);
    if (message._contentLength && name.length === 19 && name.toLowerCase() === 'content-disposition') {
      // RFC 6266 §4.3: file names are written as latin1 where the head is.
      const { Buffer } = require('buffer');
      value = Array.isArray(value) ? value.map((each) => Buffer.from(each, 'latin1')) : Buffer.from(value, 'latin1');
    }
    if (!Array.isArray(value)) {
      this.line(message, name, value, validate);
    } else if ((value.length > 1 && name.length === 6 && name.toLowerCase() === 'cookie') || isUnique(message, name)) {
      this.line(message, name, value.join('; '), validate);
    } else {
      for (let i = 0; i < value.length; i++) this.line(message, name, value[i], validate);
    }
  }

  line(message, name, value, validate) {
    if (validate) validateHeaderValue(name, value);
    this.text += `${name}: ${value}\r\n`;
    this.match(message, name, value);
  }

  match(message, name, value) {
    if (name.length < 4 || name.length > 17) return;
    switch (name.toLowerCase()) {
      case 'connection':
        this.connection = true;
        message._removedConnection = false;
        if (closePattern.test(value)) message._last = true;
        else message.shouldKeepAlive = true;
        break;
      case 'transfer-encoding':
        this.te = true;
        message._removedTE = false;
        if (chunkedPattern.test(value)) message.chunkedEncoding = true;
        break;
      case 'content-length':
        this.contLen = true;
        message._contentLength = +value;
        message._removedContLen = false;
        break;
      case 'date': this.date = true; break;
      case 'expect': this.expect = true; break;
      case 'trailer': this.trailer = true; break;
      case 'keep-alive': message._defaultKeepAlive = false; break;
    }
  }
}

/** All forms writeHead and ClientRequest take headers in. */
function addHeaders(message, head, headers) {
  if (!headers) return;
  if (headers === message[kOutHeaders]) {
    for (const key in headers) {
      const entry = headers[key];
      head.add(message, entry[0], entry[1], false);
    }
  } else if (Array.isArray(headers)) {
    if (headers.length > 0 && Array.isArray(headers[0])) {
      for (const [name, value] of headers) head.add(message, name, value, true);
    } else {
      if (headers.length % 2 !== 0) throw new ERR_INVALID_ARG_VALUE('headers', headers);
      for (let i = 0; i < headers.length; i += 2) head.add(message, headers[i], headers[i + 1], true);
    }
  } else {
    for (const name of Object.keys(headers)) head.add(message, name, headers[name], true);
  }
}

/** Makes the head's text and decides how the body is framed and whether the connection stays. */
function storeHeader(message, firstLine, headers) {
  const head = new Head(firstLine);
  addHeaders(message, head, headers);
  if (message.sendDate && !head.date) head.text += `Date: ${utcDate()}\r\n`;
  // 204 and 304 have no body, whatever is said of it.
  if (message.chunkedEncoding && (message.statusCode === 204 || message.statusCode === 304)) {
    message.chunkedEncoding = false;
    message.shouldKeepAlive = false;
  }
  if (message._removedConnection) {
    // HTTP/1.1 keeps connections even where nobody says so.
    message._last = !message.shouldKeepAlive;
  } else if (!head.connection) {
    const stays = message.shouldKeepAlive &&
      (head.contLen || message.useChunkedEncodingByDefault || message.agent);
    if (stays && message.maxRequestsOnConnectionReached) {
      head.text += 'Connection: close\r\n';
    } else if (stays) {
      head.text += 'Connection: keep-alive\r\n';
      if (message._keepAliveTimeout && message._defaultKeepAlive) {
        const seconds = Math.floor(message._keepAliveTimeout / 1000);
        let max = '';
        if (~~message._maxRequestsPerSocket > 0) max = `, max=${message._maxRequestsPerSocket}`;
        head.text += `Keep-Alive: timeout=${seconds}${max}\r\n`;
      }
    } else {
      message._last = true;
      head.text += 'Connection: close\r\n';
    }
  }
  if (!head.contLen && !head.te) {
    if (!message._hasBody) {
      message.chunkedEncoding = false;
    } else if (!message.useChunkedEncodingByDefault) {
      message._last = true;
    } else if (!head.trailer && !message._removedContLen && typeof message._contentLength === 'number') {
      head.text += `Content-Length: ${message._contentLength}\r\n`;
    } else if (!message._removedTE) {
      head.text += 'Transfer-Encoding: chunked\r\n';
      message.chunkedEncoding = true;
    } else {
      // Neither a length nor chunks: the end of the connection ends the body.
      message._last = true;
    }
  }
  if (message.chunkedEncoding !== true && head.trailer) {
    const { codes: { ERR_HTTP_TRAILER_INVALID } } = require('internal/errors');
    throw new ERR_HTTP_TRAILER_INVALID();
  }
  message._header = `${head.text}\r\n`;
  message._headerSent = false;
  // What waits for a 100 is sent at once.
  if (head.expect) message._send('');
}

function trailerText(message, headers) {
  let text = '';
  const entries = Array.isArray(headers) ? headers : Object.entries(headers);
  for (const [name, value] of entries) {
    validateHeaderName(name, 'Trailer name');
    let values = [value];
    if (Array.isArray(value)) values = value.length > 1 && !isUnique(message, name) ? value : [value.join('; ')];
    for (const each of values) {
      if (hasInvalidHeaderChar(each)) throw new ERR_INVALID_CHAR('trailer content', name);
      text += `${name}: ${each}\r\n`;
    }
  }
  return text;
}

module.exports = { kOutHeaders, kUniqueHeaders, methods, storeHeader, trailerText };
