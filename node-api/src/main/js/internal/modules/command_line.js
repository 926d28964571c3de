// What options of the command line bring into a program before it runs.

/** --experimental-loader: module.register from the working folder. */
function useLoader(specifier) {
  const { pathToFileURL } = require('internal/url/files');
  process.emitWarning('`--experimental-loader` may be removed in the future; instead use `register()`:\n'
    + `--import 'data:text/javascript,import { register } from "node:module"; import { pathToFileURL } from "node:url"; register(${
      encodeURI(JSON.stringify(specifier))}, pathToFileURL("./"));'`, 'ExperimentalWarning');
  const base = pathToFileURL(`${process.cwd()}/`).href;
  require('internal/modules/cjs').useHooks().register(specifier, base);
}

module.exports = { useLoader };
