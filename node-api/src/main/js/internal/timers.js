// The clockwork of setTimeout and setInterval. Timers of one duration are in one list, which by nature is in order of
// expiry; a heap orders the lists. The host knows only the earliest expiry.

const { customInspectSymbol } = require('internal/util');
const { PriorityQueue } = require('internal/timers/heap');

const binding = internalBinding('timers');
const { runMicrotasks } = internalBinding('tick');

const TIMEOUT_MAX = 2 ** 31 - 1;
const kRefed = Symbol('refed');
const kHasPrimitive = Symbol('kHasPrimitive');
const asyncIdSymbol = Symbol('asyncId');
const triggerSymbol = Symbol('triggerId');
const kContext = Symbol('kAsyncContext');

const { currentFrame, newAsyncId, setFrame, work } = require('internal/async_context');

let refCount = 0;
let nextExpiry = Infinity;
const lists = new Map();
const queue = new PriorityQueue((a, b) => a.expiry - b.expiry, (list, position) => { list.position = position; });
const knownByPrimitive = new Map();

/** A circular doubly linked list; the head is the list itself. */
class TimersList {
  constructor(expiry, duration) {
    this._idleNext = this;
    this._idlePrev = this;
    this.expiry = expiry;
    this.duration = duration;
    this.position = 0;
  }
}

function unlink(timer) {
  if (timer._idleNext) timer._idleNext._idlePrev = timer._idlePrev;
  if (timer._idlePrev) timer._idlePrev._idleNext = timer._idleNext;
  timer._idleNext = null;
  timer._idlePrev = null;
}

function append(list, timer) {
  if (timer._idleNext || timer._idlePrev) unlink(timer);
  const last = list._idlePrev;
  timer._idleNext = list;
  timer._idlePrev = last;
  last._idleNext = timer;
  list._idlePrev = timer;
}

const isEmpty = (list) => list._idleNext === list;

let isFirst = true;

/** Puts a timer among those of its duration, and tells the host if it is now the earliest. */
function insert(timer, start = binding.now()) {
  const duration = Math.trunc(timer._idleTimeout);
  timer._idleStart = start;
  let list = lists.get(duration);
  if (list === undefined) {
    list = new TimersList(start + duration, duration);
    lists.set(duration, list);
    queue.insert(list);
    if (nextExpiry > list.expiry) {
      binding.schedule(Math.max(1, duration));
      nextExpiry = list.expiry;
    }
  }
  append(list, timer);
  if (isFirst) {
    // The first loads the code of all. It counts from when that is done, so that a shorter one set next to it comes before it.
    isFirst = false;
    timer._idleStart = binding.now();
    nextExpiry = list.expiry = timer._idleStart + duration;
    binding.schedule(Math.max(1, duration));
  }
}

function incRef() {
  if (refCount++ === 0) binding.toggleTimerRef(true);
}

function decRef() {
  if (--refCount === 0) binding.toggleTimerRef(false);
}

let warnedNegative = false;
let warnedNaN = false;

/** The delay as a whole number of milliseconds from 1 to 2³¹−1. */
function normalizeDelay(after) {
  if (after === undefined) return 1;
  after *= 1;
  if (after >= 1 && after <= TIMEOUT_MAX) return after;
  if (after > TIMEOUT_MAX) {
    process.emitWarning(`${after} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`,
      'TimeoutOverflowWarning');
  } else if (after < 0 && !warnedNegative) {
    warnedNegative = true;
    process.emitWarning(`${after} is a negative number.\nTimeout duration was set to 1.`, 'TimeoutNegativeWarning');
  } else if (Number.isNaN(after) && !warnedNaN) {
    warnedNaN = true;
    process.emitWarning(`${after} is not a number.\nTimeout duration was set to 1.`, 'TimeoutNaNWarning');
  }
  return 1;
}

