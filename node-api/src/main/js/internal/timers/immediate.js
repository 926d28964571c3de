// setImmediate: a queue that is run once a turn of the loop.

const { currentFrame, newAsyncId, setFrame, work } = require('internal/async_context');
const { customInspectSymbol } = require('internal/util');

const binding = internalBinding('timers');
const info = binding.immediateInfo;
const kCount = 0;
const kRefCount = 1;
const kHasOutstanding = 2;
const kRefed = Symbol('refed');

let head = null;
let tail = null;
// Those being run now; they stay reachable here when one of them throws.
let outstanding = null;

class Immediate {
  constructor(callback, args, silent = false) {
    this._idleNext = null;
    this._idlePrev = null;
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    this[kRefed] = false;
    Object.defineProperty(this, 'id', { __proto__: null, value: newAsyncId() });
    if (work.tracker !== undefined && !silent) work.tracker.adopt(this, 'Immediate', this.id);
    const frame = currentFrame();
    if (frame !== undefined) Object.defineProperty(this, 'frame', { __proto__: null, value: frame });
    this.ref();
    info[kCount]++;
    if (tail === null) head = this;
    else {
      tail._idleNext = this;
      this._idlePrev = tail;
    }
    tail = this;
  }

  ref() {
    if (this[kRefed] === false) {
      this[kRefed] = true;
      if (info[kRefCount]++ === 0) binding.toggleImmediateRef(true);
    }
    return this;
  }

  unref() {
    if (this[kRefed] === true) {
      this[kRefed] = false;
      if (--info[kRefCount] === 0) binding.toggleImmediateRef(false);
    }
    return this;
  }

  hasRef() {
    return Boolean(this[kRefed]);
  }

  [Symbol.dispose]() {
    clearImmediate(this);
  }

  [customInspectSymbol](depth, options) {
    return require('internal/inspect').inspect(this, { ...options, depth: 0, customInspect: false });
  }
}

function unlinkPending(immediate) {
  if (immediate._idleNext) immediate._idleNext._idlePrev = immediate._idlePrev;
  if (immediate._idlePrev) immediate._idlePrev._idleNext = immediate._idleNext;
  if (immediate === head) head = immediate._idleNext;
  if (immediate === tail) tail = immediate._idlePrev;
  immediate._idleNext = null;
  immediate._idlePrev = null;
}

function retire(immediate) {
  info[kCount]--;
  if (immediate[kRefed] && --info[kRefCount] === 0) binding.toggleImmediateRef(false);
  immediate[kRefed] = null;
  immediate._destroyed = true;
}

function clearImmediate(immediate) {
  if (!immediate?._onImmediate || immediate._destroyed) return;
  retire(immediate);
  immediate._onImmediate = null;
  work.tracker?.emitDestroy(immediate);
  // One that is in the batch being run is skipped there; unlinking it would cut the batch.
  if (immediate.running !== true) unlinkPending(immediate);
}

let runNextTicks = () => {};

function processImmediate() {
  work.tracker?.fromLoop();
  // Who hears of ends hears of those of the turn before.
  work.tracker?.flushDestroyed();
  let immediate = outstanding;
  if (immediate === null) {
    immediate = head;
    head = tail = null;
    for (let each = immediate; each !== null; each = each._idleNext) {
      Object.defineProperty(each, 'running', { __proto__: null, value: true, configurable: true });
    }
  }
  let previous;
  while (immediate !== null) {
    if (immediate._destroyed) {
      immediate = immediate._idleNext;
      continue;
    }
    if (previous !== undefined) runNextTicks();
    if (immediate._destroyed) {
      outstanding = immediate = immediate._idleNext;
      continue;
    }
    retire(immediate);
    const next = immediate._idleNext;
    let failed = true;
    try {
      run(immediate);
      failed = false;
    } finally {
      immediate._onImmediate = null;
      work.tracker?.emitDestroy(immediate);
      outstanding = next;
      if (failed) info[kHasOutstanding] = next === null ? 0 : 1;
    }
    previous = immediate;
    immediate = next;
  }
  outstanding = null;
  info[kHasOutstanding] = 0;
}

function run(immediate) {
  const args = immediate._argv;
  const carries = immediate.frame !== undefined || currentFrame() !== undefined;
  if (carries) setFrame(immediate.frame);
  if (work.tracker !== undefined) work.tracker.run(immediate, immediate._onImmediate, immediate, args ?? []);
  else if (args === undefined) immediate._onImmediate();
  else Reflect.apply(immediate._onImmediate, immediate, args);
  if (carries) setFrame(undefined);
}

module.exports = {
  Immediate,
  clearImmediate,
  processImmediate,
  /** For use inside the built-ins: keeps no loop alive, and no hook hears of it. */
  runSilently(callback) { new Immediate(callback, undefined, true).unref(); },
  setRunNextTicks(fn) { runNextTicks = fn; },
};
