// The CommonJS loader: LOAD_AS_FILE, LOAD_AS_DIRECTORY, LOAD_NODE_MODULES and their kin of Node's documentation (modules,
// "All together"). Finding packages by `exports`, `imports` and self-reference is shared with `import`: the host does it.
const path = require('path');
const binding = internalBinding('modules');

const relativeResolveCache = Object.create(null);
const kParent = Symbol('parent');
const kExecuting = Symbol('executing');
const kURL = Symbol('url');
const kFormat = Symbol('format');
const kPreloading = Symbol('preloading');

function hide(object, key, value) {
  Object.defineProperty(object, key, { __proto__: null, value, writable: true, configurable: true, enumerable: false });
}

function Module(id = '', parent) {
  this.id = id;
  this.path = path.dirname(id);
  // Programs may have made it an accessor of all objects.
  Object.defineProperty(this, 'exports', { __proto__: null, value: {}, writable: true, configurable: true, enumerable: true });
  this.filename = null;
  this.loaded = false;
  this.children = [];
  hide(this, kParent, parent);
  if (parent?.children && !parent.children.includes(this)) parent.children.push(this);
}

Object.defineProperty(Module.prototype, 'parent', {
  __proto__: null,
  configurable: true,
  enumerable: false,
  get() { return this[kParent]; },
  set(value) { hide(this, kParent, value); },
});
Object.defineProperty(Module.prototype, 'isPreloading', {
  __proto__: null, configurable: true, enumerable: false, get() { return Boolean(Module[kPreloading]); },
});
if (process.pendingDeprecation) {
  const { get, set } = Object.getOwnPropertyDescriptor(Module.prototype, 'parent');
  const { deprecate } = require('internal/util');
  const text = 'module.parent is deprecated due to accuracy issues. Please use require.main to find program entry point instead.';
  Object.defineProperty(Module.prototype, 'parent', { __proto__: null, get: deprecate(get, text, 'DEP0144'), set: deprecate(set, text, 'DEP0144') });
}

/** The loaders' hooks; undefined as long as nobody made any. */
let hooks;
const hooked = () => hooks !== undefined && hooks.isActive();

Module._cache = Object.create(null);
Module._pathCache = Object.create(null);
Module._extensions = Object.create(null);
Module.globalPaths = [];
Module.Module = Module;

// Who changes the wrapper wants it used.
const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
let patchedWrapper = false;
let wrap = (script) => wrapperProxy[0] + script + wrapperProxy[1];
let wrapperProxy = new Proxy(wrapper, {
  __proto__: null,
  set(target, key, value, receiver) {
    patchedWrapper = true;
    return Reflect.set(target, key, value, receiver);
  },
  defineProperty(target, key, descriptor) {
    patchedWrapper = true;
    return Object.defineProperty(target, key, descriptor);
  },
});
Object.defineProperty(Module, 'wrap', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return wrap; },
  set(value) {
    patchedWrapper = true;
    wrap = value;
  },
});
Object.defineProperty(Module, 'wrapper', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return wrapperProxy; },
  set(value) {
    patchedWrapper = true;
    wrapperProxy = value;
  },
});
Module._debug = () => {};
Module._stat = (filename) => binding.stat(filename);
Module._readPackage = (folder) => {
  const json = binding.readPackage(folder);
  return json === undefined ? { __proto__: null, exists: false } : { __proto__: null, exists: true, ...json };
};

function initGlobalPaths() {
  const env = internalBinding('process').envGet;
  const home = env('HOME');
  Module.globalPaths = [
    ...(env('NODE_PATH') ?? '').split(path.delimiter).filter(Boolean),
    ...(home ? [path.resolve(home, '.node_modules'), path.resolve(home, '.node_libraries')] : []),
    path.resolve(process.execPath, '..', '..', 'lib', 'node'),
  ];
}

Module._initPaths = initGlobalPaths;

/** The node_modules folders to look in for a file in the folder, innermost first. */
Module._nodeModulePaths = function (from) {
  const paths = [];
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (path.basename(folder) !== 'node_modules') paths.push(folder === '/' ? '/node_modules' : `${folder}/node_modules`);
    if (folder === path.dirname(folder)) return paths;
  }
};

