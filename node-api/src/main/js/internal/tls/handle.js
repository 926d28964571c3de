// The handle of a TLS socket: what a socket writes goes through the engine to a transport, and what the transport reads comes back through it.
// A transport is the handle of another socket (TLS ones included), or any duplex stream.

const { newAsyncId, work } = require('internal/async_context');
const { Handle } = require('internal/net/handle');
const { FastBuffer } = require('internal/buffer/core');

const tls = internalBinding('tls');
const UV_EOF = -4095;
const ECANCELED = -125;

/** The bytes of a duplex stream, with the methods of a handle. */
class StreamTransport {
  constructor(stream) {
    this.stream = stream;
    this.closed = false;
    this.bytesRead = 0;
    this.bytesWritten = 0;
  }

  get writeQueueSize() { return this.stream.writableLength ?? 0; }
  get fd() { return -1; }

  onRead(fn) {
    const { stream } = this;
    stream.pause();
    stream.on('data', (chunk) => {
      const view = typeof chunk === 'string' ? require('buffer').Buffer.from(chunk) : chunk;
      this.bytesRead += view.length;
      fn(view.length, view);
    });
    const end = () => fn(UV_EOF);
    stream.once('end', end);
    stream.once('close', end);
  }

  readStart() { this.stream.resume(); return 0; }
  readStop() { this.stream.pause(); return 0; }

  write(view, callback) {
    this.bytesWritten += view.byteLength;
    this.stream.write(new FastBuffer(view.buffer ?? view, view.byteOffset ?? 0, view.byteLength), (error) => callback(error ? error.errno ?? ECANCELED : 0));
    return false;
  }

  shutdown(callback) { this.stream.end(() => callback(0)); }

  close(callback) {
    this.closed = true;
    if (this.stream.destroyed) {
      if (callback) process.nextTick(callback);
    } else {
      if (callback) this.stream.once('close', callback);
      this.stream.destroy();
    }
  }

  reset(callback) { this.close(callback); return 0; }
  ref() { this.stream.ref?.(); }
  unref() { this.stream.unref?.(); }
  hasRef() { return this.stream._handle?.hasRef() ?? false; }
  setNoDelay() { return 0; }
  setKeepAlive() { return 0; }
  getsockname() { return {}; }
  getpeername() { return {}; }
}

/** What a socket or stream that exists already is to TLS. */
function transportOf(socket) {
  const handle = socket._handle;
  return handle instanceof Handle || handle instanceof TlsHandle ? handle : new StreamTransport(socket);
}

class TlsHandle {
  #parent;
  #events;
  #readFunction;
  #inbound = [];
  #endDelivered = false;
  #over = false;
  #failed = false;
  /** What was written before the handshake was over: nobody knows yet whether the other side may have it. */
  #held = [];
  /** Callbacks of writes whose bytes are still in the engine. */
  #waiting = [];
  #read = 0;
  #written = 0;

  /**
   * @param parent the socket the transport is of, closed with it; undefined where the transport is its own
   * @param events { secured(), heard(), named(name), failed(error) }
   */
  constructor(transport, parent, engine, events) {
    this.transport = transport;
    this.#parent = parent;
    this.engine = engine;
    this.#events = events;
    this.reading = false;
    this.closed = false;
    this.secured = false;
    this.asyncId = work.tracker === undefined ? newAsyncId() : work.tracker.adopt(this, 'TLSWRAP');
  }

  /** Takes the transport over. */
  begin() {
    this.transport.onRead((nread, bytes) => this.#received(nread, bytes));
    tls.start(this.engine);
    if (!this.closed) this.transport.readStart();
    this.step();
  }

  /** Bytes that came before the transport was taken over. */
  feed(view) {
    tls.feed(this.engine, view);
    this.step();
  }

  #received(nread, bytes) {
    if (this.closed) return;
    if (nread > 0) {
      const { secured } = this;
      tls.feed(this.engine, bytes);
      this.step();
      // What makes a session of TLS 1.3 comes after the handshake, with the first bytes.
      if (secured && !this.closed) this.#events.heard();
    } else if (nread < 0) {
      this.#end(nread);
    }
  }

  #end(status) {
    if (this.#over) return;
    this.#over = true;
    this.#inbound.push(status);
    this.#deliver();
  }

