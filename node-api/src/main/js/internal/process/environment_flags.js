// process.allowedNodeEnvironmentFlags: the options that may stand in NODE_OPTIONS, as a set nobody can change. A flag is found with underscores for dashes,
// without its dashes, and with a value.

const words = `
abort-on-uncaught-exception allow-addons allow-child-process allow-fs-read allow-fs-write allow-wasi allow-worker async-context-frame conditions
deprecation disable-proto disable-warning dns-result-order enable-source-maps experimental-abortcontroller experimental-default-type
experimental-detect-module experimental-fetch experimental-global-customevent experimental-global-navigator experimental-global-webcrypto
experimental-import-meta-resolve experimental-json-modules experimental-modules experimental-print-required-tla experimental-repl-await
experimental-report experimental-require-module experimental-strip-types experimental-vm-modules experimental-wasm-modules experimental-worker expose-gc
extra-info-on-fatal-exception force-async-hooks-checks frozen-intrinsics global-search-paths import input-type insecure-http-parser
interpreted-frames-native-stack jitless max-http-header-size max-old-space-size max-semi-space-size network-family-autoselection
network-family-autoselection-attempt-timeout pending-deprecation perf-basic-prof perf-basic-prof-only-functions perf-prof perf-prof-unwinding-info
permission preserve-symlinks preserve-symlinks-main redirect-warnings require stack-trace-limit throw-deprecation title
trace-deprecation trace-exit trace-sigint trace-sync-io trace-uncaught trace-warnings track-heap-objects unhandled-rejections v8-pool-size
verify-base-objects warnings zero-fill-buffers`;
/** Flags people turn off: they are known by that form, too. */
const negatable = new Set(['deprecation', 'experimental-fetch', 'experimental-global-customevent', 'experimental-global-navigator',
  'experimental-global-webcrypto', 'experimental-repl-await', 'experimental-require-module', 'experimental-strip-types',
  'extra-info-on-fatal-exception', 'force-async-hooks-checks', 'global-search-paths', 'network-family-autoselection', 'warnings']);

const names = words.trim().split(/\s+/).flatMap((name) => (negatable.has(name) ? [`--${name}`, `--no-${name}`] : [`--${name}`]));
const flags = new Set([...names, '-C', '-r']);
const bare = new Map([...flags].map((flag) => [flag.replace(/^--?/, ''), flag]));

/** Reads go to the set above; what users do to the object's own contents nobody sees. */
const prototype = {
  __proto__: Set.prototype,
  add() { return this; },
  delete() { return false; },
  clear() {},
  has(key) {
    if (typeof key !== 'string') return false;
    const name = key.replaceAll('_', '-');
    if (/^--?[^-]/.test(name)) {
      const flag = name.startsWith('--') ? name.replace(/=.*$/s, '') : name;
      return flags.has(flag);
    }
    return bare.has(name) || bare.has(name.replace(/=.*$/s, ''));
  },
  get size() { return flags.size; },
  forEach(callback, thisArg = undefined) {
    for (const flag of flags) Reflect.apply(callback, thisArg, [flag, flag, this]);
  },
  entries() { return flags.entries(); },
  keys() { return flags.values(); },
  values() { return flags.values(); },
  [Symbol.iterator]() { return flags.values(); },
};

const allowedNodeEnvironmentFlags = Object.freeze(Object.setPrototypeOf(new Set(flags), prototype));

module.exports = { allowedNodeEnvironmentFlags };
