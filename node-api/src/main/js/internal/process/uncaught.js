// Exceptions nobody caught: capture callback, `uncaughtException`, or the fatal report on stderr.

const {
  codes: {
    ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE, ERR_INVALID_ARG_TYPE, ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET,
  },
} = require('internal/errors');

const { currentFrame, setFrame, work } = require('internal/async_context');

let capture = null;
/** Where node:domain was loaded, once it was: it has the callback for itself. */
let domains;

function setUncaughtExceptionCaptureCallback(fn) {
  if (domains !== undefined) {
    const error = new ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE();
    error.stack += `\n${'-'.repeat(40)}\n${domains}`;
    throw error;
  }
  if (fn === null) {
    capture = null;
    return;
  }
  if (typeof fn !== 'function') throw new ERR_INVALID_ARG_TYPE('fn', ['Function', 'null'], fn);
  if (capture !== null) throw new ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET();
  capture = fn;
}

function hasUncaughtExceptionCaptureCallback() {
  return capture !== null;
}

let intercept;
/** Somebody who looks at errors before they are fatal: a REPL goes on after those of its input. */
function setInterceptor(fn) {
  intercept = fn;
}

/** The host's report of an error that left all calls; true if somebody took it. In an embedding the host tells of the others. */
function onUncaughtException(error, fromPromise, embedded) {
  let taken;
  try {
    taken = offer(error, fromPromise, embedded);
  } catch (another) {
    // A handler that throws has no handler: the program ends as with Node, by a code of its own.
    if (embedded) throw another;
    end(another, 7);
    return false;
  }
  // What it left open is over; until here listeners saw it as still running.
  work.tracker?.unwind();
  if (currentFrame() !== undefined) setFrame(undefined);
  return taken;
}

function offer(error, fromPromise, embedded) {
  const origin = fromPromise ? 'unhandledRejection' : 'uncaughtException';
  process.emit('uncaughtExceptionMonitor', error, origin);
  if (capture !== null) {
    // A domain may have no use for it.
    const taken = capture(error);
    if (domains === undefined || taken !== false) return true;
  }
  if (intercept?.(error)) return true;
  if (process.listenerCount('uncaughtException') > 0) {
    process.emit('uncaughtException', error, origin);
    return true;
  }
  if (!embedded) end(error, 1);
  return false;
}

function end(error, code) {
  printFatal(error);
  const { hasOptions, optionFlag } = require('internal/options');
  if (hasOptions && optionFlag('abort-on-uncaught-exception')) process.abort();
  try {
    if (!process._exiting) {
      process._exiting = true;
      process.exitCode = code;
      process.emit('exit', code);
    }
  } catch { /* nothing more can be done */ }
}

function place(error) {
  const { getSourceLine } = internalBinding('errors');
  // A script's error shows its place already.
  if (require('internal/vm/decoration').isDecorated(error)) return '';
  const at = getSourceLine?.(error);
  if (at === undefined) return '';
  return `${at.file}:${at.line}\n${at.text}\n${' '.repeat(Math.max(0, at.column - 1))}^\n`;
}

/** The report as Node prints it: the source line, the error with its properties, the version. */
function fatalText(error) {
  const { inspect } = require('internal/inspect');
  let text;
  if (typeof error === 'object' && error !== null && require('internal/util').isError(error)) {
    const { kEnhanceStackBeforeInspector } = require('internal/events/enhance');
    try {
      if (typeof error[kEnhanceStackBeforeInspector] === 'function') error.stack = error[kEnhanceStackBeforeInspector]();
    } catch { /* keep the stack as it is */ }
    text = place(error);
    if (text !== '') text += '\n';
    try {
      // An error without frames is shown in brackets where it is a value among others; here it is the report.
      text += inspect(error, { colors: false }).replace(/^\[([^]*?)\](?=$| \{\n)/, '$1');
    } catch {
      text += String(error?.stack ?? error);
    }
  } else {
    let shown;
    try {
      shown = typeof error === 'string' || typeof error === 'bigint' ? String(error) : inspect(error);
    } catch {
      shown = String(error);
    }
    text = `${place(error) || 'Uncaught:\n'}${shown}`;
    if (error === null || (typeof error !== 'object' && typeof error !== 'function')) text += '\n(Use `node --trace-uncaught ...` to show where the exception was thrown)';
  }
  return `${text}\n\nNode.js ${process.version}\n`;
}

function printFatal(error) {
  internalBinding('stdio').writeSync(2, fatalText(error));
}

module.exports = {
  captureForDomains(fn) { capture = fn; },
  domainsLoaded(stack) { domains = stack; },
  hasUncaughtExceptionCaptureCallback,
  onUncaughtException,
  setInterceptor,
  setUncaughtExceptionCaptureCallback,
};
