// The host's HTTP parser on a socket: fills IncomingMessages.

const { maxHeaderSize } = require('internal/http/common');
const { readStop } = require('internal/http/incoming');
const { FastBuffer } = require('internal/buffer/core');

const binding = internalBinding('http');

class Parser {
  /** `onIncoming(message, shouldKeepAlive)` is called for every head; it gives what the binding's onHeaders gives. */
  constructor(isServer, socket, { Message, headerSize, lenient, joinDuplicateHeaders, onIncoming, maxHeadersCount }) {
    this.socket = socket;
    this.incoming = null;
    this.onIncoming = onIncoming;
    this.Message = Message;
    this.joinDuplicateHeaders = joinDuplicateHeaders;
    this.maxHeadersCount = maxHeadersCount;
    this.headersCompleted = false;
    this.native = binding.createParser(isServer, { maxHeaderSize: headerSize || maxHeaderSize(), lenient: Boolean(lenient) }, {
      onHeaders: (head) => this.headers(head),
      onBody: (bytes) => this.body(bytes),
      onComplete: (trailers) => this.complete(trailers),
      onError: (error) => this.onError?.(error),
    });
  }

  headers(head) {
    const message = this.incoming = new this.Message(this.socket);
    this.headersCompleted = true;
    message.httpVersionMajor = head.versionMajor;
    message.httpVersionMinor = head.versionMinor;
    message.httpVersion = `${head.versionMajor}.${head.versionMinor}`;
    message.joinDuplicateHeaders = this.joinDuplicateHeaders;
    message.upgrade = head.upgrade;
    let { rawHeaders } = head;
    const limit = this.maxHeadersCount * 2;
    if (limit > 0 && rawHeaders.length > limit) rawHeaders = rawHeaders.slice(0, limit);
    message._addHeaderLines(rawHeaders, rawHeaders.length);
    if (typeof head.method === 'string') {
      message.url = head.url;
      message.method = head.method;
    } else {
      message.statusCode = head.statusCode;
      message.statusMessage = head.statusMessage;
    }
    return this.onIncoming(message, head.shouldKeepAlive);
  }

  body(bytes) {
    const message = this.incoming;
    if (message === null || message._dumped) return;
    if (!message.push(new FastBuffer(bytes))) readStop(this.socket);
  }

  complete(trailers) {
    const message = this.incoming;
    this.headersCompleted = false;
    if (message !== null) {
      message.complete = true;
      if (trailers?.length) message._addHeaderLines(trailers, trailers.length);
      message.push(null);
    }
    this.onMessageComplete?.(message);
    // The reading of the next message must go on.
    const { socket } = this;
    if (socket && !socket._paused && socket.readable) socket.resume();
  }

  execute(view) { return this.native === null ? view.byteLength : binding.execute(this.native, view); }
  finish() { return this.native === null ? undefined : binding.finish(this.native); }
  pause() { binding.pause(this.native); }
  resume() { binding.resume(this.native); }

  free() {
    if (this.native === null) return;
    const { native } = this;
    this.native = null;
    this.incoming = null;
    // It may be running at this moment.
    process.nextTick(() => binding.free(native));
  }
}

module.exports = { Parser };
