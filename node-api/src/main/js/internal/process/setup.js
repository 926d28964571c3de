// Fills the `process` object. What is rarely used is defined as a method that loads its module when called.

const { EventEmitter } = require('internal/events/emitter');
const { nextTick } = require('internal/process/ticks');

const host = internalBinding('process');
const { lazyExports } = internalBinding('builtins');
const { defineProperty } = Object;

// Node's process is made by a constructor of that name, below EventEmitter.
const constructor = { process: function() { throw new TypeError('Illegal constructor'); } }.process;
constructor.prototype = Object.create(EventEmitter.prototype, {
  constructor: { __proto__: null, value: constructor, writable: true, configurable: true },
});
Object.setPrototypeOf(process, constructor.prototype);
EventEmitter.call(process);
defineProperty(process, Symbol.toStringTag, { __proto__: null, value: 'process', writable: true, configurable: true });

function lazyValue(key, load, enumerable = true) {
  const settle = (value) =>
    defineProperty(process, key, { __proto__: null, value, writable: true, configurable: true, enumerable });
  defineProperty(process, key, {
    __proto__: null,
    configurable: true,
    enumerable,
    get() {
      const value = load();
      settle(value);
      return value;
    },
    set: settle,
  });
}

function readOnly(key, value, writable = false) {
  defineProperty(process, key, { __proto__: null, value, writable, enumerable: true, configurable: !writable });
}

readOnly('version', host.version);
readOnly('versions', Object.freeze({ ...host.versions }));
readOnly('arch', host.arch);
readOnly('platform', host.platform);
defineProperty(process, 'release', { __proto__: null, value: { name: 'node', ...host.release }, enumerable: true });

process.argv = [...host.argv];
process.execArgv = [...host.execArgv];
lazyExports(process, 'internal/process/ids', ['pid']);
process.execPath = host.execPath;
process.debugPort = 9229;
defineProperty(process, 'argv0', { __proto__: null, value: process.argv[0], enumerable: true, configurable: true });
process.argv[0] = host.execPath;
defineProperty(process, 'ppid', {
  __proto__: null, enumerable: true, configurable: true, get() { return host.ppid(); },
});
let title = host.title ?? 'node';
defineProperty(process, 'title', {
  __proto__: null,
  enumerable: true,
  configurable: true,
  get() { return title; },
  set(value) {
    title = `${value}`;
    host.setTitle?.(title);
  },
});
process._exiting = false;
defineProperty(process, 'exitCode', {
  __proto__: null,
  enumerable: true,
  configurable: false,
  get() { return require('internal/process/exit').getExitCode(); },
  set(value) { require('internal/process/exit').setExitCode(value); },
});

defineProperty(process, 'moduleLoadList', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return internalBinding('builtins').loadedIds().map((id) => `NativeModule ${id}`); },
});
process.nextTick = nextTick;
lazyExports(process, 'internal/process/env', ['env']);
lazyValue('features', () => ({
  inspector: false,
  debug: false,
  uv: true,
  ipv6: true,
  tls_alpn: true,
  tls_sni: true,
  tls_ocsp: false,
  tls: true,
  openssl_is_boringssl: false,
  cached_builtins: true,
  require_module: true,
  typescript: false,
  ...host.features,
}));
lazyValue('config', () => Object.freeze({
  target_defaults: Object.freeze({ cflags: [], default_configuration: 'Release', defines: [], include_dirs: [], libraries: [] }),
  variables: Object.freeze({ napi_build_version: '0', node_module_version: Number(host.versions.modules), v8_enable_i18n_support: 1 }),
}));
for (const [name, id] of [['stdin', 0], ['stdout', 1], ['stderr', 2]]) {
  let stream;
  defineProperty(process, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get: { [name]() { return stream ??= require('internal/process/stdio').open(id); } }[name],
  });
}