Module._resolveLookupPaths = function (request, parent) {
  if (binding.builtinId(request)) return null;
  if (!isRelative(request)) return [...(parent?.paths ?? []), ...Module.globalPaths];
  return [parent?.filename ? path.dirname(parent.filename) : '.'];
};

function isRelative(request) {
  return request === '.' || request === '..' || request.startsWith('./') || request.startsWith('../');
}

/** Which file it is: behind its links, unless the command line says that links are files of their own. */
function realFile(filename, isMain) {
  return (isMain ? binding.preservesMainLink : binding.preservesLinks) ? path.resolve(filename) : binding.realpath(filename);
}

function tryFile(filename, isMain) {
  return Module._stat(filename) === 0 ? realFile(filename, isMain) : undefined;
}

function tryExtensions(base, isMain, extensions = Object.keys(Module._extensions)) {
  for (const extension of extensions) {
    const found = tryFile(base + extension, isMain);
    if (found) return found;
  }
}

function tryFolder(folder, request, isMain) {
  const main = binding.readPackage(folder)?.main;
  if (main) {
    const base = path.resolve(folder, main);
    const found = tryFile(base, isMain) ?? tryExtensions(base, isMain) ?? tryExtensions(path.resolve(base, 'index'), isMain);
    if (found) return found;
    const fallback = tryExtensions(path.resolve(folder, 'index'), isMain);
    if (fallback) {
      process.emitWarning(
        `Invalid 'main' field in '${path.resolve(folder, 'package.json')}' of '${main}'. Please either fix that or report it to the module author`,
        'DeprecationWarning', 'DEP0128');
      return fallback;
    }
    const error = new Error(`Cannot find module '${base}'. Please verify that the package.json has a valid "main" entry`);
    error.code = 'MODULE_NOT_FOUND';
    error.path = path.resolve(folder, 'package.json');
    error.requestPath = request;
    throw error;
  }
  return tryExtensions(path.resolve(folder, 'index'), isMain);
}

/** The file a request names in one of the folders, or false. */
Module._findPath = function (request, paths, isMain = false, conditions = undefined) {
  const absolute = path.isAbsolute(request);
  const folders = absolute ? [''] : paths;
  if (!folders?.length) return false;
  const key = request + '\0' + folders.join('\0');
  if (conditions === undefined && Module._pathCache[key]) return Module._pathCache[key];
  const asFolder = /(?:^|\/)\.?\.$|\/$/.test(request);
  // What lies inside a folder that is gone is gone too; what lies beside it may be there.
  const inside = !isRelative(request) || !path.normalize(request).startsWith('..');
  for (const folder of folders) {
    if (typeof folder !== 'string') require('internal/validators').validateString(folder, 'paths');
    if (inside && folder && Module._stat(folder) !== 1) continue;
    if (!absolute && !isRelative(request)) {
      const exported = packageExports(folder, request, conditions);
      if (exported) return conditions === undefined ? (Module._pathCache[key] = exported) : exported;
    }
    const base = path.resolve(folder, request);
    const kind = Module._stat(base);
    let found;
    if (!asFolder) {
      if (kind === 0) found = realFile(base, isMain);
      found ??= tryExtensions(base, isMain);
    }
    if (!found && kind === 1) found = tryFolder(base, request, isMain);
    if (found) return (Module._pathCache[key] = found);
  }
  return false;
};

/** LOAD_PACKAGE_EXPORTS: of a package in one node_modules folder. */
function packageExports(folder, request, conditions) {
  const [, name, subpath = ''] = /^((?:@[^/\\%]+\/)?[^./\\%][^/\\%]*)(\/.*)?$/.exec(request) ?? [];
  if (!name) return undefined;
  const packageFolder = path.resolve(folder, name);
  if (!binding.readPackage(packageFolder)?.hasExports) return undefined;
  return targetFile(binding.packageExports(packageFolder, '.' + subpath, conditions), packageFolder);
}

