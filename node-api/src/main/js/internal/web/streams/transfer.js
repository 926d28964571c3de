// Streams on their way to another realm (Streams §8.2): what stays behind pipes into, or out of, a message port.

const { lazyDOMException } = require('internal/util');
const { pipeTo } = require('internal/web/streams/readable_pipe');
const { createReadable } = require('internal/web/streams/readable_record');
const { markHandled, rejected, resolved, settled, then } = require('internal/web/streams/shared');
const { createWritable } = require('internal/web/streams/writable_record');

function clonable() {
  return lazyDOMException('Internal transferred stream error', 'DataCloneError');
}

/** Sends; what cannot be cloned fails the other side, too. */
function send(port, type, value) {
  try {
    port.postMessage({ type, value });
    return settled;
  } catch (error) {
    port.postMessage({ type: 'error', value: error });
    return rejected(error);
  }
}

/** Follows a port without keeping the process for it. */
function follow(port, onMessage, onError) {
  port.onmessage = ({ data }) => onMessage(data.type, data.value);
  port.onmessageerror = () => {
    const error = clonable();
    send(port, 'error', error);
    onError(error);
    port.close();
  };
  port.unref();
}

/** SetUpCrossRealmTransformReadable. @param keeps whether a read that waits keeps the process */
function readableFromPort(port, keeps) {
  const stream = createReadable(undefined, () => {
    if (keeps) port.ref();
    send(port, 'pull');
    return settled;
  }, (reason) => {
    const outcome = send(port, 'error', reason);
    port.close();
    return outcome;
  }, 0);
  const { controller } = stream;
  follow(port, (type, value) => {
    port.unref();
    if (type === 'chunk') {
      controller.enqueue(value);
      return;
    }
    if (type === 'close') controller.close();
    else controller.error(value);
    port.close();
  }, (error) => controller.error(error));
  return stream;
}

/** SetUpCrossRealmTransformWritable. */
function writableToPort(port) {
  let wanted = Promise.withResolvers();
  const stream = createWritable(undefined, (chunk) => {
    wanted ??= { promise: resolved() };
    return then(wanted.promise, () => {
      wanted = Promise.withResolvers();
      const outcome = send(port, 'chunk', chunk);
      return then(outcome, undefined, (error) => {
        port.close();
        throw error;
      });
    });
  }, () => {
    send(port, 'close');
    port.close();
    return settled;
  }, (reason) => {
    const outcome = send(port, 'error', reason);
    port.close();
    return outcome;
  }, 1);
  const go = () => {
    wanted?.resolve?.();
    wanted = undefined;
  };
  follow(port, (type, value) => {
    if (type === 'error') stream.controller.errorIfNeeded(value);
    go();
  }, (error) => stream.controller.errorIfNeeded(error));
  return stream;
}

function locked(kind) {
  return lazyDOMException(`Cannot transfer a locked ${kind}`, 'DataCloneError');
}

const piping = { __proto__: null };

function sendReadable(record) {
  if (record.isLocked) throw locked('ReadableStream');
  const { MessageChannel } = require('internal/worker/message_port');
  const { port1, port2 } = new MessageChannel();
  markHandled(pipeTo(record, writableToPort(port1), piping));
  return { data: port2, receiver: 'internal/web/streams/transfer:receiveReadable', transfer: [port2] };
}

function sendWritable(record) {
  if (record.isLocked) throw locked('WritableStream');
  const { MessageChannel } = require('internal/worker/message_port');
  const { port1, port2 } = new MessageChannel();
  markHandled(pipeTo(readableFromPort(port1, false), record, piping));
  return { data: port2, receiver: 'internal/web/streams/transfer:receiveWritable', transfer: [port2] };
}

function receiveReadable(port) {
  return require('internal/web/streams/readable').objectOf(readableFromPort(port, true));
}

function receiveWritable(port) {
  return require('internal/web/streams/writable').objectOf(writableToPort(port));
}

module.exports = { receiveReadable, receiveWritable, sendReadable, sendWritable };
