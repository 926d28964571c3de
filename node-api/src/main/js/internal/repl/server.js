// REPLServer: readline's Interface whose lines are commands of the prompt or code. What evaluates is in internal/repl/evaluate.

const { Interface } = require('readline');
const {
  codes: { ERR_INVALID_REPL_EVAL_CONFIG },
} = require('internal/errors');
const { inspect } = require('internal/inspect');
const { validateFunction } = require('internal/validators');
const { createContext, defineLast } = require('internal/repl/context');
const { Recoverable, createEval, isValidSyntax } = require('internal/repl/evaluate');
const { ReplDomain, showError } = require('internal/repl/errors');
const { addToMemory } = require('internal/repl/memory');

const REPL_MODE_SLOPPY = Symbol('repl-sloppy');
const REPL_MODE_STRICT = Symbol('repl-strict');
const kStandalone = Symbol('the REPL of the command line');
const editorBanner = '// Entering editor mode (Ctrl+D to finish, Ctrl+C to cancel)\n';

let nextResource = 1;

const writer = (value) => inspect(value, writer.options);
writer.options = { ...inspect.defaultOptions, showProxy: true };

function collectOptions(prompt, stream, eval_, useGlobal, ignoreUndefined, replMode) {
  const options = prompt !== null && typeof prompt === 'object' ?
    { ...prompt, stream: prompt.stream || prompt.socket } :
    { prompt, stream, eval: eval_, useGlobal, ignoreUndefined, replMode };
  if (!options.input && !options.output) {
    const both = options.stream || process;
    options.input = both.stdin || both;
    options.output = both.stdout || both;
  }
  options.terminal = Boolean(options.terminal ?? options.output.isTTY);
  if (options.terminal && options.useColors === undefined) {
    options.useColors = typeof options.output.hasColors === 'function' ? options.output.hasColors() :
      options.output.isTTY && (typeof options.output.getColorDepth !== 'function' || options.output.getColorDepth() > 2);
  }
  return options;
}

function REPLServer(...args) {
  if (!(this instanceof REPLServer)) return new REPLServer(...args);
  const options = collectOptions(...args);
  const { breakEvalOnSigint, eval: evaluate } = options;
  if (breakEvalOnSigint && evaluate) throw new ERR_INVALID_REPL_EVAL_CONFIG();
  defineStreams(this);
  Object.assign(this, {
    allowBlockingCompletions: Boolean(options.allowBlockingCompletions),
    useColors: Boolean(options.useColors),
    _domain: options.domain || new ReplDomain(this),
    useGlobal: Boolean(options.useGlobal),
    ignoreUndefined: Boolean(options.ignoreUndefined),
    replMode: options.replMode || REPL_MODE_SLOPPY,
    underscoreAssigned: false,
    last: undefined,
    underscoreErrAssigned: false,
    lastError: undefined,
    breakEvalOnSigint: Boolean(breakEvalOnSigint),
    editorMode: false,
    _standalone: Boolean(options[kStandalone]),
    _buffered: '',
    _loading: false,
    _held: undefined,
    _sigintTasks: new Set(),
  });
  for (const key of ['_standalone', '_buffered', '_loading', '_held', '_sigintTasks']) {
    Object.defineProperty(this, key, { __proto__: null, enumerable: false });
  }
  const run = evaluate || createEval(this);
  this.eval = this._domain.bind(run);
  this._domain.on('error', (error) => showError(this, error));
  require('internal/repl/errors').watch(this);
  const complete = (text, callback) => {
    const answer = this.editorMode ? this.completeOnEditorMode(callback) : callback;
    require('internal/repl/completion').complete(this, text, answer);
  };
  Interface.call(this, {
    input: options.input,
    output: options.output,
    completer: options.completer || complete,
    terminal: options.terminal,
    historySize: options.historySize,
    prompt: options.prompt,
  });
  this.resetContext();
  this.commands = { __proto__: null };
  require('internal/repl/commands').defineCommands(this);
  this.writer = options.writer || writer;
  if (this.writer === writer) {
    writer.options.colors = this.useColors;
    if (this._standalone) defineReplDefaults();
  }
  listen(this);
  wrapKeys(this);
  this.displayPrompt();
}
Object.setPrototypeOf(REPLServer.prototype, Interface.prototype);
Object.setPrototypeOf(REPLServer, Interface);

