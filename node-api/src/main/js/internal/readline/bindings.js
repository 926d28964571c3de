// What keys do in readline's Interface on a terminal: GNU readline's bindings, as far as Node has them.

const { AbortError } = require('internal/errors');

const lineEnding = /\r?\n|\r(?!\n)/;
const undoUnit = 0x1f;
const redoUnit = 0x1e;

const plain = {
  __proto__: null,
  backspace: '_deleteLeft', delete: '_deleteRight', left: '_charLeft', right: '_charRight', home: '_lineStart', end: '_lineEnd',
  up: '_historyPrev', down: '_historyNext',
};
const withCtrl = {
  __proto__: null,
  h: '_deleteLeft', u: '_deleteLineLeft', k: '_deleteLineRight', a: '_lineStart', e: '_lineEnd', b: '_charLeft', f: '_charRight',
  l: '_clearScreen', n: '_historyNext', p: '_historyPrev', y: '_yank', w: '_deleteWordLeft', backspace: '_deleteWordLeft',
  delete: '_deleteWordRight', left: '_wordLeft', right: '_wordRight', c: '_onInterrupt', d: '_onEndOfText', z: '_onSuspend',
};
const withCtrlShift = { __proto__: null, backspace: '_deleteLineLeft', delete: '_deleteLineRight' };
const withMeta = {
  __proto__: null,
  b: '_wordLeft', f: '_wordRight', d: '_deleteWordRight', delete: '_deleteWordRight', backspace: '_deleteWordLeft', y: '_yankPop',
};

module.exports = {
  /** A key was pressed, or write() was called. @param text what to insert, if the key does nothing else */
  _ttyWrite(text, key = {}) {
    key ??= {};
    const previous = this._previousKey;
    this._previousKey = key;
    if (!key.meta || key.name !== 'y') this._yanking = false;
    this._trackSearch(key);
    if (typeof key.sequence === 'string') {
      const unit = key.sequence.charCodeAt(0);
      if (unit === undoUnit) return void this._undo();
      if (unit === redoUnit) return void this._redo();
    }
    if (key.name === 'escape') return;
    if (key.ctrl) {
      const method = (key.shift ? withCtrlShift : withCtrl)[key.name];
      if (method !== undefined) this[method]();
    } else if (key.meta) {
      if (withMeta[key.name] !== undefined) this[withMeta[key.name]]();
    } else {
      this._plainKey(text, key, previous);
    }
  },

  _plainKey(text, key, previous) {
    if (this._endLine(key)) return;
    if (plain[key.name] !== undefined) this[plain[key.name]]();
    else if (key.name === 'tab' && typeof this.completer === 'function' && this.isCompletionEnabled) this._tabComplete(previous?.name === 'tab');
    else if (typeof text === 'string' && text !== '') this._insertLines(text);
  },

  /** Whether the key was return or enter. \r and \n soon after it end one line. */
  _endLine(key) {
    if (key.name !== 'return' && key.name !== 'enter') {
      this._sawReturnAt = 0;
      return false;
    }
    if (key.name === 'return') {
      this._sawReturnAt = Date.now();
      this._line();
      return true;
    }
    if (this._sawReturnAt === 0 || Date.now() - this._sawReturnAt > this.crlfDelay) this._line();
    this._sawReturnAt = 0;
    return true;
  },

  _insertLines(text) {
    const lines = text.split(lineEnding);
    lines.forEach((line, i) => {
      this._insertString(line);
      if (i < lines.length - 1) this._line();
    });
  },

  /** On a terminal that cannot move its cursor. */
  _ttyWriteDumb(text, key) {
    key ??= {};
    if (key.name === 'escape') return;
    if (key.ctrl && key.name === 'c') {
      if (!this.emit('SIGINT')) this.close();
    } else if (key.ctrl && key.name === 'd') {
      this.close();
    } else if (!this._endLine(key) && typeof text === 'string' && text !== '') {
      this.line += text;
      this.cursor += text.length;
      this._writeToOutput(text);
    }
  },

  _onInterrupt() {
    if (this.listenerCount('SIGINT') > 0) {
      this.emit('SIGINT');
    } else {
      this.close();
      this._questionReject?.(new AbortError('Aborted with Ctrl+C'));
    }
  },

  _onEndOfText() {
    if (this.cursor === 0 && this.line.length === 0) {
      this.close();
      this._questionReject?.(new AbortError('Aborted with Ctrl+D'));
    } else {
      this._deleteRight();
    }
  },

  _onSuspend() {
    if (process.platform === 'win32') return;
    if (this.listenerCount('SIGTSTP') > 0) {
      this.emit('SIGTSTP');
      return;
    }
    process.once('SIGCONT', () => {
      // Who has let go of the stream meanwhile wants no events.
      if (!this.paused) {
        this.pause();
        this.emit('SIGCONT');
      }
      this._setRawMode(true);
      this._refreshLine();
    });
    this._setRawMode(false);
    process.kill(process.pid, 'SIGTSTP');
  },
};
