// Signals as events of process.

const { uvException } = require('internal/errors');
const { os: { signals } } = require('internal/constants');

const { work } = require('internal/async_context');

/** What hooks see of a signal that is listened to. */
class Signal {}

const host = internalBinding('process');
const watched = new Map();

function start(name) {
  if (signals[name] === undefined || watched.has(name)) return;
  const resource = new Signal();
  let listener = (signum) => process.emit(name, name, signum);
  if (work.tracker !== undefined) {
    work.tracker.adopt(resource, 'SIGNALWRAP');
    listener = work.tracker.events(resource, listener);
  }
  const handle = host.startSignal(signals[name], listener);
  if (typeof handle === 'number') throw uvException({ errno: handle, syscall: 'uv_signal_start' });
  watched.set(name, { handle, resource });
}

function stop(name) {
  const entry = watched.get(name);
  if (entry === undefined || process.listenerCount(name) > 0) return;
  watched.delete(name);
  host.close(entry.handle);
  work.tracker?.emitDestroy(entry.resource);
}

module.exports = { start, stop };