/** The old names of input and output. */
function defineStreams(server) {
  const { deprecate } = require('internal/util');
  const warn = (fn) => (process.pendingDeprecation ? deprecate(fn,
    'repl.inputStream and repl.outputStream are deprecated. Use repl.input and repl.output instead', 'DEP0141') : fn);
  for (const [name, key] of [['inputStream', 'input'], ['outputStream', 'output']]) {
    Object.defineProperty(server, name, {
      __proto__: null,
      get: warn(() => server[key]),
      set: warn((value) => { server[key] = value; }),
      enumerable: false,
      configurable: true,
    });
  }
}

function defineReplDefaults() {
  const { validateObject } = require('internal/validators');
  Object.defineProperty(inspect, 'replDefaults', {
    __proto__: null,
    get: () => writer.options,
    set(options) {
      validateObject(options, 'options');
      Object.assign(writer.options, options);
    },
    enumerable: true,
    configurable: true,
  });
}

function listen(server) {
  let sawSigint = false;
  server.on('close', () => {
    if (server._held) server._held.push(['close']);
    else server.emit('exit');
  });
  server.on('SIGINT', () => {
    if (server._sigintTasks.size > 0) {
      for (const task of server._sigintTasks) task();
      return;
    }
    const empty = server.line.length === 0 && server._buffered === '';
    server.clearLine();
    leaveEditor(server);
    if (empty && sawSigint) {
      sawSigint = false;
      server.close();
      return;
    }
    if (empty) server.output.write('(To exit, press Ctrl+C again or Ctrl+D or type .exit)\n');
    sawSigint = empty;
    beginAnew(server);
    server.displayPrompt();
  });
  server.on('SIGCONT', () => {
    if (!server.editorMode) {
      server.displayPrompt(true);
      return;
    }
    server.output.write(`${server._initialPrompt}.editor\n${editorBanner}${server._buffered}\n`);
    server.prompt(true);
  });
  server.on('line', (line) => {
    sawSigint = false;
    onLine(server, line || '');
  });
}

/** Forgets an input that was not complete. */
function beginAnew(server) {
  server.clearBufferedCommand();
  server.lines.level = [];
}

function onLine(server, line) {
  if (server.editorMode) {
    server._buffered += `${line}\n`;
    const indent = server._sawKeyPress && !server._loading ? /^\s+/.exec(line)?.[0] : undefined;
    if (indent !== undefined) {
      server.write(indent);
      server.line = indent;
      server.cursor = indent.length;
    }
    addToMemory(server, line);
    return;
  }
  const trimmed = line.trim();
  // `.5` is a number, `...args` begins a line of an input.
  if (trimmed.startsWith('.') && trimmed[1] !== '.' && Number.isNaN(Number.parseFloat(trimmed))) {
    const [, keyword, rest] = /^\.(\S+)\s*(.*)$/.exec(trimmed) ?? [];
    if (server.commands[keyword] !== undefined) {
      Reflect.apply(server.commands[keyword].action, server, [rest]);
      return;
    }
    if (server._buffered === '') {
      server.output.write('Invalid REPL keyword\n');
      addToMemory(server, line);
      beginInput(server);
      return;
    }
  }
  const finish = (...result) => onResult(server, line, ...result);
  server.eval(`${server._buffered}${line}\n`, server.context, `REPL${nextResource++}`, finish);
}

function onResult(server, line, error, ...values) {
  addToMemory(server, line);
  const recoverable = error instanceof Recoverable;
  if (error && server._buffered === '' && line.trim().startsWith('npm ') && !recoverable) {
    server.output.write('npm should be run outside of the Node.js REPL, in your normal shell.\n(Press Ctrl+D to exit.)\n');
    server.displayPrompt();
    return;
  }
  if (error) {
    if (recoverable && !server._editorEnded) {
      server._buffered += `${line}\n`;
      server.displayPrompt();
      return;
    }
    server._editorEnded = false;
    server._domain.emit('error', error.err || error);
    server.clearBufferedCommand();
    return;
  }
  if (values.length > 0 && (!server.ignoreUndefined || values[0] !== undefined)) {
    if (!server.underscoreAssigned) server.last = values[0];
    server.output.write(`${server.writer(values[0])}\n`);
  }
  beginInput(server);
}

function beginInput(server) {
  server._editorEnded = false;
  server.clearBufferedCommand();
  server.displayPrompt();
}

