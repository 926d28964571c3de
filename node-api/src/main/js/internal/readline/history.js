// Methods of readline's Interface for the lines entered before, newest first in `history`.

module.exports = {
  /** Takes the line into the history. @return what the program gets: a listener may have replaced it */
  _addHistory() {
    const { history, line } = this;
    if (this.historySize === 0 || line.trim() === '') return line;
    if (history[0] !== line) {
      if (this.removeHistoryDuplicates) {
        const old = history.indexOf(line);
        if (old !== -1) history.splice(old, 1);
      }
      history.unshift(line);
      if (history.length > this.historySize) history.pop();
    }
    this.historyIndex = -1;
    // Removing what must not be remembered, such as a password, is what listeners do.
    const newest = this.history[0];
    this.emit('history', this.history);
    return newest;
  },

  _historyNext() {
    if (this.historyIndex >= 0) this._showHistory(-1);
  },

  _historyPrev() {
    if (this.historyIndex < this.history.length && this.history.length > 0) this._showHistory(1);
  },

  /** The next entry in a direction that begins as the line did when the search began. */
  _showHistory(step) {
    this._beforeEdit(this.line, this.cursor);
    const { history } = this;
    const prefix = this._searchPrefix ?? '';
    let index = this.historyIndex + step;
    while (index >= 0 && index < history.length && (!history[index].startsWith(prefix) || history[index] === this.line)) index += step;
    this.line = index >= 0 && index < history.length ? history[index] : prefix;
    this.historyIndex = index;
    this.cursor = this.line.length;
    this._refreshLine();
  },

  /** Up and down without modifiers search for what is left of the cursor; any other key ends that. */
  _trackSearch(key) {
    if ((key.name === 'up' || key.name === 'down') && !key.ctrl && !key.meta && !key.shift) {
      this._searchPrefix ??= this.line.slice(0, this.cursor);
    } else if (this._searchPrefix !== null) {
      this._searchPrefix = null;
      if (this.history.length === this.historyIndex) this.historyIndex = -1;
    }
  },
};
