// node:repl: reads input, evaluates it, prints its value. The server is internal/repl/server.

const { REPLServer, Recoverable, REPL_MODE_SLOPPY, REPL_MODE_STRICT, isValidSyntax, writer } = require('internal/repl/server');

function start(prompt, source, eval_, useGlobal, ignoreUndefined, replMode) {
  return new REPLServer(prompt, source, eval_, useGlobal, ignoreUndefined, replMode);
}

module.exports = { start, writer, REPLServer, REPL_MODE_SLOPPY, REPL_MODE_STRICT, Recoverable, isValidSyntax };

for (const [name, code] of [['builtinModules', 'DEP0191'], ['_builtinLibs', 'DEP0142']]) {
  let libraries;
  const get = () => libraries ??= require('internal/repl/completion').builtinLibraries();
  const set = (value) => { libraries = value; };
  const warn = (fn) => (process.pendingDeprecation ? require('internal/util').deprecate(fn,
    `repl.${name} is deprecated. Check module.builtinModules instead`, code) : fn);
  Object.defineProperty(module.exports, name, { __proto__: null, get: warn(get), set: warn(set), enumerable: false, configurable: true });
}
