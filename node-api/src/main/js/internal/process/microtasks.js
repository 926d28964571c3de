// The global queueMicrotask.

const { validateFunction } = require('internal/validators');
const { work } = require('internal/async_context');
const { enqueueMicrotask } = internalBinding('tick');

function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  // The host carries the frame along.
  if (work.tracker === undefined) enqueueMicrotask(() => { callback(); });
  else track(callback);
}

function track(callback) {
  const { tracker } = work;
  const resource = { callback };
  tracker.adopt(resource, 'Microtask');
  enqueueMicrotask(() => {
    try {
      tracker.run(resource, callback, undefined, []);
    } finally {
      tracker.emitDestroy(resource);
    }
  });
}

module.exports = { queueMicrotask };
