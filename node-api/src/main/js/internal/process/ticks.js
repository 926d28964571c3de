// process.nextTick and the tick step: ticks first, then promise jobs, until both are empty; then rejections.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { currentFrame, setFrame, work } = require('internal/async_context');

const binding = internalBinding('tick');
const { runMicrotasks } = binding;
const flags = new Int32Array(2);
const kHasTick = 0;
const kHasRejection = 1;

// A ring that grows: ticks are added and taken far more often than anything else.
let ring = new Array(64);
let first = 0;
let count = 0;

function push(tick) {
  if (count === ring.length) {
    const larger = new Array(count * 2);
    for (let i = 0; i < count; i++) larger[i] = ring[(first + i) % count];
    ring = larger;
    first = 0;
  }
  ring[(first + count++) & (ring.length - 1)] = tick;
}

function shift() {
  const tick = ring[first];
  ring[first] = undefined;
  first = (first + 1) & (ring.length - 1);
  count--;
  return tick;
}

function nextTick(callback, ...args) {
  if (typeof callback !== 'function') throw new ERR_INVALID_ARG_TYPE('callback', 'Function', callback);
  if (exiting()) return;
  if (count === 0) flags[kHasTick] = 1;
  const tick = { callback, args, frame: currentFrame() };
  if (work.tracker !== undefined) work.tracker.adopt(tick, 'TickObject');
  push(tick);
}
Object.defineProperty(nextTick, 'length', { value: 1, configurable: true });

let isExiting;
function exiting() {
  return isExiting !== undefined && isExiting();
}

let processRejections = () => false;

function runTracked(tick) {
  const { callback, args, frame } = tick;
  if (frame !== undefined || currentFrame() !== undefined) setFrame(frame);
  try {
    work.tracker.run(tick, callback, undefined, args);
  } finally {
    work.tracker.emitDestroy(tick);
  }
  if (frame !== undefined || currentFrame() !== undefined) setFrame(undefined);
}

/** The tick step's second half; the host calls it when a flag is set. */
function processTicksAndRejections() {
  do {
    while (count > 0) {
      const tick = shift();
      if (work.tracker !== undefined) {
        runTracked(tick);
        continue;
      }
      const { callback, args, frame } = tick;
      if (frame === undefined && currentFrame() === undefined) {
        Reflect.apply(callback, undefined, args);
      } else {
        // What is thrown is dealt with in the frame it was thrown in.
        setFrame(frame);
        Reflect.apply(callback, undefined, args);
        setFrame(undefined);
      }
    }
    runMicrotasks();
    // What hears of rejections may leave ticks of its own.
  } while (count > 0 || processRejections() || count > 0);
  flags[kHasTick] = 0;
  flags[kHasRejection] = 0;
}

/** The whole tick step, for use between callbacks of one batch. */
function runNextTicks() {
  if (flags[kHasTick] === 0 && flags[kHasRejection] === 0) runMicrotasks();
  if (flags[kHasTick] === 0 && flags[kHasRejection] === 0) return;
  processTicksAndRejections();
}

function setup(rejections, exitingNow) {
  processRejections = rejections;
  isExiting = exitingNow;
  // A method of `process`, as which stacks show it.
  binding.setTickCallback(processTicksAndRejections.bind(process), flags);
}

module.exports = {
  nextTick,
  processTicksAndRejections,
  runNextTicks,
  setHasRejection(value) { flags[kHasRejection] = value ? 1 : 0; },
  setup,
};
