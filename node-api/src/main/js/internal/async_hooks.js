// Ids of asynchronous work and the hooks that hear of it. Loaded with node:async_hooks; from then on ticks, timers, requests
// and handles tell this module of themselves through `work.tracker`, and promises while a hook is enabled.

const { newAsyncId, work } = require('internal/async_context');

const kAsyncId = Symbol('async_id_symbol');
const kTriggerId = Symbol('trigger_async_id_symbol');
const names = ['init', 'before', 'after', 'destroy', 'promiseResolve'];

// --- what is running

// The main program is 1; between calls from the loop it is 0.
let executionId = 1;
let triggerId = 0;
let resource = {};
const stack = [];
let defaultTrigger = -1;

function push(id, trigger, object) {
  stack.push(executionId, triggerId, resource);
  executionId = id;
  triggerId = trigger;
  resource = object;
}

/** Leaves a piece of work, and what was left open in it. */
function pop(id) {
  while (stack.length > 0) {
    const current = executionId;
    resource = stack.pop();
    triggerId = stack.pop();
    executionId = stack.pop();
    if (current === id) return;
  }
}

const nothing = {};
/** A call from the loop begins: whatever was running is over. */
function fromLoop() {
  stack.length = 0;
  executionId = 0;
  triggerId = 0;
  resource = nothing;
}

const getDefaultTrigger = () => (defaultTrigger < 0 ? executionId : defaultTrigger);

/** Calls `fn` while what it makes was triggered by another piece of work. */
function withDefaultTrigger(id, fn, ...args) {
  if (id === undefined) return fn(...args);
  const before = defaultTrigger;
  defaultTrigger = id;
  try {
    return fn(...args);
  } finally {
    defaultTrigger = before;
  }
}

// --- hooks

// Replaced, never changed: who iterates over it sees what was enabled then.
let hooks = [];
const counts = { __proto__: null, init: 0, before: 0, after: 0, destroy: 0, promiseResolve: 0 };

/** A hook that throws ends the program: there is nobody to catch it. */
function fatal(error) {
  const text = typeof error?.stack === 'string' ? error.stack : new Error(require('internal/inspect').inspect(error)).stack;
  process._rawDebug(text);
  process.exit(1);
}

function emit(name, a, b, c, d) {
  const current = hooks;
  try {
    for (let i = 0; i < current.length; i++) {
      const hook = current[i];
      if (hook[name] === undefined) continue;
      if (name === 'init') hook.init(a, b, c, d);
      else hook[name](a);
    }
  } catch (error) {
    fatal(error);
  }
}

function emitInit(id, type, trigger, object) {
  if (counts.init > 0) emit('init', id, type, trigger, object);
}

function emitBefore(id, trigger, object) {
  push(id, trigger, object);
  if (counts.before > 0) emit('before', id);
}

function emitAfter(id) {
  if (counts.after > 0) emit('after', id);
  pop(id);
}

let destroyed = [];
function emitDestroy(id) {
  if (counts.destroy === 0 || id <= 0) return;
  if (destroyed.push(id) === 1) require('internal/timers/immediate').runSilently(flushDestroyed);
}

/** Destroy hooks hear of things later, at a time when nothing is running. */
function flushDestroyed() {
  while (destroyed.length > 0) {
    const ids = destroyed;
    destroyed = [];
    for (const id of ids) emit('destroy', id);
  }
}

/** Nobody caught an exception, and it has been dealt with: all that was running is left. */
function unwind() {
  while (stack.length > 0) emitAfter(executionId);
}

// --- promises

const promiseIds = new WeakMap();

function idsOf(promise, parent) {
  let ids = promiseIds.get(promise);
  if (ids === undefined) {
    ids = { id: newAsyncId(), trigger: parent === undefined ? getDefaultTrigger() : idsOf(parent).id };
    promiseIds.set(promise, ids);
  }
  return ids;
}

const promiseHooks = {
  init(promise, parent) {
    const { id, trigger } = idsOf(promise, parent);
    if (counts.init > 0) emit('init', id, 'PROMISE', trigger, promise);
    if (counts.destroy > 0) destroyWhenGone(promise, id);
  },
  before(promise) {
    const { id, trigger } = idsOf(promise);
    emitBefore(id, trigger, promise);
  },
  after(promise) {
    const ids = idsOf(promise);
    if (counts.after > 0) emit('after', ids.id);
    // Enabled in the middle of the reaction, it was never entered.
    if (executionId === ids.id) pop(ids.id);
  },
  resolved(promise) {
    if (counts.promiseResolve > 0) emit('promiseResolve', idsOf(promise).id);
  },
};

