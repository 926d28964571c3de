// fs.glob: the files that match patterns. A pattern is a list of segments; a place in the search is a folder and the segment
// that is next there. The search asks for what it needs of the file system by yielding it, so that one algorithm serves the
// synchronous and the asynchronous faces.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const path = require('path');
const { compileGlob, compileSegment, expandBraces } = require('internal/path/glob');
const { validateFunction, validateObject, validateString, validateStringArray } = require('internal/validators');
const { isWindows, kEmptyObject } = require('internal/util');
const { getPath } = require('internal/fs/arguments');
const { Dirent } = require('internal/fs/stats');

const binding = internalBinding('fs');
const ANY_DEPTH = Symbol('**');
const DIRECTORY = 2;
const LINK = 3;

/** A pattern as segments: names, regular expressions and ANY_DEPTH. `a/..` is nothing, and so are dots inside. */
function segmentsOf(pattern) {
  const segments = [];
  pattern.split(isWindows ? /[/\\]+/ : /\/+/).forEach((segment, i, all) => {
    const previous = segments.at(-1);
    if (segment === '**' && previous === '**') return;
    if (segment === '.' && i > 0 && i < all.length - 1) return;
    if (segment === '..' && previous !== undefined && !['', '.', '..', '**'].includes(previous)) segments.pop();
    else segments.push(segment);
  });
  if (segments.length > 1 && segments.at(-1) === '.') segments.pop();
  return segments.map((segment) => (segment === '**' ? ANY_DEPTH : compileSegment(segment, isWindows)));
}

const matches = (segment, name) => (typeof segment === 'object' ? segment.test(name) : segment === name);

function excluderOf(exclude, root) {
  if (exclude == null) return { excludes: () => false };
  if (typeof exclude === 'function') return { excludes: exclude, byName: exclude };
  if (!Array.isArray(exclude)) throw new ERR_INVALID_ARG_TYPE('options.exclude', ['function', 'string[]'], exclude);
  validateStringArray(exclude, 'options.exclude');
  const tests = exclude.flatMap(expandBraces).map((each) => compileGlob(path.resolve(root, each), isWindows));
  return {
    excludes(entry) {
      const full = path.resolve(root, typeof entry === 'string' ? entry : path.join(entry.parentPath, entry.name));
      // What is below a folder in a pattern stands for the folder, too.
      return tests.some((test) => test.test(full) || test.test(`${full}/`));
    },
  };
}

class Search {
  constructor(pattern, options) {
    validateObject(options, 'options');
    const patterns = Array.isArray(pattern) ? pattern : [pattern];
    if (Array.isArray(pattern)) validateStringArray(pattern, 'patterns');
    else validateString(pattern, 'patterns');
    this.cwd = options.cwd === undefined ? undefined : getPath(options.cwd, 'options.cwd');
    this.root = path.resolve(this.cwd ?? '.');
    this.withFileTypes = Boolean(options.withFileTypes);
    this.exclude = excluderOf(options.exclude, this.root);
    this.patterns = patterns.flatMap(expandBraces).filter((each) => each !== '').map(segmentsOf);
    this.folders = new Map();
    this.found = new Set();
  }

