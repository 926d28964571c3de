// HTTPParser as packages know it from _http_common: functions under numbers, called with the parser as `this`.

const { maxHeaderSize } = require('internal/http/common');
const { FastBuffer } = require('internal/buffer/core');

const binding = internalBinding('http');
const [kOnMessageBegin, kOnHeaders, kOnHeadersComplete, kOnBody, kOnMessageComplete, kOnExecute, kOnTimeout] = [0, 1, 2, 3, 4, 5, 6];

const callbacks = {
  onHeaders(parser, versionMajor, versionMinor, rawHeaders, method, url, statusCode, statusMessage, upgrade, shouldKeepAlive) {
    parser[kOnMessageBegin]?.();
    const number = method === undefined ? undefined : binding.methods.indexOf(method);
    return parser[kOnHeadersComplete]?.(versionMajor, versionMinor, rawHeaders, number, url, statusCode, statusMessage, upgrade, shouldKeepAlive);
  },
  onBody(parser, bytes) {
    parser[kOnBody]?.(new FastBuffer(bytes));
  },
  onComplete(parser, trailers) {
    if (trailers !== undefined) parser[kOnHeaders]?.(trailers, '');
    parser[kOnMessageComplete]?.();
  },
  onExecute(parser, result) {
    parser[kOnExecute]?.(result);
  },
};

class HTTPParser {
  static REQUEST = 1;
  static RESPONSE = 2;
  static kOnMessageBegin = kOnMessageBegin;
  static kOnHeaders = kOnHeaders;
  static kOnHeadersComplete = kOnHeadersComplete;
  static kOnBody = kOnBody;
  static kOnMessageComplete = kOnMessageComplete;
  static kOnExecute = kOnExecute;
  static kOnTimeout = kOnTimeout;
  static kLenientNone = 0;
  static kLenientHeaders = 1;
  static kLenientChunkedLength = 2;
  static kLenientKeepAlive = 4;
  static kLenientAll = 255;

  #native = null;
  #current = null;

  initialize(type, resource, headerSize = 0, lenient = 0) {
    this.free();
    this.#native = binding.createParser(type === HTTPParser.REQUEST, { maxHeaderSize: headerSize || maxHeaderSize(), lenient: lenient !== 0 }, this, callbacks);
  }

  execute(bytes, start = 0, length = bytes.length - start) {
    this.#current = bytes.subarray(start, start + length);
    return binding.execute(this.#native, this.#current);
  }

  finish() { return this.#native === null ? undefined : binding.finish(this.#native); }
  pause() { binding.pause(this.#native); }
  resume() { binding.resume(this.#native); }
  getCurrentBuffer() { return this.#current; }
  remove() {}
  close() { this.free(); }
  consume(handle) { binding.consume(this.#native, handle.native); }
  unconsume() { binding.unconsume(this.#native); }

  free() {
    if (this.#native !== null) binding.free(this.#native);
    this.#native = null;
  }
}

/** Idle parsers, as Node keeps them; ours cost too little to be kept. */
const parsers = {
  name: 'parsers',
  max: 1000,
  list: [],
  alloc() { return this.list.pop() ?? new HTTPParser(); },
  free(parser) {
    if (this.list.length >= this.max) return false;
    this.list.push(parser);
    return true;
  },
};

module.exports = { HTTPParser, parsers };