let promiseUser;
let tracksPromises = false;

function updatePromiseHooks() {
  if (hooks.some((hook) => hook.trackPromises)) {
    promiseUser ??= { init: promiseHooks.init, before: promiseHooks.before, after: promiseHooks.after, settled: promiseHooks.resolved, trusted: true };
    if (!tracksPromises) require('internal/promise_hooks').add(promiseUser);
    tracksPromises = true;
  } else if (tracksPromises) {
    tracksPromises = false;
    require('internal/promise_hooks').remove(promiseUser);
  }
}

function setEnabled(hook, on) {
  if (hooks.includes(hook) === on) return;
  hooks = on ? [...hooks, hook] : hooks.filter((each) => each !== hook);
  for (const name of names) if (hook[name] !== undefined) counts[name] += on ? 1 : -1;
  updatePromiseHooks();
}

let registry;
/** Tells of the end of what has no end but that nobody holds it any more. */
function destroyWhenGone(object, id, flag) {
  registry ??= new FinalizationRegistry((held) => {
    if (held.flag?.destroyed !== true) emitDestroy(held.id);
  });
  registry.register(object, { id, flag });
}

// --- what the built-ins tell

/** Gives a new object ids and tells hooks of it. */
function adopt(object, type, id = newAsyncId()) {
  const trigger = getDefaultTrigger();
  Object.defineProperties(object, {
    [kAsyncId]: { __proto__: null, value: id, writable: true, configurable: true },
    [kTriggerId]: { __proto__: null, value: trigger, writable: true, configurable: true },
  });
  emitInit(id, type, trigger, object);
  return id;
}

/** Runs a callback as an object's work. What it throws leaves the work open, until it has been dealt with. */
function run(object, callback, receiver, args) {
  const id = object[kAsyncId];
  if (id === undefined) return Reflect.apply(callback, receiver, args);
  emitBefore(id, object[kTriggerId], object);
  const result = Reflect.apply(callback, receiver, args);
  emitAfter(id);
  return result;
}

const kinds = new Map();
/** An object whose class is named as Node's of that type. */
function resourceOf(type, name) {
  let Kind = kinds.get(type);
  if (Kind === undefined) {
    Kind = { [name]: class {} }[name];
    kinds.set(type, Kind);
  }
  return new Kind();
}

const classNames = {
  __proto__: null,
  FSREQCALLBACK: 'FSReqCallback', FSREQPROMISE: 'FSReqPromise', GETADDRINFOREQWRAP: 'GetAddrInfoReqWrap',
  GETNAMEINFOREQWRAP: 'GetNameInfoReqWrap', PIPECONNECTWRAP: 'PipeConnectWrap', RANDOMBYTESREQUEST: 'RandomBytesJob',
  SHUTDOWNWRAP: 'ShutdownWrap', TCPCONNECTWRAP: 'TCPConnectWrap', WRITEWRAP: 'WriteWrap',
};

/** A callback that is called once, as a request's work. */
function request(type, callback) {
  const object = resourceOf(type, classNames[type] ?? type);
  object.oncomplete = callback;
  const id = adopt(object, type);
  return function(...args) {
    emitBefore(id, object[kTriggerId], object);
    const result = Reflect.apply(callback, this, args);
    emitAfter(id);
    emitDestroy(id);
    return result;
  };
}

/** A callback of a handle that is called again and again. */
function events(handle, callback) {
  return function(...args) { return run(handle, callback, this, args); };
}

const tracker = {
  adopt,
  emitDestroy: (object) => emitDestroy(object[kAsyncId] ?? 0),
  events,
  flushDestroyed,
  fromLoop,
  request,
  run,
  unwind,
  withDefaultTrigger,
};
work.tracker = tracker;

module.exports = {
  counts,
  destroyWhenGone,
  emitAfter,
  emitBefore,
  emitDestroy,
  emitInit,
  executionAsyncId: () => executionId,
  executionAsyncResource: () => resource,
  flushDestroyed,
  getDefaultTrigger,
  kAsyncId,
  kTriggerId,
  names,
  setEnabled,
  triggerAsyncId: () => triggerId,
};
