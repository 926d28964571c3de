// Errors of a REPL's code: those thrown while it is evaluated, and those that reach nobody later.

const EventEmitter = require('events');
const {
  codes: { ERR_INVALID_REPL_INPUT },
} = require('internal/errors');
const { currentFrame, withFrame } = require('internal/async_context');

const kServer = Symbol('the REPL a call belongs to');
const open = new Set();
let listening = false;

/** Where a REPL's errors go: 'error' events, as of a domain. */
class ReplDomain extends EventEmitter {
  #server;

  constructor(server) {
    super();
    this.#server = server;
  }

  bind(fn) {
    const domain = this;
    return function runBound(...args) {
      return domain.run(() => Reflect.apply(fn, this, args));
    };
  }

  run(fn, ...args) {
    const frame = new Map(currentFrame());
    frame.set(kServer, this.#server);
    try {
      return withFrame(frame, () => fn(...args));
    } catch (error) {
      this.emit('error', error);
      return undefined;
    }
  }

  enter() {}
  exit() {}
  add() {}
  remove() {}
}

/** Takes the errors that leave callbacks of the server's code, as long as it is open. */
function watch(server) {
  open.add(server);
  server.once('exit', () => open.delete(server));
  if (server._standalone || listening) return;
  listening = true;
  process.prependListener('newListener', (name) => {
    if (name === 'uncaughtException' && currentFrame()?.get(kServer) !== undefined) {
      throw new ERR_INVALID_REPL_INPUT('Listeners for `uncaughtException` cannot be used in the REPL');
    }
  });
}

/** By the topmost frame that is not ours. */
const comesFromInput = (error) => /^REPL\d+$/.test(internalBinding('errors').getSourceLine(error)?.file);

/** @return whether an error nobody caught was that of a REPL */
function takeUncaught(error) {
  for (const server of [...open].reverse()) {
    if (server._standalone || comesFromInput(error)) {
      server._domain.emit('error', error);
      return true;
    }
  }
  return false;
}
require('internal/process/uncaught').setInterceptor(takeUncaught);

/** The stack down to the input: what called it is ours. */
function cutStack(error, context) {
  const holders = new Set([Error, context?.Error].filter((holder) => typeof holder === 'function'));
  const kept = [...holders].map((holder) => [holder, Object.getOwnPropertyDescriptor(holder, 'prepareStackTrace'), holder.prepareStackTrace]);
  for (const [holder, , prepare] of kept) {
    Object.defineProperty(holder, 'prepareStackTrace', {
      __proto__: null,
      configurable: true,
      writable: true,
      value(thrown, sites) {
        const end = sites.findLastIndex((site) => site.getFunctionName() === null && /^REPL\d+$/.test(site.getFileName() ?? ''));
        const frames = end === -1 ? sites : sites.slice(0, end);
        if (typeof prepare === 'function') return prepare(thrown, frames);
        return [headline(thrown), ...frames.map((frame) => `    at ${frame}`)].join('\n');
      },
    });
  }
  try {
    return error.stack;
  } catch {
    return undefined;
  } finally {
    for (const [holder, descriptor] of kept) {
      if (descriptor) Object.defineProperty(holder, 'prepareStackTrace', descriptor);
      else delete holder.prepareStackTrace;
    }
  }
}

function headline(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return '<error>';
  }
}

/** The place of a syntax error: file and line unless it is the input, the line, a mark. */
function excerpt(error) {
  const at = internalBinding('errors').getEarlyError(error);
  if (at === undefined) return '';
  const place = /^REPL\d*$/.test(at.file) ? '' : `${at.file}:${at.line}\n`;
  return `${place}${at.text}\n${' '.repeat(Math.max(0, at.column - 1))}${'^'.repeat(Math.max(1, at.length))}\n\n`;
}

function tidyStack(server, error) {
  cutStack(error, server.context);
  if (!error.stack || typeof error.stack !== 'string') return;
  if (error.name === 'SyntaxError') {
    adviseOnImport(server, error);
    error.stack = excerpt(error) + error.stack.replace(/^\s+at\s.*\n?/gm, '');
  } else if (server.replMode === require('internal/repl/server').REPL_MODE_STRICT) {
    // A line of ours, 'use strict', stands above the input.
    error.stack = error.stack.replace(/(\s+at\s+REPL\d+:)(\d+)/, (_, before, line) => before + (line - 1));
  }
}

/** `import x from 'y'` is what users of modules type. */
function adviseOnImport(server, error) {
  if (!error.message.includes('Cannot use import statement outside a module')) return;
  const message = 'Cannot use import statement inside the Node.js REPL, alternatively use dynamic import: ' +
    toDynamicImport(server.lines.at(-1) ?? '');
  error.stack = error.stack.replace(error.message, () => message);
  error.message = message;
}

/** An import declaration as the statement that does the same here. */
function toDynamicImport(line) {
  const [, clause, specifier] = /^\s*import\s+(?:([^'"]*?)\s+from\s+)?(['"].*?['"])/.exec(line) ?? [];
  if (specifier === undefined) return '';
  const load = `await import(${JSON.stringify(specifier.slice(1, -1))});`;
  if (!clause) return load;
  const [, namespace] = /^\*\s+as\s+(\S+)$/.exec(clause) ?? [];
  if (namespace) return `const ${namespace} = ${load}`;
  const [, first, braces] = /^([\w$]+)?\s*,?\s*(?:\{([^]*)\})?$/.exec(clause) ?? [];
  const names = [];
  if (first) names.push(`default: ${first}`);
  for (const part of braces?.split(',') ?? []) {
    const [imported, , local = imported] = part.trim().split(/\s+/);
    if (imported) names.push(local === imported ? local : `${imported}: ${local}`);
  }
  return `const { ${names.join(', ')} } = ${load}`;
}

function describe(server, error) {
  let text = '';
  if (typeof error === 'object' && error !== null && require('internal/util').isError(error)) {
    tidyStack(server, error);
    text = server.writer(error);
    if (text.startsWith('[') && text.endsWith(']')) text = text.slice(1, -1);
  }
  if (text === '') text = server.writer(error);
  const lines = text.split(/(?<=\n)/);
  const heading = lines.findIndex((line) => /^\[?([A-Z][a-z0-9_]*)*Error/.test(line));
  if (heading === -1) {
    text = `Uncaught${lines.length === 1 ? ' ' : ':\n'}${text}`;
  } else {
    // As wide as a terminal that says nothing of its width.
    const fits = Math.min(80, require('internal/repl/server').writer.options.breakLength) >= lines[heading].length;
    lines[heading] = `Uncaught${fits ? ' ' : ':\n'}${lines[heading]}`;
    text = lines.join('');
  }
  return text.endsWith('\n') ? text : `${text}\n`;
}

function showError(server, error) {
  const { beginAnew } = require('internal/repl/server');
  const proceed = () => {
    beginAnew(server);
    if (!server.closed) server.displayPrompt();
  };
  if (!server.underscoreErrAssigned) server.lastError = error;
  if (server._standalone && process.listenerCount('uncaughtException') > 0) {
    process.nextTick(() => {
      process.emit('uncaughtException', error);
      proceed();
    });
    return;
  }
  server.output.write(describe(server, error));
  proceed();
}

module.exports = { ReplDomain, showError, watch };
