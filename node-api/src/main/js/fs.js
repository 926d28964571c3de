// node:fs: the synchronous and callback faces of the operations, with streams, watchers and the rest loaded when used.

const { operations, translate } = require('internal/fs/operations');
const content = require('internal/fs/content');
const { getCallback, getPath, toUnixSeconds } = require('internal/fs/arguments');
const { defineLazy, deprecate } = require('internal/util');
const { fs: constants } = require('internal/constants');

const binding = internalBinding('fs');
const fs = module.exports;

function setShape(fn, name, length) {
  Object.defineProperties(fn, {
    name: { __proto__: null, value: name, configurable: true },
    length: { __proto__: null, value: length, configurable: true },
  });
  return fn;
}

// Functions whose second parameter has a default in Node, so that it does not count.
const shorter = new Set(['fstat', 'ftruncate', 'lstat', 'stat', 'statfs']);

for (const [name, [parameters, prepare]] of Object.entries(operations)) {
  const count = parameters.length;
  fs[name] = setShape((...args) => {
    const at = typeof args[count] === 'function' ? count : args.findLastIndex((arg) => typeof arg === 'function');
    const callback = getCallback(at === -1 ? args[count] : args[at]);
    const given = args.slice(0, at);
    const [native, nativeArgs, convert] = prepare(...given);
    binding[native](...nativeArgs, (error, result) => {
      if (error) callback(translate(name, error, nativeArgs));
      else if (convert !== undefined) callback(null, convert(result));
      else if (result === undefined) callback(null);
      else callback(null, result);
    });
  }, name, shorter.has(name) ? 1 : count + 1);
  fs[`${name}Sync`] = setShape((...args) => {
    const [native, nativeArgs, convert] = prepare(...args);
    let result;
    try {
      result = binding[native](...nativeArgs);
    } catch (error) {
      throw translate(name, error, nativeArgs);
    }
    return convert === undefined ? result : convert(result);
  }, `${name}Sync`, shorter.has(name) ? 1 : count);
}
fs.lchmod ??= undefined;
fs.lchmodSync ??= undefined;

for (const name of ['appendFile', 'read', 'readFile', 'readv', 'write', 'writeFile', 'writev']) {
  fs[name] = content[name];
  fs[`${name}Sync`] = content[`${name}Sync`];
}
for (const [name, first] of [['read', 'bytesRead'], ['write', 'bytesWritten']]) {
  const { kCustomPromisifyArgs } = require('internal/util');
  for (const [fn, second] of [[fs[name], 'buffer'], [fs[`${name}v`], 'buffers']]) {
    Object.defineProperty(fn, kCustomPromisifyArgs, { __proto__: null, value: [first, second], enumerable: false });
  }
}

const plainClose = fs.close;
fs.close = setShape((fd, callback) => plainClose(fd, callback === undefined ? (error) => { if (error) throw error; } : callback), 'close', 1);

const plainReaddir = fs.readdir;
fs.readdir = setShape((path, options, callback) => {
  if (options?.recursive === true) require('internal/fs/walk').readdir(path, options, getCallback(callback));
  else plainReaddir(path, options, callback);
}, 'readdir', 3);
const plainReaddirSync = fs.readdirSync;
fs.readdirSync = setShape((path, options) => (options?.recursive === true
  ? require('internal/fs/walk').readdirSync(path, options)
  : plainReaddirSync(path, options)), 'readdirSync', 2);

fs.realpath.native = setShape((path, options, callback) => {
  callback = getCallback(callback ?? options);
  const [native, args, convert] = operations.realpath[1](path, options);
  binding[native](...args, (error, result) => (error ? callback(error) : callback(null, convert(result))));
}, '', 3);
fs.realpathSync.native = setShape((path, options) => {
  const [native, args, convert] = operations.realpath[1](path, options);
  return convert(binding[native](...args));
}, '', 2);

