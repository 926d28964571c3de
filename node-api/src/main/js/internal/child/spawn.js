// spawn: a child with the time limit and the AbortSignal it was given.

const { AbortError } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');
const { checkTimeout, killSignalNumber, spawnArguments } = require('internal/child/arguments');
const { ChildProcess } = require('internal/child/process');

function spawn(file, args, options) {
  options = spawnArguments(file, args, options);
  checkTimeout(options.timeout);
  validateAbortSignal(options.signal, 'options.signal');
  const killSignal = killSignalNumber(options.killSignal);
  const child = new ChildProcess();
  child.spawn(options);
  if (options.timeout > 0) endInTime(child, options.timeout, killSignal);
  if (options.signal) endOnAbort(child, options.signal, killSignal);
  return child;
}

function endInTime(child, timeout, killSignal) {
  const timer = require('timers').setTimeout(() => {
    try {
      child.kill(killSignal);
    } catch (error) {
      child.emit('error', error);
    }
  }, timeout);
  child.once('exit', () => require('timers').clearTimeout(timer));
}

function endOnAbort(child, signal, killSignal) {
  const onAbort = () => {
    try {
      if (child.kill(killSignal)) child.emit('error', new AbortError(undefined, { cause: signal.reason }));
    } catch (error) {
      child.emit('error', error);
    }
  };
  if (signal.aborted) {
    process.nextTick(onAbort);
    return;
  }
  const listening = require('events').addAbortListener(signal, onAbort);
  child.once('exit', () => listening[Symbol.dispose]());
}

module.exports = { spawn };
