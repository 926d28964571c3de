// The numbers of the platform: the host's where it gives them, Linux's otherwise.

const host = internalBinding('constants');
const fallback = require('internal/constants/linux');

function group(name) {
  return host[name] && Object.keys(host[name]).length > 0 ? host[name] : fallback[name];
}

const osGroup = host.os ?? {};
module.exports = {
  fs: group('fs'),
  os: {
    __proto__: null,
    UV_UDP_REUSEADDR: osGroup.UV_UDP_REUSEADDR ?? 4,
    dlopen: Object.assign({ __proto__: null }, osGroup.dlopen ?? fallback.os.dlopen),
    errno: Object.assign({ __proto__: null }, osGroup.errno ?? fallback.os.errno),
    signals: Object.assign({ __proto__: null }, osGroup.signals ?? fallback.os.signals),
    priority: Object.assign({ __proto__: null }, osGroup.priority ?? fallback.os.priority),
  },
  trace: host.trace ?? fallback.trace,
};
