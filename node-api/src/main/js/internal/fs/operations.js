// Every simple fs operation once: how its arguments become those of the host, and what its result becomes. The three
// faces of fs (synchronous, callback, promise) are made from this table.
// An entry is [parameter names, prepare(...args) → [host function, host arguments, convert?]].

const {
  codes: { ERR_FS_EISDIR },
} = require('internal/errors');
const {
  encodeName, getAccessMode, getCopyMode, getFd, getMode, getOptions, getPath, getRmOptions, stringToFlags, toUnixSeconds,
} = require('internal/fs/arguments');
const { validateBoolean, validateInteger, validateOneOf } = require('internal/validators');
const { isWindows } = require('internal/util');
const { fs: constants } = require('internal/constants');

const stats = () => require('internal/fs/stats');
const uint32Max = 4294967295;

function statOptions(options) {
  const { bigint = false, throwIfNoEntry = true } = options ?? {};
  return { bigint: Boolean(bigint), throwIfNoEntry };
}

const dirents = (path, encoding) => ([names, types]) => {
  const { Dirent } = stats();
  return names.map((name, i) => new Dirent(encodeName(name, encoding), types[i], path));
};

function mkdirArguments(path, options) {
  let mode = 0o777;
  let recursive = false;
  if (typeof options === 'number' || typeof options === 'string') {
    mode = getMode(options, 'mode');
  } else if (options) {
    if (options.recursive !== undefined) {
      ({ recursive } = options);
      validateBoolean(recursive, 'options.recursive');
    }
    if (options.mode !== undefined) mode = getMode(options.mode, 'options.mode');
  }
  return ['mkdir', [getPath(path), mode, recursive]];
}

const realpath = (path, options) => {
  const { encoding } = getOptions(options);
  return ['realpath', [getPath(path)], (result) => encodeName(result, encoding)];
};

/** The type a link on Windows must have said to it. */
function symlinkFlags(type) {
  switch (type) {
    case 'dir': return constants.UV_FS_SYMLINK_DIR;
    case 'junction': return constants.UV_FS_SYMLINK_JUNCTION;
    default: return 0;
  }
}

function owner(uid, gid) {
  validateInteger(uid, 'uid', -1, uint32Max);
  validateInteger(gid, 'gid', -1, uint32Max);
}

const times = (name) => (path, atime, mtime) =>
  [name, [getPath(path), toUnixSeconds(atime, 'atime'), toUnixSeconds(mtime, 'mtime')]];

let warnedOfRecursion = false;

/** Removing a tree, which rm does nowadays; here it has to be a folder. */
function rmdirArguments(path, options) {
  const { maxRetries, recursive, retryDelay } = getRmOptions(options);
  if (!recursive) return ['rmdir', [path]];
  if (!warnedOfRecursion) {
    warnedOfRecursion = true;
    process.emitWarning('In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. ' +
      'Use fs.rm(path, { recursive: true }) instead', 'DeprecationWarning', 'DEP0147');
  }
  const found = stats().statsFrom(internalBinding('fs').lstat(path, false, false));
  return found === undefined || found.isDirectory() ? ['rm', [path, false, true, maxRetries, retryDelay]] : ['rmdir', [path]];
}

