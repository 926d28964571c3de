// Which test is running: the one whose asynchronous context the code runs in, else the innermost that has begun and not ended.

const { currentFrame, withFrame } = require('internal/async_context');

const kTest = Symbol('test');
const active = [];

function currentTest() {
  return currentFrame()?.get(kTest) ?? active.at(-1);
}

/** Calls `fn` as code of the test. */
function runAs(test, fn) {
  const frame = new Map(currentFrame());
  frame.set(kTest, test);
  return withFrame(frame, fn);
}

function enter(test) {
  active.push(test);
}

function leave(test) {
  const at = active.lastIndexOf(test);
  if (at !== -1) active.splice(at, 1);
}

module.exports = { currentTest, enter, leave, runAs };
