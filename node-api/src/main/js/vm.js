// node:vm: scripts of this realm and of others, whose global objects may stand for objects of the program.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_SCRIPT_EXECUTION_INTERRUPTED, ERR_SCRIPT_EXECUTION_TIMEOUT },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const {
  kValidateObjectAllowObjects, validateArray, validateBoolean, validateInt32, validateObject, validateOneOf, validateString, validateStringArray, validateUint32,
} = require('internal/validators');
const cachedData = require('internal/vm/cached_data');
const { decorate } = require('internal/vm/decoration');

const binding = internalBinding('script');

const constants = Object.freeze({
  __proto__: null,
  USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default'),
  DONT_CONTEXTIFY: Symbol('vm_context_no_contextify'),
});
/** Contexts whose promise jobs run with each script. */
const withOwnJobs = new WeakSet();
let contexts = 0;

function validateCode({ filename, lineOffset, columnOffset, cachedData: data, produceCachedData }) {
  validateString(filename, 'options.filename');
  validateInt32(lineOffset, 'options.lineOffset');
  validateInt32(columnOffset, 'options.columnOffset');
  if (data !== undefined && !ArrayBuffer.isView(data)) {
    throw new ERR_INVALID_ARG_TYPE('options.cachedData', ['Buffer', 'TypedArray', 'DataView'], data);
  }
  validateBoolean(produceCachedData, 'options.produceCachedData');
}

