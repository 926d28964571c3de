'use strict';
// Calls from the "loop" into the built-ins, each followed by the tick step as BINDINGS.md tells it.

const { internalBinding } = require('internal/test/binding');

const state = {
  fn: undefined,
  flags: undefined,
  onUncaught: undefined,
  runMicrotasks: internalBinding('task_queue').runMicrotasks,
  depth: 0,
  uncaught(error, fromPromise = false) {
    if (state.onUncaught?.(error, fromPromise) !== true) state.die();
  },
  die() { process.reallyExit(process.exitCode || 1); },
};

function tickStep() {
  for (;;) {
    try {
      if (state.flags === undefined) return;
      if (state.flags[0] === 0) state.runMicrotasks();
      if (state.flags[0] === 0 && state.flags[1] === 0) return;
      state.fn();
    } catch (error) {
      state.uncaught(error);
    }
  }
}

function enter(fn) {
  if (state.depth > 0) return fn();
  state.depth++;
  let result;
  try {
    try {
      result = fn();
    } catch (error) {
      state.uncaught(error);
    }
    tickStep();
  } finally {
    state.depth--;
  }
  return result;
}

module.exports = { enter, state, tickStep };
