// Methods of readline's Interface that change the line: inserting, deleting, the ring of killed texts, undo.

const { charLengthAt, charLengthLeft } = require('internal/readline/keys');

const killRingSize = 32;
const undoSize = 2048;

/** The length of the word, and the space after it, that ends a text. */
function wordBefore(text) {
  let units = [...text];
  let end = units.length;
  while (end > 0 && /\s/.test(units[end - 1])) end--;
  if (end > 0) {
    const kind = /\w/.test(units[end - 1]) ? /\w/ : /[^\w\s]/;
    while (end > 0 && kind.test(units[end - 1])) end--;
  }
  units = units.slice(end);
  return units.join('').length;
}

module.exports = {
  _beforeEdit(text, cursor) {
    if (this._undoStack.push({ text, cursor }) > undoSize) this._undoStack.shift();
  },

  _insertString(text) {
    this._beforeEdit(this.line, this.cursor);
    const atEnd = this.cursor === this.line.length;
    const before = atEnd && this.isCompletionEnabled ? this.getCursorPos() : undefined;
    this.line = this.line.slice(0, this.cursor) + text + this.line.slice(this.cursor);
    this.cursor += text.length;
    // In the middle of pasted text the line is not drawn again for each character.
    if (!this.isCompletionEnabled || (atEnd && before.rows >= this.getCursorPos().rows)) this._writeToOutput(text);
    else this._refreshLine();
  },

  /** Replaces [start, end) of the line and puts the cursor behind what came in. */
  _replace(start, end, text) {
    this.line = this.line.slice(0, start) + text + this.line.slice(end);
    this.cursor = start + text.length;
    this._refreshLine();
  },

  _charLeft() {
    this._moveCursor(-charLengthLeft(this.line, this.cursor));
  },

  _charRight() {
    this._moveCursor(charLengthAt(this.line, this.cursor));
  },

  _lineStart() {
    this._moveCursor(-Infinity);
  },

  _lineEnd() {
    this._moveCursor(Infinity);
  },

  _wordLeft() {
    if (this.cursor > 0) this._moveCursor(-wordBefore(this.line.slice(0, this.cursor)));
  },

  _wordRight() {
    if (this.cursor >= this.line.length) return;
    this._moveCursor(/^(?:\s+|[^\w\s]+|\w+)\s*/.exec(this.line.slice(this.cursor))[0].length);
  },

  _deleteLeft() {
    if (this.cursor === 0) return;
    this._beforeEdit(this.line, this.cursor);
    this._replace(this.cursor - charLengthLeft(this.line, this.cursor), this.cursor, '');
  },

  _deleteRight() {
    if (this.cursor >= this.line.length) return;
    this._beforeEdit(this.line, this.cursor);
    this._replace(this.cursor, this.cursor + charLengthAt(this.line, this.cursor), '');
  },

  _deleteWordLeft() {
    if (this.cursor === 0) return;
    this._beforeEdit(this.line, this.cursor);
    this._replace(this.cursor - wordBefore(this.line.slice(0, this.cursor)), this.cursor, '');
  },

  _deleteWordRight() {
    if (this.cursor >= this.line.length) return;
    this._beforeEdit(this.line, this.cursor);
    const word = /^(?:\s+|\W+|\w+)\s*/.exec(this.line.slice(this.cursor))[0];
    this._replace(this.cursor, this.cursor + word.length, '');
  },

  _deleteLineLeft() {
    this._kill(0, this.cursor);
  },

  _deleteLineRight() {
    this._kill(this.cursor, this.line.length);
  },

  /** Deletes [start, end) and keeps it for _yank. */
  _kill(start, end) {
    this._beforeEdit(this.line, this.cursor);
    const text = this.line.slice(start, end);
    if (text !== '' && text !== this._killRing[0]) {
      this._killRing.unshift(text);
      this._killRing.length = Math.min(this._killRing.length, killRingSize);
      this._killRingCursor = 0;
    }
    this._replace(start, end, '');
  },

  _yank() {
    if (this._killRing.length === 0) return;
    this._yanking = true;
    this._insertString(this._killRing[this._killRingCursor]);
  },

  /** After a _yank: what was killed before that instead. */
  _yankPop() {
    if (!this._yanking || this._killRing.length < 2) return;
    const { length } = this._killRing[this._killRingCursor];
    this._killRingCursor = (this._killRingCursor + 1) % this._killRing.length;
    this._replace(this.cursor - length, this.cursor, this._killRing[this._killRingCursor]);
  },

  _undo() {
    this._restore(this._undoStack, this._redoStack);
  },

  _redo() {
    this._restore(this._redoStack, this._undoStack);
  },

  _restore(from, to) {
    if (from.length === 0) return;
    to.push({ text: this.line, cursor: this.cursor });
    const { text, cursor } = from.pop();
    this.line = text;
    this.cursor = cursor;
    this._refreshLine();
  },
};
