// A REPL's history in a file: read at the start, written a moment after each line.

const fs = require('fs');
const os = require('os');
const path = require('path');
const { Interface } = require('readline');

const delay = 15; // milliseconds: lines that come together are written together
const disabled = '\nPersistent history support disabled. Set the NODE_REPL_HISTORY environment\nvariable to a valid, user-writable path to enable.\n';
const notPersisted = 'REPL session history will not be persisted.\n';

function say(server, text) {
  server._writeToOutput(text);
  server._refreshLine();
}

/** Without a file the first look into the empty history says why. */
function hintWhenAsked(server) {
  server._historyPrev = () => {
    if (server.history.length === 0) say(server, disabled);
    server._historyPrev = Interface.prototype._historyPrev;
    return server._historyPrev();
  };
}

function setupHistory(server, file, ready) {
  if (typeof file === 'string') file = file.trim();
  const without = (text) => {
    if (text) say(server, text);
    hintWhenAsked(server);
    ready(null, server);
  };
  if (file === '') return without();
  if (!file) {
    try {
      file = path.join(os.homedir(), '.node_repl_history');
    } catch {
      return without(`\nError: Could not get the home directory.\n${notPersisted}`);
    }
  }
  server.pause();
  // Others have no business in what was typed.
  fs.open(file, 'a+', 0o600, (error, fd) => {
    if (error) {
      say(server, `\nError: Could not open history file.\n${notPersisted}`);
      hintWhenAsked(server);
      server.resume();
      ready(null, server);
      return;
    }
    fs.closeSync(fd);
    readHistory(server, file, ready);
  });
  return undefined;
}

function readHistory(server, file, ready) {
  fs.readFile(file, 'utf8', (error, text) => {
    if (error) return ready(error);
    server.history = text ? text.split(/[\n\r]+/, server.historySize) : [];
    return fs.open(file, 'r+', (failure, fd) => {
      if (failure) return ready(failure);
      return fs.ftruncate(fd, 0, () => keepHistory(server, fd, ready));
    });
  });
}

function keepHistory(server, fd, ready) {
  let timer;
  let writing = false;
  let again = false;
  server._historyHandle = fd;
  const onLine = () => {
    server._flushing = true;
    clearTimeout(timer);
    timer = setTimeout(flush, delay);
  };
  const flush = () => {
    timer = undefined;
    if (writing) {
      again = true;
      return;
    }
    writing = true;
    fs.write(fd, server.history.join(os.EOL), 0, 'utf8', () => {
      writing = false;
      if (again) {
        again = false;
        onLine();
      } else {
        server._flushing = timer !== undefined;
        if (!server._flushing) server.emit('flushHistory');
      }
    });
  };
  const onExit = () => {
    if (server._flushing) {
      server.once('flushHistory', onExit);
      return;
    }
    server.off('line', onLine);
    fs.close(fd, () => {});
  };
  server.on('line', onLine);
  server.once('exit', onExit);
  server.once('flushHistory', () => {
    server.resume();
    ready(null, server);
  });
  flush();
}

module.exports = { setupHistory };
