// The less common methods of process.

const {
  codes: {
    ERR_ACCESS_DENIED, ERR_DLOPEN_DISABLED, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE, ERR_UNKNOWN_SIGNAL,
  },
  errnoException,
} = require('internal/errors');
const { deprecate } = require('internal/util');
const {
  parseFileMode, validateArray, validateBoolean, validateNumber, validateObject, validateString,
} = require('internal/validators');

const host = internalBinding('process');
const hrBuffer = host.hrtimeBuffer;

// Methods, which are no constructors, as Node's own of these are native.
const { abort, umask } = {
  abort() { host.abort(); },
  umask(mask) {
    if (mask === undefined) return host.umask();
    return host.umask(parseFileMode(mask, 'mask'));
  },
};

function hrtime(time) {
  host.hrtime();
  const seconds = hrBuffer[0] * 0x100000000 + hrBuffer[1];
  if (time === undefined) return [seconds, hrBuffer[2]];
  validateArray(time, 'time');
  if (time.length !== 2) throw new ERR_OUT_OF_RANGE('time', 2, time.length);
  const elapsed = seconds - time[0];
  const nanoseconds = hrBuffer[2] - time[1];
  return nanoseconds < 0 ? [elapsed - 1, nanoseconds + 1e9] : [elapsed, nanoseconds];
}
hrtime.bigint = function bigint() {
  return host.hrtimeBigInt();
};

function uptime() {
  return host.uptime();
}

function memoryUsage() {
  const [rss, heapTotal, heapUsed, external, arrayBuffers] = host.memoryUsage();
  return { rss, heapTotal, heapUsed, external, arrayBuffers };
}
memoryUsage.rss = function rss() {
  return host.rss();
};

function checkPrevious(previous, name) {
  validateObject(previous, 'prevValue');
  validateNumber(previous[name], `prevValue.${name}`);
  if (!(previous[name] >= 0 && previous[name] <= Number.MAX_SAFE_INTEGER)) {
    throw new ERR_INVALID_ARG_VALUE.RangeError(`prevValue.${name}`, previous[name]);
  }
}

function usage([user, system], previous) {
  if (!previous) return { user, system };
  checkPrevious(previous, 'user');
  checkPrevious(previous, 'system');
  return { user: user - previous.user, system: system - previous.system };
}

function cpuUsage(prevValue) {
  return usage(host.cpuUsage(), prevValue);
}

function threadCpuUsage(prevValue) {
  return usage((host.threadCpuUsage ?? host.cpuUsage)(), prevValue);
}

const resourceNames = ['userCPUTime', 'systemCPUTime', 'maxRSS', 'sharedMemorySize', 'unsharedDataSize', 'unsharedStackSize',
  'minorPageFault', 'majorPageFault', 'swappedOut', 'fsRead', 'fsWrite', 'ipcSent', 'ipcReceived', 'signalsCount',
  'voluntaryContextSwitches', 'involuntaryContextSwitches'];

function resourceUsage() {
  const values = host.resourceUsage();
  return Object.fromEntries(resourceNames.map((name, i) => [name, values[i]]));
}

function _kill(pid, signal) {
  return host.kill(pid, signal);
}

function kill(pid, signal) {
  // eslint-style laxness: "1" is a pid too.
  // eslint-disable-next-line eqeqeq
  if (pid != (pid | 0)) throw new ERR_INVALID_ARG_TYPE('pid', 'number', pid);
  let status;
  if (typeof signal === 'number') {
    status = process._kill(pid, signal);
  } else {
    signal = `${signal || 'SIGTERM'}`;
    const number = require('internal/constants').os.signals[signal];
    if (number === undefined) throw new ERR_UNKNOWN_SIGNAL(signal);
    status = process._kill(pid, number);
  }
  if (status) throw errnoException(status, 'kill');
  return true;
}

function openStdin() {
  process.stdin.resume();
  return process.stdin;
}

function getActiveResourcesInfo() {
  const timers = require('internal/timers').activeCount();
  const [, immediates] = internalBinding('timers').immediateInfo;
  return [...host.getActiveResources(), ...new Array(timers).fill('Timeout'), ...new Array(immediates).fill('Immediate')];
}

