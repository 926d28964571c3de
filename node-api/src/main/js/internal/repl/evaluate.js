// What evaluates the input of a REPL by default: as a script of its context, with await at the top.

const {
  codes: { ERR_SCRIPT_EXECUTION_INTERRUPTED },
} = require('internal/errors');

const binding = internalBinding('script');

/** The input is not wrong, it goes on. */
function Recoverable(error) {
  this.err = error;
}
Object.setPrototypeOf(Recoverable.prototype, SyntaxError.prototype);
Object.setPrototypeOf(Recoverable, SyntaxError);

/** `{a: 1}` means the object, unless it is a block. */
const looksLikeObject = (code) => /^\s*\{/.test(code) && !/;\s*$/.test(code);

const isValidSyntax = (code) => binding.syntax(`(${code}\n)`) === 'valid' || binding.syntax(code) === 'valid';

const isExpression = (code) => binding.syntax(`(${code}\n)`) === 'valid';

function isIncomplete(code) {
  return (/^\s*\{/.test(code) && binding.syntax(`(${code}`) === 'incomplete') || binding.syntax(code) === 'incomplete';
}

function interrupted() {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const error = new ERR_SCRIPT_EXECUTION_INTERRUPTED();
  Error.stackTraceLimit = limit;
  return error;
}

/** The script, and whether its value is a promise for the value of the input. @throws SyntaxError, Recoverable */
function compile(server, input, file) {
  let code = input;
  let awaits = false;
  if (looksLikeObject(input) && isExpression(input)) {
    code = `(${input.trim()}\n)\n`;
  } else if (input.includes('await') && topLevelAwait()) {
    const transformed = binding.transformAwait(input);
    if (transformed === null) throw new Recoverable(new SyntaxError('Unexpected end of input'));
    if (transformed !== undefined) {
      code = transformed;
      awaits = true;
    }
  }
  const strict = server.replMode === require('internal/repl/server').REPL_MODE_STRICT && code.trim() !== '';
  if (strict) code = `'use strict'; void 0;\n${code}`;
  try {
    return { script: binding.compile(code, file, 0, 0), awaits };
  } catch (error) {
    if (isIncomplete(input)) throw new Recoverable(error);
    throw error;
  }
}

const topLevelAwait = () => require('internal/options').optionFlag('experimental-repl-await') !== false;

function run(server, script, context) {
  let wasRaw;
  // Ctrl+C has to become a signal while code runs.
  if (server.breakEvalOnSigint) wasRaw = server._setRawMode(false);
  try {
    const value = binding.run(script, server.useGlobal ? undefined : context, server.breakEvalOnSigint);
    if (value === binding.interrupted) throw interrupted();
    return value;
  } finally {
    if (server.breakEvalOnSigint) server._setRawMode(wasRaw);
  }
}

/** A promise that rejects when the user presses Ctrl+C. */
function untilSigint(server) {
  let task;
  const promise = new Promise((resolve, reject) => {
    task = () => reject(interrupted());
    server._sigintTasks.add(task);
  });
  return { promise, stop: () => server._sigintTasks.delete(task) };
}

async function waitFor(server, promise, finish) {
  const sigint = server.breakEvalOnSigint ? untilSigint(server) : undefined;
  server._hold();
  try {
    const answer = await (sigint ? Promise.race([promise, sigint.promise]) : promise);
    finish(null, answer?.value);
  } catch (error) {
    server._domain.emit('error', error);
  } finally {
    sigint?.stop();
    server._release();
  }
}

/** Our own regular expressions must not show in the program's RegExp.$1. */
function regExpKeeper() {
  const separator = '\0\0\0';
  const pattern = new RegExp(`^${separator}${Array(9).fill('([^]*?)').join(separator)}$`);
  let saved = Array(9).fill('');
  return {
    restore: () => pattern.test(separator + saved.join(separator)),
    save() { saved = saved.map((_, i) => RegExp[`$${i + 1}`] ?? ''); },
  };
}

function createEval(server) {
  const matches = regExpKeeper();
  return function evaluate(code, context, file, callback) {
    if (code === '\n') return callback(null);
    let compiled;
    try {
      compiled = compile(server, code, file);
    } catch (error) {
      return callback(error);
    }
    const finish = (error, value) => {
      matches.save();
      callback(error, value);
    };
    matches.restore();
    let value;
    try {
      value = run(server, compiled.script, context);
    } catch (error) {
      server._domain.emit('error', error);
      return undefined;
    }
    if (compiled.awaits) waitFor(server, value, finish);
    else finish(null, value);
    return undefined;
  };
}

module.exports = { Recoverable, createEval, isValidSyntax };
