// A server's connections that other processes have now: asked after, over the channels to them, when the server counts them or closes.

const {
  codes: { ERR_CHILD_CLOSED_BEFORE_REPLY },
} = require('internal/errors');

const kLists = Symbol('socketLists');

function listOf(target, direction, key, make) {
  target[kLists] ??= { sent: new Map(), received: new Map() };
  const lists = target[kLists][direction];
  if (!lists.has(key)) lists.set(key, make());
  return lists.get(key);
}

/** The connections of one server that went to one process. */
class SentSockets {
  constructor(target, key) {
    this.target = target;
    this.key = key;
  }

  #request(cmd, answer, callback) {
    const { target, key } = this;
    const end = (error, reply) => {
      target.removeListener('disconnect', onDisconnect);
      target.removeListener('internalMessage', onReply);
      callback(error, reply);
    };
    const onDisconnect = () => end(new ERR_CHILD_CLOSED_BEFORE_REPLY());
    const onReply = (message) => {
      if (message.cmd === answer && message.key === key) end(null, message);
    };
    if (!target.connected) {
      callback(new ERR_CHILD_CLOSED_BEFORE_REPLY());
      return;
    }
    target.once('disconnect', onDisconnect);
    target.on('internalMessage', onReply);
    target._send({ cmd, key }, undefined, true);
  }

  /** Calls back when the other process has closed them all. */
  close(callback) { this.#request('NODE_SOCKET_NOTIFY_CLOSE', 'NODE_SOCKET_ALL_CLOSED', callback); }

  getConnections(callback) {
    this.#request('NODE_SOCKET_GET_COUNT', 'NODE_SOCKET_COUNT', (error, message) => callback(error, message?.count));
  }
}

/** The same from the other side. */
class ReceivedSockets {
  constructor(target, key) {
    this.target = target;
    this.key = key;
    this.count = 0;
    this.closing = false;
    target.on('internalMessage', (message) => {
      if (message.key !== key || !target.connected) return;
      if (message.cmd === 'NODE_SOCKET_GET_COUNT') {
        target._send({ cmd: 'NODE_SOCKET_COUNT', key, count: this.count }, undefined, true);
      } else if (message.cmd === 'NODE_SOCKET_NOTIFY_CLOSE') {
        this.closing = true;
        this.#tellIfEmpty();
      }
    });
  }

  #tellIfEmpty() {
    if (!this.closing || this.count > 0 || !this.target.connected) return;
    this.closing = false;
    this.target._send({ cmd: 'NODE_SOCKET_ALL_CLOSED', key: this.key }, undefined, true);
  }

  add(socket) {
    this.count++;
    socket.once('close', () => {
      this.count--;
      this.#tellIfEmpty();
    });
  }
}

const keys = new WeakMap();
let lastKey = 0;

/** Remembers that a connection of the server goes to a process. Returns the key both sides know it by. */
function markSent(target, server) {
  if (!keys.has(server)) keys.set(server, `${process.pid}:${++lastKey}`);
  const key = keys.get(server);
  listOf(target, 'sent', key, () => {
    const list = new SentSockets(target, key);
    server._setupWorker(list);
    target.once('exit', () => server._forgetWorker(list));
    return list;
  });
  return key;
}

function markReceived(target, key, socket) {
  listOf(target, 'received', key, () => new ReceivedSockets(target, key)).add(socket);
}

module.exports = { markReceived, markSent };
