// A stream handle as sockets see it: the host's handle with methods, and whether it is being read.

const { newAsyncId, work } = require('internal/async_context');

const binding = internalBinding('net');
const types = { __proto__: null, tcp: 'TCPWRAP', pipe: 'PIPEWRAP' };

class Handle {
  /** @param kind 'tcp', 'pipe', or what else made it */
  constructor(native, kind) {
    this.native = native;
    this.kind = kind;
    /** An HTTP parser takes what comes, past the socket. */
    this.consumed = false;
    this.reading = false;
    this.closed = false;
    this.bytesBeforeClose = [0, 0];
    this.asyncId = work.tracker === undefined ? newAsyncId() : work.tracker.adopt(this, types[kind] ?? 'TTYWRAP');
  }

  /** Whether an HTTP parser may take what comes. */
  get consumable() { return this.kind !== undefined; }
  get fd() { return this.closed ? -1 : binding.fd?.(this.native) ?? -1; }
  get bytesRead() { return this.closed ? this.bytesBeforeClose[0] : binding.bytesRead(this.native); }
  get bytesWritten() { return this.closed ? this.bytesBeforeClose[1] : binding.bytesWritten(this.native); }
  get writeQueueSize() { return this.closed ? 0 : binding.writeQueueSize(this.native); }

  /** `fn(nread, arrayBuffer)` gets what is read. */
  onRead(fn) { binding.onRead(this.native, work.tracker === undefined ? fn : work.tracker.events(this, fn)); }

  readStart() {
    if (this.closed) return 0;
    this.reading = true;
    return binding.readStart(this.native) ?? 0;
  }

  readStop() {
    if (this.closed) return 0;
    this.reading = false;
    return binding.readStop(this.native) ?? 0;
  }

  write(view, callback) { return binding.write(this.native, view, work.request('WRITEWRAP', callback)); }
  writev(views, callback) { return binding.writev(this.native, views, work.request('WRITEWRAP', callback)); }
  writeString(text, encoding, callback) { return binding.writeString(this.native, text, encoding, work.request('WRITEWRAP', callback)); }
  shutdown(callback) { return binding.shutdown(this.native, work.request('SHUTDOWNWRAP', callback)); }

  close(callback) {
    if (this.closed) return;
    this.bytesBeforeClose = [this.bytesRead, this.bytesWritten];
    this.closed = true;
    work.tracker?.emitDestroy(this);
    binding.close(this.native, callback);
  }

  reset(callback) {
    if (this.closed) return -9;
    this.bytesBeforeClose = [this.bytesRead, this.bytesWritten];
    this.closed = true;
    return binding.reset(this.native, callback) ?? 0;
  }

  ref() { if (!this.closed) binding.ref(this.native); }
  unref() { if (!this.closed) binding.unref(this.native); }
  hasRef() { return !this.closed && binding.hasRef(this.native); }
  setNoDelay(value) { return this.closed ? 0 : binding.setNoDelay(this.native, value); }
  setKeepAlive(value, seconds) { return this.closed ? 0 : binding.setKeepAlive(this.native, value, seconds); }
  getsockname() { return this.closed ? -9 : binding.getsockname(this.native); }
  getpeername() { return this.closed ? -9 : binding.getpeername(this.native); }
  getAsyncId() { return this.asyncId; }
}

/** The handle of a socket that listens. */
class ListenHandle {
  constructor(native, kind, server) {
    this.native = native;
    this.kind = kind;
    this.asyncId = work.tracker === undefined ? newAsyncId() : work.tracker.adopt(this, kind === 'pipe' ? 'PIPESERVERWRAP' : 'TCPSERVERWRAP');
    this.owner = server;
  }

  /** A client came, or could not be taken. */
  onconnection(status, handle) { this.owner._onConnection(status, handle); }

  get fd() { return binding.fd(this.native); }

  /** A connection came, or a failure. */
  accept(status, handle) {
    if (work.tracker === undefined) this.onconnection(status, handle);
    else work.tracker.run(this, this.onconnection, this, [status, handle]);
  }

  close(callback) {
    work.tracker?.emitDestroy(this);
    binding.close(this.native, callback);
  }
  ref() { binding.ref(this.native); }
  unref() { binding.unref(this.native); }
  hasRef() { return binding.hasRef(this.native); }
  getsockname() { return binding.getsockname(this.native); }
  getAsyncId() { return this.asyncId; }
}

module.exports = { Handle, ListenHandle };
