// The asynchronous context: a frame (an immutable Map from AsyncLocalStorage to value, or undefined) that is current
// while code runs and is carried along by ticks, timers, immediates and wrapped callbacks. Where the host's promise
// jobs carry it as well, binding `tick` has `getContinuationData` and `setContinuationData`.

const tick = internalBinding('tick');

let frame;
const native = typeof tick.getContinuationData === 'function';
const currentFrame = native ? tick.getContinuationData : () => frame;
const setFrame = native ? tick.setContinuationData : (value) => { frame = value; };

/** Calls `fn` with another frame current. */
function withFrame(next, fn) {
  const previous = currentFrame();
  setFrame(next);
  try {
    return fn();
  } finally {
    setFrame(previous);
  }
}

module.exports = { currentFrame, setFrame, withFrame };