function sourceMapURL(code) {
  return /\/\/[#@] sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
}

class Script {
  #compiled;
  #code;
  #offsets;

  constructor(code, options = kEmptyObject) {
    code = `${code}`;
    if (typeof options === 'string') options = { filename: options };
    else validateObject(options, 'options');
    const settings = { filename: 'evalmachine.<anonymous>', lineOffset: 0, columnOffset: 0, produceCachedData: false, ...defined(options) };
    validateCode(settings);
    try {
      this.#compiled = binding.compile(code, settings.filename, settings.lineOffset, settings.columnOffset);
    } catch (error) {
      decorate(error, settings.lineOffset, settings.columnOffset);
      throw error;
    }
    this.#code = code;
    this.#offsets = [settings.lineOffset, settings.columnOffset];
    cachedData.tell(this, code, settings);
    this.sourceMapURL = sourceMapURL(code);
  }

  runInThisContext(options) {
    return this.#run(undefined, options);
  }

  runInContext(contextifiedObject, options) {
    validateContext(contextifiedObject);
    return this.#run(contextifiedObject, options);
  }

  runInNewContext(contextObject, options) {
    return this.runInContext(createContext(contextObject, contextOptions(options)), options);
  }

  createCachedData() {
    return cachedData.of(this.#code);
  }

  #run(global, options = kEmptyObject) {
    validateObject(options, 'options');
    const { breakOnSigint = false, displayErrors = true, timeout } = options;
    validateBoolean(displayErrors, 'options.displayErrors');
    validateBoolean(breakOnSigint, 'options.breakOnSigint');
    if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
    const jobs = global !== undefined && withOwnJobs.has(global);
    let value;
    try {
      value = binding.run(this.#compiled, global, breakOnSigint, timeout, jobs);
    } catch (error) {
      if (displayErrors) decorate(error, ...this.#offsets);
      throw error;
    }
    if (value === binding.interrupted) throw new ERR_SCRIPT_EXECUTION_INTERRUPTED();
    if (value === binding.timedOut) throw new ERR_SCRIPT_EXECUTION_TIMEOUT(timeout);
    return value;
  }
}

/** Own properties that have a value: others are as if they were not there. */
function defined(options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function validateContext(object) {
  if (!isContext(object)) throw new ERR_INVALID_ARG_TYPE('contextifiedObject', 'vm.Context', object);
}

/** Those of createContext() from options of a script that makes its own context. */
function contextOptions(options) {
  if (!options || typeof options !== 'object') return kEmptyObject;
  const { contextName, contextOrigin, contextCodeGeneration, microtaskMode } = options;
  if (contextName !== undefined) validateString(contextName, 'options.contextName');
  if (contextOrigin !== undefined) validateString(contextOrigin, 'options.contextOrigin');
  if (contextCodeGeneration !== undefined) validateCodeGeneration(contextCodeGeneration, 'options.contextCodeGeneration');
  validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  return { name: contextName, origin: contextOrigin, codeGeneration: contextCodeGeneration, microtaskMode };
}

function validateCodeGeneration(codeGeneration, name) {
  validateObject(codeGeneration, name);
  const { strings = true, wasm = true } = codeGeneration;
  validateBoolean(strings, `${name}.strings`);
  validateBoolean(wasm, `${name}.wasm`);
  return { strings, wasm };
}

/** Makes an object the global object of a new realm, to scripts that run there; or a new one that is nothing else. */
function createContext(contextObject = {}, options = kEmptyObject) {
  const plain = contextObject === constants.DONT_CONTEXTIFY;
  if (!plain && isContext(contextObject)) return contextObject;
  validateObject(options, 'options');
  const { name = `VM Context ${++contexts}`, origin, codeGeneration = kEmptyObject, microtaskMode } = options;
  validateString(name, 'options.name');
  if (origin !== undefined) validateString(origin, 'options.origin');
  const { strings, wasm } = validateCodeGeneration(codeGeneration, 'options.codeGeneration');
  validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  const context = binding.createContext(plain ? undefined : contextObject, strings);
  if (microtaskMode === 'afterEvaluate') withOwnJobs.add(context);
  if (!wasm) forbidWasm(context);
  return context;
}

/** WebAssembly of a context whose bytes are not compiled. */
function forbidWasm(context) {
  new Script(`(() => {
    const { CompileError } = WebAssembly;
    const refuse = (name) => function() {
      throw new CompileError(\`WebAssembly.\${name}(): Wasm code generation disallowed by embedder\`);
    };
    for (const name of ['Module', 'compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
      Object.defineProperty(WebAssembly, name, { value: refuse(name), writable: true, configurable: true });
    }
  })()`).runInContext(context);
}

function isContext(object) {
  validateObject(object, 'object', kValidateObjectAllowObjects);
  return binding.isContext(object);
}

function runInThisContext(code, options) {
  if (typeof options === 'string') options = { filename: options };
  return new Script(code, options).runInThisContext(options);
}

function runInContext(code, contextifiedObject, options) {
  validateContext(contextifiedObject);
  if (typeof options === 'string') options = { filename: options };
  return new Script(code, options).runInContext(contextifiedObject, options);
}

function runInNewContext(code, contextObject, options) {
  if (typeof options === 'string') options = { filename: options };
  return runInContext(code, createContext(contextObject, contextOptions(options)), options);
}

function compileFunction(code, params, options = kEmptyObject) {
  validateString(code, 'code');
  if (params === undefined) params = [];
  else validateStringArray(params, 'params');
  validateObject(options, 'options');
  const settings = { filename: '', lineOffset: 0, columnOffset: 0, produceCachedData: false, contextExtensions: [], ...defined(options) };
  validateCode(settings);
  const { filename, lineOffset, columnOffset, contextExtensions, parsingContext } = settings;
  if (parsingContext !== undefined && !(typeof parsingContext === 'object' && parsingContext !== null && isContext(parsingContext))) {
    throw new ERR_INVALID_ARG_TYPE('options.parsingContext', 'Context', parsingContext);
  }
  validateArray(contextExtensions, 'options.contextExtensions');
  contextExtensions.forEach((each, i) => validateObject(each, `options.contextExtensions[${i}]`));
  let result = binding.compileFunction(code, filename, lineOffset, columnOffset, params, parsingContext);
  if (contextExtensions.length > 0) result = withExtensions(code, params, settings);
  cachedData.tell(result, code, settings);
  result.sourceMapURL = sourceMapURL(code);
  return result;
}

/** The function within objects whose properties are variables to it; that its text is a body alone was seen before. */
function withExtensions(code, params, { filename, lineOffset, columnOffset, contextExtensions, parsingContext }) {
  const names = contextExtensions.map((_, i) => `__extension${i}`);
  const before = `${names.map((name) => `with (${name}) `).join('')}return function (${params.join(', ')}) {`;
  const column = Math.max(0, columnOffset - before.length);
  return binding.compileFunction(`${before}${code}\n}`, filename, lineOffset, column, names, parsingContext)(...contextExtensions);
}

module.exports = {
  Script,
  createContext,
  createScript: (code, options) => new Script(code, options),
  runInContext,
  runInNewContext,
  runInThisContext,
  isContext,
  compileFunction,
  measureMemory: (options) => require('internal/vm/measure').measureMemory(options),
  constants,
};
