// node:vm, as far as scripts of this realm and of ordinary global objects go. Objects as global objects of other contexts are not there yet.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED, ERR_SCRIPT_EXECUTION_INTERRUPTED, ERR_SCRIPT_EXECUTION_TIMEOUT },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const {
  validateArray, validateBoolean, validateInt32, validateObject, validateString, validateUint32,
} = require('internal/validators');

const binding = internalBinding('script');

const constants = Object.freeze({
  __proto__: null,
  USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default'),
  DONT_CONTEXTIFY: Symbol('vm_context_no_contextify'),
});

class Script {
  #compiled;

  constructor(code, options = kEmptyObject) {
    code = `${code}`;
    if (typeof options === 'string') options = { filename: options };
    else validateObject(options, 'options');
    const { filename = 'evalmachine.<anonymous>', lineOffset = 0, columnOffset = 0, produceCachedData = false } = options;
    validateString(filename, 'options.filename');
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    validateBoolean(produceCachedData, 'options.produceCachedData');
    this.#compiled = binding.compile(code, filename, lineOffset, columnOffset);
    this.sourceMapURL = /\/\/[#@] sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
  }

  runInThisContext(options) {
    return this.#run(undefined, options);
  }

  runInContext(context, options) {
    if (!isContext(context)) throw new ERR_INVALID_ARG_TYPE('contextifiedObject', 'vm.Context', context);
    return this.#run(context, options);
  }

  runInNewContext(contextObject, options) {
    return this.runInContext(createContext(contextObject, options), options);
  }

  createCachedData() {
    return Buffer.alloc(0);
  }

  #run(global, options = kEmptyObject) {
    validateObject(options, 'options');
    const { breakOnSigint = false, timeout } = options;
    validateBoolean(breakOnSigint, 'options.breakOnSigint');
    if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
    const value = binding.run(this.#compiled, global, breakOnSigint, timeout);
    if (value === binding.interrupted) throw new ERR_SCRIPT_EXECUTION_INTERRUPTED();
    if (value === binding.timedOut) throw new ERR_SCRIPT_EXECUTION_TIMEOUT(timeout);
    return value;
  }
}

/** A new global object with intrinsics of its own. @throws ERR_METHOD_NOT_IMPLEMENTED for an object that is to be one */
function createContext(contextObject = constants.DONT_CONTEXTIFY) {
  if (contextObject === constants.DONT_CONTEXTIFY) return binding.createGlobal();
  validateObject(contextObject, 'contextObject');
  if (binding.isGlobal(contextObject)) return contextObject;
  throw new ERR_METHOD_NOT_IMPLEMENTED('vm.createContext() with an object');
}

function isContext(object) {
  validateObject(object, 'object', 1 | 2);
  return object !== globalThis && binding.isGlobal(object);
}

function runInThisContext(code, options) {
  if (typeof options === 'string') options = { filename: options };
  return new Script(code, options).runInThisContext(options);
}

function runInContext(code, context, options) {
  if (!isContext(context)) throw new ERR_INVALID_ARG_TYPE('contextifiedObject', 'vm.Context', context);
  if (typeof options === 'string') options = { filename: options };
  return new Script(code, options).runInContext(context, options);
}

function runInNewContext(code, contextObject, options) {
  if (typeof options === 'string') options = { filename: options };
  return runInContext(code, createContext(contextObject), options);
}

function compileFunction(code, params = [], options = kEmptyObject) {
  validateString(code, 'code');
  validateArray(params, 'params');
  params.forEach((param, i) => validateString(param, `params[${i}]`));
  validateObject(options, 'options');
  const { filename = '', parsingContext } = options;
  validateString(filename, 'options.filename');
  if (parsingContext !== undefined) throw new ERR_METHOD_NOT_IMPLEMENTED('vm.compileFunction() with parsingContext');
  return internalBinding('modules').compileFunction(code, filename, params);
}

function measureMemory() {
  throw new ERR_METHOD_NOT_IMPLEMENTED('vm.measureMemory()');
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
  measureMemory,
  constants,
};
