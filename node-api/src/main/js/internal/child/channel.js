// The channel between a process and its child: send, disconnect, and the events `message` and `disconnect`, on either side.

const EventEmitter = require('events');
const { FastBuffer } = require('internal/buffer/core');
const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_IPC_CHANNEL_CLOSED, ERR_IPC_DISCONNECTED, ERR_MISSING_ARGS,
  },
  errnoException,
} = require('internal/errors');
const { deprecate } = require('internal/util');
const { validateObject } = require('internal/validators');

const binding = internalBinding('child');
const kPendingMessages = Symbol('kPendingMessages');
const kChannelHandle = Symbol('kChannelHandle');
/** How much may wait in a channel before `send` says no. */
const manyBytes = 65536 * 2;
const reserved = 'NODE_';
/** How often a socket is sent that does not arrive. */
const attempts = 3;

/** `channel` as users see it. What keeps the loop alive is counted, until somebody decides by hand. */
class Control extends EventEmitter {
  #channel;
  #references = 0;
  #decided = false;

  constructor(channel) {
    super();
    this.#channel = channel;
    this[kPendingMessages] = [];
  }

  refCounted() {
    if (++this.#references === 1 && !this.#decided) this.#channel.ref();
  }

  unrefCounted() {
    if (--this.#references === 0 && !this.#decided) {
      this.#channel.unref();
      this.emit('unref');
    }
  }

  ref() {
    this.#decided = true;
    this.#channel.ref();
  }

  unref() {
    this.#decided = true;
    this.#channel.unref();
  }

  get fd() { return this.#channel.fd; }
  get writeQueueSize() { return this.#channel.writeQueueSize; }
  readStop() { this.#channel.readStop(); }
  readStart() { this.#channel.readStart(); }
}

/** Messages of the runtime itself: their `cmd` begins with NODE_. */
function isInternal(message) {
  return message !== null && typeof message === 'object' && typeof message.cmd === 'string' &&
    message.cmd.length > reserved.length && message.cmd.startsWith(reserved);
}

function checkMessage(message) {
  if (message === undefined) throw new ERR_MISSING_ARGS('message');
  if (!['string', 'object', 'number', 'boolean'].includes(typeof message)) {
    throw new ERR_INVALID_ARG_TYPE('message', ['string', 'object', 'number', 'boolean'], message);
  }
}

/** Events that come while nobody listens wait for the first listener. */
function deliver(target, event, message, handle) {
  if (event === 'internalMessage' || target.listenerCount('message') > 0) target.emit(event, message, handle);
  else target.channel?.[kPendingMessages].push([event, message, handle]);
}

function deliverPending(target) {
  if (!target.channel || target.listenerCount('message') === 0) return;
  const waiting = target.channel[kPendingMessages];
  target.channel[kPendingMessages] = [];
  for (const event of waiting) target.emit(...event);
}

/** Adds the channel to a child, or to process itself. */
function setupChannel(target, channel, serialization) {
  const format = require('internal/child/messages')[serialization];
  const control = new Control(channel);
  target.channel = control;
  target[kChannelHandle] = channel;
  Object.defineProperty(target, '_channel', {
    __proto__: null,
    get: deprecate(() => target.channel, '_channel is deprecated. Use ChildProcess.channel instead.', 'DEP0129'),
    set: deprecate((value) => { target.channel = value; },
      '_channel is deprecated. Use ChildProcess.channel instead.', 'DEP0129'),
    configurable: true,
    enumerable: false,
  });
  target.connected = true;
  target._handleQueue = null;
  target._pendingMessage = null;
  format.start(channel);
  binding.takeSockets(channel.native);

  const handleMessage = (message, handle) => {
    if (target.channel) process.nextTick(deliver, target, isInternal(message) ? 'internalMessage' : 'message', message, handle);
  };
  // A socket comes with the first byte of its message, which may be read in parts.
  let arrived;
  channel.onRead((nread, bytes, native) => {
    if (nread > 0) {
      arrived = native ?? arrived;
      for (const message of format.parse(channel, new FastBuffer(bytes))) {
        if (isInternal(message) && message.cmd === 'NODE_HANDLE') {
          handleMessage(message, arrived);
          arrived = undefined;
        } else {
          handleMessage(message, undefined);
        }
      }
      return;
    }
    // The other side has gone.
    channel.buffering = false;
    target._handleQueue = null;
    if (target.connected) target.disconnect();
    channel.close();
    target.channel = null;
    if (target !== process) require('internal/child/process').maybeClose(target);
  });
  target.on('newListener', () => process.nextTick(deliverPending, target));
  target.on('internalMessage', (message, native) => {
    if (message.cmd === 'NODE_HANDLE_ACK' || message.cmd === 'NODE_HANDLE_NACK') {
      arrivedThere(target, message.cmd === 'NODE_HANDLE_ACK');
    } else if (message.cmd === 'NODE_HANDLE') {
      target._send({ cmd: native === undefined ? 'NODE_HANDLE_NACK' : 'NODE_HANDLE_ACK' }, null, true);
      if (native === undefined) return;
      require('internal/child/handles').revive(target, message, native, (handle) => {
        if (target.channel) process.nextTick(deliver, target, isInternal(message.msg) ? 'internalMessage' : 'message', message.msg, handle);
      });
    }
  });

  target.send = function send(message, handle, options, callback) {
    if (typeof handle === 'function') {
      callback = handle;
      handle = undefined;
      options = undefined;
    } else if (typeof options === 'function') {
      callback = options;
      options = undefined;
    } else if (options !== undefined) {
      validateObject(options, 'options');
    }
    if (this.connected) return this._send(message, handle, { swallowErrors: false, ...options }, callback);
    tell(this, new ERR_IPC_CHANNEL_CLOSED(), callback);
    return false;
  };

  target._send = function _send(message, handle, options, callback) {
    checkMessage(message);
    if (typeof options === 'boolean') options = { swallowErrors: options };
    const isAnswer = message?.cmd === 'NODE_HANDLE_ACK' || message?.cmd === 'NODE_HANDLE_NACK';
    // While a socket is on its way, what follows waits, so that order is kept.
    if (this._handleQueue && !isAnswer) {
      this._handleQueue.push([message, handle, options, callback]);
      return this._handleQueue.length === 1;
    }
    let passed;
    if (handle) ({ message, passed } = require('internal/child/handles').prepare(this, message, handle, options ?? {}));
    const done = (status) => {
      control.unrefCounted();
      if (status === 0) callback?.(null);
      else if (!options.swallowErrors) tell(this, errnoException(status, 'write'), callback);
    };
    if (typeof callback !== 'function') callback = undefined;
    control.refCounted();
    if (passed !== undefined) {
      this._handleQueue = [];
      this._pendingMessage = { message, passed, attempts: 0 };
      binding.writeWith(channel.native, format.encode(message), passed, done);
    } else if (channel.write(format.encode(message), done) === true) {
      process.nextTick(done, 0);
    }
    return channel.writeQueueSize < manyBytes;
  };

  target.disconnect = function disconnect() {
    if (!this.connected) {
      this.emit('error', new ERR_IPC_DISCONNECTED());
      return;
    }
    // What was read is delivered still; nothing more is sent.
    this.connected = false;
    if (!this._handleQueue) this._disconnect();
  };

  target._disconnect = function _disconnect() {
    this.channel = null;
    this[kChannelHandle] = null;
    if (this._pendingMessage) binding.close(this._pendingMessage.passed);
    this._pendingMessage = null;
    let finished = false;
    const finish = () => {
      if (finished) return;
      finished = true;
      channel.close();
      target.emit('disconnect');
    };
    if (channel.buffering) {
      this.once('message', finish);
      this.once('internalMessage', finish);
      return;
    }
    process.nextTick(finish);
  };

  /** The other side has the socket, or could not take it: then it is sent again a few times. */
  function arrivedThere(sender, taken) {
    const sent = sender._pendingMessage;
    const queue = sender._handleQueue ?? [];
    if (sent && !taken && ++sent.attempts <= attempts) {
      binding.writeWith(channel.native, format.encode(sent.message), sent.passed, () => {});
      return;
    }
    if (sent && !taken) {
      process.emitWarning('Handle did not reach the receiving process correctly', 'SentHandleNotReceivedWarning');
    }
    if (sent) binding.close(sent.passed);
    sender._pendingMessage = null;
    sender._handleQueue = null;
    for (const call of queue) sender._send(...call);
    if (!sender.connected && sender.channel && !sender._handleQueue) sender._disconnect();
  }

  channel.readStart();
  return control;
}

function tell(target, error, callback) {
  if (typeof callback === 'function') process.nextTick(callback, error);
  else process.nextTick(() => target.emit('error', error));
}

module.exports = { kChannelHandle, setupChannel };
