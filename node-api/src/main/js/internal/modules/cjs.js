// The CommonJS loader: LOAD_AS_FILE, LOAD_AS_DIRECTORY, LOAD_NODE_MODULES and their kin of Node's documentation (modules,
// "All together"). Finding packages by `exports`, `imports` and self-reference is shared with `import`: the host does it.
const path = require('path');
const binding = internalBinding('modules');
const tracing = require('internal/modules/tracing');

const relativeResolveCache = Object.create(null);

function Module(id = '', parent) {
  this.id = id;
  this.path = path.dirname(id);
  this.exports = {};
  this.filename = null;
  this.loaded = false;
  this.children = [];
  Object.defineProperty(this, 'parent', { value: parent, writable: true, configurable: true, enumerable: false });
  if (parent?.children && !parent.children.includes(this)) parent.children.push(this);
}

Module._cache = Object.create(null);
Module._pathCache = Object.create(null);
Module._extensions = Object.create(null);
Module.globalPaths = [];
Module.Module = Module;

const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
Module.wrapper = wrapper;
Module.wrap = (script) => wrapper[0] + script + wrapper[1];

function initGlobalPaths() {
  const env = internalBinding('process').envGet;
  const home = env('HOME');
  Module.globalPaths = [
    ...(env('NODE_PATH') ?? '').split(path.delimiter).filter(Boolean),
    ...(home ? [path.resolve(home, '.node_modules'), path.resolve(home, '.node_libraries')] : []),
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

function tryFile(filename, preserveLinks) {
  return binding.stat(filename) === 0 ? (preserveLinks ? path.resolve(filename) : binding.realpath(filename)) : undefined;
}

function tryExtensions(base) {
  for (const extension of Object.keys(Module._extensions)) {
    const found = tryFile(base + extension);
    if (found) return found;
  }
}

function tryFolder(folder, request) {
  const main = binding.readPackage(folder)?.main;
  if (main) {
    const base = path.resolve(folder, main);
    const found = tryFile(base) ?? tryExtensions(base) ?? tryExtensions(path.resolve(base, 'index'));
    if (found) return found;
    const fallback = tryExtensions(path.resolve(folder, 'index'));
    if (fallback) return fallback;
    const error = new Error(`Cannot find module '${base}'. Please verify that the package.json has a valid "main" entry`);
    error.code = 'MODULE_NOT_FOUND';
    error.path = path.resolve(folder, 'package.json');
    error.requestPath = request;
    throw error;
  }
  return tryExtensions(path.resolve(folder, 'index'));
}

/** The file a request names in one of the folders, or false. */
Module._findPath = function (request, paths) {
  const absolute = path.isAbsolute(request);
  const folders = absolute ? [''] : paths;
  if (!folders?.length) return false;
  const key = request + '\0' + folders.join('\0');
  if (Module._pathCache[key]) return Module._pathCache[key];
  const asFolder = /(?:^|\/)\.?\.$|\/$/.test(request);
  for (const folder of folders) {
    if (folder && binding.stat(folder) !== 1) continue;
    if (!absolute && !isRelative(request)) {
      const exported = packageExports(folder, request);
      if (exported) return (Module._pathCache[key] = exported);
    }
    const base = path.resolve(folder, request);
    const kind = binding.stat(base);
    let found;
    if (!asFolder) {
      if (kind === 0) found = binding.realpath(base);
      found ??= tryExtensions(base);
    }
    if (!found && kind === 1) found = tryFolder(base, request);
    if (found) return (Module._pathCache[key] = found);
  }
  return false;
};

/** LOAD_PACKAGE_EXPORTS: of a package in one node_modules folder. */
function packageExports(folder, request) {
  const [, name, subpath = ''] = /^((?:@[^/\\%]+\/)?[^./\\%][^/\\%]*)(\/.*)?$/.exec(request) ?? [];
  if (!name) return undefined;
  const packageFolder = path.resolve(folder, name);
  if (!binding.readPackage(packageFolder)?.hasExports) return undefined;
  return binding.packageExports(packageFolder, '.' + subpath);
}

Module._resolveFilename = function (request, parent, isMain, options) {
  if (binding.builtinId(request)) return request;
  let paths;
  if (options?.paths) {
    paths = isRelative(request) ? options.paths : options.paths.flatMap((from) => Module._resolveLookupPaths(request, { paths: Module._nodeModulePaths(from) }));
  } else {
    paths = Module._resolveLookupPaths(request, parent);
  }
  if (request[0] === '#' && parent?.filename) {
    return binding.packageImports(request, parent.filename);
  }
  if (parent?.filename && !isRelative(request) && !path.isAbsolute(request)) {
    const own = binding.packageSelf(request, parent.filename);
    if (own) return own;
  }
  const filename = Module._findPath(request, paths);
  if (filename) return filename;
  const requireStack = [];
  for (let m = parent; m; m = m.parent) requireStack.push(m.filename || m.id);
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
  const module = new Module(filename, parent);
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
};

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
  this.filename = filename;
  this.paths = Module._nodeModulePaths(path.dirname(filename));
  const extension = filename.endsWith('.mjs') ? '.mjs' : extensionOf(filename);
  (Module._extensions[extension] ?? loadEsm)(this, filename);
  this.loaded = true;
};

Module.prototype.require = function (id) {
  const { validateString } = require('internal/validators');
  validateString(id, 'id');
  if (id === '') {
    const { ERR_INVALID_ARG_VALUE } = require('internal/errors').codes;
    throw new ERR_INVALID_ARG_VALUE('id', id, 'must be a non-empty string');
  }
  if (tracing.channels === undefined) return Module._load(id, this, false);
  return tracing.require(id, this.filename, () => Module._load(id, this, false));
};

function run(module, compiled, filename) {
  return Reflect.apply(compiled, module.exports, [module.exports, makeRequire(module), module, filename, path.dirname(filename)]);
}

function compile(content, filename) {
  return run(this, binding.compileFunction(content, filename, ['exports', 'require', 'module', '__filename', '__dirname']), filename);
}

Module.prototype._compile = compile;

function makeRequire(module) {
  const require = (id) => module.require(id);
  require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

/** require() of an ES module: its namespace, or what it exports as "module.exports". */
function loadEsm(module, filename) {
  const namespace = binding.requireEsm(filename);
  module.exports = 'module.exports' in namespace ? namespace['module.exports'] : namespace;
}

Module._extensions['.js'] = function (module, filename) {
  const format = binding.formatOf(filename);
  if (format === 'module') return loadEsm(module, filename);
  if (module._compile === compile) {
    // Nobody asks for the text: the program need not hold a copy.
    const compiled = binding.compileFile(filename, format === 'unknown');
    if (compiled === undefined) return loadEsm(module, filename);
    run(module, compiled, filename);
    return;
  }
  const content = binding.readText(filename);
  if (format === 'unknown' && binding.isModuleSyntax(content, filename)) return loadEsm(module, filename);
  module._compile(content, filename);
};

Module._extensions['.json'] = function (module, filename) {
  const content = binding.readText(filename);
  try {
    module.exports = JSON.parse(content.charCodeAt(0) === 0xfeff ? content.slice(1) : content);
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
};

Module._extensions['.node'] = function (module, filename) {
  const error = new Error(`Native addons are not supported: ${filename}`);
  error.code = 'ERR_DLOPEN_FAILED';
  throw error;
};

Module._preloadModules = function (requests) {
  const parent = new Module('internal/preload', null);
  parent.paths = Module._nodeModulePaths(process.cwd());
  for (const request of requests ?? []) parent.require(request);
};

Module.createRequire = function (filename) {
  const isFileURL = typeof filename === 'object' || String(filename).startsWith('file:');
  const file = isFileURL ? require('internal/url/files').fileURLToPath(filename) : String(filename);
  if (!path.isAbsolute(file)) {
    const { ERR_INVALID_ARG_VALUE } = require('internal/errors').codes;
    throw new ERR_INVALID_ARG_VALUE('filename', filename, 'must be a file URL object, file URL string, or absolute path string');
  }
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(module.path);
  return makeRequire(module);
};

Module.builtinModules = binding.builtinIds;
Module.isBuiltin = (id) => typeof id === 'string' && binding.builtinId(id) !== undefined;
Module.findPackageJSON = (specifier, base) => binding.findPackageJSON(String(specifier), base === undefined ? undefined : String(base));
Module.runMain = (main = process.argv[1]) => Module._load(main, null, true);

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

module.exports = { Module, makeRequire, evalScope, imageModule };
