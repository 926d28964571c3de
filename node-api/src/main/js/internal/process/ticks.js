// process.nextTick and the tick step: ticks first, then promise jobs, until both are empty; then rejections.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { currentFrame, withFrame } = require('internal/async_context');

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
  push({ callback, args, frame: currentFrame() });
}
Object.defineProperty(nextTick, 'length', { value: 1, configurable: true });

let isExiting;
function exiting() {
  return isExiting !== undefined && isExiting();
}

let processRejections = () => false;

/** The tick step's second half; the host calls it when a flag is set. */
function processTicksAndRejections() {
  do {
    while (count > 0) {
      const { callback, args, frame } = shift();
      if (frame === undefined && currentFrame() === undefined) Reflect.apply(callback, undefined, args);
      else withFrame(frame, () => Reflect.apply(callback, undefined, args));
    }
    runMicrotasks();
  } while (count > 0 || processRejections());
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
  binding.setTickCallback(processTicksAndRejections, flags);
}

module.exports = {
  nextTick,
  processTicksAndRejections,
  runNextTicks,
  setHasRejection(value) { flags[kHasRejection] = value ? 1 : 0; },
  setup,
};
