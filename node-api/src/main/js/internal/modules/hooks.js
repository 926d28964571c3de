// What programs change of loading: chains of resolve and load hooks. Those of module.registerHooks() answer at once. Those of module.register()
// may answer later; whoever loads waits while the loop goes on. They run in the thread of the program, not in one of their own.

const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_RETURN_PROPERTY_VALUE, ERR_INVALID_RETURN_VALUE, ERR_LOADER_CHAIN_INCOMPLETE,
  },
} = require('internal/errors');
const { validateFunction } = require('internal/validators');
const types = require('util/types');

const binding = internalBinding('modules');

// Innermost first.
const resolvers = [];
const loaders = [];
const later = { resolve: [], load: [] };
let waiting = 0;

const isActive = () => resolvers.length + loaders.length + later.resolve.length + later.load.length > 0;

function update() {
  if (isActive()) binding.setHooks(resolveImport, loadImport);
  else binding.setHooks(undefined, undefined);
}

function registerHooks({ resolve, load }) {
  if (resolve !== undefined) validateFunction(resolve, 'hooks.resolve');
  if (load !== undefined) validateFunction(load, 'hooks.load');
  const remove = [];
  const add = (list, hook) => {
    if (hook === undefined) return;
    const entry = { hook };
    list.push(entry);
    remove.push(() => {
      const at = list.indexOf(entry);
      if (at !== -1) list.splice(at, 1);
    });
  };
  add(resolvers, resolve);
  add(loaders, load);
  update();
  return {
    deregister() {
      for (const each of remove) each();
      update();
    },
  };
}

/** Calls hooks from the last to the first, then `last`; `check` sees what each returned. */
function runChain(hooks, name, first, context, last, check) {
  let reached = hooks.length;
  const step = (index) => (argument, given) => {
    if (given !== undefined && given !== context) Object.assign(context, given);
    if (index < 0) {
      reached = -1;
      return last(argument, context);
    }
    reached = index;
    const result = hooks[index].hook(argument, context, step(index - 1));
    if (reached === index && !result?.shortCircuit) {
      throw new ERR_INVALID_RETURN_PROPERTY_VALUE('true', name, 'shortCircuit', result?.shortCircuit);
    }
    return check(argument, context, result);
  };
  return step(hooks.length - 1)(first, context);
}

function checkResolved(specifier, context, result) {
  const { url, format, importAttributes } = result;
  if (typeof url !== 'string') throw new ERR_INVALID_RETURN_PROPERTY_VALUE('a URL string', 'resolve', 'url', url);
  if (format && typeof format !== 'string') throw new ERR_INVALID_RETURN_PROPERTY_VALUE('a string', 'resolve', 'format', format);
  return { url, format, importAttributes };
}

function checkLoaded(url, context, { source, format }) {
  if (format !== undefined && format !== null && typeof format !== 'string') {
    throw new ERR_INVALID_RETURN_PROPERTY_VALUE('a string', 'load', 'format', format);
  }
  if (format !== 'builtin' && typeof source !== 'string' && !types.isAnyArrayBuffer(source) && !ArrayBuffer.isView(source)) {
    throw new ERR_INVALID_RETURN_PROPERTY_VALUE('a string, an ArrayBuffer, or a TypedArray', 'load', 'source', source);
  }
  return { source, format };
}

/** The same for hooks that may answer later. */
async function runLater(hooks, name, first, context, last, check) {
  let finished = false;
  const step = (index) => async (argument, given) => {
    if (typeof argument !== 'string') {
      const what = name === 'resolve' ? 'specifier' : 'url';
      throw new ERR_INVALID_ARG_TYPE(`${hooks[index + 1]?.url} '${name}' hook's nextHook() ${what}`, 'string', argument);
    }
    const merged = { ...context, ...given };
    if (index < 0) {
      finished = true;
      return last(argument, merged);
    }
    const identifier = `${hooks[index].url} '${name}'`;
    const result = await hooks[index].hook(argument, merged, step(index - 1));
    if (result === null || typeof result !== 'object') throw new ERR_INVALID_RETURN_VALUE('an object', `${identifier} hook's nextHook()`, result);
    if (result.shortCircuit) finished = true;
    if (!finished) throw new ERR_LOADER_CHAIN_INCOMPLETE(identifier);
    check(identifier, result);
    return result;
  };
  return step(hooks.length - 1)(first, context);
}

function checkResolvedLater(identifier, { url, format, importAttributes }) {
  if (typeof url !== 'string' || !URL.canParse(url)) throw new ERR_INVALID_RETURN_PROPERTY_VALUE('a URL string', identifier, 'url', url);
  if (format != null && typeof format !== 'string') throw new ERR_INVALID_RETURN_PROPERTY_VALUE('a string', identifier, 'format', format);
  if (importAttributes != null && typeof importAttributes !== 'object') {
    throw new ERR_INVALID_RETURN_PROPERTY_VALUE('an object', identifier, 'importAttributes', importAttributes);
  }
}

function checkLoadedLater(identifier, { format, source }) {
  if (format == null) return;
  if (typeof format !== 'string') throw new ERR_INVALID_RETURN_PROPERTY_VALUE('a string', identifier, 'format', format);
  if (source != null && typeof source !== 'string' && !types.isAnyArrayBuffer(source) && !ArrayBuffer.isView(source)) {
    throw new ERR_INVALID_RETURN_PROPERTY_VALUE('a string, an ArrayBuffer, or a TypedArray', identifier, 'source', source);
  }
}