/** What a target of package.json leads to has to be there: nothing is tried instead. */
function targetFile(target, packageFolder) {
  if (!path.isAbsolute(target)) return target;
  const found = tryFile(target);
  if (found) return found;
  const error = new Error(`Cannot find module '${target}'`);
  error.code = 'MODULE_NOT_FOUND';
  if (packageFolder) error.path = path.resolve(packageFolder, 'package.json');
  throw error;
}

/** What stands for a file where a prompt is. */
function promptFile() {
  try {
    return `${process.cwd()}${path.sep}`;
  } catch {
    return undefined;
  }
}

Module._resolveFilename = function (request, parent, isMain, options) {
  if (binding.builtinId(request)) return request;
  let paths;
  if (options !== null && typeof options === 'object') {
    if (Array.isArray(options.paths)) {
      paths = isRelative(request) ? options.paths
        : [...new Set(options.paths.flatMap((from) => Module._resolveLookupPaths(request, { paths: Module._nodeModulePaths(from) })))];
    } else if (options.paths === undefined) {
      paths = Module._resolveLookupPaths(request, parent);
    } else {
      const { ERR_INVALID_ARG_VALUE } = require('internal/errors').codes;
      throw new ERR_INVALID_ARG_VALUE('options.paths', options.paths);
    }
  } else {
    paths = Module._resolveLookupPaths(request, parent);
  }
  if (request[0] === '#' && parent?.filename) {
    const target = binding.packageImports(request, parent.filename, options?.conditions);
    if (target) return targetFile(target);
  }
  const from = parent && (parent.filename || (parent.id === '<repl>' ? promptFile() : undefined));
  if (from && !isRelative(request) && !path.isAbsolute(request)) {
    const own = binding.packageSelf(request, from, options?.conditions);
    if (own) return targetFile(own);
  }
  const filename = Module._findPath(request, paths, isMain, options?.conditions);
  if (filename) return filename;
  const requireStack = [];
  for (let m = parent; m; m = m[kParent]) requireStack.push(m.filename || m.id);
  const error = new Error(`Cannot find module '${request}'` + (requireStack.length ? '\nRequire stack:\n- ' + requireStack.join('\n- ') : ''));
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = requireStack;
  throw error;
};

Module._load = function (request, parent, isMain) {
  if (request.startsWith('node:') && !binding.builtinId(request)) {
    const { ERR_UNKNOWN_BUILTIN_MODULE } = require('internal/errors').codes;
    throw new ERR_UNKNOWN_BUILTIN_MODULE(request);
  }
  if (hooked()) return loadHooked(request, parent, isMain);
  const relativeKey = parent && `${parent.path}\0${request}`;
  const known = relativeKey && relativeResolveCache[relativeKey];
  if (known && Module._cache[known]) {
    link(parent, Module._cache[known]);
    return Module._cache[known].exports;
  }
  const filename = Module._resolveFilename(request, parent, isMain);
  const cached = Module._cache[filename];
  if (cached) {
    link(parent, cached);
    return cached.exports;
  }
  const builtin = binding.builtinId(filename);
  if (builtin) return binding.requireBuiltin(builtin);
  return loadFile(filename, parent, isMain, relativeKey);
};

function loadFile(filename, parent, isMain, relativeKey, url, format) {
  const module = new Module(filename, parent);
  if (url !== undefined) {
    hide(module, kURL, url);
    hide(module, kFormat, format);
  }
  if (isMain) {
    process.mainModule = module;
    module.id = '.';
  }
  Module._cache[filename] = module;
  if (relativeKey) relativeResolveCache[relativeKey] = filename;
  let failed = true;
  try {
    module.load(filename);
    failed = false;
  } finally {
    if (failed) {
      delete Module._cache[filename];
      if (relativeKey) delete relativeResolveCache[relativeKey];
      const at = parent?.children?.indexOf(module) ?? -1;
      if (at >= 0) parent.children.splice(at, 1);
    }
  }
  return module.exports;
}