  /** Sends what the engine has made, and tells what has happened. */
  step() {
    const { engine } = this;
    const name = tls.takeName(engine);
    if (name !== undefined) this.#events.named(name);
    if (this.closed) return;
    if (!this.secured && tls.isHandshakeDone(engine)) {
      // Before the last word is said: who does not trust the other side leaves without it.
      this.secured = true;
      this.#events.secured();
      if (this.closed) return;
      for (const views of this.#held.splice(0)) tls.write(engine, views);
    }
    this.#send();
    const plain = tls.takePlain(engine);
    if (plain !== undefined) this.#inbound.push(plain);
    this.#deliver();
    if (this.closed) return;
    const error = this.#failed ? undefined : tls.failure(engine);
    if (error !== undefined) {
      this.#failed = true;
      this.#events.failed(error);
      this.#cancel();
    } else if (tls.isEnded(engine)) {
      this.#end(UV_EOF);
    }
    if (this.secured && !this.reading && !this.closed) this.transport.readStop();
  }

  #send() {
    const { engine } = this;
    const callbacks = this.#held.length === 0 && tls.isFlushed(engine) ? this.#waiting.splice(0) : [];
    const encrypted = tls.takeEncrypted(engine);
    if (encrypted === undefined) {
      for (const callback of callbacks) callback(0);
      return;
    }
    if (this.transport.closed) return;
    const done = (status) => {
      for (const callback of callbacks) callback(status);
    };
    const complete = this.transport.write(new Uint8Array(encrypted), done);
    if (complete === true && callbacks.length > 0) process.nextTick(done, 0);
  }

  #cancel() {
    this.#held.length = 0;
    for (const callback of this.#waiting.splice(0)) callback(ECANCELED);
  }

  #deliver() {
    while (this.reading && !this.closed && this.#inbound.length > 0) {
      const next = this.#inbound.shift();
      if (typeof next === 'number') {
        if (this.#endDelivered) return;
        this.#endDelivered = true;
        this.#readFunction(next, undefined);
      } else {
        this.#read += next.byteLength;
        this.#readFunction(next.byteLength, next);
      }
    }
  }

  // What a handle has.

  get fd() { return this.transport.fd; }
  get bytesRead() { return this.#read; }
  get bytesWritten() { return this.#written; }
  get writeQueueSize() { return this.transport.writeQueueSize; }

  onRead(fn) { this.#readFunction = work.tracker === undefined ? fn : work.tracker.events(this, fn); }

  readStart() {
    if (this.closed) return 0;
    this.reading = true;
    if (this.#inbound.length > 0) process.nextTick(() => this.#deliver());
    return this.#over || this.transport.closed ? 0 : this.transport.readStart();
  }

  readStop() {
    if (this.closed) return 0;
    this.reading = false;
    // A handshake goes on whether anybody reads or not.
    return this.secured && !this.transport.closed ? this.transport.readStop() : 0;
  }

  write(view, callback) { return this.#write([view], callback); }
  writev(views, callback) { return this.#write(views, callback); }
  writeString(text, encoding, callback) { return this.#write([require('buffer').Buffer.from(text, encoding)], callback); }

  #write(views, callback) {
    const done = work.request('WRITEWRAP', callback);
    if (this.closed || this.#failed) {
      process.nextTick(done, ECANCELED);
      return false;
    }
    for (const view of views) this.#written += view.byteLength;
    this.#waiting.push(done);
    if (this.secured) {
      tls.write(this.engine, views);
      this.step();
    } else {
      // The program may do with its buffers what it likes.
      this.#held.push(views.map((view) => Uint8Array.prototype.slice.call(view)));
    }
    return false;
  }

  shutdown(callback) {
    const done = work.request('SHUTDOWNWRAP', callback);
    if (this.closed || this.transport.closed) {
      process.nextTick(done, 0);
      return;
    }
    tls.shutdown(this.engine);
    this.#send();
    this.transport.shutdown(done);
  }

  close(callback) { this.#close(callback, 'close'); }

  reset(callback) {
    if (this.closed) return -9;
    this.#close(callback, 'reset');
    return 0;
  }

  #close(callback, how) {
    if (this.closed) return;
    this.closed = true;
    work.tracker?.emitDestroy(this);
    this.#inbound.length = 0;
    tls.release(this.engine);
    this.#cancel();
    const parent = this.#parent;
    if (parent === undefined || how === 'reset') {
      this.transport[how](callback);
    } else if (parent.destroyed && (parent.closed || parent._handle === null)) {
      if (callback) process.nextTick(callback);
    } else {
      if (callback) parent.once('close', () => callback());
      parent.destroy();
    }
  }

  ref() { if (!this.closed) this.transport.ref(); }
  unref() { if (!this.closed) this.transport.unref(); }
  hasRef() { return !this.closed && this.transport.hasRef(); }
  setNoDelay(value) { return this.closed ? 0 : this.transport.setNoDelay(value); }
  setKeepAlive(value, seconds) { return this.closed ? 0 : this.transport.setKeepAlive(value, seconds); }
  getsockname() { return this.closed ? -9 : this.transport.getsockname(); }
  getpeername() { return this.closed ? -9 : this.transport.getpeername(); }
  getAsyncId() { return this.asyncId; }
}

module.exports = { StreamTransport, TlsHandle, transportOf };
