'use strict';

const os = require('os');

module.exports = function osBinding() {
  return {
    getHostname: os.hostname,
    getOSInformation: () => [os.type(), os.version(), os.release(), os.machine()],
    getUptime: os.uptime,
    getTotalMem: os.totalmem,
    getFreeMem: os.freemem,
    getLoadAvg: os.loadavg,
    getCPUs: os.cpus,
    getInterfaceAddresses: () => Object.entries(os.networkInterfaces()).flatMap(([name, list]) =>
      list.map((each) => ({ name, ...each, scopeid: each.scopeid }))),
    getHomeDirectory: os.homedir,
    getUserInfo: os.userInfo,
    getAvailableParallelism: os.availableParallelism,
    getPriority: os.getPriority,
    setPriority: os.setPriority,
    isBigEndian: os.endianness() === 'BE',
  };
};
