// What options ask for before the program begins.

const { optionFlag, optionValue, optionValues } = require('internal/options');

const limit = optionValue('--stack-trace-limit');
if (limit !== undefined && limit !== '' && Number.isInteger(Number(limit))) Error.stackTraceLimit = Number(limit);

const title = optionValue('--title');
if (title !== undefined) process.title = title;

/** Variables that are set stay. A file that has to be there and is not ends the program. */
function loadEnvironment(file, required) {
  try {
    process.loadEnvFile(file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    if (required) {
      internalBinding('stdio').writeSync(2, `${process.execPath}: ${file}: not found\n`);
      process.reallyExit(9);
    }
  }
}
for (const file of optionValues('--env-file')) loadEnvironment(file, true);
for (const file of optionValues('--env-file-if-exists')) loadEnvironment(file, false);

if (optionFlag('expose-gc') && globalThis.gc === undefined) {
  Object.defineProperty(globalThis, 'gc', { __proto__: null, value: internalBinding('process').gc, writable: true, configurable: true });
}

const preloaded = optionValues('-r', '--require');
if (preloaded.length > 0) {
  require('internal/modules/cjs').Module._preloadModules(preloaded);
}

if (optionValue('--disable-proto') !== undefined || optionFlag('frozen-intrinsics')) require('internal/process/intrinsics');

// Globals that are new enough to be turned off.
const removable = {
  'experimental-global-customevent': ['CustomEvent'],
  'experimental-global-navigator': ['navigator', 'Navigator'],
  'experimental-global-webcrypto': ['crypto', 'Crypto', 'CryptoKey', 'SubtleCrypto'],
  'experimental-fetch': ['fetch', 'FormData', 'Headers', 'Request', 'Response', 'MessageEvent'],
  'experimental-websocket': ['WebSocket', 'CloseEvent'],
};
for (const [name, globals] of Object.entries(removable)) {
  if (optionFlag(name) === false) for (const each of globals) delete globalThis[each];
}