/** Keys pass through here first: held back while something is awaited; in the editor, for history search. */
function wrapKeys(server) {
  const press = server._ttyWrite.bind(server);
  const { search } = require('internal/repl/search').createSearch(server);
  server._ttyWrite = (text, key) => {
    key ||= {};
    if (server._held && !(server.breakEvalOnSigint && key.ctrl && key.name === 'c')) {
      server._held.push(['key', [text, key], server.isCompletionEnabled]);
    } else if (server.editorMode && server.terminal) {
      pressInEditor(server, press, text, key);
    } else {
      if (key.ctrl && key.name === 'd' && server.cursor === 0 && server.line.length === 0) server.clearLine();
      if (!search(text, key)) press(text, key);
    }
  };
}

function pressInEditor(server, press, text, key) {
  if (key.ctrl && !key.shift) {
    if (key.name === 'd') {
      leaveEditor(server);
      server._editorEnded = true;
      press(text, { name: 'return' });
    } else if (key.name !== 'n' && key.name !== 'p') {
      press(text, key);
    }
    return;
  }
  if (key.name === 'up' || key.name === 'down') return;
  if (key.name === 'tab') server._previousKey = null;
  press(text, key);
}

function enterEditor(server) {
  server.editorMode = true;
  Reflect.apply(Interface.prototype.setPrompt, server, ['']);
}

function leaveEditor(server) {
  server.editorMode = false;
  server.setPrompt(server._initialPrompt);
}

const methods = {
  setupHistory(file, callback) {
    require('internal/repl/history').setupHistory(this, file, callback);
  },

  clearBufferedCommand() {
    this._buffered = '';
  },

  close() {
    const end = () => Reflect.apply(Interface.prototype.close, this, []);
    if (this.terminal && this._flushing && !this._closingOnFlush) {
      this._closingOnFlush = true;
      this.once('flushHistory', end);
    } else {
      process.nextTick(end);
    }
  },

  createContext() {
    return createContext(this);
  },

  resetContext() {
    this.context = this.createContext();
    this.underscoreAssigned = false;
    this.underscoreErrAssigned = false;
    this.lines = [];
    this.lines.level = [];
    defineLast(this, '_', 'last', 'underscoreAssigned');
    defineLast(this, '_error', 'lastError', 'underscoreErrAssigned');
    this.emit('reset', this.context);
  },

  displayPrompt(preserveCursor) {
    let prompt = this._initialPrompt;
    if (this._buffered.length > 0) prompt = `...${'..'.repeat(Math.max(0, this.lines.level.length - 1))} `;
    Reflect.apply(Interface.prototype.setPrompt, this, [prompt]);
    this.prompt(preserveCursor);
  },

  setPrompt(prompt) {
    this._initialPrompt = prompt;
    Reflect.apply(Interface.prototype.setPrompt, this, [prompt]);
  },

  complete(...args) {
    Reflect.apply(this.completer, this, args);
  },

  /** In the editor only what all completions begin with is inserted. */
  completeOnEditorMode(callback) {
    return (error, results) => {
      if (error) return callback(error);
      const [completions, completed = ''] = results;
      let found = completions.filter(Boolean);
      if (completed && found.length > 0) found = [require('internal/readline/completion').commonPrefix(found)];
      return callback(null, [found, completed]);
    };
  },

  defineCommand(keyword, command) {
    if (typeof command === 'function') command = { action: command };
    else validateFunction(command.action, 'cmd.action');
    this.commands[keyword] = command;
  },

  /** Keys wait until `_release`. */
  _hold() {
    this._held ??= [];
  },

  _release() {
    if (!this._held) return;
    const held = this._held;
    this._held = undefined;
    const enabled = this.isCompletionEnabled;
    while (held.length > 0 && !this._held) {
      const [type, payload, completion] = held.shift();
      if (type === 'close') {
        this.emit('exit');
      } else {
        this.isCompletionEnabled = completion;
        this._ttyWrite(...payload);
      }
    }
    // What a key began is awaited again: the rest goes behind it.
    if (this._held) this._held.push(...held);
    this.isCompletionEnabled = enabled;
  },
};
Object.assign(REPLServer.prototype, methods);

module.exports = {
  REPLServer, REPL_MODE_SLOPPY, REPL_MODE_STRICT, Recoverable, beginAnew, editorBanner, enterEditor, isValidSyntax, kStandalone, leaveEditor, writer,
};
