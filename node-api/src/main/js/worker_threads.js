// node:worker_threads, of the main thread. There are no workers yet: making one says so.

const {
  codes: { ERR_METHOD_NOT_IMPLEMENTED },
} = require('internal/errors');

const environmentData = new Map();

class Worker {
  constructor() {
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
  setEnvironmentData,
};
