// process.report: what can be said of the process, as an object or a file of JSON. It has the sections Node's reports have, as far as there is such a
// thing here: what a Java machine keeps instead of V8's heap spaces and native frames is left empty.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { validateBoolean, validateObject, validateSignalName, validateString } = require('internal/validators');

const version = 3;
let sequence = 0;
const settings = {
  compact: false, directory: '', excludeEnv: false, excludeNetwork: false, filename: '', reportOnFatalError: false, reportOnSignal: false,
  reportOnUncaughtException: false, signal: 'SIGUSR2',
};

const two = (number) => String(number).padStart(2, '0');

function dateParts(date) {
  return {
    day: `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`,
    time: `${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`,
  };
}

function lines(file) {
  try {
    return require('fs').readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function userLimits() {
  const names = {
    'Max core file size': 'core_file_size_blocks', 'Max data size': 'data_seg_size_bytes', 'Max file size': 'file_size_blocks',
    'Max locked memory': 'max_locked_memory_bytes', 'Max resident set': 'max_memory_size_bytes', 'Max open files': 'open_files',
    'Max stack size': 'stack_size_bytes', 'Max cpu time': 'cpu_time_seconds', 'Max processes': 'max_user_processes',
    'Max address space': 'virtual_memory_bytes',
  };
  const limits = {};
  const value = (text) => (text === 'unlimited' ? text : Number(text));
  for (const line of lines('/proc/self/limits')) {
    const [, name, soft, hard] = /^(.*?) {2,}(\S+) +(\S+)/.exec(line) ?? [];
    if (names[name] !== undefined) limits[names[name]] = { soft: value(soft), hard: value(hard) };
  }
  return limits;
}

function sharedObjects() {
  return [...new Set(lines('/proc/self/maps').map((line) => line.slice(73)).filter((path) => path.includes('.so')))];
}

function javascriptStack(error) {
  const [message, ...stack] = String(error.stack ?? error).split('\n');
  return { message, stack: stack.map((line) => line.trim()), errorProperties: Object.fromEntries(Object.entries(error).map(([k, v]) => [k, String(v)])) };
}

function header(trigger, event, filename) {
  const os = require('os');
  const now = new Date();
  return {
    reportVersion: version, event, trigger, filename, dumpEventTime: now.toISOString().replace(/\.\d+/, ''), dumpEventTimeStamp: String(now.getTime()),
    processId: process.pid, threadId: 0, cwd: process.cwd(), commandLine: [process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    nodejsVersion: process.version, wordSize: 64, arch: process.arch, platform: process.platform, componentVersions: { ...process.versions },
    release: { ...process.release }, osName: os.type(), osRelease: os.release(), osVersion: os.version(), osMachine: os.machine(),
    cpus: os.cpus().map(({ model, speed, times }) => ({ model, speed, ...times })),
    ...(settings.excludeNetwork ? {} : {
      networkInterfaces: Object.entries(os.networkInterfaces()).flatMap(([name, list]) => list.map(({ internal, mac, address, netmask, family }) =>
        ({ name, internal, mac, address, netmask, family }))),
    }),
    host: os.hostname(),
  };
}

function collect(error, trigger, event, filename) {
  const { heapTotal, heapUsed, rss } = process.memoryUsage();
  const usage = process.resourceUsage();
  return {
    header: header(trigger, event, filename),
    javascriptStack: javascriptStack(error),
    javascriptHeap: { totalMemory: heapTotal, usedMemory: heapUsed, heapSpaces: {} },
    nativeStack: [],
    resourceUsage: {
      rss, userCpuSeconds: usage.userCPUTime / 1e6, kernelCpuSeconds: usage.systemCPUTime / 1e6, maxRss: usage.maxRSS * 1024,
      pageFaults: { IORequired: usage.majorPageFault, IONotRequired: usage.minorPageFault }, fsActivity: { reads: usage.fsRead, writes: usage.fsWrite },
    },
    libuv: process.getActiveResourcesInfo().map((type) => ({ type, is_active: true })),
    workers: [],
    ...(settings.excludeEnv ? {} : { environmentVariables: { ...process.env } }),
    userLimits: userLimits(),
    sharedObjects: sharedObjects(),
  };
}

function getReport(error) {
  if (error === undefined) error = new Error('JavaScript Callstack');
  else validateObject(error, 'err');
  return collect(error, 'GetReport', 'JavaScript API', null);
}

function writeReport(file, error) {
  if (typeof file === 'object' && file !== null) {
    error = file;
    file = undefined;
  } else if (file !== undefined) {
    validateString(file, 'file');
  }
  if (error === undefined) error = new Error('JavaScript Callstack');
  else if (typeof error !== 'object' || error === null) throw new ERR_INVALID_ARG_TYPE('err', 'Object', error);
  return write(file, error, 'API', 'JavaScript API');
}

function write(file, error, trigger, event) {
  const { day, time } = dateParts(new Date());
  const name = file || settings.filename || `report.${day}.${time}.${process.pid}.0.${String(++sequence).padStart(3, '0')}.json`;
  const report = collect(error, trigger, event, name);
  const text = `${settings.compact ? JSON.stringify(report) : JSON.stringify(report, null, 2)}\n`;
  const { writeSync } = internalBinding('stdio');
  if (name === 'stdout') {
    writeSync(1, text);
  } else if (name === 'stderr') {
    writeSync(2, text);
  } else {
    const path = settings.directory === '' ? name : require('path').join(settings.directory, name);
    require('fs').writeFileSync(path, text);
    writeSync(2, `\nWriting Node.js report to file: ${name}\nNode.js report completed\n`);
  }
  return name;
}

let listening;
/** The signal writes a report while it is switched on. */
function listen() {
  if (listening !== undefined) process.removeListener(listening, onSignal);
  listening = settings.reportOnSignal ? settings.signal : undefined;
  if (listening !== undefined) process.on(listening, onSignal);
}

function onSignal(signal) {
  write(undefined, new Error('JavaScript Callstack'), 'Signal', signal);
}

const checks = {
  directory: validateString, filename: validateString, signal: (value, name) => {
    validateString(value, name);
    validateSignalName(value, name);
  },
};

const report = { writeReport, getReport };
for (const name of Object.keys(settings)) {
  Object.defineProperty(report, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get: () => settings[name],
    set(value) {
      (checks[name] ?? validateBoolean)(value, name);
      settings[name] = value;
      if (name === 'signal' || name === 'reportOnSignal') listen();
    },
  });
}

process.on('uncaughtExceptionMonitor', (error) => {
  if (settings.reportOnUncaughtException) {
    write(undefined, typeof error === 'object' && error !== null ? error : new Error(String(error)), 'Exception', 'Exception');
  }
});

module.exports = { report };