class Timeout {
  constructor(callback, after, args, isRepeat, isRefed) {
    after = normalizeDelay(after);
    this._idleTimeout = after;
    this._idlePrev = this;
    this._idleNext = this;
    this._idleStart = null;
    this._onTimeout = null;
    this._onTimeout = callback;
    this._timerArgs = args;
    this._repeat = isRepeat ? after : null;
    this._destroyed = false;
    if (isRefed) incRef();
    this[kRefed] = isRefed;
    this[kHasPrimitive] = false;
    this[asyncIdSymbol] = newAsyncId();
    this[triggerSymbol] = 0;
    if (work.tracker !== undefined) work.tracker.adopt(this, 'Timeout', this[asyncIdSymbol]);
    const frame = currentFrame();
    if (frame !== undefined) Object.defineProperty(this, kContext, { __proto__: null, value: frame });
  }

  [customInspectSymbol](depth, options) {
    // The neighbours in the list are no business of the reader.
    return require('internal/inspect').inspect(this, { ...options, depth: 0, customInspect: false });
  }

  refresh() {
    if (this._destroyed && !this._onTimeout) return this;
    if (this[kRefed] === null) return this;
    insertAgain(this);
    return this;
  }

  unref() {
    if (this[kRefed]) {
      this[kRefed] = false;
      if (!this._destroyed) decRef();
    }
    return this;
  }

  ref() {
    if (this[kRefed] === false) {
      this[kRefed] = true;
      if (!this._destroyed) incRef();
    }
    return this;
  }

  hasRef() {
    return this[kRefed];
  }

  close() {
    clearTimer(this);
    return this;
  }

  [Symbol.dispose]() {
    clearTimer(this);
  }

  [Symbol.toPrimitive]() {
    const id = this[asyncIdSymbol];
    if (!this[kHasPrimitive] && !this._destroyed) {
      this[kHasPrimitive] = true;
      knownByPrimitive.set(id, this);
    }
    return id;
  }
}

function insertAgain(timer) {
  if (timer._idleTimeout < 0 || timer._idleTimeout === undefined) return;
  if (timer._destroyed) {
    timer._destroyed = false;
    if (work.tracker !== undefined) work.tracker.adopt(timer, 'Timeout', timer[asyncIdSymbol] = newAsyncId());
    if (timer[kRefed]) incRef();
  }
  if (timer._idleNext && timer._idleNext !== timer) leaveList(timer);
  insert(timer, binding.now());
}

/** A program's own object that is used as a timer keeps the loop alive. */
function keepAlive(timer) {
  if (timer._idleTimeout === undefined || timer[kRefed] === true) return;
  timer[kRefed] = true;
  if (!timer._destroyed) incRef();
}

function leaveList(timer) {
  unlink(timer);
  const list = lists.get(Math.trunc(timer._idleTimeout));
  if (list !== undefined && isEmpty(list)) {
    lists.delete(list.duration);
    queue.removeAt(list.position);
    if (queue.size > 0) {
      const { expiry } = queue.peek();
      if (nextExpiry !== expiry) {
        nextExpiry = expiry;
        binding.schedule(Math.max(1, expiry - binding.now()));
      }
    }
  }
}

/** Stops a timer for good. */
function clearTimer(timer) {
  if (timer[kHasPrimitive]) knownByPrimitive.delete(timer[asyncIdSymbol]);
  timer._onTimeout = null;
  if (timer._destroyed) return;
  timer._destroyed = true;
  work.tracker?.emitDestroy(timer);
  if (timer._idleNext && timer._idleNext !== timer) leaveList(timer);
  if (timer[kRefed]) decRef();
  timer[kRefed] = null;
  timer._idleTimeout = -1;
}

let runNextTicks = () => {};
function setRunNextTicks(fn) {
  runNextTicks = fn;
}

