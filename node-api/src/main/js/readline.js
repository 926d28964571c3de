// node:readline: lines and keys of a terminal, with callbacks.

const { Interface: Base } = require('internal/readline/interface');
const { clearLine, clearScreenDown, cursorTo, moveCursor } = require('internal/tty/cursor');
const { AbortError } = require('internal/errors');
const { addAbortListener } = require('events');
const { validateAbortSignal } = require('internal/validators');
const { defineLazy } = require('internal/util');

/** A completer that answers at once, as one with a callback. */
const withCallback = (completer) => (line, callback) => callback(null, completer(line));

const isSynchronous = (completer) => typeof completer === 'function' && completer.length !== 2;

function Interface(input, output, completer, terminal) {
  if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
  if (input?.input) {
    if (isSynchronous(input.completer)) input.completer = withCallback(input.completer);
  } else if (isSynchronous(completer)) {
    completer = withCallback(completer);
  }
  Base.call(this, input, output, completer, terminal);
  if (process.env.TERM === 'dumb') this._ttyWrite = this._ttyWriteDumb.bind(this);
}
Object.setPrototypeOf(Interface.prototype, Base.prototype);
Object.setPrototypeOf(Interface, Base);

Interface.prototype._tabComplete = function _tabComplete(again) {
  this.pause();
  this.completer(this.line.slice(0, this.cursor), (error, answer) => {
    this.resume();
    if (error) this._writeToOutput(`Tab completion error: ${require('internal/inspect').inspect(error)}`);
    else this._tabCompleter(again, answer);
  });
};

Interface.prototype.question = function question(query, options, callback) {
  if (typeof options === 'function') callback = options;
  const signal = options?.signal;
  if (signal) {
    validateAbortSignal(signal, 'options.signal');
    if (signal.aborted) return;
    const listening = addAbortListener(signal, () => this._questionCancel());
    const answered = callback;
    callback = (answer) => {
      listening[Symbol.dispose]();
      return answered?.(answer);
    };
  }
  if (typeof callback === 'function') this._question(query, callback);
};

// util.promisify: an abort rejects, where the callback would never be called.
Interface.prototype.question[Symbol.for('nodejs.util.promisify.custom')] = function question(query, options) {
  const signal = options?.signal;
  const aborted = () => new AbortError(undefined, { cause: signal.reason });
  if (signal?.aborted) return Promise.reject(aborted());
  return new Promise((resolve, reject) => {
    if (signal) {
      const listening = addAbortListener(signal, () => reject(aborted()));
      this.question(query, options, (answer) => {
        listening[Symbol.dispose]();
        resolve(answer);
      });
    } else {
      this.question(query, resolve);
    }
  });
};

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

function emitKeypressEvents(stream, iface) {
  require('internal/readline/keypress').emitKeypressEvents(stream, iface);
}

module.exports = { Interface, clearLine, clearScreenDown, createInterface, cursorTo, emitKeypressEvents, moveCursor };
defineLazy(module.exports, 'promises', () => require('readline/promises'));
