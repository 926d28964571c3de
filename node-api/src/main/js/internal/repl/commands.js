// What can be typed at the prompt with a period before it.

const {
  codes: { ERR_MISSING_ARGS },
} = require('internal/errors');

/** Does something with a file; what goes wrong is said at the prompt. */
function withFile(server, file, failure, action) {
  if (file === '') {
    server.output.write(`${new ERR_MISSING_ARGS('file').message}\n`);
  } else {
    try {
      action(require('fs'));
    } catch {
      server.output.write(`${failure}: ${file}\n`);
    }
  }
  server.displayPrompt();
}

function load(server, file) {
  const { enterEditor, leaveEditor } = require('internal/repl/server');
  withFile(server, file, 'Failed to load', (fs) => {
    if (!fs.statSync(file).isFile()) {
      server.output.write(`Failed to load: ${file} is not a valid file\n`);
      return;
    }
    enterEditor(server);
    server._loading = true;
    const text = fs.readFileSync(file, 'utf8');
    server.write(text);
    server._loading = false;
    leaveEditor(server);
    server.write('\n');
  });
}

function help(server) {
  const names = Object.keys(server.commands).sort();
  const width = Math.max(...names.map((name) => name.length)) + 3;
  for (const name of names) {
    const text = server.commands[name].help;
    server.output.write(`.${text ? name.padEnd(width) + text : name}\n`);
  }
  server.output.write('\nPress Ctrl+C to abort current expression, Ctrl+D to exit the REPL\n');
  server.displayPrompt();
}

function defineCommands(server) {
  const { editorBanner, enterEditor } = require('internal/repl/server');
  server.defineCommand('break', {
    help: 'Sometimes you get stuck, this gets you out',
    action() {
      this.clearBufferedCommand();
      this.displayPrompt();
    },
  });
  server.defineCommand('clear', {
    help: server.useGlobal ? 'Alias for .break' : 'Break, and also clear the local context',
    action() {
      this.clearBufferedCommand();
      if (!this.useGlobal) {
        this.output.write('Clearing context...\n');
        this.resetContext();
      }
      this.displayPrompt();
    },
  });
  server.defineCommand('exit', { help: 'Exit the REPL', action() { this.close(); } });
  server.defineCommand('help', { help: 'Print this help message', action() { help(this); } });
  server.defineCommand('save', {
    help: 'Save all evaluated commands in this REPL session to a file',
    action(file) {
      withFile(this, file, 'Failed to save', (fs) => {
        fs.writeFileSync(file, this.lines.join('\n'));
        this.output.write(`Session saved to: ${file}\n`);
      });
    },
  });
  server.defineCommand('load', { help: 'Load JS from a file into the REPL session', action(file) { load(this, file); } });
  if (!server.terminal) return;
  server.defineCommand('editor', {
    help: 'Enter editor mode',
    action() {
      enterEditor(this);
      this.output.write(editorBanner);
    },
  });
}

module.exports = { defineCommands };
