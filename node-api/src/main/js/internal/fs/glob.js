// fs.glob: the files that match patterns.

const path = require('path');
const { compileGlob, expandBraces } = require('internal/path/glob');
const { validateFunction, validateObject, validateString, validateStringArray } = require('internal/validators');
const { isWindows, kEmptyObject } = require('internal/util');
const { Dirent } = require('internal/fs/stats');

const binding = internalBinding('fs');
const isMagic = (segment) => /[*?[\]!@+(){}]/.test(segment);

/** The folder a pattern's matches are below of: its leading plain segments. */
function baseOf(pattern) {
  const segments = pattern.split(/[\\/]/);
  const plain = [];
  while (segments.length > 1 && !isMagic(segments[0])) plain.push(segments.shift());
  const base = plain.join('/');
  return base === '' && pattern[0] === '/' ? '/' : base;
}

function isBelow(base, name) {
  return base === '' || base === '/' || name === base || name.startsWith(`${base}/`) || base.startsWith(`${name}/`);
}

function prepare(pattern, options) {
  validateObject(options, 'options');
  const patterns = Array.isArray(pattern) ? pattern : [pattern];
  if (Array.isArray(pattern)) validateStringArray(pattern, 'patterns');
  else validateString(pattern, 'patterns');
  const cwd = options.cwd === undefined ? process.cwd() : require('internal/fs/arguments').getPath(options.cwd, 'cwd');
  const { exclude, withFileTypes = false } = options;
  let excluded = () => false;
  if (typeof exclude === 'function') excluded = exclude;
  else if (exclude != null) {
    const tests = exclude.map((each) => compileGlob(each, isWindows));
    excluded = (entry) => tests.some((test) => test.test(withFileTypes ? path.join(entry.parentPath, entry.name) : entry));
  }
  return { cwd, excluded, patterns: patterns.flatMap(expandBraces), withFileTypes };
}

function* walk(pattern, options) {
  const { cwd, excluded, patterns, withFileTypes } = prepare(pattern, options);
  const seen = new Set();
  for (const each of patterns) {
    const normalized = path.normalize(each).replace(/\/$/, '');
    const test = compileGlob(normalized, isWindows);
    const base = baseOf(normalized);
    const deep = normalized.split('/').includes('**');
    const depth = normalized.split('/').length;
    const queue = [path.isAbsolute(normalized) ? '/' : ''];
    const report = (name, type, parent) => {
      if (seen.has(name) || !test.test(name)) return undefined;
      seen.add(name);
      return withFileTypes ? new Dirent(path.basename(name), type, parent) : name;
    };
    for (let i = 0; i < queue.length; i++) {
      const folder = queue[i];
      let names;
      let kinds;
      try {
        [names, kinds] = binding.readdir(path.resolve(cwd, folder || '.'), true);
      } catch {
        continue;
      }
      for (let j = 0; j < names.length; j++) {
        const name = folder === '' ? names[j] : path.join(folder, names[j]);
        if (!isBelow(base, name)) continue;
        const parent = path.resolve(cwd, folder || '.');
        const entry = withFileTypes ? new Dirent(names[j], kinds[j], parent) : name;
        if (excluded(entry)) continue;
        const found = report(name, kinds[j], parent);
        if (found !== undefined) yield found;
        if (kinds[j] === 2 && (deep || name.split('/').length < depth)) queue.push(name);
      }
    }
  }
}

function globSync(pattern, options = kEmptyObject) {
  return [...walk(pattern, options)];
}

function glob(pattern, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  const walker = walk(pattern, options ?? kEmptyObject);
  const result = [];
  // A step a turn, so that a large tree does not hold up the loop.
  const step = () => {
    try {
      for (let i = 0; i < 100; i++) {
        const { done, value } = walker.next();
        if (done) {
          callback(null, result);
          return;
        }
        result.push(value);
      }
    } catch (error) {
      callback(error);
      return;
    }
    require('timers').setImmediate(step);
  };
  process.nextTick(step);
}

module.exports = { glob, globSync, walk };
