// Signals as events of process.

const { uvException } = require('internal/errors');
const { os: { signals } } = require('internal/constants');

const host = internalBinding('process');
const watched = new Map();

function start(name) {
  if (signals[name] === undefined || watched.has(name)) return;
  const handle = host.startSignal(signals[name], (signum) => process.emit(name, name, signum));
  if (typeof handle === 'number') throw uvException({ errno: handle, syscall: 'uv_signal_start' });
  watched.set(name, handle);
}

function stop(name) {
  const handle = watched.get(name);
  if (handle === undefined || process.listenerCount(name) > 0) return;
  watched.delete(name);
  host.close(handle);
}

module.exports = { start, stop };
