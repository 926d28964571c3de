// Console: formatted lines to a pair of streams, with groups, counters, timers and tables.

const {
  codes: { ERR_CONSOLE_WRITABLE_STREAM, ERR_INCOMPATIBLE_OPTION_PAIR },
  isStackOverflowError,
} = require('internal/errors');
// Loaded when something that is no string is printed.
const inspect = (...args) => require('internal/inspect').inspect(...args);
const formatWithOptions = (...args) => require('internal/inspect').formatWithOptions(...args);
const binding = internalBinding('console');

const states = new WeakMap();
const kNoColor = {};
const kColor = { colors: true };
const kIsConsole = Symbol('kIsConsole');

function stateOf(console) {
  return states.get(console);
}

function isWritable(stream) {
  return stream && typeof stream.write === 'function';
}

function Console(options) {
  if (!new.target) return Reflect.construct(Console, arguments);
  if (!options || typeof options.write === 'function') {
    options = { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] };
  }
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto', inspectOptions, groupIndentation } = options;
  if (!isWritable(stdout)) throw new ERR_CONSOLE_WRITABLE_STREAM('stdout');
  if (!isWritable(stderr)) throw new ERR_CONSOLE_WRITABLE_STREAM('stderr');
  if (typeof colorMode !== 'boolean' && colorMode !== 'auto') require('internal/validators').validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  if (groupIndentation !== undefined) require('internal/validators').validateInteger(groupIndentation, 'groupIndentation', 0, 1000);
  if (inspectOptions !== undefined) {
    require('internal/validators').validateObject(inspectOptions, 'options.inspectOptions');
    const maps = inspectOptions instanceof Map ? inspectOptions.values() : [inspectOptions];
    for (const each of maps) {
      if (each.colors !== undefined && options.colorMode !== undefined) {
        throw new ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
      }
    }
  }
  // Bound to the instance, so that they can be passed around.
  for (const key of Object.keys(Console.prototype)) {
    if (typeof this[key] !== 'function') continue;
    const bound = this[key].bind(this);
    Object.defineProperty(bound, 'name', { __proto__: null, value: key, configurable: true });
    this[key] = bound;
  }
  initialize(this, { stdout, stderr, ignoreErrors, colorMode, inspectOptions, groupIndentation });
  bindProperties(this);
}

function initialize(console, options) {
  states.set(console, {
    ignoreErrors: true,
    colorMode: 'auto',
    ...options,
    groupIndentationWidth: options.groupIndentation ?? 2,
    indent: '',
    counts: new Map(),
    timers: new Map(),
  });
}

/** `_stdout`, `_stderr` and their error handlers, which old packages read. */
function bindProperties(console) {
  const state = stateOf(console);
  const accessor = (key, get, set) => Object.defineProperty(console, key, { __proto__: null, enumerable: false, configurable: true, get, set });
  const own = (key, value) => Object.defineProperty(console, key, { __proto__: null, enumerable: false, configurable: true, writable: true, value });
  for (const [fd, name] of [[1, 'stdout'], [2, 'stderr']]) {
    accessor(`_${name}`, () => streamOf(state, fd), (stream) => { state[name] = stream; });
    own(`_${name}ErrorHandler`, writeErrorHandler(state, fd));
  }
  accessor('_ignoreErrors', () => state.ignoreErrors, (value) => { state.ignoreErrors = value; });
  own('_times', state.timers);
  Object.defineProperty(console, kIsConsole, { __proto__: null, value: true });
}

Object.defineProperty(Console, Symbol.hasInstance, {
  __proto__: null,
  value(instance) { return instance?.[kIsConsole] === true; },
});

function noop() {}

/** What a write's callback does: the stream tells of the error later, and nobody else may be there to hear it. */
function writeErrorHandler(state, fd) {
  return (error) => {
    const stream = streamOf(state, fd);
    if (error != null && !stream._writableState?.errorEmitted && stream.listenerCount?.('error') === 0) stream.once('error', noop);
  };
}

