'use strict';
// node --expose-internals run.js FILE…: runs a CommonJS program on our built-ins, inside the Node at hand.
// LEDGE_VENDOR names the folder of unpacked npm packages (readable-stream, punycode).

require('./polyfills');


const fs = require('fs');
const path = require('path');
const vm = require('vm');
const Module = require('module');
const { createRuntime } = require('./loader');
const bindings = require('./bindings');
const { enter, state } = require('./enter');

const realProcess = process;
const realRequire = require;
// Flags come first, as on the command line of the runtime itself.
const args = process.argv.slice(2);
const flags = [];
while (args.length > 0 && args[0].startsWith('-') && !['-e', '-p', '--eval', '--print', '-pe', '-'].includes(args[0])) {
  const flag = args.shift();
  if (flag === '--') break;
  flags.push(flag);
}
let source;
let printed = false;
if (['-e', '-p', '--eval', '--print', '-pe'].includes(args[0])) {
  printed = args[0].includes('p');
  flags.push(args[0], args[1]);
  args.shift();
  source = args.shift();
  if (args[0] === '--') args.shift();
}
const file = source === undefined ? path.resolve(args.shift()) : path.resolve('[eval]');
process.argv = [process.argv[0], file, ...args];
process.ledgeFlags = flags;

const ourProcess = {};
const only = process.env.LEDGE_ONLY ? new Set(process.env.LEDGE_ONLY.split(',')) : undefined;
const runtime = createRuntime({ bindings, process: ourProcess, vendor: process.env.LEDGE_VENDOR });

for (const each of realProcess.listeners('uncaughtException')) realProcess.off('uncaughtException', each);
realProcess.on('uncaughtException', (error) => {
  let handled = false;
  enter(() => { handled = state.onUncaught(error, false) === true; });
  if (!handled) realProcess.reallyExit(realProcess.exitCode || ourProcess.exitCode || 1);
});
realProcess.removeAllListeners('warning');
realProcess.on('warning', () => {});
state.die = () => realProcess.reallyExit(ourProcess.exitCode || 1);

runtime.load('internal/bootstrap');
ourProcess.argv.splice(1, ourProcess.argv.length - 1, ...(source === undefined ? [file] : []), ...args);

const cache = new Map();
function findFile(from, id) {
  const base = path.resolve(path.dirname(from), id);
  for (const candidate of [base, `${base}.js`, `${base}.json`, path.join(base, 'index.js')]) {
    if (fs.statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
  }
  return undefined;
}

function requireFrom(from) {
  const require = (id) => {
    const bare = id.startsWith('node:') ? id.slice(5) : id;
    if (id.startsWith('.') || id.startsWith('/')) {
      const found = findFile(from, id);
      if (!found) throw Object.assign(new Error(`Cannot find module '${id}'`), { code: 'MODULE_NOT_FOUND' });
      return run(found);
    }
    if (runtime.isPublic(bare) && (!only || only.has(bare))) return runtime.load(bare);
    if (bare.startsWith('internal/')) {
      try {
        return runtime.load(bare);
      } catch (error) {
        if (!/No such built-in/.test(error.message)) throw error;
      }
    }
    return realRequire(id);
  };
  require.main = mainModule;
  require.resolve = Object.assign((id) => findFile(from, id) ?? realRequire.resolve(id), { paths: () => [] });
  require.cache = {};
  require.extensions = {};
  return require;
}

function run(filename) {
  const known = cache.get(filename);
  if (known) return known.exports;
  const module = filename === file ? mainModule : { exports: {}, id: filename, filename, children: [], paths: [] };
  cache.set(filename, module);
  const text = fs.readFileSync(filename, 'utf8');
  if (filename.endsWith('.json')) return (module.exports = JSON.parse(text));
  const require = requireFrom(filename);
  module.require = require;
  const fn = vm.compileFunction(text.replace(/^#!.*/, ''), ['exports', 'require', 'module', '__filename', '__dirname'], {
    filename,
    importModuleDynamically: (id) => import(id),
  });
  fn.call(module.exports, module.exports, require, module, filename, path.dirname(filename));
  return module.exports;
}
function evaluate() {
  const require = requireFrom(file);
  Object.assign(globalThis, { require, module: mainModule, exports: mainModule.exports, __filename: '[eval]', __dirname: '.' });
  const result = vm.runInThisContext(source, { filename: '[eval]' });
  if (printed) runtime.load('internal/console/global').log(result);
}
const mainModule = Object.assign(Object.create(Module.prototype), {
  exports: {}, id: '.', filename: file, path: path.dirname(file), children: [], paths: [], loaded: false,
});

enter(() => (source === undefined ? run(file) : evaluate()));
if (realProcess.env.LEDGE_LOADED) realProcess.on('exit', () => fs.writeSync(2, `${runtime.loaded.join('\n')}\n`));
