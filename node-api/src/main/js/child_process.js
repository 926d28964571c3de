// node:child_process. Each function loads what it needs when it is first called.

const { defineLazy } = require('internal/util');

function spawn(file, args, options) {
  return require('internal/child/spawn').spawn(file, args, options);
}

function fork(modulePath, args, options) {
  return require('internal/child/fork').fork(modulePath, args, options);
}

function _forkChild(fd, serializationMode) {
  return require('internal/child/fork').connectToParent(fd, serializationMode);
}

function exec(command, options, callback) {
  const request = require('internal/child/exec').execArguments(command, options, callback);
  return module.exports.execFile(request.file, request.options, request.callback);
}

function execFile(file, args, options, callback) {
  return require('internal/child/exec').execFile(file, args, options, callback);
}

function spawnSync(file, args, options) {
  return require('internal/child/sync').spawnSync(file, args, options);
}

function execSync(command, options) {
  return require('internal/child/sync').execSync(command, options);
}

function execFileSync(file, args, options) {
  return require('internal/child/sync').execFileSync(file, args, options);
}

/** With util.promisify they give a promise of both outputs, which has the child as `child`. */
function makePromisified(original) {
  const promisified = (...args) => {
    const { promise, resolve, reject } = Promise.withResolvers();
    promise.child = original(...args, (error, stdout, stderr) => {
      if (error === null) resolve({ stdout, stderr });
      else reject(Object.assign(error, { stdout, stderr }));
    });
    return promise;
  };
  Object.defineProperty(promisified, 'name', { __proto__: null, value: original.name, configurable: true });
  Object.defineProperty(original, Symbol.for('nodejs.util.promisify.custom'), { __proto__: null, value: promisified });
}
makePromisified(exec);
makePromisified(execFile);

module.exports = { _forkChild, exec, execFile, execFileSync, execSync, fork, spawn, spawnSync };
defineLazy(module.exports, 'ChildProcess', () => require('internal/child/process').ChildProcess);
