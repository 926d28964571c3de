// fs.cp: copies files and trees.

const {
  codes: {
    ERR_FS_CP_DIR_TO_NON_DIR, ERR_FS_CP_EEXIST, ERR_FS_CP_EINVAL, ERR_FS_CP_FIFO_PIPE, ERR_FS_CP_NON_DIR_TO_DIR,
    ERR_FS_CP_SOCKET, ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY, ERR_FS_CP_UNKNOWN, ERR_FS_EISDIR, ERR_INVALID_RETURN_VALUE,
  },
} = require('internal/errors');
const { getCallback, getCopyMode, getPath } = require('internal/fs/arguments');
const { validateBoolean, validateFunction, validateObject } = require('internal/validators');
const path = require('path');

const defaults = {
  dereference: false, errorOnExist: false, filter: undefined, force: true, preserveTimestamps: false, recursive: false,
  verbatimSymlinks: false,
};

function checkOptions(options) {
  if (options === undefined) return { ...defaults, mode: 0 };
  validateObject(options, 'options');
  const result = { ...defaults, ...options };
  for (const name of ['dereference', 'errorOnExist', 'force', 'preserveTimestamps', 'recursive', 'verbatimSymlinks']) {
    validateBoolean(result[name], `options.${name}`);
  }
  result.mode = getCopyMode(result.mode);
  if (result.dereference && result.verbatimSymlinks) {
    const { codes: { ERR_INCOMPATIBLE_OPTION_PAIR } } = require('internal/errors');
    throw new ERR_INCOMPATIBLE_OPTION_PAIR('dereference', 'verbatimSymlinks');
  }
  if (options.filter !== undefined) validateFunction(options.filter, 'options.filter');
  return result;
}

function problem(Class, message, where, errno, code) {
  return new Class({ message, path: where, syscall: 'cp', errno, code });
}

function intoItself(src, dest) {
  return problem(ERR_FS_CP_EINVAL, `cannot copy ${src} to a subdirectory of self ${dest}`, dest, -22, 'EINVAL');
}

function isInside(parent, child) {
  const from = path.resolve(parent).split(path.sep).filter(Boolean);
  const to = path.resolve(child).split(path.sep).filter(Boolean);
  return from.every((part, i) => to[i] === part);
}