/** Waits for a promise in the middle of loading. */
function wait(promise) {
  let outcome;
  const settled = promise.then((value) => { outcome = { value }; }, (error) => { outcome = { error }; });
  waiting++;
  try {
    binding.runUntilSettled(settled);
  } finally {
    waiting--;
  }
  if (outcome === undefined) process.reallyExit(13);
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

/** What is behind the hooks that answer at once. Code of hooks that answer later does not go through them itself. */
function laterResolve(specifier, context, last) {
  if (later.resolve.length === 0 || waiting > 0) return last(specifier, context);
  return wait(runLater(later.resolve, 'resolve', specifier, context, last, checkResolvedLater));
}

function laterLoad(url, context, last) {
  if (later.load.length === 0 || waiting > 0) return last(url, context);
  return wait(runLater(later.load, 'load', url, context, last, checkLoadedLater));
}

/** @param last what happens without hooks: (specifier, context) → { url, format } */
function resolve(specifier, parentURL, importAttributes, conditions, last) {
  const context = { conditions, importAttributes, parentURL };
  return runChain(resolvers, 'resolve', specifier, context, (name, merged) => laterResolve(name, merged, last), checkResolved);
}

function load(url, format, importAttributes, conditions, last) {
  const context = { conditions, format, importAttributes };
  return runChain(loaders, 'load', url, context, (name, merged) => laterLoad(name, merged, last), checkLoaded);
}

/** Conditions that a hook may have changed; undefined means the usual ones. */
function checkConditions(conditions) {
  if (conditions !== undefined && !Array.isArray(conditions)) throw new ERR_INVALID_ARG_VALUE('conditions', conditions, 'must be an array');
  return conditions;
}

const ownSchemes = new Set(['file:', 'data:', 'node:']);

/** The URL of what the default loader has no way to, and some hook may: undefined for all else. */
function foreignUrl(specifier, parentURL) {
  const [scheme] = /^[a-z][a-z0-9+.-]*:/i.exec(specifier) ?? [];
  if (scheme === undefined) {
    const isForeign = isPath(specifier) && URL.canParse(parentURL) && !ownSchemes.has(new URL(parentURL).protocol);
    return isForeign ? URL.parse(specifier, parentURL)?.href : undefined;
  }
  return ownSchemes.has(scheme.toLowerCase()) || binding.builtinId(specifier) ? undefined : URL.parse(specifier)?.href;
}

function defaultResolve(specifier, { parentURL, conditions }) {
  const foreign = foreignUrl(specifier, parentURL);
  if (foreign !== undefined) return { __proto__: null, url: foreign, format: undefined };
  const url = binding.defaultResolve(specifier, parentURL, checkConditions(conditions));
  return { __proto__: null, url, format: formatHint(url) };
}

/** What a resolve hook is told of the format: only what needs no look into the file, and no error. */
function formatHint(url) {
  try {
    const format = binding.defaultFormat(url, {});
    return format === 'unknown' ? undefined : format;
  } catch {
    return undefined;
  }
}

function defaultLoad(url, { format, importAttributes = {} }) {
  format ??= binding.defaultFormat(url, importAttributes);
  const bytes = binding.defaultSource(url, format, importAttributes);
  const source = types.isAnyArrayBuffer(bytes) ? require('buffer').Buffer.from(bytes) : bytes;
  if (format === 'unknown') {
    const path = url.startsWith('file:') ? require('internal/url/files').fileURLToPath(url) : url;
    format = binding.isModuleSyntax(String(source), path) ? 'module' : 'commonjs';
  }
  return { __proto__: null, format, source };
}

function resolveImport(specifier, parentURL, importAttributes) {
  return resolve(specifier, parentURL, importAttributes, binding.conditions('import'), defaultResolve);
}

function loadImport(url, format, importAttributes) {
  const loaded = load(url, format, importAttributes, binding.conditions('import'), defaultLoad);
  return { format: loaded.format, source: loaded.format === 'wasm' || loaded.source == null ? loaded.source : text(loaded.source) };
}

/** The text of a source that a hook gave. */
function text(source) {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

/** module.register: loads the module with hooks and lets it begin. */
function register(specifier, parentURL, options) {
  if (parentURL !== null && typeof parentURL === 'object' && !types.isProxy(parentURL) && !require('internal/web/url').isURL?.(parentURL) && !parentURL?.href) {
    options = parentURL;
    parentURL = options.parentURL;
  }
  const base = parentURL === undefined ? 'data:' : `${parentURL}`;
  const url = isPath(specifier) ? new URL(`${specifier}`, base).href : `${specifier}`;
  const module = wait(binding.importModule(url, base));
  const { initialize, resolve: resolveHook, load: loadHook } = module;
  if (resolveHook !== undefined) validateFunction(resolveHook, 'resolve');
  if (loadHook !== undefined) validateFunction(loadHook, 'load');
  const result = initialize === undefined ? undefined : initialize(options?.data);
  if (types.isPromise(result)) wait(result);
  if (resolveHook) later.resolve.push({ hook: resolveHook, url });
  if (loadHook) later.load.push({ hook: loadHook, url });
  update();
}

const isPath = (specifier) => /^\.{0,2}\//.test(`${specifier}`);

module.exports = { checkConditions, isActive, load, register, registerHooks, resolve, text };
