// readline's Interface: lines from a stream. On a terminal keys edit the line before that; what they do is in the files beside this one.

const EventEmitter = require('events');
const { StringDecoder } = require('string_decoder');
const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_USE_AFTER_CLOSE },
} = require('internal/errors');
const { validateAbortSignal, validateArray, validateNumber, validateString, validateUint32 } = require('internal/validators');

const defaultHistorySize = 30;
const leastCrlfDelay = 100; // milliseconds
const defaultEscapeTimeout = 500; // milliseconds
const lineEnding = /\r?\n|\r(?!\n)/;

const kLines = Symbol('lines as an async iterator');

function Interface(input, output, completer, terminal) {
  let options = { input, output, completer, terminal };
  if (input?.input) options = input;
  EventEmitter.call(this);
  this._sawReturnAt = 0;
  this.isCompletionEnabled = true;
  this._sawKeyPress = false;
  this._previousKey = null;
  setOptions(this, options);
  this.line = '';
  this.cursor = 0;
  this._searchPrefix = null;
  this._undoStack = [];
  this._redoStack = [];
  this._killRing = [];
  this._killRingCursor = 0;
  this._yanking = false;
  this[kLines] = undefined;
  const stop = this.terminal ? readKeys(this) : readText(this);
  this.once('close', stop);
  if (options.signal) closeOnAbort(this, options.signal);
  this.input.resume();
}
Object.setPrototypeOf(Interface.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Interface, EventEmitter);

function setOptions(rl, options) {
  const { crlfDelay, history = [], historySize = defaultHistorySize, prompt = '> ', tabSize = 8 } = options;
  validateUint32(tabSize, 'tabSize', true);
  rl.tabSize = tabSize;
  rl.escapeCodeTimeout = options.escapeCodeTimeout ?? defaultEscapeTimeout;
  if (options.escapeCodeTimeout !== undefined && !Number.isFinite(options.escapeCodeTimeout)) {
    throw new ERR_INVALID_ARG_VALUE('input.escapeCodeTimeout', options.escapeCodeTimeout);
  }
  if (options.signal) validateAbortSignal(options.signal, 'options.signal');
  if (options.completer !== undefined && typeof options.completer !== 'function') {
    throw new ERR_INVALID_ARG_VALUE('completer', options.completer);
  }
  validateArray(history, 'history');
  validateNumber(historySize, 'historySize', 0);
  rl.input = options.input;
  rl.output = options.output;
  rl.history = history;
  rl.historySize = historySize;
  rl.removeHistoryDuplicates = Boolean(options.removeHistoryDuplicates);
  rl.crlfDelay = crlfDelay ? Math.max(leastCrlfDelay, crlfDelay) : leastCrlfDelay;
  rl.completer = options.completer;
  rl.terminal = Boolean(options.terminal ?? options.output?.isTTY);
  rl.setPrompt(prompt);
}

/** Lines as they come. @return what undoes it */
function readText(rl) {
  const { input } = rl;
  rl._decoder = new StringDecoder('utf8');
  const listeners = {
    error: (error) => rl.emit('error', error),
    data: (data) => rl._normalWrite(data),
    end() {
      if (typeof rl._line_buffer === 'string' && rl._line_buffer.length > 0) rl.emit('line', rl._line_buffer);
      rl.close();
    },
  };
  return listen(input, listeners);
}

/** Keys edit the line. @return what undoes it */
function readKeys(rl) {
  const { input, output } = rl;
  const refresh = () => rl._refreshLine();
  const listeners = {
    error: (error) => rl.emit('error', error),
    keypress(text, key) {
      rl._ttyWrite(text, key);
      const unit = key?.sequence?.codePointAt(0);
      // Half a character was drawn: now it is whole.
      if (unit >= 0xd800 && unit <= 0xdfff) rl._refreshLine();
    },
    end() {
      if (typeof rl.line === 'string' && rl.line.length > 0) rl.emit('line', rl.line);
      rl.close();
    },
  };
  require('internal/readline/keypress').emitKeypressEvents(input, rl);
  const stop = listen(input, listeners);
  rl._setRawMode(true);
  rl.historyIndex = -1;
  output?.on('resize', refresh);
  return () => {
    stop();
    output?.removeListener('resize', refresh);
  };
}

