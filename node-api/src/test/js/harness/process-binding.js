'use strict';

const realProcess = process;
const os = require('os');
const { enter } = require('./enter');

const executable = require('path').join(__dirname, 'ledge-on-node.sh');

module.exports = function processBinding() {
  const hrtimeBuffer = new Uint32Array(3);
  return {
    argv: [executable, ...realProcess.argv.slice(2)],
    execArgv: realProcess.ledgeFlags ?? [],
    execPath: executable,
    pid: realProcess.pid,
    ppid: realProcess.ppid,
    platform: realProcess.platform,
    arch: realProcess.arch,
    version: 'v24.0.0',
    versions: { ...realProcess.versions, node: '24.0.0' },
    release: { name: 'node' },
    title: 'node',
    timeOrigin: performance.timeOrigin,
    features: {},
    envGet: (name) => realProcess.env[name],
    envSet: (name, value) => { realProcess.env[name] = value; },
    envDelete: (name) => { delete realProcess.env[name]; },
    envKeys: () => Object.keys(realProcess.env),
    cwd: () => realProcess.cwd(),
    chdir: (path) => realProcess.chdir(path),
    hrtimeBuffer,
    hrtime() {
      const now = realProcess.hrtime();
      hrtimeBuffer[0] = Math.floor(now[0] / 0x100000000);
      hrtimeBuffer[1] = now[0] >>> 0;
      hrtimeBuffer[2] = now[1];
    },
    hrtimeBigInt: realProcess.hrtime.bigint,
    uptime: () => realProcess.uptime(),
    memoryUsage() {
      const usage = realProcess.memoryUsage();
      return [usage.rss, usage.heapTotal, usage.heapUsed, usage.external, usage.arrayBuffers];
    },
    rss: () => realProcess.memoryUsage.rss(),
    cpuUsage() {
      const { user, system } = realProcess.cpuUsage();
      return [user, system];
    },
    resourceUsage: () => Object.values(realProcess.resourceUsage()),
    constrainedMemory: () => 0,
    availableMemory: () => os.freemem(),
    reallyExit(code) { realProcess.reallyExit(code); },
    abort() { realProcess.abort(); },
    kill: (pid, signal) => {
      try {
        realProcess.kill(pid, signal);
        return 0;
      } catch (error) {
        return error.errno;
      }
    },
    umask: (mask) => (mask === undefined ? realProcess.umask() : realProcess.umask(mask)),
    getuid: () => realProcess.getuid(),
    geteuid: () => realProcess.geteuid(),
    getgid: () => realProcess.getgid(),
    getegid: () => realProcess.getegid(),
    getgroups: () => realProcess.getgroups(),
    setTitle() {},
    setExitHooks(beforeExit, exit) {
      realProcess.on('beforeExit', () => enter(beforeExit));
      realProcess.on('exit', (code) => { realProcess.exitCode = enter(exit) || code; });
    },
    startSignal(signum, fn) {
      const name = Object.keys(os.constants.signals).find((each) => os.constants.signals[each] === signum);
      const listener = () => enter(() => fn(signum));
      realProcess.on(name, listener);
      return { name, listener };
    },
    close({ name, listener }) { realProcess.off(name, listener); },
    getActiveResources: () => realProcess.getActiveResourcesInfo(),
  };
};
