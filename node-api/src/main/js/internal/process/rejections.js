// Rejected promises nobody handles: events `unhandledRejection` and `rejectionHandled`, and the fatal end by default.

const { setHasRejection } = require('internal/process/ticks');

const { currentFrame, withFrame } = require('internal/async_context');

const kReject = 0;
const kHandledAfter = 1;
const kRejectAfterResolved = 2;
const kResolveAfterResolved = 3;

const known = new WeakMap();
let pending = new Map();
const handledLate = [];
let lastId = 0;

/** What the host reports (HostPromiseRejectionTracker). */
function promiseRejectHandler(type, promise, reason) {
  switch (type) {
    case kReject: {
      const info = { reason, id: ++lastId, warned: false, frame: currentFrame(), domain: process.domain };
      known.set(promise, info);
      pending.set(promise, info);
      setHasRejection(true);
      return;
    }
    case kHandledAfter: {
      const info = known.get(promise);
      if (info === undefined) return;
      known.delete(promise);
      if (pending.delete(promise) || !info.warned) {
        if (pending.size === 0 && handledLate.length === 0) setHasRejection(false);
        return;
      }
      handledLate.push({ promise, warning: lateWarning(info.id) });
      setHasRejection(true);
      return;
    }
    case kRejectAfterResolved:
    case kResolveAfterResolved:
      if (process.listenerCount('multipleResolves') !== 0) {
        process.nextTick(() => process.emit('multipleResolves', type === kRejectAfterResolved ? 'reject' : 'resolve', promise, reason));
      }
  }
}

function lateWarning(id) {
  const warning = new Error(`Promise rejection was handled asynchronously (rejection id: ${id})`);
  warning.name = 'PromiseRejectionHandledWarning';
  warning.id = id;
  return warning;
}

/** How unhandled rejections are dealt with: throw (default), strict, warn, warn-with-error-code, none. */
function mode() {
  return require('internal/options').optionValue('--unhandled-rejections') ?? 'throw';
}

function warnUnhandled(info) {
  const { describeReason } = require('internal/process/reason');
  const { reason } = info;
  let shown;
  let stack;
  try {
    // What has a stack of its own says where it comes from, error or not.
    if (typeof reason === 'object' && reason !== null && Object.hasOwn(reason, 'stack')) ({ stack } = reason);
    shown = typeof stack === 'string' ? stack : describeReason(reason);
  } catch { /* not showable */ }
  if (shown !== undefined) process.emitWarning(shown, 'UnhandledPromiseRejectionWarning');
  const warning = new Error('Unhandled promise rejection. This error originated either by throwing inside of an async ' +
    'function without a catch block, or by rejecting a promise which was not handled with .catch(). ' +
    'To terminate the node process on unhandled promise rejection, use the CLI flag `--unhandled-rejections=strict` ' +
    `(see https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). (rejection id: ${info.id})`);
  warning.name = 'UnhandledPromiseRejectionWarning';
  if (typeof stack === 'string') warning.stack = stack;
  process.emitWarning(warning);
}

/** What stands for a value that was rejected and is no error. */
class UnhandledPromiseRejection extends Error {
  code = 'ERR_UNHANDLED_REJECTION';

  constructor(reason) {
    super('This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which ' +
      `was not handled with .catch(). The promise rejected with the reason "${require('internal/process/reason').describeReason(reason)}".`);
    Object.defineProperty(this, 'name', { __proto__: null, value: 'UnhandledPromiseRejection', writable: true, configurable: true });
    Error.captureStackTrace(this, asError);
  }
}

function isErrorObject(reason) {
  return require('internal/util').isError(reason);
}

function asError(reason) {
  if (isErrorObject(reason)) return reason;
  return new UnhandledPromiseRejection(reason);
}

function triggerUncaught(reason) {
  internalBinding('errors').triggerUncaughtException(asError(reason), true);
}

function handle(promise, info) {
  const { reason } = info;
  if (info.domain) {
    info.domain.emit('error', reason);
    return;
  }
  switch (mode()) {
    case 'strict':
      triggerUncaught(reason);
      if (!process.emit('unhandledRejection', reason, promise)) warnUnhandled(info);
      return;
    case 'none':
      process.emit('unhandledRejection', reason, promise);
      return;
    case 'warn':
      process.emit('unhandledRejection', reason, promise);
      warnUnhandled(info);
      return;
    case 'warn-with-error-code':
      if (!process.emit('unhandledRejection', reason, promise)) {
        warnUnhandled(info);
        process.exitCode = 1;
      }
      return;
    default:
      if (!process.emit('unhandledRejection', reason, promise)) triggerUncaught(reason);
  }
}

/** Deals with what was reported since; says whether more ticks may have come. */
function processRejections() {
  while (handledLate.length > 0) {
    const { promise, warning } = handledLate.shift();
    if (!process.emit('rejectionHandled', promise)) process.emitWarning(warning);
  }
  let again = false;
  while (pending.size > 0) {
    const batch = pending;
    pending = new Map();
    for (const [promise, info] of batch) {
      info.warned = true;
      again = true;
      if (info.frame === undefined) handle(promise, info);
      else withFrame(info.frame, () => handle(promise, info));
    }
  }
  setHasRejection(false);
  return again || pending.size !== 0;
}

module.exports = { processRejections, promiseRejectHandler };