/** What require() does where programs hook into it. */
function loadHooked(request, parent, isMain) {
  const parentURL = parent?.[kURL] ?? (parent?.filename ? require('internal/url/files').pathToFileURL(parent.filename).href : undefined);
  let resolvedTo;
  const usual = binding.conditions('require');
  const last = (specifier, context) => {
    const conditions = hooks.checkConditions(context.conditions);
    const options = conditions === undefined || conditions === usual ? undefined : { conditions };
    const filename = Module._resolveFilename(specifier, parent, isMain, options);
    const builtin = binding.builtinId(filename);
    const url = builtin ?? require('internal/url/files').pathToFileURL(filename).href;
    resolvedTo = { url, filename };
    return { __proto__: null, url, format: undefined };
  };
  const { url, format } = hooks.resolve(request, parentURL, { __proto__: null }, usual, last);
  const builtin = binding.builtinId(url);
  let filename = url;
  if (resolvedTo?.url === url) filename = resolvedTo.filename;
  else if (url.startsWith('file:')) filename = require('internal/url/files').fileURLToPath(url);
  const cached = Module._cache[filename];
  if (cached) {
    link(parent, cached);
    return cached.exports;
  }
  if (builtin) {
    const loaded = hooks.load(builtin, 'builtin', { __proto__: null }, binding.conditions('require'), () => ({ format: 'builtin', source: null }));
    if (loaded.format === 'builtin') return binding.requireBuiltin(builtin);
    const module = new Module(builtin, parent);
    Module._cache[builtin] = module;
    compileLoaded(module, builtin, loaded);
    module.loaded = true;
    return module.exports;
  }
  return loadFile(filename, parent, isMain, undefined, url, format);
}

/** A module from what a load hook gave. */
function compileLoaded(module, filename, { format, source }) {
  const content = source == null ? '' : hooks.text(source);
  if (format === 'json') parseJson(module, filename, content);
  else if (format === 'module' || (format == null && binding.isModuleSyntax(content, filename))) loadEsm(module, filename, content);
  else module._compile(content, filename, 'commonjs');
}

/** What the hooks say a file holds; undefined where nobody hooks. */
function loadThroughHooks(module, filename, format) {
  if (!hooked()) return undefined;
  const url = module[kURL] ?? require('internal/url/files').pathToFileURL(filename).href;
  return hooks.load(url, module[kFormat] ?? (format === 'unknown' ? undefined : format), { __proto__: null }, binding.conditions('require'), (name, context) => ({
    __proto__: null,
    format: context.format,
    source: binding.readText(url.startsWith('file:') ? require('internal/url/files').fileURLToPath(url) : url),
  }));
}

function link(parent, module) {
  if (parent?.children && !parent.children.includes(module)) parent.children.push(module);
}

function extensionOf(filename) {
  const base = path.basename(filename);
  for (let at = base.indexOf('.', 1); at > 0; at = base.indexOf('.', at + 1)) {
    if (Module._extensions[base.slice(at)]) return base.slice(at);
  }
  return '.js';
}

Module.prototype.load = function (filename) {
  this.filename ??= filename;
  this.paths = Module._nodeModulePaths(path.dirname(filename));
  const extension = extensionOf(filename);
  if (filename.endsWith('.mjs') && !Module._extensions['.mjs']) loadModuleFile(this, filename);
  else Module._extensions[extension](this, filename);
  this.loaded = true;
};

Module.prototype.require = function (id) {
  if (typeof id !== 'string') require('internal/validators').validateString(id, 'id');
  if (id === '') {
    const { ERR_INVALID_ARG_VALUE } = require('internal/errors').codes;
    throw new ERR_INVALID_ARG_VALUE('id', id, 'must be a non-empty string');
  }
  if (binding.tracing === undefined) return Module._load(id, this, false);
  return binding.tracing.require(id, this.filename, () => Module._load(id, this, false));
};

function run(module, compiled, filename) {
  hide(module, kExecuting, true);
  try {
    return Reflect.apply(compiled, module.exports, [module.exports, makeRequire(module), module, filename, path.dirname(filename)]);
  } finally {
    module[kExecuting] = false;
  }
}