/** Whether a path exists; never fails. */
fs.exists = function exists(path, callback) {
  getCallback(callback);
  let checked;
  try {
    checked = getPath(path);
  } catch {
    callback(false);
    return;
  }
  binding.access(checked, constants.F_OK, getCallback((error) => callback(!error)));
};
Object.defineProperty(fs.exists, Symbol.for('nodejs.util.promisify.custom'), {
  __proto__: null,
  value: function exists(path) { return new Promise((resolve) => fs.exists(path, resolve)); },
});
fs.existsSync = function existsSync(path) {
  try {
    path = getPath(path);
  } catch {
    return false;
  }
  return binding.exists(path);
};

fs.truncate = function truncate(path, len, callback) {
  if (typeof len === 'function') {
    callback = len;
    len = 0;
  } else if (len === undefined) {
    len = 0;
  }
  require('internal/validators').validateInteger(len, 'len');
  callback = getCallback(callback);
  fs.open(path, 'r+', (error, fd) => {
    if (error) {
      callback(error);
      return;
    }
    fs.ftruncate(fd, Math.max(0, len), (failure) => fs.close(fd, (other) => callback(failure ?? other ?? null)));
  });
};
fs.truncateSync = function truncateSync(path, len) {
  const fd = fs.openSync(path, 'r+');
  try {
    fs.ftruncateSync(fd, len);
  } finally {
    fs.closeSync(fd);
  }
};

fs.mkdtempDisposableSync = function mkdtempDisposableSync(prefix, options) {
  const path = fs.mkdtempSync(prefix, options);
  // The folder that was made, wherever the program is by then.
  const folder = require('path').resolve(path);
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  return { path, remove, [Symbol.dispose]() { remove(); } };
};

fs.createReadStream = function createReadStream(path, options) {
  return new (require('internal/fs/streams').ReadStream)(path, options);
};
fs.createWriteStream = function createWriteStream(path, options) {
  return new (require('internal/fs/streams').WriteStream)(path, options);
};

/** Functions whose module loads when they are first called. */
function later(id, names) {
  for (const [name, length] of names) {
    fs[name] = setShape((...args) => require(id)[name](...args), name, length);
  }
}
later('internal/fs/watch', [['watch', 3], ['watchFile', 3], ['unwatchFile', 2]]);
later('internal/fs/dir', [['opendir', 3], ['opendirSync', 2]]);
later('internal/fs/cp', [['cp', 4], ['cpSync', 3]]);
later('internal/fs/glob', [['glob', 3], ['globSync', 2]]);
fs.openAsBlob = function openAsBlob(path, options = {}) {
  require('internal/validators').validateObject(options, 'options');
  path = getPath(path);
  require('internal/fs/watch').checkAllowed(path);
  return new Promise((resolve) => { resolve(require('internal/web/blob').blobOfFile(path, options.type)); });
};

fs._toUnixTimestamp = toUnixSeconds;
const classOf = (id, name) => {
  let value;
  Object.defineProperty(fs, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return (value ??= require(id)[name.replace('File', '')]); },
    set(other) { value = other; },
  });
};
classOf('internal/fs/streams', 'ReadStream');
classOf('internal/fs/streams', 'WriteStream');
classOf('internal/fs/streams', 'FileReadStream');
classOf('internal/fs/streams', 'FileWriteStream');
defineLazy(fs, 'Dir', () => require('internal/fs/dir').Dir);
defineLazy(fs, 'Dirent', () => require('internal/fs/stats').Dirent);
defineLazy(fs, 'Stats', () => deprecate(require('internal/fs/stats').Stats, 'fs.Stats constructor is deprecated.', 'DEP0180'));
Object.defineProperties(fs, {
  constants: {
    __proto__: null, configurable: false, enumerable: true, value: Object.freeze({ __proto__: null, ...constants }),
  },
  promises: {
    __proto__: null, configurable: true, enumerable: true, get() { return require('fs/promises'); },
  },
});
for (const name of ['F_OK', 'R_OK', 'W_OK', 'X_OK']) {
  Object.defineProperty(fs, name, { __proto__: null, enumerable: false, configurable: true, value: constants[name] });
}
