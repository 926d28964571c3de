// The global object code of a REPL runs with: ours, or that of a realm of its own.

const binding = internalBinding('script');

/** Libraries as globals that load when they are first read; what the user assigns stays. */
function addLibraries(target) {
  for (const name of require('internal/repl/completion').builtinLibraries()) {
    // These two are there already, and not the libraries' own.
    if (name.includes('/') || name === 'console' || name === 'process') continue;
    const settle = (value) => Object.defineProperty(target, name, { __proto__: null, value, writable: true, configurable: true, enumerable: true });
    Object.defineProperty(target, name, {
      __proto__: null,
      get() {
        const library = require('internal/modules/cjs').Module._load(name);
        Object.defineProperty(target, name, { __proto__: null, get: () => library, set: settle, configurable: true, enumerable: false });
        return library;
      },
      set: settle,
      configurable: true,
      enumerable: false,
    });
  }
}

/** Node's globals of the main realm, in the other one. */
function copyGlobals(context) {
  const own = new Set(Object.getOwnPropertyNames(context));
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (own.has(name)) continue;
    try {
      Object.defineProperty(context, name, Object.getOwnPropertyDescriptor(globalThis, name));
    } catch { /* a library that is named but not there */ }
  }
}

function createContext(server) {
  let context = globalThis;
  if (!server.useGlobal) {
    context = binding.createGlobal();
    copyGlobals(context);
    context.global = context;
    // Lazy so far, and ours.
    delete context.console;
    const { Console } = require('console');
    Object.defineProperty(context, 'console', {
      __proto__: null, configurable: true, writable: true, value: new Console(server.output),
    });
  }
  const { Module, makeRequire } = require('internal/modules/cjs');
  const path = require('path');
  const module = new Module('<repl>');
  module.filename = null;
  module.paths = Module._nodeModulePaths(safeCwd(path)).concat(Module.globalPaths);
  for (const [name, value] of [['module', module], ['require', makeRequire(module)]]) {
    Object.defineProperty(context, name, { __proto__: null, configurable: true, writable: true, value });
  }
  addLibraries(context);
  return context;
}

/** The working folder may be gone. */
function safeCwd(path) {
  try {
    return process.cwd();
  } catch {
    return path.dirname(process.execPath);
  }
}

/** `_` and `_error`: what was last, until the program assigns something of its own. */
function defineLast(server, name, key, assigned) {
  Object.defineProperty(server.context, name, {
    __proto__: null,
    configurable: true,
    get: () => server[key],
    set(value) {
      server[key] = value;
      if (server[assigned]) return;
      server[assigned] = true;
      server.output.write(`Expression assignment to ${name} now disabled.\n`);
    },
  });
}

module.exports = { addLibraries, createContext, defineLast };
