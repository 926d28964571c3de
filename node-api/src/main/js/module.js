// node:module. The loader is internal/modules/cjs and the host's.

const { Module, useHooks } = require('internal/modules/cjs');
const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS, ERR_NO_TYPESCRIPT },
} = require('internal/errors');
const { isURL } = require('internal/web/url');
const { validateObject, validateOneOf, validateString } = require('internal/validators');

/** The package.json of the package that a specifier leads to, seen from a base. */
function findPackageJSON(specifier, base) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('specifier');
  const text = (value, name) => {
    if (typeof value === 'string') return value;
    if (!isURL(value)) throw new ERR_INVALID_ARG_TYPE(name, ['string', 'URL'], value);
    return value.href;
  };
  const from = base === undefined || base === 'data:' ? undefined : text(base, 'base');
  return internalBinding('modules').findPackageJSON(text(specifier, 'specifier'), from);
}


const additions = {
  get SourceMap() { return require('internal/source_map/map').SourceMap; },
  findSourceMap: (path) => require('internal/source_map/support').findSourceMap(path),
  syncBuiltinESMExports() { internalBinding('modules').syncBuiltinExports(); },
  findPackageJSON,
  register(specifier, parentURL, options) { useHooks().register(specifier, parentURL, options); },
  registerHooks: (hooks) => useHooks().registerHooks(hooks),
  setSourceMapsSupport: (enabled, options) => require('internal/source_map/support').setSupport(enabled, options),
  getSourceMapsSupport: () => require('internal/source_map/support').getSupport(),
  enableCompileCache: () => ({ status: Module.constants.compileCacheStatus.DISABLED, message: 'There is no compile cache: modules that start often go into an image' }),
  getCompileCacheDir: () => undefined,
  flushCompileCache() {},
  stripTypeScriptTypes(code, options = {}) {
    validateString(code, 'code');
    validateObject(options, 'options');
    if (options.mode !== undefined) validateOneOf(options.mode, 'options.mode', ['strip', 'transform']);
    const { stripTypes } = internalBinding('modules');
    if (stripTypes === undefined) throw new ERR_NO_TYPESCRIPT();
    return stripTypes(code);
  },
  constants: Object.freeze({
    __proto__: null,
    compileCacheStatus: Object.freeze({ __proto__: null, FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 }),
  }),
};

Object.defineProperties(Module, Object.getOwnPropertyDescriptors(additions));

module.exports = Module;
