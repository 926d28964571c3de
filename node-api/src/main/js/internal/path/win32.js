// Windows paths: drives, UNC shares, both slashes.

const { validateString } = require('internal/validators');
const { formatPath, matchesGlob } = require('internal/path/shared');

const isSlash = (code) => code === 47 || code === 92;
const isLetter = (code) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const reservedNames = new Set(['CON', 'PRN', 'AUX', 'NUL', 'COM1', 'COM2', 'COM3', 'COM4', 'COM5', 'COM6', 'COM7', 'COM8',
  'COM9', 'LPT1', 'LPT2', 'LPT3', 'LPT4', 'LPT5', 'LPT6', 'LPT7', 'LPT8', 'LPT9',
  'COM\xb9', 'COM\xb2', 'COM\xb3', 'LPT\xb9', 'LPT\xb2', 'LPT\xb3']);

/**
 * The root of a path: `device` (`C:` or `\\server\share`), `absolute`, `end` (index after the root),
 * `unc` when the device is a share.
 */
function rootOf(path) {
  const length = path.length;
  const root = { device: '', absolute: false, end: 0, unc: false };
  if (length === 0) return root;
  const first = path.charCodeAt(0);
  if (isSlash(first)) {
    root.absolute = true;
    root.end = 1;
    if (length > 1 && isSlash(path.charCodeAt(1))) {
      let i = 2;
      while (i < length && !isSlash(path.charCodeAt(i))) i++;
      const server = path.slice(2, i);
      if (i < length && i > 2) {
        let shareStart = i;
        while (shareStart < length && isSlash(path.charCodeAt(shareStart))) shareStart++;
        if (shareStart < length && shareStart !== i) {
          let shareEnd = shareStart;
          while (shareEnd < length && !isSlash(path.charCodeAt(shareEnd))) shareEnd++;
          root.unc = true;
          root.server = server;
          root.share = path.slice(shareStart, shareEnd);
          root.end = shareEnd;
          root.shareStart = shareStart;
          root.device = `\\\\${server}\\${root.share}`;
          root.namespace = server === '.' || server === '?';
          if (root.namespace) {
            root.device = `\\\\${server}`;
            root.end = 4;
          }
        }
      }
    }
  } else if (isLetter(first) && length > 1 && path.charCodeAt(1) === 58) {
    root.device = path.slice(0, 2);
    root.end = 2;
    if (length > 2 && isSlash(path.charCodeAt(2))) {
      root.absolute = true;
      root.end = 3;
    }
  }
  return root;
}

function normalizeSegments(path, keepAbove) {
  const kept = [];
  for (const segment of path.split(/[\\/]/)) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else if (keepAbove) kept.push('..');
  }
  return kept.join('\\');
}

function isReserved(path, colon) {
  return reservedNames.has(path.slice(0, colon).toUpperCase());
}

/** A bare relative tail must not turn into a drive or a device (`./c:/x` → `.\c:\x`). */
function shieldDrive(path, tail) {
  if (tail.length >= 2 && isLetter(tail.charCodeAt(0)) && tail.charCodeAt(1) === 58) return `.\\${tail}`;
  let colon = path.indexOf(':');
  do {
    if (colon === path.length - 1 || (colon !== -1 && isSlash(path.charCodeAt(colon + 1)))) return `.\\${tail}`;
  } while (colon !== -1 && (colon = path.indexOf(':', colon + 1)) !== -1);
  return undefined;
}

/** Node's environment key for the current folder of a drive is `=C:`. */
function cwdOfDrive(device) {
  if (device.length === 0) return process.cwd();
  const cwd = process.env[`=${device}`] || process.cwd();
  if (cwd === undefined ||
      (cwd.slice(0, 2).toLowerCase() !== device.toLowerCase() && cwd.charCodeAt(2) === 92)) {
    return `${device}\\`;
  }
  return cwd;
}

function basenameBounds(path) {
  let start = 0;
  if (path.length >= 2 && isLetter(path.charCodeAt(0)) && path.charCodeAt(1) === 58) start = 2;
  let end = path.length;
  while (end > start && isSlash(path.charCodeAt(end - 1))) end--;
  let from = end;
  while (from > start && !isSlash(path.charCodeAt(from - 1))) from--;
  return [from, end];
}

