// node:worker_threads, of the main thread. There are no workers yet: making one says so.

const {
  codes: { ERR_CLOSED_MESSAGE_PORT, ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED },
} = require('internal/errors');
const { defineLazyProperties } = require('internal/util');

const environmentData = new Map();

class Worker {
  constructor() {
    internalBinding('permission').requireWorker();
    throw new ERR_METHOD_NOT_IMPLEMENTED('Worker()');
  }
}

function getEnvironmentData(key) {
  return environmentData.get(key);
}

function setEnvironmentData(key, value) {
  if (value === undefined) environmentData.delete(key);
  else environmentData.set(key, value);
}

/** The next message that waits at a port, without its events. */
function receiveMessageOnPort(port) {
  const ports = require('internal/worker/message_port');
  const channels = require('internal/worker/broadcast_channel');
  const owner = ports.isMessagePort(port) ? ports : channels.isBroadcastChannel(port) ? channels : undefined;
  if (owner === undefined) {
    throw Object.assign(new TypeError('The "port" argument must be a MessagePort instance'), { code: 'ERR_INVALID_ARG_TYPE' });
  }
  const handle = owner.handleOf(port);
  const received = handle === undefined ? undefined : internalBinding('messaging').receive(handle);
  return received === undefined ? undefined : { message: received[0] };
}

function moveMessagePortToContext(port) {
  if (!require('internal/worker/message_port').isMessagePort(port)) throw new ERR_INVALID_ARG_TYPE('port', 'MessagePort', port);
  if (require('internal/worker/message_port').isDetachedPort(port)) throw new ERR_CLOSED_MESSAGE_PORT();
  throw new ERR_METHOD_NOT_IMPLEMENTED('moveMessagePortToContext()');
}

module.exports = {
  isInternalThread: false,
  isMainThread: true,
  parentPort: null,
  resourceLimits: {},
  SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
  threadId: 0,
  threadName: '',
  workerData: null,
  Worker,
  getEnvironmentData,
  moveMessagePortToContext,
  receiveMessageOnPort,
  setEnvironmentData,
};
defineLazyProperties(module.exports, 'internal/worker/message_port', ['MessageChannel', 'MessagePort']);
defineLazyProperties(module.exports, 'internal/worker/broadcast_channel', ['BroadcastChannel']);
defineLazyProperties(module.exports, 'internal/worker/transfer', ['isMarkedAsUntransferable', 'markAsUncloneable', 'markAsUntransferable']);