  #shown(name, type) {
    if (!this.withFileTypes) return name;
    const folder = path.dirname(name);
    return new Dirent(path.basename(name), type, this.cwd === undefined ? folder : path.resolve(this.root, folder));
  }

  #excluded(name, type) {
    return this.exclude.excludes(this.#shown(name, type));
  }

  /** Yields requests `{ list }` and `{ look }`, answered with entries and a type, and `{ match }`. */
  * run() {
    for (const segments of this.patterns) {
      const seen = new Set();
      const places = [['.', 0]];
      for (let place = places.pop(); place !== undefined; place = places.pop()) {
        const key = `${place[1]}:${place[0]}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield* this.#step(segments, place[0], place[1], places);
      }
    }
  }

  * #match(name, type) {
    if (this.found.has(name)) return;
    type ??= yield { look: path.resolve(this.root, name) };
    if (type === undefined || this.#excluded(name, type)) return;
    this.found.add(name);
    yield { match: this.#shown(name, type) };
  }

  * #entries(folder) {
    let entries = this.folders.get(folder);
    if (entries === undefined) {
      entries = yield { list: path.resolve(this.root, folder) };
      this.folders.set(folder, entries);
    }
    return entries;
  }

  * #step(segments, folder, at, places) {
    const segment = segments[at];
    const last = segments.length - 1;
    if (at === 0 && at < last && (segment === '' || segment === '.' || segment === '..')) {
      places.push([segment === '' ? '/' : segment, 1]);
    } else if (segment === '') {
      // A slash at the end: only folders, links to them included.
      const type = yield { look: path.resolve(this.root, folder), follow: true };
      if (type === DIRECTORY) yield* this.#match(folder);
    } else if (typeof segment === 'string') {
      const name = path.join(folder, segment);
      const type = yield { look: path.resolve(this.root, name) };
      if (type === undefined) return;
      if (at === last) yield* this.#match(name, type);
      else if ((type === DIRECTORY || type === LINK) && !this.#excluded(name, type)) places.push([name, at + 1]);
    } else if (segment === ANY_DEPTH) {
      yield* this.#anyDepth(segments, folder, at, places);
    } else {
      for (const [name, type] of yield* this.#entries(folder)) {
        if (!segment.test(name)) continue;
        const full = path.join(folder, name);
        if (at === last) yield* this.#match(full, type);
        else if (type === DIRECTORY && !this.#excluded(full, type)) places.push([full, at + 1]);
      }
    }
  }

  /** `**`: no folder, or any number of them, none of them hidden or a link. */
  * #anyDepth(segments, folder, at, places) {
    const last = segments.length - 1;
    const next = segments[at + 1];
    if (at === last) {
      if (folder !== '.' || last === 0 || segments[0] === '.') yield* this.#match(folder);
    } else {
      places.push([folder, at + 1]);
    }
    for (const [name, type] of yield* this.#entries(folder)) {
      if (name[0] === '.' && !(at < last && matches(next, name))) continue;
      const full = path.join(folder, name);
      if (this.exclude.byName?.(this.withFileTypes ? this.#shown(full, type) : name)) continue;
      if (type === DIRECTORY) {
        if (!this.#excluded(full, type)) places.push([full, at]);
      } else if (at === last) {
        yield* this.#match(full, type);
      } else if (type === LINK && (segments[0] === '.' || matches(next, name))) {
        // A link is entered, but what lies deeper is not searched through it.
        places.push([full, at + 1]);
      }
    }
  }
}

const zip = ([names, types]) => names.map((name, i) => [name, types[i]]);

function typeOf(stats) {
  if (stats === undefined) return undefined;
  if (stats.isDirectory()) return DIRECTORY;
  if (stats.isSymbolicLink()) return LINK;
  return stats.isFile() ? 1 : 0;
}

function answerSync({ list, look, follow }) {
  try {
    if (list !== undefined) return zip(binding.readdir(list, true));
    const { statsFrom } = require('internal/fs/stats');
    return typeOf(statsFrom(binding[follow ? 'stat' : 'lstat'](look, false, false)));
  } catch {
    // What cannot be read holds nothing.
    return list === undefined ? undefined : [];
  }
}

function answer({ list, look, follow }) {
  return new Promise((resolve) => {
    if (list !== undefined) {
      binding.readdir(list, true, (error, result) => resolve(error ? [] : zip(result)));
      return;
    }
    const { statsFrom } = require('internal/fs/stats');
    binding[follow ? 'stat' : 'lstat'](look, false, true, (error, result) => resolve(error ? undefined : typeOf(statsFrom(result))));
  });
}

function* matchesSync(pattern, options) {
  const search = new Search(pattern, options).run();
  for (let step = search.next(); !step.done;) {
    if (step.value.match !== undefined) {
      yield step.value.match;
      step = search.next();
    } else {
      step = search.next(answerSync(step.value));
    }
  }
}

/** The matches as an async iterator. */
async function* walk(pattern, options = kEmptyObject) {
  const search = new Search(pattern, options).run();
  for (let step = search.next(); !step.done;) {
    if (step.value.match !== undefined) {
      yield step.value.match;
      step = search.next();
    } else {
      step = search.next(await answer(step.value));
    }
  }
}

function globSync(pattern, options = kEmptyObject) {
  return [...matchesSync(pattern, options)];
}

async function collect(pattern, options) {
  const result = [];
  for await (const match of walk(pattern, options)) result.push(match);
  return result;
}

function glob(pattern, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  collect(pattern, options).then((result) => process.nextTick(callback, null, result), (error) => process.nextTick(callback, error));
}

module.exports = { glob, globSync, walk };
