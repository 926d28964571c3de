// node:os.

const { uvException } = require('internal/errors');
const { isWindows } = require('internal/util');
const { validateInt32 } = require('internal/validators');
const constants = require('internal/constants').os;

const binding = internalBinding('os');
const host = internalBinding('process');

function withPrimitive(fn) {
  Object.defineProperty(fn, Symbol.toPrimitive, { __proto__: null, value: () => fn(), configurable: true });
  return fn;
}

const [sysname, version, release, machine] = binding.getOSInformation();

const os = {
  arch: () => host.arch,
  availableParallelism: withPrimitive(() => binding.getAvailableParallelism()),
  cpus: () => binding.getCPUs(),
  endianness: () => (binding.isBigEndian ? 'BE' : 'LE'),
  freemem: withPrimitive(() => binding.getFreeMem()),
  getPriority(pid) {
    if (pid === undefined) pid = 0;
    else validateInt32(pid, 'pid');
    return binding.getPriority(pid);
  },
  homedir: withPrimitive(() => binding.getHomeDirectory()),
  hostname: withPrimitive(() => binding.getHostname()),
  loadavg: () => binding.getLoadAvg(),
  networkInterfaces() {
    const result = {};
    for (const { name, address, netmask, family, mac, internal, cidr, scopeid } of binding.getInterfaceAddresses()) {
      const entry = { address, netmask, family, mac, internal, cidr: cidr ?? null };
      if (scopeid !== undefined && family === 'IPv6') entry.scopeid = scopeid;
      (result[name] ??= []).push(entry);
    }
    return result;
  },
  platform: () => host.platform,
  release: withPrimitive(() => release),
  setPriority(pid, priority) {
    if (priority === undefined) {
      priority = pid;
      pid = 0;
    }
    validateInt32(pid, 'pid');
    validateInt32(priority, 'priority', -20, 19);
    const status = binding.setPriority(pid, priority);
    if (typeof status === 'number' && status < 0) throw uvException({ errno: status, syscall: 'uv_os_setpriority' });
  },
  tmpdir() {
    const { env } = process;
    if (isWindows) {
      const path = env.TEMP || env.TMP || `${env.SystemRoot || env.windir}\\temp`;
      return path.length > 1 && path.endsWith('\\') && !path.endsWith(':\\') ? path.slice(0, -1) : path;
    }
    const path = env.TMPDIR || env.TMP || env.TEMP || '/tmp';
    return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  },
  totalmem: withPrimitive(() => binding.getTotalMem()),
  type: withPrimitive(() => sysname),
  userInfo(options) {
    const info = binding.getUserInfo();
    if (options?.encoding === 'buffer') {
      const { Buffer } = require('buffer');
      for (const key of ['username', 'homedir', 'shell']) if (info[key] != null) info[key] = Buffer.from(info[key]);
    }
    return Object.setPrototypeOf({ ...info }, null);
  },
  uptime: withPrimitive(() => binding.getUptime()),
  version: withPrimitive(() => version),
  machine: withPrimitive(() => machine),
};
for (const name of ['arch', 'endianness', 'platform', 'tmpdir']) withPrimitive(os[name]);

for (const key of ['signals', 'priority', 'errno', 'dlopen']) Object.freeze(constants[key]);
module.exports = os;
Object.defineProperties(os, {
  constants: { __proto__: null, configurable: false, enumerable: true, value: constants },
  EOL: { __proto__: null, configurable: true, enumerable: true, writable: false, value: isWindows ? '\r\n' : '\n' },
  devNull: { __proto__: null, configurable: true, enumerable: true, writable: false, value: isWindows ? '\\\\.\\nul' : '/dev/null' },
});
