'use strict';
// Stream handles over real sockets.

const net = require('net');
const { enter } = require('./enter');

const errnoOf = (error) => error.errno ?? -104;

class Handle {
  constructor(socket) {
    this.onRead = () => {};
    if (socket) this.adopt(socket);
  }

  adopt(socket) {
    this.socket = socket;
    this.early = [];
    socket.pause();
    socket.on('data', (bytes) => {
      const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
      enter(() => this.onRead(bytes.length, copy));
    });
    socket.on('end', () => enter(() => this.onRead(-4095)));
    socket.on('error', (error) => {
      this.failed = errnoOf(error);
      if (this.connecting) return;
      enter(() => this.onRead(errnoOf(error)));
    });
  }
}

class Server {
  constructor(server) {
    this.server = server;
  }
}

const address = (info) => (info && info.address ? { address: info.address, family: info.family, port: info.port } : -107);

function write(handle, data, encoding, cb) {
  let called = false;
  const done = (error) => {
    if (called) return;
    called = true;
    enter(() => cb(error ? errnoOf(error) : 0));
  };
  if (handle.socket === undefined || handle.socket.destroyed) {
    setImmediate(() => done({ errno: handle.failed ?? -32 }));
    return false;
  }
  handle.socket.write(typeof data === 'string' ? data : Buffer.from(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)), encoding, done);
  return false;
}
const realSetImmediate = setImmediate;

function listenOn(options, onConnection) {
  const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true });
  const handle = new Server(server);
  server.on('connection', (socket) => enter(() => onConnection(0, new Handle(socket))));
  let failure = 0;
  server.on('error', (error) => { failure = errnoOf(error); });
  // A literal address listens within the call, so its failure is known at once in this mock.
  server.listen(options);
  if (server._handle === null && failure === 0) return -98;
  return failure !== 0 ? failure : handle;
}

function binding() {
  return {
    onRead(handle, fn) { handle.onRead = fn; },
    readStart(handle) { handle.socket?.resume(); handle.reading = true; return 0; },
    readStop(handle) { handle.socket?.pause(); handle.reading = false; return 0; },
    write: (handle, view, cb) => write(handle, view, undefined, cb),
    writev(handle, views, cb) {
      return write(handle, Buffer.concat(views.map((view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength))), undefined, cb);
    },
    writeString: (handle, text, encoding, cb) => write(handle, text, encoding, cb),
    shutdown(handle, cb) {
      if (!handle.socket || handle.socket.destroyed) {
        realSetImmediate(() => enter(() => cb(-107)));
        return;
      }
      handle.socket.end(() => enter(() => cb(0)));
    },
    close(handle, cb) {
      const closed = () => enter(() => cb?.());
      if (handle instanceof Server) {
        handle.server.close(() => {});
        realSetImmediate(closed);
        return;
      }
      if (handle.socket) handle.socket.destroy();
      realSetImmediate(closed);
    },
    reset(handle, cb) {
      handle.socket?.resetAndDestroy();
      realSetImmediate(() => enter(() => cb?.()));
    },
    ref(handle) { (handle.socket ?? handle.server)?.ref(); },
    unref(handle) { (handle.socket ?? handle.server)?.unref(); },
    hasRef: () => true,
    bytesRead: (handle) => handle.socket?.bytesRead ?? 0,
    bytesWritten: (handle) => handle.socket?.bytesWritten ?? 0,
    writeQueueSize: (handle) => handle.socket?.writableLength ?? 0,
    getsockname(handle) {
      if (handle instanceof Server) {
        const info = handle.server.address();
        return typeof info === 'string' ? info : address(info);
      }
      return handle.socket?.localAddress ? address({ address: handle.socket.localAddress, family: handle.socket.localFamily, port: handle.socket.localPort }) : -107;
    },
    getpeername: (handle) => (handle.socket?.remoteAddress
      ? address({ address: handle.socket.remoteAddress, family: handle.socket.remoteFamily, port: handle.socket.remotePort }) : -107),
    setNoDelay: (handle, value) => { handle.socket?.setNoDelay(value); return 0; },
    setKeepAlive: (handle, value, seconds) => { handle.socket?.setKeepAlive(value, seconds * 1000); return 0; },
    fd: (handle) => handle.socket?._handle?.fd ?? handle.server?._handle?.fd ?? -1,
    tcp: () => new Handle(),
    pipe: () => new Handle(),
    bind(handle, host, port) { handle.local = { localAddress: host, localPort: port }; return 0; },
    connect(handle, host, port, cb) { return connect(handle, { host, port, ...handle.local }, cb); },
    connectPipe(handle, path, cb) { return connect(handle, { path }, cb); },
    listen: (host, port, { backlog, ipv6Only }, onConnection) =>
      listenOn({ host: host ?? undefined, port, backlog, ipv6Only, exclusive: true }, onConnection),
    listenPipe: (path, options, onConnection) => listenOn({ path }, onConnection),
  };
}

function connect(handle, options, cb) {
  handle.connecting = true;
  const socket = net.connect({ ...options, allowHalfOpen: true, autoSelectFamily: false });
  handle.adopt(socket);
  let done = false;
  socket.on('connect', () => {
    done = true;
    handle.connecting = false;
    enter(() => cb(0));
  });
  socket.on('error', (error) => {
    if (done) return;
    done = true;
    handle.connecting = false;
    enter(() => cb(errnoOf(error)));
  });
  return 0;
}

function fromStdio(fd) {
  return new Handle(new net.Socket({ fd, allowHalfOpen: true }));
}

module.exports = { binding, fromStdio };