const operations = {
  access: [['path', 'mode'], (path, mode) => ['access', [getPath(path), getAccessMode(mode)]]],
  chmod: [['path', 'mode'], (path, mode) => ['chmod', [getPath(path), getMode(mode, 'mode')]]],
  chown: [['path', 'uid', 'gid'], (path, uid, gid) => {
    path = getPath(path);
    owner(uid, gid);
    return ['chown', [path, uid, gid]];
  }],
  close: [['fd'], (fd) => ['close', [getFd(fd)]]],
  copyFile: [['src', 'dest', 'mode'], (src, dest, mode) =>
    ['copyFile', [getPath(src, 'src'), getPath(dest, 'dest'), getCopyMode(mode)]]],
  fchmod: [['fd', 'mode'], (fd, mode) => ['fchmod', [getFd(fd), getMode(mode, 'mode')]]],
  fchown: [['fd', 'uid', 'gid'], (fd, uid, gid) => {
    fd = getFd(fd);
    owner(uid, gid);
    return ['fchown', [fd, uid, gid]];
  }],
  fdatasync: [['fd'], (fd) => ['fdatasync', [getFd(fd)]]],
  fstat: [['fd', 'options'], (fd, options) => {
    const { bigint } = statOptions(options);
    return ['fstat', [getFd(fd), bigint], stats().statsFrom];
  }],
  fsync: [['fd'], (fd) => ['fsync', [getFd(fd)]]],
  ftruncate: [['fd', 'len'], (fd, len = 0) => {
    validateInteger(len, 'len');
    return ['ftruncate', [getFd(fd), Math.max(0, len)]];
  }],
  futimes: [['fd', 'atime', 'mtime'], (fd, atime, mtime) =>
    ['futimes', [getFd(fd), toUnixSeconds(atime, 'atime'), toUnixSeconds(mtime, 'mtime')]]],
  lchown: [['path', 'uid', 'gid'], (path, uid, gid) => {
    path = getPath(path);
    owner(uid, gid);
    return ['lchown', [path, uid, gid]];
  }],
  link: [['existingPath', 'newPath'], (existingPath, newPath) =>
    ['link', [getPath(existingPath, 'existingPath'), getPath(newPath, 'newPath')]]],
  lstat: [['path', 'options'], (path, options) => {
    const { bigint, throwIfNoEntry } = statOptions(options);
    return ['lstat', [getPath(path), bigint, throwIfNoEntry], stats().statsFrom];
  }],
  lutimes: [['path', 'atime', 'mtime'], times('lutimes')],
  mkdir: [['path', 'options'], mkdirArguments],
  mkdtemp: [['prefix', 'options'], (prefix, options) => {
    const { encoding } = getOptions(options);
    return ['mkdtemp', [getPath(prefix, 'prefix')], (result) => encodeName(result, encoding)];
  }],
  open: [['path', 'flags', 'mode'], (path, flags, mode) =>
    ['open', [getPath(path), stringToFlags(flags ?? 'r'), getMode(mode, 'mode', 0o666)]]],
  readdir: [['path', 'options'], (path, options) => {
    const { encoding, recursive, withFileTypes = false } = getOptions(options);
    path = getPath(path);
    if (recursive != null) validateBoolean(recursive, 'options.recursive');
    return ['readdir', [path, Boolean(withFileTypes)], withFileTypes
      ? dirents(path, encoding)
      : (names) => names.map((name) => encodeName(name, encoding))];
  }],
  readlink: [['path', 'options'], (path, options) => {
    const { encoding } = getOptions(options);
    return ['readlink', [getPath(path, 'oldPath')], (result) => encodeName(result, encoding)];
  }],
  realpath: [['path', 'options'], realpath],
  rename: [['oldPath', 'newPath'], (oldPath, newPath) =>
    ['rename', [getPath(oldPath, 'oldPath'), getPath(newPath, 'newPath')]]],
  rmdir: [['path', 'options'], (path, options) => {
    path = getPath(path);
    return options?.recursive === undefined ? ['rmdir', [path]] : rmdirArguments(path, options);
  }],
  rm: [['path', 'options'], (path, options) => {
    const { force, maxRetries, recursive, retryDelay } = getRmOptions(options);
    path = getPath(path);
    return ['rm', [path, force, recursive, maxRetries, retryDelay]];
  }],
  stat: [['path', 'options'], (path, options) => {
    const { bigint, throwIfNoEntry } = statOptions(options);
    return ['stat', [getPath(path), bigint, throwIfNoEntry], stats().statsFrom];
  }],
  statfs: [['path', 'options'], (path, options) =>
    ['statfs', [getPath(path), Boolean(options?.bigint)], (values) => new (stats().StatFs)(...values)]],
  symlink: [['target', 'path', 'type'], (target, path, type) => {
    validateOneOf(type, 'type', ['dir', 'file', 'junction', null, undefined]);
    target = getPath(target, 'target');
    if (isWindows) target = target.replaceAll('/', '\\');
    return ['symlink', [target, getPath(path), symlinkFlags(type)]];
  }],
  unlink: [['path'], (path) => ['unlink', [getPath(path)]]],
  utimes: [['path', 'atime', 'mtime'], times('utimes')],
};
if (internalBinding('process').platform === 'darwin') {
  operations.lchmod = [['path', 'mode'], (path, mode) => ['lchmod', [getPath(path), getMode(mode, 'mode')]]];
}

/** rm of a folder without `recursive` is an error of its own. */
function rmError(error, path) {
  if (error.code !== 'ERR_FS_EISDIR' && error.code !== 'EISDIR') return error;
  return new ERR_FS_EISDIR({ code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: -21 });
}

/** The JavaScript realpath of Node names the call that failed. */
function realpathError(error) {
  if (error.syscall !== 'realpath') return error;
  error.syscall = 'lstat';
  error.message = error.message.replace(', realpath ', ', lstat ');
  return error;
}

/** Errors as Node gives them for operations that are several calls there. */
function translate(name, error, args) {
  if (name === 'rm') return rmError(error, args[0]);
  if (name === 'realpath') return realpathError(error);
  return error;
}

module.exports = { operations, translate };