function getBuiltinModule(id) {
  validateString(id, 'id');
  const name = id.startsWith('node:') ? id.slice(5) : id;
  const { builtinIds } = internalBinding('modules');
  if (builtinIds.includes(name) || builtinIds.includes(id)) return require(name);
  return undefined;
}

/** Reads variables from a .env file; those already set stay. */
function loadEnvFile(path = '.env') {
  const { readFileSync } = require('fs');
  const variables = require('internal/util/parse_env').parseEnv(readFileSync(path, 'utf8'));
  for (const [name, value] of Object.entries(variables)) {
    if (process.env[name] === undefined) process.env[name] = value;
  }
}

function setSourceMapsEnabled(value) {
  validateBoolean(value, 'val');
  require('internal/source_map/support').setSupport(value, { nodeModules: value, generatedCode: value });
}

const exposedBindings = new Set(['constants', 'uv', 'util', 'natives', 'os', 'config']);
function binding(name) {
  if (internalBinding('permission').isRestricted()) throw new ERR_ACCESS_DENIED('process.binding');
  name = String(name);
  if (name === 'natives') return {};
  if (name === 'config') return {};
  if (name === 'constants') return require('internal/constants');
  if (!exposedBindings.has(name)) {
    const error = new Error(`No such module: ${name}`);
    error.code = 'ERR_INVALID_MODULE';
    throw error;
  }
  if (name === 'util') return { ...require('util/types') };
  if (name === 'uv') {
    const uv = { ...internalBinding('uv') };
    for (const [errno, code] of uv.entries()) uv[`UV_${code}`] = errno;
    return uv;
  }
  return internalBinding(name);
}

function dlopen() {
  throw new ERR_DLOPEN_DISABLED();
}

function _rawDebug(...args) {
  internalBinding('stdio').writeSync(2, `${require('internal/inspect').format(...args)}\n`);
}

/** Callbacks for objects that are still reachable at exit, or when they are not any more. */
function createFinalization() {
  const exits = new Set();
  const befores = new Set();
  const registry = new FinalizationRegistry((entry) => {
    exits.delete(entry);
    befores.delete(entry);
  });
  const run = (entries, event) => {
    for (const entry of entries) {
      const object = entry.ref.deref();
      if (object !== undefined) entry.fn(object, event);
    }
    entries.clear();
  };
  let listening = false;
  const add = (entries, object, fn) => {
    if ((typeof object !== 'object' && typeof object !== 'function') || object === null) {
      throw new ERR_INVALID_ARG_TYPE('obj', ['Object', 'Function'], object);
    }
    if (!listening) {
      listening = true;
      process.on('exit', () => run(exits, 'exit'));
      process.on('beforeExit', () => run(befores, 'beforeExit'));
    }
    const entry = { ref: new WeakRef(object), fn };
    entries.add(entry);
    registry.register(object, entry, entry);
  };
  return {
    register: (object, callback) => add(exits, object, callback),
    registerBeforeExit: (object, callback) => add(befores, object, callback),
    unregister(object) {
      for (const entries of [exits, befores]) {
        for (const entry of entries) if (entry.ref.deref() === object) entries.delete(entry);
      }
    },
  };
}

/** Objects that can keep the loop alive, by the symbol for it or by their method. */
const referencing = (name) => (object) => {
  const method = object?.[Symbol.for(`nodejs.${name}`)] ?? object?.[name];
  if (typeof method === 'function') Reflect.apply(method, object, []);
};

module.exports = {
  _getActiveHandles: () => host.getActiveHandles(),
  _getActiveRequests: () => host.getActiveResources().filter((name) => name === 'FSReqCallback').map(() => ({})),
  _kill,
  _rawDebug,
  abort,
  assert: deprecate((value, message) => require('assert').ok(value, message),
    'process.assert() is deprecated. Please use the `assert` module instead.', 'DEP0100'),
  availableMemory: () => host.availableMemory(),
  binding,
  constrainedMemory: () => host.constrainedMemory(),
  cpuUsage,
  dlopen,
  get finalization() { return createFinalization(); },
  getActiveResourcesInfo,
  getBuiltinModule,
  hrtime,
  kill,
  loadEnvFile,
  memoryUsage,
  openStdin,
  ref: referencing('ref'),
  resourceUsage,
  setSourceMapsEnabled,
  threadCpuUsage,
  umask,
  unref: referencing('unref'),
  uptime,
};