/** The root as `parse` and `dirname` see it: a share counts with the slash after it. */
function lexicalRoot(path) {
  const length = path.length;
  if (length === 0) return 0;
  const first = path.charCodeAt(0);
  if (isSlash(first)) {
    if (length === 1 || !isSlash(path.charCodeAt(1))) return 1;
    let i = 2;
    while (i < length && !isSlash(path.charCodeAt(i))) i++;
    if (i === 2 || i >= length) return 1;
    let j = i;
    while (j < length && isSlash(path.charCodeAt(j))) j++;
    if (j >= length) return 1;
    let k = j;
    while (k < length && !isSlash(path.charCodeAt(k))) k++;
    return k < length ? k + 1 : k;
  }
  if (isLetter(first) && length > 1 && path.charCodeAt(1) === 58) {
    return length > 2 && isSlash(path.charCodeAt(2)) ? 3 : 2;
  }
  return 0;
}

const win32 = {
  resolve(...args) {
    let device = '';
    let tail = '';
    let absolute = false;
    for (let i = args.length - 1; i >= -1; i--) {
      let path;
      if (i >= 0) {
        path = args[i];
        validateString(path, `paths[${i}]`);
        if (path.length === 0) continue;
      } else {
        path = cwdOfDrive(device);
      }
      const root = rootOf(path);
      if (root.device.length > 0) {
        if (device.length > 0) {
          if (root.device.toLowerCase() !== device.toLowerCase()) continue;
        } else {
          device = root.device;
        }
      }
      if (absolute) {
        if (device.length > 0) break;
      } else {
        tail = `${path.slice(root.end)}\\${tail}`;
        absolute = root.absolute;
        if (absolute && device.length > 0) break;
      }
    }
    tail = normalizeSegments(tail, !absolute);
    return absolute ? `${device}\\${tail}` : `${device}${tail}` || '.';
  },

  normalize(path) {
    validateString(path, 'path');
    const length = path.length;
    if (length === 0) return '.';
    if (length === 1) return path === '/' ? '\\' : path;
    const root = rootOf(path);
    if (root.unc && !root.namespace && root.end === length) return `${root.device}\\`;
    let tail = root.end < length ? normalizeSegments(path.slice(root.end), !root.absolute) : '';
    if (tail.length === 0 && !root.absolute) tail = '.';
    if (tail.length > 0 && isSlash(path.charCodeAt(length - 1))) tail += '\\';
    if (!root.absolute && root.device === '' && path.includes(':')) {
      const shielded = shieldDrive(path, tail);
      if (shielded !== undefined) return shielded;
    }
    const colon = path.indexOf(':');
    if (isReserved(path, colon)) return `.\\${root.device}${tail}`;
    if (root.device === '') return root.absolute ? `\\${tail}` : tail;
    return root.absolute ? `${root.device}\\${tail}` : `${root.device}${tail}`;
  },

  isAbsolute(path) {
    validateString(path, 'path');
    return path.length > 0 && (isSlash(path.charCodeAt(0)) ||
      (path.length > 2 && isLetter(path.charCodeAt(0)) && path.charCodeAt(1) === 58 && isSlash(path.charCodeAt(2))));
  },

  join(...args) {
    if (args.length === 0) return '.';
    const parts = [];
    for (const arg of args) {
      validateString(arg, 'path');
      if (arg.length > 0) parts.push(arg);
    }
    if (parts.length === 0) return '.';
    let joined = parts.join('\\');
    // A share is only meant if the first part itself begins with exactly two slashes.
    const first = parts[0];
    let slashes = 0;
    if (isSlash(first.charCodeAt(0))) {
      slashes = 1;
      if (first.length > 1 && isSlash(first.charCodeAt(1))) {
        slashes = 2;
        if (first.length > 2 && isSlash(first.charCodeAt(2))) slashes = 3;
      }
    }
    if (slashes !== 2 || first.length === 2) {
      let leading = 0;
      while (leading < joined.length && isSlash(joined.charCodeAt(leading))) leading++;
      if (leading >= 2) joined = `\\${joined.slice(leading)}`;
    }
    // A reserved device name in any segment keeps the path as it was written.
    const segments = [];
    let segment = '';
    for (let i = 0; i < joined.length; i++) {
      if (joined[i] === '\\') {
        if (segment) segments.push(segment);
        segment = '';
        while (i + 1 < joined.length && joined[i + 1] === '\\') i++;
      } else {
        segment += joined[i];
      }
    }
    if (segment) segments.push(segment);
    if (segments.some((each) => {
      const colon = each.indexOf(':');
      return colon !== -1 && isReserved(each, colon);
    })) return joined.replaceAll('/', '\\');
    return win32.normalize(joined);
  },

  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    const fromFull = win32.resolve(from);
    const toFull = win32.resolve(to);
    if (fromFull === toFull) return '';
    if (fromFull.toLowerCase() === toFull.toLowerCase()) return '';
    const trim = (path) => path.replace(/^\\+/, '').replace(/\\+$/, '');
    const source = trim(fromFull).split('\\');
    const target = trim(toFull).split('\\');
    let same = 0;
    while (same < source.length && same < target.length &&
           source[same].toLowerCase() === target[same].toLowerCase()) same++;
    if (same === 0 && source[0] !== '' && target[0] !== '') return toFull;
    const up = source.slice(same).filter((part) => part !== '').map(() => '..');
    const tail = toFull.replace(/^\\+/, '').split('\\').slice(same).join('\\');
    if (up.length === 0) return trim(tail);
    return tail === '' ? up.join('\\') : `${up.join('\\')}\\${trim(tail)}`;
  },

  toNamespacedPath(path) {
    if (typeof path !== 'string' || path.length === 0) return path;
    const resolved = win32.resolve(path);
    if (resolved.length <= 2) return path;
    if (resolved.startsWith('\\\\')) {
      const third = resolved[2];
      if (third !== '?' && third !== '.') return `\\\\?\\UNC\\${resolved.slice(2)}`;
    } else if (isLetter(resolved.charCodeAt(0)) && resolved.charCodeAt(1) === 58 && resolved.charCodeAt(2) === 92) {
      return `\\\\?\\${resolved}`;
    }
    return resolved;
  },

  dirname(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const root = lexicalRoot(path);
    if (root === path.length && root > 0) return path;
    let end = path.length;
    while (end > root && isSlash(path.charCodeAt(end - 1))) end--;
    let slash = end;
    while (slash > root && !isSlash(path.charCodeAt(slash - 1))) slash--;
    if (slash > root) return path.slice(0, slash - 1);
    return root === 0 ? '.' : path.slice(0, root);
  },

  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    const [start, end] = basenameBounds(path);
    const base = path.slice(start, end);
    if (suffix !== undefined && suffix.length > 0 && suffix.length <= path.length) {
      if (suffix === path) return '';
      if (base !== suffix && base.endsWith(suffix)) return base.slice(0, base.length - suffix.length);
    }
    return base;
  },

  extname(path) {
    validateString(path, 'path');
    const base = win32.basename(path);
    const dot = base.lastIndexOf('.');
    return dot <= 0 || base === '..' ? '' : base.slice(dot);
  },

  format: formatPath.bind(null, '\\'),

  parse(path) {
    validateString(path, 'path');
    const result = { root: '', dir: '', base: '', ext: '', name: '' };
    if (path.length === 0) return result;
    const root = lexicalRoot(path);
    result.root = path.slice(0, root);
    let end = path.length;
    while (end > root && isSlash(path.charCodeAt(end - 1))) end--;
    let start = end;
    while (start > root && !isSlash(path.charCodeAt(start - 1))) start--;
    if (start < end) {
      result.base = path.slice(start, end);
      const dot = result.base.lastIndexOf('.');
      if (dot <= 0 || result.base === '..') {
        result.name = result.base;
      } else {
        result.name = result.base.slice(0, dot);
        result.ext = result.base.slice(dot);
      }
    }
    result.dir = start > 0 && start !== root ? path.slice(0, start - 1) : result.root;
    return result;
  },

  matchesGlob(path, pattern) {
    return matchesGlob(path, pattern, true);
  },

  sep: '\\',
  delimiter: ';',
  posix: null,
  win32: null,
};

win32.win32 = win32;
win32.posix = require('internal/path/posix');
win32._makeLong = win32.toNamespacedPath;

module.exports = win32;