function listen(input, listeners) {
  for (const [name, listener] of Object.entries(listeners)) input.on(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) input.removeListener(name, listener);
  };
}

function closeOnAbort(rl, signal) {
  const close = () => rl.close();
  if (signal.aborted) {
    process.nextTick(close);
  } else {
    const listening = EventEmitter.addAbortListener(signal, close);
    rl.once('close', listening[Symbol.dispose]);
  }
}

const methods = {
  get columns() {
    return this.output?.columns || Infinity;
  },

  setPrompt(prompt) {
    this._prompt = prompt;
  },

  getPrompt() {
    return this._prompt;
  },

  _setRawMode(mode) {
    const was = this.input.isRaw;
    if (typeof this.input.setRawMode === 'function') this.input.setRawMode(mode);
    return was;
  },

  prompt(preserveCursor) {
    if (this.paused) this.resume();
    if (this.terminal && process.env.TERM !== 'dumb') {
      if (!preserveCursor) this.cursor = 0;
      this._refreshLine();
    } else {
      this._writeToOutput(this._prompt);
    }
  },

  /** Shows a query instead of the prompt; the next line goes to the callback. */
  _question(query, callback) {
    if (this.closed) throw new ERR_USE_AFTER_CLOSE('readline');
    if (!this._questionCallback) {
      this._oldPrompt = this._prompt;
      this.setPrompt(query);
      this._questionCallback = callback;
    }
    this.prompt();
  },

  _questionCancel() {
    if (!this._questionCallback) return;
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    this.clearLine();
  },

  _onLine(line) {
    const callback = this._questionCallback;
    if (!callback) {
      this.emit('line', line);
      return;
    }
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    callback(line);
  },

  _writeToOutput(text) {
    validateString(text, 'stringToWrite');
    if (this.output !== null && this.output !== undefined) this.output.write(text);
  },

  /** The line on the terminal is complete. */
  _line() {
    const line = this._addHistory();
    this._undoStack = [];
    this._redoStack = [];
    this.clearLine();
    this._onLine(line);
  },

  close() {
    if (this.closed) return;
    this.pause();
    if (this.terminal) this._setRawMode(false);
    this.closed = true;
    this.emit('close');
  },

  pause() {
    if (this.paused) return undefined;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  },

  resume() {
    if (!this.paused) return undefined;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  },

  write(text, key) {
    if (this.paused) this.resume();
    if (this.terminal) this._ttyWrite(text, key);
    else this._normalWrite(text);
  },

  /** Bytes or text without a terminal: whole lines go out, the rest waits. */
  _normalWrite(data) {
    if (data === undefined) return;
    let text = this._decoder.write(data);
    if (this._sawReturnAt !== 0 && Date.now() - this._sawReturnAt <= this.crlfDelay) {
      // The rest of a \r\n that came in two parts.
      if (text.startsWith('\n')) text = text.slice(1);
      this._sawReturnAt = 0;
    }
    if (text === '') return;
    if (!lineEnding.test(text)) {
      this._line_buffer = (this._line_buffer ?? '') + text;
      return;
    }
    this._sawReturnAt = text.endsWith('\r') ? Date.now() : 0;
    const lines = ((this._line_buffer ?? '') + text).split(lineEnding);
    this._line_buffer = lines.pop();
    for (const line of lines) this._onLine(line);
  },

  [Symbol.asyncIterator]() {
    const { kFirstEventParam } = require('internal/events/promises');
    return this[kLines] ??= EventEmitter.on(this, 'line', { close: ['close'], highWaterMark: 1024, [kFirstEventParam]: true });
  },

  [Symbol.dispose]() {
    this.close();
  },
};

for (const part of [
  methods,
  require('internal/readline/display'),
  require('internal/readline/editing'),
  require('internal/readline/history'),
  require('internal/readline/completion').methods,
  require('internal/readline/bindings'),
]) {
  const descriptors = Object.getOwnPropertyDescriptors(part);
  for (const key of Reflect.ownKeys(descriptors)) descriptors[key].enumerable = false;
  Object.defineProperties(Interface.prototype, descriptors);
}

module.exports = { Interface };