/** Options of inspect for one of the two streams; finding out about colours touches no stream if nobody else has. */
function inspectOptionsFor(state, fd) {
  const { inspectOptions } = state;
  if (inspectOptions !== undefined) {
    const stream = streamOf(state, fd);
    const options = inspectOptions instanceof Map ? inspectOptions.get(stream) : inspectOptions;
    if (options !== undefined && options.colors !== undefined) return options;
    if (options !== undefined) return { ...options, colors: wantsColors(state, fd) };
  }
  return wantsColors(state, fd) ? kColor : kNoColor;
}

function wantsColors(state, fd) {
  if (state.colorMode !== 'auto') return state.colorMode;
  if (state.process && state[fd === 1 ? 'stdout' : 'stderr'] === undefined && !require('internal/process/stdio').isTouched(fd)) {
    return internalBinding('tty').isTTY(fd) && require('internal/tty').getColorDepth() > 2;
  }
  const stream = streamOf(state, fd);
  return Boolean(stream.isTTY) && (typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true);
}

function streamOf(state, fd) {
  const name = fd === 1 ? 'stdout' : 'stderr';
  return state[name] ?? state.process[name];
}

/** Whether the process's stream is still the untouched accessor, so that the host may write directly. */
function isDirect(state, fd) {
  if (!state.process || state[fd === 1 ? 'stdout' : 'stderr'] !== undefined || require('internal/process/stdio').isTouched(fd)) return false;
  return Object.getOwnPropertyDescriptor(process, fd === 1 ? 'stdout' : 'stderr')?.get !== undefined &&
    state.original[fd] === Object.getOwnPropertyDescriptor(process, fd === 1 ? 'stdout' : 'stderr').get;
}

function write(console, fd, text) {
  const state = stateOf(console);
  if (state.indent.length !== 0) {
    if (text.includes('\n')) text = text.replaceAll('\n', `\n${state.indent}`);
    text = state.indent + text;
  }
  state.original ??= [0, 'stdout', 'stderr'].map((name) => name && Object.getOwnPropertyDescriptor(process, name)?.get);
  if (isDirect(state, fd)) {
    binding.log(fd, text);
    return;
  }
  const stream = streamOf(state, fd);
  text += '\n';
  if (state.ignoreErrors === false) {
    stream.write(text);
    return;
  }
  try {
    // A stream without a listener for its errors must not bring the program down.
    if (stream.listenerCount?.('error') === 0) stream.once('error', noop);
    stream.write(text, fd === 1 ? console._stdoutErrorHandler : console._stderrErrorHandler);
  } catch (error) {
    if (isStackOverflowError(error)) throw error;
  } finally {
    stream.removeListener?.('error', noop);
  }
}

function formatFor(console, fd, args) {
  if (args.length === 1 && typeof args[0] === 'string') return args[0];
  return formatWithOptions(inspectOptionsFor(stateOf(console), fd), ...args);
}

/** A method that prints; a channel of diagnostics_channel hears of its arguments before they are shown. */
function printing(name, fd) {
  return {
    [name](...args) {
      const channel = binding.channels?.[name];
      if (channel !== undefined && channel.hasSubscribers) channel.publish(args);
      write(this, fd, formatFor(this, fd, args));
    },
  };
}

