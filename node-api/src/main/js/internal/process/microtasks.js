// The global queueMicrotask.

const { validateFunction } = require('internal/validators');
const { currentFrame, withFrame } = require('internal/async_context');
const { enqueueMicrotask } = internalBinding('tick');

function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  const frame = currentFrame();
  enqueueMicrotask(frame === undefined ? () => { callback(); } : () => withFrame(frame, callback));
}

module.exports = { queueMicrotask };
