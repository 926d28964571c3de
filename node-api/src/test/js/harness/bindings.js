'use strict';
// The bindings of BINDINGS.md made from the Node that runs the tests.

const { internalBinding } = require('internal/test/binding');
const { enter, state } = require('./enter');

const makers = {
  tick: () => ({
    setTickCallback(fn, flags) { Object.assign(state, { fn, flags }); },
    runMicrotasks: state.runMicrotasks,
    enqueueMicrotask(fn) {
      realQueueMicrotask(() => {
        try { fn(); } catch (error) { state.uncaught(error); }
      });
    },
  }),
  errors: () => ({
    setPromiseRejectCallback(fn) {
      internalBinding('task_queue').setPromiseRejectCallback((type, promise, reason) =>
        fn(type === 2 ? 3 : type === 3 ? 2 : type, promise, reason));
    },
    setUncaughtExceptionCallback(fn) { state.onUncaught = fn; },
    triggerUncaughtException(error, fromPromise) { state.uncaught(error, fromPromise); },
    getSourceLine: () => undefined,
  }),
  timers: () => require('./timers-binding')(),
  process: () => require('./process-binding')(),
  console: () => ({ log(fd, text) { require('fs').writeSync(fd, `${text}\n`); } }),
  stdio: () => ({
    open: (fd) => require('./net-binding').fromStdio(fd),
    type(fd) {
      const type = internalBinding('util').guessHandleType(fd);
      return { 0: 'TCP', 1: 'TTY', 2: 'UDP', 3: 'FILE', 4: 'PIPE', 5: 'UNKNOWN' }[type] ?? type;
    },
    writeSync(fd, data) { require('fs').writeSync(fd, typeof data === 'string' ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)); },
  }),
  tty: () => {
    const tty = require('tty');
    return { isTTY: tty.isatty, getWindowSize: () => [80, 24], setRawMode: () => 0, onResize: () => ({}) };
  },
  os: () => require('./os-binding')(),
  constants: () => {
    const { fs, os, trace } = internalBinding('constants');
    return { fs: { ...fs }, os, trace };
  },
  uv: () => {
    const uv = internalBinding('uv');
    const map = uv.getErrorMap();
    return {
      errname: uv.errname,
      errmessage: (errno) => map.get(errno)?.[1] ?? `Unknown system error ${errno}`,
      entries: () => [...map].map(([errno, [name, text]]) => [errno, name, text]),
    };
  },
  fs: () => require('./fs-binding')(),
  buffer: () => require('./buffer-binding')(),
  net: () => require('./net-binding').binding(),
  dns: () => ({
    lookup(hostname, family, order, cb) {
      require('dns').lookup(hostname, { family, all: true, verbatim: order === 'verbatim' }, (error, addresses) =>
        enter(() => (error ? cb(error.errno ?? -3008) : cb(0, addresses.map((each) => each.address)))));
    },
    lookupService(address, port, cb) {
      require('dns').lookupService(address, port, (error, hostname, service) =>
        enter(() => (error ? cb(error.errno) : cb(0, hostname, service))));
    },
    getServers: () => require('dns').getServers(),
  }),
  http: () => require('./http-binding')(),
  url: () => {
    const url = require('url');
    return { domainToASCII: (domain) => url.domainToASCII(domain), domainToUnicode: (domain) => url.domainToUnicode(domain) };
  },
  util: () => require('./util-binding')(),
  modules: () => {
    const Module = require('module');
    return {
      builtinIds: Module.builtinModules.filter((id) => !id.startsWith('_')),
      Module,
      createRequire: Module.createRequire,
      compileFunction: (text, filename, names) => require('vm').compileFunction(text, names, { filename }),
      findPackageJSON: () => undefined,
    };
  },
};

const realQueueMicrotask = queueMicrotask;
const made = new Map();

module.exports = function binding(name) {
  let result = made.get(name);
  if (result === undefined) {
    if (!Object.hasOwn(makers, name)) throw new Error(`No such binding: ${name}`);
    made.set(name, result = makers[name]());
  }
  return result;
};