const methods = {
  ...printing('log', 1),
  ...printing('info', 1),
  ...printing('debug', 1),
  ...printing('warn', 2),
  ...printing('error', 2),

  dir(object, options) {
    write(this, 1, inspect(object, { customInspect: false, ...inspectOptionsFor(stateOf(this), 1), ...options }));
  },

  time(label = 'default') {
    label = `${label}`;
    const { timers } = stateOf(this);
    if (timers.has(label)) {
      process.emitWarning(`Label '${label}' already exists for console.time()`);
      return;
    }
    timers.set(label, process.hrtime());
  },
  timeEnd(label = 'default') {
    label = `${label}`;
    if (reportTime(this, 'timeEnd', label)) stateOf(this).timers.delete(label);
  },
  timeLog(label = 'default', ...data) {
    reportTime(this, 'timeLog', `${label}`, data);
  },

  trace(...args) {
    const heading = { name: 'Trace', message: formatFor(this, 2, args) };
    Error.captureStackTrace(heading, this.trace);
    this.error(heading.stack);
  },

  assert(expression, ...args) {
    if (expression) return;
    if (typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`;
    else args.unshift('Assertion failed');
    Reflect.apply(this.warn, this, args);
  },

  clear() {
    const stream = streamOf(stateOf(this), 1);
    if (stream.isTTY && process.env.TERM !== 'dumb') {
      const { clearScreenDown, cursorTo } = require('internal/tty/cursor');
      cursorTo(stream, 0, 0);
      clearScreenDown(stream);
    }
  },

  count(label = 'default') {
    label = `${label}`;
    const { counts } = stateOf(this);
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    this.log(`${label}: ${count}`);
  },
  countReset(label = 'default') {
    const { counts } = stateOf(this);
    if (!counts.has(`${label}`)) {
      process.emitWarning(`Count for '${label}' does not exist`);
      return;
    }
    counts.delete(`${label}`);
  },

  group(...data) {
    if (data.length > 0) Reflect.apply(this.log, this, data);
    const state = stateOf(this);
    state.indent += ' '.repeat(state.groupIndentationWidth);
  },
  groupEnd() {
    const state = stateOf(this);
    state.indent = state.indent.slice(0, state.indent.length - state.groupIndentationWidth);
  },

  table(tabularData, properties) {
    require('internal/console/table').table(this, tabularData, properties,
      (value, options) => inspect(value, { ...consoleTableOptions(this), ...options }));
  },
};

function consoleTableOptions(console) {
  return { ...inspectOptionsFor(stateOf(console), 1) };
}

function reportTime(console, name, label, data) {
  const start = stateOf(console).timers.get(label);
  if (start === undefined) {
    process.emitWarning(`No such label '${label}' for console.${name}()`);
    return false;
  }
  const [seconds, nanoseconds] = process.hrtime(start);
  const text = formatTime(seconds * 1000 + nanoseconds / 1e6);
  if (data === undefined || data.length === 0) console.log('%s: %s', label, text);
  else console.log('%s: %s', label, text, ...data);
  return true;
}

const pad = (value) => `${value}`.padStart(2, '0');

function formatTime(ms) {
  if (ms >= 3_600_000) {
    const hours = Math.floor(ms / 3_600_000);
    const rest = ms - hours * 3_600_000;
    return `${hours}:${pad(Math.floor(rest / 60_000))}:${pad(Math.floor((rest % 60_000) / 1000))} (h:mm:ss)`;
  }
  if (ms >= 60_000) {
    const seconds = ((ms % 60_000) / 1000).toFixed(3);
    return `${Math.floor(ms / 60_000)}:${seconds.padStart(6, '0')} (m:ss.mmm)`;
  }
  if (ms >= 1000) return `${(ms / 1000).toFixed(3)}s`;
  return `${Number(ms.toFixed(3))}ms`;
}

Object.assign(Console.prototype, methods);
Console.prototype.dirxml = Console.prototype.log;
Console.prototype.groupCollapsed = Console.prototype.group;
for (const name of ['profile', 'profileEnd', 'timeStamp']) Console.prototype[name] = { [name]() {} }[name];
Console.prototype.context = { context() { return this; } }.context;

Object.defineProperties(Console, {
  bindProperties: { __proto__: null, value: bindProperties, enumerable: false },
  initialize: { __proto__: null, value: initialize, enumerable: false },
});

module.exports = { Console, formatTime };
