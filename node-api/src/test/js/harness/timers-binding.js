'use strict';

const real = { setTimeout, clearTimeout, setImmediate, clearImmediate };
const { performance } = require('perf_hooks');
const { enter } = require('./enter');

module.exports = function timersBinding() {
  const immediateInfo = new Int32Array(3);
  let processImmediate;
  let processTimers;
  let timer;
  let refed = false;
  let immediate;
  let nowCached = Math.floor(performance.now());
  const update = () => (nowCached = Math.floor(performance.now()));
  const arm = (ms) => {
    real.clearTimeout(timer);
    timer = real.setTimeout(fire, ms);
    if (!refed) timer.unref();
  };
  const fire = () => {
    timer = undefined;
    let next;
    let failed = true;
    enter(() => {
      next = processTimers(update());
      failed = false;
    });
    if (failed) return;
    if (next !== 0) {
      refed = next > 0;
      if (timer === undefined) arm(Math.max(1, Math.abs(next) - update()));
    }
  };
  const check = () => {
    immediate = undefined;
    if (immediateInfo[0] > 0 || immediateInfo[2]) enter(processImmediate);
    scheduleCheck();
  };
  const scheduleCheck = () => {
    if (immediateInfo[0] > 0 && immediate === undefined) {
      immediate = real.setImmediate(check);
      if (immediateInfo[1] === 0) immediate.unref();
    }
  };
  // Unreferenced immediates tell nobody that they were made.
  real.setImmediate(function poll() {
    scheduleCheck();
    real.setTimeout(poll, 1).unref();
  }).unref();
  return {
    immediateInfo,
    setupTimers(...fns) { [processImmediate, processTimers] = fns; },
    now: () => update(),
    updateNow: update,
    schedule: arm,
    toggleTimerRef(value) {
      refed = value;
      if (timer) value ? timer.ref() : timer.unref();
    },
    toggleImmediateRef(value) {
      if (value) {
        if (immediate === undefined) immediate = real.setImmediate(check);
        else immediate.ref();
      } else if (immediate) immediate.unref();
    },
  };
};
