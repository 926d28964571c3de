// The REPL of the command line.

const { REPLServer, REPL_MODE_SLOPPY, REPL_MODE_STRICT, kStandalone } = require('internal/repl/server');

const modes = { __proto__: null, strict: REPL_MODE_STRICT, sloppy: REPL_MODE_SLOPPY };

function optionsFrom(env) {
  const options = {
    [kStandalone]: true,
    ignoreUndefined: false,
    useGlobal: true,
    breakEvalOnSigint: true,
    prompt: '> ',
  };
  if (Number.parseInt(env.NODE_NO_READLINE, 10)) options.terminal = false;
  const mode = modes[env.NODE_REPL_MODE?.trim().toLowerCase()];
  if (mode !== undefined) options.replMode = mode;
  const size = Number(env.NODE_REPL_HISTORY_SIZE);
  options.historySize = Number.isFinite(size) && size > 0 ? size : 1000;
  return options;
}

function start() {
  console.log(`Welcome to Node.js ${process.version}.\nType ".help" for more information.`);
  const server = new REPLServer(optionsFrom(process.env));
  require('repl').repl = server;
  server.setupHistory(server.terminal ? process.env.NODE_REPL_HISTORY : '', (error) => {
    if (error) throw error;
    server.on('exit', () => {
      if (!server._flushing) process.exit();
      server.pause();
      server.once('flushHistory', () => process.exit());
    });
  });
  return server;
}

module.exports = { start };