/** Called by the host when the earliest timer is due; gives the time of the next (negative if only unreferenced remain). */
function processTimers(now) {
  work.tracker?.fromLoop();
  nextExpiry = Infinity;
  let ranOne = false;
  let list;
  try {
    while ((list = queue.peek()) !== undefined) {
      if (list.expiry > now) {
        nextExpiry = list.expiry;
        // The clock may have moved while callbacks ran.
        now = binding.now();
        if (nextExpiry > now) return refCount > 0 ? nextExpiry : -nextExpiry;
      }
      if (ranOne) runNextTicks();
      else ranOne = true;
      runList(list, now);
    }
    return 0;
  } catch (error) {
    // The rest must still run once the error has been dealt with.
    const first = queue.peek();
    if (first !== undefined) {
      nextExpiry = first.expiry;
      binding.schedule(Math.max(1, first.expiry - binding.now()));
    }
    throw error;
  }
}

function runList(list, now) {
  const { duration } = list;
  let ranOne = false;
  let timer;
  while ((timer = list._idleNext) !== list) {
    const elapsed = now - timer._idleStart;
    if (elapsed < duration) {
      list.expiry = Math.max(timer._idleStart + duration, now + 1);
      queue.percolateDown(1);
      return;
    }
    if (ranOne) runNextTicks();
    else ranOne = true;
    unlink(timer);
    if (!timer._onTimeout) {
      finish(timer);
      continue;
    }
    const start = timer._repeat ? binding.now() : undefined;
    let failed = true;
    try {
      runTimer(timer);
      failed = false;
    } finally {
      if (timer._repeat && timer._idleTimeout !== -1) {
        timer._idleTimeout = timer._repeat;
        insert(timer, start);
      } else if (!timer._idleNext && !timer._destroyed) {
        finish(timer);
      }
      if (failed && isEmpty(list)) dropList(list);
    }
  }
  dropList(list);
}

function dropList(list) {
  if (lists.get(list.duration) === list && isEmpty(list)) {
    lists.delete(list.duration);
    queue.removeAt(list.position);
  }
}

function finish(timer) {
  if (timer._destroyed) return;
  timer._destroyed = true;
  work.tracker?.emitDestroy(timer);
  if (timer[kHasPrimitive]) knownByPrimitive.delete(timer[asyncIdSymbol]);
  if (timer[kRefed]) decRef();
}

function runTimer(timer) {
  const args = timer._timerArgs;
  const frame = timer[kContext];
  const carries = frame !== undefined || currentFrame() !== undefined;
  if (carries) setFrame(frame);
  if (work.tracker !== undefined) work.tracker.run(timer, timer._onTimeout, timer, args ?? []);
  else if (args === undefined) timer._onTimeout();
  else Reflect.apply(timer._onTimeout, timer, args);
  if (carries) setFrame(undefined);
}

/** Milliseconds as an option or argument of that name gives them; what no timer can hold becomes the longest one. */
function getTimerDuration(msecs, name) {
  const { validateNumber } = require('internal/validators');
  validateNumber(msecs, name);
  if (msecs < 0 || !Number.isFinite(msecs)) {
    const { codes: { ERR_OUT_OF_RANGE } } = require('internal/errors');
    throw new ERR_OUT_OF_RANGE(name, 'a non-negative finite number', msecs);
  }
  if (msecs <= TIMEOUT_MAX) return msecs;
  process.emitWarning(`${msecs} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${TIMEOUT_MAX}.`, 'TimeoutOverflowWarning');
  return TIMEOUT_MAX;
}

module.exports = {
  /** How many timers keep the loop alive. */
  activeCount: () => refCount,
  TIMEOUT_MAX,
  Timeout,
  clearTimer,
  getTimerDuration,
  insert,
  insertAgain,
  keepAlive,
  kContext,
  kRefed,
  kTimeout: Symbol('timeout'),
  knownByPrimitive,
  processTimers,
  runMicrotasks,
  setRunNextTicks,
  /** A timer that keeps no loop alive, for use inside the built-ins. */
  setUnrefTimeout(callback, after, argument) {
    const timer = new Timeout(callback, after, argument === undefined ? undefined : [argument], false, false);
    insert(timer);
    return timer;
  },
};