function copyOf(fs, options) {
  const stat = options.dereference ? fs.statSync : fs.lstatSync;
  const look = (file) => stat(file, { throwIfNoEntry: false });

  function check(src, dest) {
    const from = stat(src);
    const to = look(dest);
    if (to) {
      if (from.ino === to.ino && from.dev === to.dev) {
        throw problem(ERR_FS_CP_EINVAL, 'src and dest cannot be the same', dest, -22, 'EINVAL');
      }
      if (from.isDirectory() && !to.isDirectory()) {
        throw problem(ERR_FS_CP_DIR_TO_NON_DIR, `cannot overwrite non-directory ${dest} with directory ${src}`, dest, -21, 'EISDIR');
      }
      if (!from.isDirectory() && to.isDirectory()) {
        throw problem(ERR_FS_CP_NON_DIR_TO_DIR, `cannot overwrite directory ${dest} with non-directory ${src}`, dest, -20, 'ENOTDIR');
      }
    }
    if (from.isDirectory() && isInside(src, dest)) throw intoItself(src, dest);
    return { from, to };
  }

  /** Folders around the target may be the source by another name. */
  function checkParents(src, dest) {
    const from = stat(src);
    const root = path.parse(path.resolve(dest)).root;
    const home = path.resolve(path.dirname(src));
    for (let folder = path.resolve(path.dirname(dest)); folder !== home && folder !== root; folder = path.dirname(folder)) {
      const at = fs.statSync(folder, { throwIfNoEntry: false });
      if (at === undefined) continue;
      if (at.ino === from.ino && at.dev === from.dev) throw intoItself(src, dest);
    }
  }

  function* copy(src, dest, isRoot) {
    const { from, to } = check(src, dest);
    if (isRoot) {
      checkParents(src, dest);
      const folder = path.dirname(dest);
      if (!fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: true });
    }
    if (from.isDirectory()) {
      if (!options.recursive) throw new ERR_FS_EISDIR({ message: `Recursive option not enabled, cannot copy a directory: ${src}`, path: src, syscall: 'cp', errno: -21, code: 'EISDIR' });
      if (!to) fs.mkdirSync(dest, { recursive: true });
      for (const name of fs.readdirSync(src)) {
        const [source, target] = [path.join(src, name), path.join(dest, name)];
        if (options.filter && !(yield options.filter(source, target))) continue;
        yield* copy(source, target, false);
      }
      if (!to) fs.chmodSync(dest, from.mode);
    } else if (from.isFile() || from.isCharacterDevice() || from.isBlockDevice()) {
      copyFile(src, dest, from, to);
    } else if (from.isSymbolicLink()) {
      copyLink(src, dest, to);
    } else if (from.isSocket()) {
      throw problem(ERR_FS_CP_SOCKET, `cannot copy a socket file: ${dest}`, dest, -22, 'EINVAL');
    } else if (from.isFIFO()) {
      throw problem(ERR_FS_CP_FIFO_PIPE, `cannot copy a FIFO pipe: ${dest}`, dest, -22, 'EINVAL');
    } else {
      throw problem(ERR_FS_CP_UNKNOWN, `cannot copy an unknown file type: ${dest}`, dest, -22, 'EINVAL');
    }
  }

  function copyFile(src, dest, from, to) {
    if (to) {
      if (!options.force) {
        if (options.errorOnExist) throw problem(ERR_FS_CP_EEXIST, `${dest} already exists`, dest, -17, 'EEXIST');
        return;
      }
      fs.unlinkSync(dest);
    }
    fs.copyFileSync(src, dest, options.mode);
    if (options.preserveTimestamps) {
      const { atime, mtime } = fs.statSync(src);
      fs.utimesSync(dest, atime, mtime);
    }
    fs.chmodSync(dest, from.mode);
  }

  function copyLink(src, dest, to) {
    let target = fs.readlinkSync(src);
    if (!options.verbatimSymlinks && !path.isAbsolute(target)) target = path.resolve(path.dirname(src), target);
    if (to) {
      let present;
      try {
        present = path.resolve(path.dirname(dest), fs.readlinkSync(dest));
      } catch (error) {
        if (error.code !== 'EINVAL' && error.code !== 'UNKNOWN') throw error;
      }
      if (present !== undefined) {
        if (target !== present && isInside(target, present)) {
          throw problem(ERR_FS_CP_EINVAL, `cannot copy ${target} to a subdirectory of self ${present}`, dest, -22, 'EINVAL');
        }
        if (fs.statSync(src, { throwIfNoEntry: false })?.isDirectory() && target !== present && isInside(present, target)) {
          throw problem(ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY, `cannot overwrite ${present} with ${target}`, dest, -22, 'EINVAL');
        }
        // Only a link gives way to a link.
        fs.unlinkSync(dest);
      }
    }
    fs.symlinkSync(target, dest);
  }

  return copy;
}

function cpSync(src, dest, options) {
  options = checkOptions(options);
  src = getPath(src, 'src');
  dest = getPath(dest, 'dest');
  const fs = require('fs');
  const filter = (source, target) => {
    const keep = options.filter(source, target);
    if (keep !== null && typeof keep?.then === 'function') throw new ERR_INVALID_RETURN_VALUE('boolean', 'filter', keep);
    return keep;
  };
  if (options.filter && !filter(src, dest)) return;
  const work = copyOf(fs, { ...options, filter: options.filter && filter })(src, dest, true);
  let step = work.next();
  while (!step.done) step = work.next(step.value);
}

async function cpAsync(src, dest, options) {
  options = checkOptions(options);
  src = getPath(src, 'src');
  dest = getPath(dest, 'dest');
  if (options.filter && !(await options.filter(src, dest))) return;
  const work = copyOf(require('fs'), options)(src, dest, true);
  let step = work.next();
  while (!step.done) step = work.next(await step.value);
}

function cp(src, dest, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  callback = getCallback(callback);
  options = checkOptions(options);
  src = getPath(src, 'src');
  dest = getPath(dest, 'dest');
  cpAsync(src, dest, options).then(() => process.nextTick(callback, null), (error) => process.nextTick(callback, error));
}

module.exports = { cp, cpAsync, cpSync };
