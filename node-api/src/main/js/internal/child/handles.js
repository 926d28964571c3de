// Sockets and servers that go over a channel to another process: what is said beside the message, and what either side makes of it.

const {
  codes: { ERR_INVALID_HANDLE_TYPE, ERR_METHOD_NOT_IMPLEMENTED },
  errnoException,
} = require('internal/errors');
const { Handle } = require('internal/net/handle');

const binding = internalBinding('child');

/** A second descriptor of the socket, for the other process. */
function pass(native, keepOpen) {
  const passed = binding.pass(native, keepOpen);
  if (typeof passed === 'number') throw errnoException(passed, 'write');
  return passed;
}

/** A socket leaves this process, unless it is to stay open here too. */
function passSocket(socket, keepOpen) {
  if (!socket._handle) return undefined;
  const { server } = socket;
  const handle = socket._handle;
  if (!keepOpen) {
    socket._handle = null;
    socket.setTimeout(0);
    // What parsed its requests has nothing to read any more.
    if (socket.parser) socket.parser = null;
  }
  const passed = pass(handle.native, keepOpen);
  if (!keepOpen) {
    handle.closed = true;
    if (server) {
      server._connections--;
      socket._server = null;
    }
  }
  return passed;
}

function typeOf(handle) {
  const net = require('net');
  if (handle instanceof net.Socket) return 'net.Socket';
  if (handle instanceof net.Server) return 'net.Server';
  if (handle instanceof Handle || (handle.native !== undefined && typeof handle.close === 'function')) return 'net.Native';
  if (internalBinding('modules').builtinIds.includes('dgram') && handle instanceof require('dgram').Socket) throw new ERR_METHOD_NOT_IMPLEMENTED('send() of a dgram socket');
  throw new ERR_INVALID_HANDLE_TYPE();
}

/** { message, passed }: the message as it is sent, and the host's handle to go with it; no handle if the socket is closed already. */
function prepare(target, message, handle, options) {
  const type = typeOf(handle);
  let passed;
  let key;
  if (type === 'net.Socket' && handle._handle && handle.server) key = require('internal/child/socket_lists').markSent(target, handle.server);
  if (type === 'net.Socket') passed = passSocket(handle, Boolean(options.keepOpen));
  else if (type === 'net.Server') passed = handle._handle ? pass(handle._handle.native, true) : undefined;
  else passed = pass(handle.native, true);
  return passed === undefined ? { message } : { message: { cmd: 'NODE_HANDLE', type, msg: message, key }, passed };
}

/** What arrived, as the object of the type; `emit` gets it. */
function revive(target, { type, key }, native, emit) {
  const net = require('net');
  if (type === 'net.Socket') {
    const socket = new net.Socket({ handle: new Handle(native), readable: true, writable: true });
    if (key) require('internal/child/socket_lists').markReceived(target, key, socket);
    emit(socket);
  } else if (type === 'net.Server') {
    const server = new net.Server();
    server._listenNative(native, () => emit(server));
  } else {
    emit(new Handle(native));
  }
}

module.exports = { prepare, revive };