/** Compiles; who wrote an ES module where CommonJS is expected is told of it before the error. */
function hinting(filename, text, compileIt) {
  try {
    return compileIt();
  } catch (error) {
    if (error instanceof SyntaxError && binding.isModuleSyntax(text(), filename)) {
      const { createWarning } = require('internal/process/warning');
      process.emit('warning', createWarning(`Failed to load the ES module: ${filename}. Make sure to set "type": "module" in the nearest package.json file `
        + 'or use the .mjs extension.', 'Warning'));
    }
    throw error;
  }
}

function compile(content, filename, format) {
  if (format === 'module') {
    loadEsm(this, filename, content);
    return undefined;
  }
  if (patchedWrapper) return run(this, binding.compileScript(Module.wrap(content), filename), filename);
  const compiled = hinting(filename, () => content, () =>
    binding.compileFunction(content, filename, ['exports', 'require', 'module', '__filename', '__dirname']));
  return run(this, compiled, filename);
}

Module.prototype._compile = compile;

function checkRequest(request) {
  require('internal/validators').validateString(request, 'request');
}

function makeRequire(module) {
  const require = function require(id) { return module.require(id); };
  function resolve(request, options) {
    checkRequest(request);
    return Module._resolveFilename(request, module, false, options);
  }
  resolve.paths = function paths(request) {
    checkRequest(request);
    return Module._resolveLookupPaths(request, module);
  };
  require.resolve = resolve;
  Object.defineProperty(require, 'main', { __proto__: null, value: process.mainModule, writable: true, configurable: true, enumerable: true });
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

const mayRequireEsm = () => internalBinding('process').optionValues('--experimental-require-module').at(-1) !== 'false';

/** require() of an ES module: its namespace, or what it exports as "module.exports". */
function loadEsm(module, filename, source) {
  const parent = module[kParent]?.filename ?? undefined;
  if (!mayRequireEsm()) {
    const { ERR_REQUIRE_ESM } = require('internal/errors').codes;
    const packageJson = filename.endsWith('.mjs') ? undefined : binding.findPackageJSON(filename, filename);
    throw new ERR_REQUIRE_ESM(filename, binding.isModuleSyntax(source ?? binding.readText(filename), filename), parent, packageJson);
  }
  traceRequire(filename, parent);
  const namespace = binding.requireEsm(filename, source, parent);
  if ('module.exports' in namespace) module.exports = namespace['module.exports'];
  else module.exports = 'default' in namespace && !('__esModule' in namespace) ? binding.requireNamespace(namespace, filename) : namespace;
}

/** --trace-require-module says which CommonJS module loads which ES module. */
function traceRequire(filename, parent) {
  const mode = internalBinding('process').optionValues('--trace-require-module').at(-1);
  if (mode === undefined || mode === 'false' || (mode === 'no-node-modules' && /[/\\]node_modules[/\\]/.test(parent))) return;
  process.emitWarning(`${parent ? `CommonJS module ${parent}` : 'require()'} is loading ES Module ${filename} using require().\n`
    + 'Support for loading ES Module in require() is an experimental feature and might change at any time', 'ExperimentalWarning', undefined, Module.prototype.require);
}

/** A file whose name says that it is an ES module. */
function loadModuleFile(module, filename) {
  const loaded = loadThroughHooks(module, filename, 'module');
  if (loaded === undefined) loadEsm(module, filename);
  else compileLoaded(module, filename, loaded);
}

Module._extensions['.js'] = function (module, filename) {
  const format = binding.formatOf(filename);
  const loaded = loadThroughHooks(module, filename, format);
  if (loaded !== undefined) {
    compileLoaded(module, filename, loaded);
    return;
  }
  if (format === 'module') return loadEsm(module, filename);
  if (module._compile === compile && !patchedWrapper) {
    // Nobody asks for the text: the program need not hold a copy.
    const compiled = hinting(filename, () => binding.readText(filename), () => binding.compileFile(filename, format === 'unknown' && mayRequireEsm()));
    if (compiled === undefined) return loadEsm(module, filename);
    run(module, compiled, filename);
    return;
  }
  const content = binding.readText(filename);
  if (format === 'unknown' && mayRequireEsm() && binding.isModuleSyntax(content, filename)) return loadEsm(module, filename);
  module._compile(content, filename);
};

Module._extensions['.json'] = function (module, filename) {
  const loaded = loadThroughHooks(module, filename, 'json');
  if (loaded !== undefined) {
    compileLoaded(module, filename, loaded);
    return;
  }
  const imported = binding.importedJson(filename);
  if (imported !== undefined) module.exports = imported;
  else parseJson(module, filename, binding.readText(filename));
};

function parseJson(module, filename, content) {
  try {
    module.exports = JSON.parse(content.charCodeAt(0) === 0xfeff ? content.slice(1) : content);
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
}

Module._extensions['.node'] = function (module, filename) {
  const error = new Error(`Native addons are not supported: ${filename}`);
  error.code = 'ERR_DLOPEN_FAILED';
  throw error;
};

Module._preloadModules = function (requests) {
  if (!Array.isArray(requests)) return;
  Module[kPreloading] = true;
  const parent = new Module('internal/preload', null);
  parent.paths = Module._nodeModulePaths(process.cwd());
  try {
    for (const request of requests) parent.require(request);
  } finally {
    Module[kPreloading] = false;
  }
};

Module.createRequire = function (filename) {
  const isURL = require('internal/web/url').isURL(filename);
  const isFileURL = isURL || (typeof filename === 'string' && filename.startsWith('file:'));
  if (!isFileURL && !(typeof filename === 'string' && path.isAbsolute(filename))) {
    const { ERR_INVALID_ARG_VALUE } = require('internal/errors').codes;
    throw new ERR_INVALID_ARG_VALUE('filename', filename, 'must be a file URL object, file URL string, or absolute path string');
  }
  const file = isFileURL ? require('internal/url/files').fileURLToPath(filename) : filename;
  // What ends with a slash is a folder, and the requests are relative to it.
  const inside = file.endsWith('/') || file.endsWith(path.sep) ? path.join(file, 'noop.js') : file;
  const module = new Module(inside);
  module.filename = inside;
  module.paths = Module._nodeModulePaths(module.path);
  return makeRequire(module);
};

Module.builtinModules = binding.builtinIds;
Module.isBuiltin = (id) => typeof id === 'string' && binding.builtinId(id) !== undefined;
Module.runMain = function executeUserEntryPoint(main = process.argv[1]) { Module._load(main, null, true); };

initGlobalPaths();

let evalModule;

/** What -e, -p and the REPL see as globals. */
function evalScope(name, folder) {
  if (!evalModule) {
    evalModule = new Module(name);
    evalModule.filename = path.join(folder, name);
    evalModule.paths = Module._nodeModulePaths(folder);
    evalModule.path = folder;
  }
  return {
    module: evalModule,
    exports: evalModule.exports,
    require: makeRequire(evalModule),
    __filename: name,
    __dirname: '.',
  };
}

/** The module object of a file in an image, with the host's require. */
function imageModule(filename, load) {
  const module = new Module(filename);
  module.filename = filename;
  module.paths = [];
  module.loaded = true;
  const require = (id) => load(id);
  require.main = process.mainModule ??= module;
  require.cache = Module._cache;
  require.extensions = Module._extensions;
  require.resolve = (request) => request;
  Object.defineProperty(module, 'require', { value: require, writable: true, configurable: true, enumerable: false });
  return module;
}

/** Whether a CommonJS module has begun and not ended. */
const isExecuting = (filename) => Module._cache[filename]?.[kExecuting] === true;

/** A JSON file that has been required. */
function requiredJson(filename) {
  const module = Module._cache[filename];
  return module?.loaded ? module : undefined;
}

/** A CommonJS module that is imported, with a text a hook gave. */
function loadSource(filename, content) {
  const module = new Module(filename);
  Module._cache[filename] = module;
  module.filename = filename;
  module.paths = Module._nodeModulePaths(path.dirname(filename));
  module._compile(content, filename, 'commonjs');
  module.loaded = true;
  return module.exports;
}

/** The loaders' hooks, from now on asked by require(). */
function useHooks() {
  return hooks ??= require('internal/modules/hooks');
}

module.exports = { Module, evalScope, imageModule, isExecuting, loadSource, makeRequire, requiredJson, useHooks };
