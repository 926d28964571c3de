// Completions at the prompt: commands, names of modules, files for fs, variables and members.

const fs = require('fs');
const path = require('path');

const requireCall = /\brequire\s*\(\s*['"`](([\w@./:-]+\/)?[\w@./:-]*)$/;
const importCall = /\bimport\s*\(\s*['"`](([\w@./:-]+\/)?[\w@./:-]*)$/;
const fsCall = /\bfs(?:\.promises)?\.\s*[a-z][a-zA-Z]+\(\s*["'](.*)/;
const versioned = /-\d+\.\d+/;
const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;
const legacyMethods = new Set(['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__']);
const importable = ['.js', '.mjs', '.cjs', '.json', '.wasm', '.node'];
const words = ['async', 'await', 'break', 'case', 'catch', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'export', 'false',
  'finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'let', 'new', 'null', 'return', 'switch', 'this', 'throw', 'true', 'try',
  'typeof', 'var', 'void', 'while', 'with', 'yield'];
const schemeOnly = ['node:sea', 'node:sqlite', 'node:test', 'node:test/reporters'];
const prototypeDepth = 6;

let libraries;
let withScheme;
/** Modules the prompt has as globals. */
function builtinLibraries() {
  return libraries ??= require('internal/modules/cjs').Module.builtinModules.filter((id) => !id.startsWith('_') && !id.includes(':'));
}

function readFolder(folder) {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Own names that can be written after a period. */
function propertyNames(object) {
  if (!object) return [];
  const isObjectPrototype = Object.getPrototypeOf(object) === null && isPrototypeOfObjects(object);
  return Object.getOwnPropertyNames(object)
    .filter((name) => identifier.test(name) && !(isObjectPrototype && legacyMethods.has(name)));
}

function isPrototypeOfObjects(object) {
  const constructor = Object.getOwnPropertyDescriptor(object, 'constructor')?.value;
  const functions = constructor && Object.getPrototypeOf(constructor);
  return Boolean(functions) && Object.getPrototypeOf(functions) === object;
}

/** The chain of members a text ends with, such as `a.b["c"].d`; without calls, since it is evaluated. */
function trailingChain(line) {
  let start = line.length;
  const skip = (pattern) => {
    const length = pattern.exec(line.slice(0, start))?.[0].length ?? 0;
    start -= length;
    return length > 0;
  };
  skip(/[\p{ID_Continue}$]*$/u);
  while (skip(/\?\.$|\.$/)) {
    let operand = false;
    while (skip(/\[[^\][]*\]$/)) operand = true;
    if (skip(/[\p{ID_Continue}$]+$/u)) continue;
    if (!operand && !skip(/(["'`])(?:(?!\1).)*\1$/) && !skip(/\([\w$.]+\)$/) && !skip(/[\])}]$/)) break;
  }
  return line.slice(start);
}

function complete(server, line, callback) {
  line = line.trimStart();
  let match;
  if ((match = /^\.(\w*)$/.exec(line)) !== null) {
    return answer([Object.keys(server.commands)], match[1], match[1], callback);
  }
  if ((match = requireCall.exec(line)) !== null) {
    return answer(modules(server, match, server.context.module?.paths ?? [], Object.keys(extensions()), true), match[1], match[1], callback);
  }
  if ((match = importCall.exec(line)) !== null) {
    return answer(modules(server, match, server.context.module?.paths ?? [], importable, false), match[1], match[1], callback);
  }
  if (server.allowBlockingCompletions && (match = fsCall.exec(line)) !== null) return completeFiles(match[1], callback);
  if (line === '' || /[\w.$]$/.test(line)) return completeNames(server, line, callback);
  return answer([], undefined, '', callback);
}

const extensions = () => require('internal/modules/cjs').Module._extensions;

/** Files and packages that can be loaded, and the libraries. */
function modules(server, [, request, folder = ''], paths, endings, isRequire) {
  const groups = [];
  if (server.allowBlockingCompletions) {
    const found = [];
    if (request === '.') found.push('./', '../');
    else if (request === '..') found.push('../');
    else for (const root of /^\.\.?\//.test(request) ? [process.cwd()] : paths) addModules(found, path.resolve(root, folder), folder, endings, isRequire);
    if (found.length > 0) groups.push(found);
  }
  // Programs add to the first list what is no library of Node's.
  const names = builtinLibraries();
  withScheme ??= [...names.map((name) => `node:${name}`), ...schemeOnly.filter(require('internal/modules/cjs').Module.isBuiltin)];
  groups.push([...names], withScheme);
  return groups;
}

function addModules(found, folder, prefix, endings, isRequire) {
  const mains = new Set(['package.json', ...endings.map((ending) => `index${ending}`)]);
  for (const entry of readFolder(folder)) {
    const { name } = entry;
    if (versioned.test(name) || name === '.npm') continue;
    if (!entry.isDirectory()) {
      const ending = path.extname(name);
      if (!endings.includes(ending)) continue;
      if (!isRequire) found.push(prefix + name);
      else if (!prefix || path.basename(name, ending) !== 'index') found.push(prefix + path.basename(name, ending));
      continue;
    }
    found.push(`${prefix}${name}/`);
    const isPackage = isRequire || (!prefix && path.basename(folder) === 'node_modules');
    if (isPackage && readFolder(path.resolve(folder, name)).some((each) => mains.has(each.name))) found.push(prefix + name);
  }
}

/** The rest of a path in a call of fs. */
function completeFiles(file, callback) {
  let name = '';
  let entries = readFolder(file);
  if (entries.length === 0) {
    name = path.basename(file);
    entries = readFolder(path.dirname(file));
  }
  answer([entries.map((entry) => entry.name).filter((each) => each.startsWith(name))], name, '', callback);
}

function completeNames(server, line, callback) {
  const chain = trailingChain(line);
  if (line !== '' && chain === '') return answer([], undefined, '', callback);
  const dot = chain.lastIndexOf('.');
  const filter = chain.slice(dot + 1);
  if (dot === -1) {
    return answer(variables(server, filter), chain, filter, callback);
  }
  const optional = chain[dot - 1] === '?';
  const object = chain.slice(0, optional ? dot - 1 : dot);
  if (object === '') return answer([], chain, '', callback);
  // A member is looked up by evaluating what is before it.
  return server.eval(`try { ${object} } catch {}`, server.context, 'REPL0', (error, value) => {
    const prefix = object + (optional ? '?.' : '.');
    const groups = members(value).map((group) => group.map((name) => prefix + name));
    answer(groups, chain, groups.length > 0 && filter ? prefix + filter : '', callback);
  });
}

function members(value) {
  const groups = [];
  try {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    let object = isObject ? value : value.constructor?.prototype ?? null;
    for (let depth = 0; object !== null && depth < prototypeDepth; depth++) {
      groups.push(propertyNames(object));
      object = Object.getPrototypeOf(object);
    }
  } catch { /* undefined, or a proxy that refuses */ }
  return groups;
}

function variables(server, filter) {
  const { context } = server;
  const groups = [internalBinding('script').lexicalNames(server.useGlobal ? undefined : context)];
  for (let proto = Object.getPrototypeOf(context); proto !== null; proto = Object.getPrototypeOf(proto)) groups.push(propertyNames(proto));
  groups.push(propertyNames(context));
  if (filter !== '') groups.push([...words]);
  return groups;
}

/** Filters, sorts and joins groups; the first, the nearest, comes last. */
function answer(groups, completed, filter, callback) {
  const lower = filter.toLowerCase();
  const seen = new Set();
  const result = [];
  for (const group of groups) {
    const fresh = [];
    for (const name of group) {
      if (name === '' || seen.has(name) || !name.toLowerCase().startsWith(lower)) continue;
      seen.add(name);
      fresh.push(name);
    }
    if (fresh.length === 0) continue;
    fresh.sort((a, b) => (a < b ? -1 : 1));
    result.unshift('', ...fresh);
  }
  result.shift();
  callback(null, [result, completed]);
}

module.exports = { builtinLibraries, complete };
