// What goes with asynchronous work: the frame (an immutable Map from AsyncLocalStorage to value, or undefined) that is current
// while code runs, and, once node:async_hooks is loaded, an id of each piece of work. Promises, requests and handles carry
// the frame by themselves on the host's side; ticks, timers and immediates do here. Nothing of this costs a program anything
// that uses none of it: `tracker` stays undefined, and the host is not asked.

const tick = internalBinding('tick');

let used = false;
const currentFrame = () => (used ? tick.getContinuationData() : undefined);

function setFrame(value) {
  used = true;
  tick.setContinuationData(value);
}

/** Calls `fn` with another frame current. */
function withFrame(next, fn) {
  if (next === undefined && !used) return fn();
  const previous = currentFrame();
  setFrame(next);
  try {
    return fn();
  } finally {
    setFrame(previous);
  }
}

// 1 is the main program's. Ids are given to timers even without a tracker: they are what a timer is as a number.
let lastId = 1;
const newAsyncId = () => ++lastId;

const work = {
  __proto__: null,
  /** internal/async_hooks, once somebody has loaded it. */
  tracker: undefined,
  /** A callback of a request to the host, told to hooks as a resource of the type. */
  request: (type, callback) => (work.tracker === undefined ? callback : work.tracker.request(type, callback)),
};

module.exports = { currentFrame, newAsyncId, setFrame, withFrame, work };