process.exit = function exit(code) {
  const implementation = require('internal/process/exit').exit;
  return arguments.length === 0 ? implementation() : implementation(code);
};
process.reallyExit = function reallyExit(code) { host.reallyExit(code || 0); };

let cachedCwd = '';
process.cwd = function cwd() { return cachedCwd === '' ? (cachedCwd = host.cwd()) : cachedCwd; };
process.chdir = function chdir(directory) {
  require('internal/validators').validateString(directory, 'directory');
  host.chdir(directory);
  cachedCwd = '';
};

lazyExports(process, 'internal/process/methods', [
  'abort', 'umask', 'hrtime', 'uptime', 'memoryUsage', 'cpuUsage', 'threadCpuUsage', 'resourceUsage',
  'constrainedMemory', 'availableMemory', 'kill', '_kill', 'assert', 'openStdin', 'getActiveResourcesInfo',
  'getBuiltinModule', 'loadEnvFile', 'setSourceMapsEnabled', 'binding', 'dlopen', '_rawDebug', '_getActiveHandles',
  '_getActiveRequests', 'finalization', 'ref', 'unref',
]);
if (host.isLimited) lazyExports(process, 'internal/process/permission', ['permission']);
lazyExports(process, 'internal/process/warning', ['emitWarning']);
lazyExports(process, 'internal/process/uncaught',
  ['setUncaughtExceptionCaptureCallback', 'hasUncaughtExceptionCaptureCallback']);
lazyExports(process, 'internal/process/environment_flags', ['allowedNodeEnvironmentFlags']);
if (typeof host.getuid === 'function') {
  lazyExports(process, 'internal/process/credentials', ['initgroups', 'setgroups', 'setegid', 'seteuid', 'setgid', 'setuid']);
}
lazyExports(process, 'internal/process/execve', ['execve']);
lazyExports(process, 'internal/process/report', ['report']);
for (const name of ['getuid', 'geteuid', 'getgid', 'getegid', 'getgroups']) {
  if (typeof host[name] === 'function') process[name] = { [name]() { return host[name](); } }[name];
}

defineProperty(process, 'sourceMapsEnabled', {
  __proto__: null, enumerable: true, configurable: true, get() { return require('internal/source_map/support').getSupport().enabled; },
});
if (host.evalSource !== undefined) process._eval = host.evalSource;

// Options cost nothing where there are none.
let noWarnings = host.envGet('NODE_NO_WARNINGS') === '1';
if (host.execArgv.length > 0 || host.envGet('NODE_OPTIONS') !== undefined) {
  const { optionFlag } = require('internal/options');
  if (optionFlag('deprecation') === false) process.noDeprecation = true;
  if (optionFlag('throw-deprecation')) process.throwDeprecation = true;
  if (optionFlag('trace-deprecation')) process.traceDeprecation = true;
  if (optionFlag('trace-warnings')) process.traceProcessWarnings = true;
  if (optionFlag('pending-deprecation')) process.pendingDeprecation = true;
  noWarnings = optionFlag('warnings') === undefined ? noWarnings : !optionFlag('warnings');
}

// Warnings are printed by an ordinary listener, which a program may remove.
if (!noWarnings) {
  EventEmitter.prototype.on.call(process, 'warning', function onWarning(warning) {
    require('internal/process/warning').onWarning(warning);
  });
}

// A listener for a signal's name starts watching it, the last one removed stops that.
const watchesSignals = (name) => typeof name === 'string' && name.startsWith('SIG');
EventEmitter.prototype.on.call(process, 'newListener', function startListeningIfSignal(name) {
  if (watchesSignals(name)) require('internal/process/signals').start(name);
});
EventEmitter.prototype.on.call(process, 'removeListener', function stopListeningIfSignal(name) {
  if (watchesSignals(name)) require('internal/process/signals').stop(name);
});

// A parent that forked us left a channel.
if (host.envGet('NODE_CHANNEL_FD') !== undefined) require('internal/child/fork').connectIfForked();
