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
