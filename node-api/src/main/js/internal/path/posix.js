// POSIX paths: segments between slashes, no drives.

/** Every program that is started asks for paths: what checks them is loaded with the first that is none. */
function validateString(value, name) {
  if (typeof value !== 'string') require('internal/validators').validateString(value, name);
}

const SLASH = 47;

/** Resolves `.` and `..` between slashes; `..` above the top stays unless the path is absolute. */
function normalizeSegments(path, keepAbove) {
  const kept = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else if (keepAbove) kept.push('..');
  }
  return kept.join('/');
}

const posix = {
  resolve(...args) {
    let resolved = '';
    let absolute = false;
    for (let i = args.length - 1; i >= 0 && !absolute; i--) {
      const path = args[i];
      validateString(path, `paths[${i}]`);
      if (path.length === 0) continue;
      resolved = resolved === '' ? path : `${path}/${resolved}`;
      absolute = path.charCodeAt(0) === SLASH;
    }
    if (!absolute) {
      const cwd = process.cwd();
      resolved = resolved === '' ? cwd : `${cwd}/${resolved}`;
      absolute = cwd.charCodeAt(0) === SLASH;
    }
    resolved = normalizeSegments(resolved, !absolute);
    if (absolute) return `/${resolved}`;
    return resolved.length > 0 ? resolved : '.';
  },

  normalize(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const absolute = path.charCodeAt(0) === SLASH;
    const trailing = path.charCodeAt(path.length - 1) === SLASH;
    let result = normalizeSegments(path, !absolute);
    if (result.length === 0) {
      if (absolute) return '/';
      return trailing ? './' : '.';
    }
    if (trailing) result += '/';
    return absolute ? `/${result}` : result;
  },

  isAbsolute(path) {
    validateString(path, 'path');
    return path.length > 0 && path.charCodeAt(0) === SLASH;
  },

  join(...args) {
    if (args.length === 0) return '.';
    const parts = [];
    for (let i = 0; i < args.length; i++) {
      validateString(args[i], 'path');
      if (args[i].length > 0) parts.push(args[i]);
    }
    return parts.length === 0 ? '.' : posix.normalize(parts.join('/'));
  },

  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    from = posix.resolve(from);
    to = posix.resolve(to);
    if (from === to) return '';
    const source = from === '/' ? [] : from.slice(1).split('/');
    const target = to === '/' ? [] : to.slice(1).split('/');
    let same = 0;
    while (same < source.length && same < target.length && source[same] === target[same]) same++;
    const up = source.slice(same).map(() => '..');
    return up.concat(target.slice(same)).join('/');
  },

  toNamespacedPath(path) {
    return path;
  },

  dirname(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    let end = path.length;
    while (end > 1 && path.charCodeAt(end - 1) === SLASH) end--;
    const slash = path.lastIndexOf('/', end - 1);
    if (slash === -1) return '.';
    if (slash === 0) return path.charCodeAt(1) === SLASH && end > 2 && path.lastIndexOf('/', end - 1) === 1 ? '//' : '/';
    end = slash;
    while (end > 0 && path.charCodeAt(end - 1) === SLASH) end--;
    if (end === 0) return slash === 1 ? '//' : '/';
    return path.slice(0, slash === end ? end : slash);
  },

  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    let end = path.length;
    while (end > 0 && path.charCodeAt(end - 1) === SLASH) end--;
    const start = path.lastIndexOf('/', end - 1) + 1;
    const base = end === 0 ? '' : path.slice(start, end);
    if (suffix !== undefined && suffix.length > 0 && suffix.length <= path.length) {
      if (suffix === path) return '';
      if (base !== suffix && base.endsWith(suffix)) return base.slice(0, base.length - suffix.length);
    }
    return base;
  },

  extname(path) {
    validateString(path, 'path');
    const base = posix.basename(path);
    const dot = base.lastIndexOf('.');
    if (dot <= 0 || base === '..') return '';
    return base.slice(dot);
  },

  format(pathObject) {
    return require('internal/path/shared').formatPath('/', pathObject);
  },

  parse(path) {
    validateString(path, 'path');
    const result = { root: '', dir: '', base: '', ext: '', name: '' };
    if (path.length === 0) return result;
    const absolute = path.charCodeAt(0) === SLASH;
    if (absolute) result.root = '/';
    let end = path.length;
    while (end > (absolute ? 1 : 0) && path.charCodeAt(end - 1) === SLASH) end--;
    const start = path.lastIndexOf('/', end - 1) + 1;
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
    if (start > 1) result.dir = path.slice(0, start - 1);
    else if (absolute) result.dir = '/';
    return result;
  },

  matchesGlob(path, pattern) {
    return require('internal/path/shared').matchesGlob(path, pattern, false);
  },

  sep: '/',
  delimiter: ':',
  posix: null,
};

posix.posix = posix;
// The name Windows' API had before Node 9 is still looked up by old packages.
posix._makeLong = posix.toNamespacedPath;
internalBinding('builtins').lazyExports(posix, 'internal/path/win32', ['win32']);

module.exports = posix;
