'use strict';
// Stream handles over libuv's, as the Node that runs the tests has them.

const { internalBinding } = require('internal/test/binding');
const { enter } = require('./enter');

const { TCP, TCPConnectWrap, constants: tcp } = internalBinding('tcp_wrap');
const { Pipe, PipeConnectWrap, constants: pipe } = internalBinding('pipe_wrap');
const { WriteWrap, ShutdownWrap, kReadBytesOrError, kLastWriteWasAsync, streamBaseState } = internalBinding('stream_wrap');
const { isIPv6 } = require('net');

const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function watch(handle) {
  handle.onread = (bytes) => {
    const nread = streamBaseState[kReadBytesOrError];
    enter(() => handle.listener?.(nread, bytes));
  };
  return handle;
}

/** Runs a write; true if it is done already. */
function writeWith(handle, cb, start) {
  const req = new WriteWrap();
  req.oncomplete = (status) => enter(() => cb(status));
  req.handle = handle;
  const status = start(req);
  if (status !== 0) {
    realSetImmediate(() => enter(() => cb(status)));
    return false;
  }
  return streamBaseState[kLastWriteWasAsync] === 0;
}
const realSetImmediate = setImmediate;

function named(handle, method) {
  if (handle.path !== undefined) return handle.path;
  const out = {};
  const status = handle[method](out);
  return status === 0 ? out : status;
}

function connect(handle, Wrap, args, cb) {
  const req = new Wrap();
  req.oncomplete = (status) => enter(() => cb(status));
  return args(req);
}

function listening(handle, backlog, onConnection) {
  handle.onconnection = (status, client) => enter(() => onConnection(status, client && watch(client)));
  const status = handle.listen(backlog);
  if (status !== 0) handle.close();
  return status !== 0 ? status : handle;
}

function binding() {
  return {
    onRead(handle, fn) { handle.listener = fn; },
    readStart: (handle) => handle.readStart(),
    readStop: (handle) => handle.readStop(),
    write: (handle, view, cb) => writeWith(handle, cb, (req) => handle.writeBuffer(req, bytesOf(view))),
    writev: (handle, views, cb) => writeWith(handle, cb, (req) => handle.writev(req, views.map(bytesOf), true)),
    writeString: (handle, text, encoding, cb) => writeWith(handle, cb, (req) =>
      handle[{ latin1: 'writeLatin1String', utf8: 'writeUtf8String', ucs2: 'writeUcs2String' }[encoding]](req, text)),
    shutdown(handle, cb) {
      const req = new ShutdownWrap();
      req.oncomplete = (status) => enter(() => cb(status));
      req.handle = handle;
      const status = handle.shutdown(req);
      if (status !== 0) realSetImmediate(() => enter(() => cb(status === 1 ? 0 : status)));
    },
    close(handle, cb) {
      handle.close(() => enter(() => cb?.()));
    },
    reset(handle, cb) { return handle.reset(() => enter(() => cb?.())); },
    ref: (handle) => handle.ref(),
    unref: (handle) => handle.unref(),
    hasRef: (handle) => handle.hasRef(),
    bytesRead: (handle) => handle.bytesRead,
    bytesWritten: (handle) => handle.bytesWritten,
    writeQueueSize: (handle) => handle.writeQueueSize,
    getsockname: (handle) => named(handle, 'getsockname'),
    getpeername: (handle) => (handle.getpeername ? named(handle, 'getpeername') : -107),
    setNoDelay: (handle, value) => handle.setNoDelay?.(value) ?? 0,
    setKeepAlive: (handle, value, seconds) => handle.setKeepAlive?.(value, seconds) ?? 0,
    fd: (handle) => handle.fd,
    tcp: () => watch(new TCP(tcp.SOCKET)),
    pipe: () => watch(new Pipe(pipe.SOCKET)),
    bind: (handle, host, port, flags) => (isIPv6(host) ? handle.bind6(host, port, flags) : handle.bind(host, port)),
    connect: (handle, host, port, cb) => connect(handle, TCPConnectWrap,
      (req) => (isIPv6(host) ? handle.connect6(req, host, port) : handle.connect(req, host, port)), cb),
    connectPipe: (handle, path, cb) => connect(handle, PipeConnectWrap, (req) => handle.connect(req, path), cb),
    listen(host, port, { backlog, ipv6Only }, onConnection) {
      const handle = new TCP(tcp.SERVER);
      const status = isIPv6(host) ? handle.bind6(host, port, ipv6Only ? tcp.UV_TCP_IPV6ONLY : 0) : handle.bind(host, port);
      if (status !== 0) {
        handle.close();
        return status;
      }
      return listening(handle, backlog, onConnection);
    },
    listenPipe(path, { backlog, readableAll, writableAll }, onConnection) {
      const handle = new Pipe(pipe.SERVER);
      const status = handle.bind(path);
      if (status !== 0) {
        handle.close();
        return status;
      }
      const result = listening(handle, backlog, onConnection);
      if (typeof result !== 'number' && (readableAll || writableAll)) {
        handle.fchmod((readableAll ? pipe.UV_READABLE : 0) | (writableAll ? pipe.UV_WRITABLE : 0));
      }
      return result;
    },
  };
}

function fromStdio(fd) {
  const handle = new Pipe(pipe.SOCKET);
  handle.open(fd);
  return watch(handle);
}

module.exports = { binding, fromStdio };
