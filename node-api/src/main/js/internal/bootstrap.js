// The first module: fills `process` and gives the host its hooks. Most of them load what they call, so that a program pays
// for what it uses only.

const timers = internalBinding('timers');
const errors = internalBinding('errors');

require('internal/primordials');
require('internal/process/setup');
const ticks = require('internal/process/ticks');

ticks.setup(
  () => require('internal/process/rejections').processRejections(),
  () => process._exiting);
errors.setPromiseRejectCallback((type, promise, reason) =>
  require('internal/process/rejections').promiseRejectHandler(type, promise, reason));
errors.setUncaughtExceptionCallback((error, fromPromise, embedded) =>
  require('internal/process/uncaught').onUncaughtException(error, fromPromise, embedded));
timers.setupTimers(
  () => require('internal/timers/immediate').processImmediate(),
  (now) => require('internal/timers').processTimers(now));
internalBinding('process').setExitHooks(
  () => process.emit('beforeExit', process.exitCode || 0),
  () => require('internal/process/exit').finish());

module.exports = {};
