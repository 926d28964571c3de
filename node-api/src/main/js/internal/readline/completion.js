// Methods of readline's Interface for the tab key.

const { getStringWidth, inspect } = require('internal/inspect');

/** What all strings begin with. */
function commonPrefix(strings) {
  if (strings.length === 0) return '';
  let prefix = strings[0];
  for (const string of strings) {
    let length = 0;
    while (length < prefix.length && prefix[length] === string[length]) length++;
    prefix = prefix.slice(0, length);
  }
  return prefix;
}

/** Completions in columns; an empty one separates groups. */
function layOut(completions, columns) {
  const width = Math.max(...completions.map((entry) => getStringWidth(entry))) + 2;
  const perRow = columns === Infinity ? 1 : Math.floor(columns / width) || 1;
  let text = '\r\n';
  let inRow = 0;
  let gap = '';
  for (const entry of completions) {
    if (entry === '' || inRow === perRow) {
      text += '\r\n';
      inRow = 0;
    } else {
      text += inRow === 0 ? '' : gap;
    }
    if (entry === '') {
      text += '\r\n';
    } else {
      text += entry;
      gap = ' '.repeat(width - getStringWidth(entry));
      inRow++;
    }
  }
  return inRow === 0 ? text : `${text}\r\n\r\n`;
}

module.exports = {
  commonPrefix,

  methods: {
    /** Asks the completer, which answers with a promise or at once. */
    async _tabComplete(again) {
      this.pause();
      let answer;
      try {
        answer = await this.completer(this.line.slice(0, this.cursor));
      } catch (error) {
        this._writeToOutput(`Tab completion error: ${inspect(error)}`);
        return;
      } finally {
        this.resume();
      }
      this._tabCompleter(again, answer);
    },

    /** @param again the key before was a tab, too: then the completions are listed */
    _tabCompleter(again, [completions, completed]) {
      if (!completions || completions.length === 0) return;
      const prefix = commonPrefix(completions.filter((entry) => entry !== ''));
      if (prefix.startsWith(completed) && prefix.length > completed.length) {
        this._insertString(prefix.slice(completed.length));
      } else if (!completed.startsWith(prefix)) {
        // Only upper and lower case differ, for example.
        this._replace(this.cursor - completed.length, this.cursor, prefix);
      } else if (again) {
        this._beforeEdit(this.line, this.cursor);
        this._writeToOutput(layOut(completions, this.columns));
        this._refreshLine();
      }
    },
  },
};
