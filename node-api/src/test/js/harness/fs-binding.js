'use strict';

const fs = require('fs');
const { enter } = require('./enter');

const toArrayBuffer = (bytes) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
const FS_TIMES = ['atime', 'mtime', 'ctime', 'birthtime'];

function statArray(stats, bigint) {
  const result = bigint ? new BigInt64Array(18) : new Float64Array(18);
  const fields = ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks'];
  fields.forEach((field, i) => { result[i] = bigint ? stats[field] : Number(stats[field]); });
  FS_TIMES.forEach((name, i) => {
    const ns = stats[`${name}Ns`];
    result[10 + 2 * i] = bigint ? ns / 1000000000n : Number(ns / 1000000000n);
    result[11 + 2 * i] = bigint ? ns % 1000000000n : Number(ns % 1000000000n);
  });
  return result;
}

// Asynchronous forms run the synchronous one later: the order of events is what the tests look at.
function both(fn, arity) {
  return (...args) => {
    const cb = args[arity];
    if (cb === undefined) return fn(...args.slice(0, arity));
    realSetImmediate(() => {
      let error = null;
      let result;
      try {
        result = fn(...args.slice(0, arity));
      } catch (thrown) {
        error = thrown;
      }
      enter(() => (error === null ? cb(null, result) : cb(error)));
    });
    return undefined;
  };
}
const realSetImmediate = setImmediate;

const stat = (name) => (path, bigint, throwIfNoEntry) => {
  const stats = fs[name](path, { bigint: true, throwIfNoEntry: throwIfNoEntry !== false });
  return stats === undefined ? undefined : statArray(stats, bigint);
};

module.exports = function fsBinding() {
  const direct = {
    access: 2, open: 3, close: 1, read: 5, write: 5, readv: 3, writev: 3, rmdir: 1, unlink: 1, rename: 2, link: 2,
    readlink: 1, copyFile: 3, ftruncate: 2, fsync: 1, fdatasync: 1, chmod: 2, fchmod: 2, chown: 3, fchown: 3, lchown: 3,
    utimes: 3, futimes: 3, lutimes: 3, mkdtemp: 1, symlink: 3,
  };
  const binding = {};
  for (const [name, arity] of Object.entries(direct)) {
    binding[name] = both((...args) => fs[`${name}Sync`](...args), arity);
  }
  const position = (at) => (at === -1 || at === -1n ? null : at);
  const closeFile = binding.close;
  binding.close = (handle, cb) => (typeof handle === 'object' ? handle.close() : closeFile(handle, cb));
  binding.read = both((fd, view, offset, length, at) => fs.readSync(fd, view, offset, length, position(at)), 5);
  binding.readv = both((fd, views, at) => fs.readvSync(fd, views, position(at)), 3);
  binding.symlink = both((target, path, flags) => fs.symlinkSync(target, path, { 1: 'dir', 2: 'junction' }[flags]), 3);
  return Object.assign(binding, {
    writeString: both((fd, text, at, encoding) => fs.writeSync(fd, text, at, encoding), 4),
    readFile: both((path, flags) => toArrayBuffer(fs.readFileSync(path, { flag: flags })), 2),
    readFileUtf8: both((path, flags) => fs.readFileSync(path, { flag: flags, encoding: 'utf8' }), 2),
    writeFile: both((path, data, flags, mode) => fs.writeFileSync(path, data, { flag: flags, mode }), 4),
    stat: both(stat('statSync'), 3),
    lstat: both(stat('lstatSync'), 3),
    fstat: both((fd, bigint) => statArray(fs.fstatSync(fd, { bigint: true }), bigint), 2),
    statfs: both((path, bigint) => Object.values(fs.statfsSync(path, { bigint })), 2),
    exists: (path) => fs.existsSync(path),
    internalModuleStat(path) {
      const stats = fs.statSync(path, { throwIfNoEntry: false });
      return stats === undefined ? -2 : stats.isDirectory() ? 1 : 0;
    },
    readdir: both((path, withTypes) => {
      if (!withTypes) return fs.readdirSync(path);
      const entries = fs.readdirSync(path, { withFileTypes: true });
      return [entries.map((each) => each.name), entries.map((each) =>
        (each.isFile() ? 1 : each.isDirectory() ? 2 : each.isSymbolicLink() ? 3 : each.isFIFO() ? 4 : each.isSocket() ? 5
          : each.isCharacterDevice() ? 6 : each.isBlockDevice() ? 7 : 0))];
    }, 2),
    mkdir: both((path, mode, recursive) => fs.mkdirSync(path, { mode, recursive }), 3),
    rm: both((path, force, recursive, maxRetries, retryDelay) =>
      fs.rmSync(path, { force, recursive, maxRetries, retryDelay }), 5),
    realpath: both((path) => fs.realpathSync.native(path), 1),
    watch(path, persistent, recursive, fn) {
      const watcher = fs.watch(path, { persistent, recursive });
      watcher.on('change', (type, filename) => enter(() => fn(0, type, filename)));
      watcher.on('error', (error) => enter(() => fn(error.errno)));
      return watcher;
    },
    ref: (handle) => handle.ref(),
    unref: (handle) => handle.unref(),
    hasRef: () => true,
  });
};
