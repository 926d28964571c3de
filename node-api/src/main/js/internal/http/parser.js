// The host's HTTP parser on a socket: fills IncomingMessages.

const { maxHeaderSize } = require('internal/http/common');
const { IncomingMessage, readStart, readStop } = require('internal/http/incoming');
const { FastBuffer } = require('internal/buffer/core');
const { optionFlag } = require('internal/options');

const { currentFrame, work } = require('internal/async_context');

const binding = internalBinding('http');
const MAX_HEADER_PAIRS = 2000;
const kSkipPendingData = Symbol('SkipPendingData');
const noOptions = { maxHeaderSize: 0, lenient: false };

/** What all parsers call; the first argument is the Parser. */
const callbacks = {
  onHeaders(parser, versionMajor, versionMinor, rawHeaders, method, url, statusCode, statusMessage, upgrade, shouldKeepAlive) {
    const { socket } = parser;
    parser.headersCompleted = true;
    const message = parser.incoming = new parser.Message(socket);
    message.httpVersionMajor = versionMajor;
    message.httpVersionMinor = versionMinor;
    message.httpVersion = versionMajor === 1 && versionMinor === 1 ? '1.1' : `${versionMajor}.${versionMinor}`;
    message.joinDuplicateHeaders = parser.joinDuplicateHeaders;
    message.upgrade = upgrade;
    const { maxHeaderPairs } = parser;
    let count = rawHeaders.length;
    if (maxHeaderPairs > 0 && count > maxHeaderPairs) {
      count = maxHeaderPairs;
      rawHeaders.length = count;
    }
    message._addHeaderLines(rawHeaders, count);
    if (method !== undefined) {
      message.url = url;
      message.method = method;
    } else {
      message.statusCode = statusCode;
      message.statusMessage = statusMessage;
    }
    return parser.onIncoming(message, shouldKeepAlive);
  },

  onBody(parser, bytes) {
    const message = parser.incoming;
    if (message === null || message[kSkipPendingData] || message._dumped) return;
    if (!message.push(new FastBuffer(bytes))) readStop(parser.socket);
  },

  onComplete(parser, trailers) {
    const message = parser.incoming;
    parser.headersCompleted = false;
    parser.started = 0;
    if (message !== null && !message[kSkipPendingData]) {
      message.complete = true;
      if (trailers !== undefined) message._addHeaderLines(trailers, trailers.length);
      const state = message._readableState;
      // Most requests have no body, and nobody listens for one.
      if (message._eventsCount === 0 && state.length === 0 && !state.flowing) state.ended = true;
      else message.push(null);
    }
    // The reading of the next message must go on.
    readStart(parser.socket);
  },

  onExecute(parser, result, bytes, busy) {
    if (!busy) parser.started = 0;
    else if (parser.started === 0) parser.started = Date.now();
    parser.onExecute(result, bytes === undefined ? undefined : new FastBuffer(bytes));
  },

  onError(parser, error) {
    parser.onExecute(error, undefined);
  },
};

/** A parser of one direction of a connection. What belongs to its user are `onIncoming(message, shouldKeepAlive)` and `onExecute(result, bytes)`. */
class Parser {
  native = null;
  socket = null;
  incoming = null;
  outgoing = null;
  maxHeaderPairs = MAX_HEADER_PAIRS;
  joinDuplicateHeaders = false;
  Message = IncomingMessage;
  onIncoming = null;
  onExecute = null;
  headersCompleted = false;
  /** When the message being read began, in milliseconds since 1970; 0 between messages. */
  started = 0;
  _consumed = false;

  constructor(isServer, socket, headerSize, lenient) {
    const size = headerSize || maxHeaderSize();
    const options = size === 0 && !lenient ? noOptions : { maxHeaderSize: size, lenient };
    this.frame = currentFrame();
    const plain = this.frame === undefined && work.tracker === undefined;
    this.native = binding.createParser(isServer, options, this, plain ? callbacks : require('internal/http/tracked').tracked(callbacks, isServer));
    this.socket = socket;
  }

  execute(view) { return this.native === null ? view.byteLength : binding.execute(this.native, view); }
  finish() { return this.native === null ? undefined : binding.finish(this.native); }
  isBusy() { return this.native !== null && binding.isBusy(this.native); }
  pause() { if (this.native !== null) binding.pause(this.native); }
  resume() { if (this.native !== null) binding.resume(this.native); }

  /** Takes what comes through the handle, past the streams, if it is one for that. */
  consume(handle) {
    this._consumed = binding.consume(this.native, handle.native);
  }

  unconsume() {
    if (!this._consumed) return;
    this._consumed = false;
    if (this.native !== null) binding.unconsume(this.native);
  }
}

/** Lets go of a parser; `request`, of a client, and the socket forget it. */
function freeParser(parser, request, socket) {
  if (parser) {
    parser.unconsume();
    const { native } = parser;
    parser.native = null;
    parser.incoming = null;
    parser.outgoing = null;
    parser.socket = null;
    parser.onIncoming = null;
    // It may be running at this moment, and then tells nobody any more.
    if (native !== null) binding.free(native);
  }
  if (request) request.parser = null;
  if (socket) socket.parser = null;
}

const lenientByDefault = () => optionFlag('insecure-http-parser') === true;

/** What a parse error shows: where it was found, and in which bytes. */
function prepareError(error, parser, rawPacket) {
  error.rawPacket = rawPacket;
  return error;
}

module.exports = { Parser, freeParser, kSkipPendingData, lenientByDefault, prepareError };
