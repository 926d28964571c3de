// node:timers.

const {
  Timeout, clearTimer, insert, insertAgain, keepAlive, knownByPrimitive,
} = require('internal/timers');
const { Immediate, clearImmediate } = require('internal/timers/immediate');
const { defineLazy, deprecate } = require('internal/util');
const { validateFunction, validateNumber } = require('internal/validators');

const kCustomPromisify = Symbol.for('nodejs.util.promisify.custom');

function setTimeout(callback, after, ...args) {
  validateFunction(callback, 'callback');
  const timer = new Timeout(callback, after, args.length > 0 ? args : undefined, false, true);
  insert(timer);
  return timer;
}

function setInterval(callback, repeat, ...args) {
  validateFunction(callback, 'callback');
  const timer = new Timeout(callback, repeat, args.length > 0 ? args : undefined, true, true);
  insert(timer);
  return timer;
}

function setImmediate(callback, ...args) {
  validateFunction(callback, 'callback');
  return new Immediate(callback, args.length > 0 ? args : undefined);
}

function clearTimeout(timer) {
  if (timer?._onTimeout) {
    clearTimer(timer);
    return;
  }
  if (typeof timer === 'number' || typeof timer === 'string') {
    const known = knownByPrimitive.get(Number(timer));
    if (known !== undefined) clearTimer(known);
  }
}

function clearInterval(timer) {
  clearTimeout(timer);
}

for (const [fn, name] of [[setTimeout, 'setTimeout'], [setImmediate, 'setImmediate']]) {
  Object.defineProperty(fn, kCustomPromisify, {
    __proto__: null,
    enumerable: true,
    get() { return require('timers/promises')[name]; },
  });
}

// The legacy interface: objects that carry their own time-out.
function enroll(item, msecs) {
  validateNumber(msecs, 'msecs');
  if (item._idleNext) unenroll(item);
  item._idleTimeout = Math.min(msecs, 2 ** 31 - 1);
}

function unenroll(item) {
  if (item._destroyed === undefined) item._destroyed = !item._idleNext;
  if (item._idleNext) clearTimer(item);
  item._idleTimeout = -1;
}

function unrefActive(item) {
  if (item._idleTimeout < 0 || item._idleTimeout === undefined) return;
  if (item._destroyed === undefined) item._destroyed = false;
  insertAgain(item);
}

function active(item) {
  unrefActive(item);
  keepAlive(item);
}

module.exports = {
  setTimeout,
  clearTimeout,
  setImmediate,
  clearImmediate,
  setInterval,
  clearInterval,
  _unrefActive: deprecate(unrefActive, 'timers._unrefActive() is deprecated. Please use timeout.refresh() instead.', 'DEP0127'),
  active: deprecate(active, 'timers.active() is deprecated. Please use timeout.refresh() instead.', 'DEP0126'),
  unenroll: deprecate(unenroll, 'timers.unenroll() is deprecated. Please use clearTimeout instead.', 'DEP0096'),
  enroll: deprecate(enroll, 'timers.enroll() is deprecated. Please use setTimeout instead.', 'DEP0095'),
};
defineLazy(module.exports, 'promises', () => require('timers/promises'));
