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
const file = path.resolve(process.argv[2]);
process.argv.splice(2, 1);
process.argv[1] = file;

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
ourProcess.argv.splice(1, ourProcess.argv.length - 1, file, ...realProcess.argv.slice(2));

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
const mainModule = Object.assign(Object.create(Module.prototype), {
  exports: {}, id: '.', filename: file, path: path.dirname(file), children: [], paths: [], loaded: false,
});

enter(() => run(file));
if (realProcess.env.LEDGE_LOADED) realProcess.on('exit', () => fs.writeSync(2, `${runtime.loaded.join('\n')}\n`));
