// Ctrl+R and Ctrl+S: searching the history for a text, backwards and forwards.

const { clearScreenDown, cursorTo, moveCursor } = require('internal/tty/cursor');

const labels = { r: 'bck-i-search', s: 'fwd-i-search' };

function createSearch(server) {
  let direction;
  let text = '';
  let index = -1;
  let original;
  let shownFor;
  let failed = false;

  /** Shows the entry that matches, and what is searched for below it. */
  function show() {
    server.prevRows ??= 0;
    server._refreshLine();
    const end = server._getDisplayPos(server.getPrompt() + server.line);
    const cursor = server.getCursorPos();
    const down = end.rows - cursor.rows + 1;
    server.output.write('\n'.repeat(down));
    cursorTo(server.output, 0);
    clearScreenDown(server.output);
    server.output.write(`${failed ? 'failed-' : ''}${labels[direction]}: ${text}_`);
    moveCursor(server.output, 0, -down);
    cursorTo(server.output, cursor.cols);
  }

  /** The next entry from `start` on that has the text, each shown once. */
  function find(start) {
    const step = direction === 'r' ? 1 : -1;
    failed = text !== '';
    for (let i = start; i >= 0 && i < server.history.length; i += step) {
      const at = server.history[i].lastIndexOf(text);
      if (at !== -1 && text !== '' && server.history[i] !== shownFor) {
        index = i;
        shownFor = server.line = server.history[i];
        server.cursor = at;
        failed = false;
        break;
      }
    }
    show();
  }

  function begin(name) {
    original = { line: server.line, cursor: server.cursor };
    direction = name;
    text = '';
    index = -1;
    shownFor = undefined;
    failed = false;
    show();
  }

  function end(keep) {
    direction = undefined;
    clearBelow();
    if (!keep) {
      server.line = original.line;
      server.cursor = original.cursor;
    } else if (index !== -1) {
      server.cursor = server.line.length;
      server.historyIndex = index;
    }
    server._refreshLine();
  }

  function clearBelow() {
    const rows = server._getDisplayPos(server.getPrompt() + server.line).rows - server.getCursorPos().rows + 1;
    moveCursor(server.output, 0, rows);
    cursorTo(server.output, 0);
    clearScreenDown(server.output);
    moveCursor(server.output, 0, -rows);
  }

  /** Whether the key belongs to a search. */
  function search(string, key) {
    if (!server.terminal || process.env.TERM === 'dumb') return false;
    const name = key.ctrl && !key.meta && !key.shift && (key.name === 'r' || key.name === 's') ? key.name : undefined;
    if (direction === undefined) {
      if (name === undefined || server.history.length === 0) return false;
      begin(name);
      return true;
    }
    if (name !== undefined) {
      direction = name;
      find(index + (name === 'r' ? 1 : -1));
      return true;
    }
    if (key.name === 'backspace' && !key.meta) {
      text = text.slice(0, -1);
      shownFor = undefined;
      find(direction === 'r' ? 0 : server.history.length - 1);
      return true;
    }
    if ((key.ctrl && (key.name === 'c' || key.name === 'g')) || key.name === 'escape') {
      end(false);
      return true;
    }
    if (!key.ctrl && !key.meta && typeof string === 'string' && string >= ' ' && key.name !== 'return' && key.name !== 'enter' && key.name !== 'tab') {
      text += string;
      shownFor = undefined;
      find(Math.max(index, direction === 'r' ? 0 : index));
      return true;
    }
    // Any other key takes the entry, and then does what it does.
    end(true);
    return false;
  }

  return { search };
}

module.exports = { createSearch };
