// --watch: the program runs in a process of its own, which is started again when a file changes that it uses.

const { spawn } = require('child_process');
const fs = require('fs');
const path = require('path');

const { optionFlag, optionValue, optionValues } = require('internal/options');
const quiet = 200; // milliseconds: changes that come together are one
const clearScreen = '\x1b[2J\x1b[3J\x1b[H';
const noFolder = new Set(['node_modules', '.git']);
const text = (color, value) => (process.stdout.hasColors?.() ? `\x1b[${color}m${value}\x1b[39m` : value);
const signals = require('os').constants.signals;

const ownFlags = /^--watch(-path|-preserve-output|-kill-signal)?(=|$)/;

/** The options of the program's process: ours without those that make us watch. */
function childOptions() {
  const args = [];
  for (let i = 0; i < process.execArgv.length; i++) {
    const arg = process.execArgv[i];
    if (!ownFlags.test(arg)) args.push(arg);
    else if (/^--watch-(path|kill-signal)$/.test(arg)) i++;
  }
  return args;
}

/** Tells of changes below a folder or of one file, sub-folders included. */
function watchTree(root, report) {
  const watchers = new Map();
  const add = (folder) => {
    if (watchers.has(folder) || noFolder.has(path.basename(folder))) return;
    try {
      watchers.set(folder, fs.watch(folder, (event, name) => {
        const file = name ? path.join(folder, name) : folder;
        if (isFolder(file)) add(file);
        report(file);
      }));
    } catch { return; }
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) add(path.join(folder, entry.name));
  };
  if (isFolder(root)) add(root);
  else watchers.set(root, fs.watch(root, () => report(root)));
}

function isFolder(file) {
  try {
    return fs.statSync(file).isDirectory();
  } catch {
    return false;
  }
}

const isProgramText = (file) => /\.(?:[cm]?[jt]s|json|wasm|node|env)$/.test(file) && !file.split(path.sep).some((part) => noFolder.has(part));

function start(program) {
  const killSignal = optionValue('--watch-kill-signal') ?? 'SIGTERM';
  require('internal/validators').validateSignalName?.(killSignal, '--watch-kill-signal');
  if (signals[killSignal] === undefined) {
    const { codes: { ERR_UNKNOWN_SIGNAL } } = require('internal/errors');
    throw new ERR_UNKNOWN_SIGNAL(killSignal);
  }
  const paths = optionValues('--watch-path').map((each) => path.resolve(each));
  const name = program.map((each) => (/[^\w./-]/.test(each) ? `'${each}'` : each)).join(' ') || paths.join(' ');
  const args = [...childOptions(), ...program];
  let child;
  let exited;

  const run = () => {
    const running = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, WATCH_REPORT_DEPENDENCIES: '1' } });
    child = running;
    exited = new Promise((resolve) => running.once('exit', (code, signal) => {
      const restarting = running !== child || running.killedToRestart;
      if (!restarting) {
        const how = code === 0 ? `Completed running ${name}` : `Failed running ${name}`;
        process.stdout.write(`${text(code === 0 ? 34 : 31, how)}. Waiting for file changes before restarting...\n`);
      }
      running.over = true;
      resolve([code, signal]);
    }));
  };
  const stop = async (signal) => {
    if (child === undefined || child.over) return undefined;
    child.killedToRestart = true;
    child.kill(signal);
    return exited;
  };

  let timer;
  const restart = async () => {
    await stop(killSignal);
    if (!optionFlag('watch-preserve-output')) process.stdout.write(clearScreen);
    process.stdout.write(`${text(32, `Restarting ${name}`)}\n`);
    run();
  };
  const changed = (file) => {
    if (paths.length === 0 && !isProgramText(file)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, quiet);
  };
  for (const each of paths.length > 0 ? paths : [path.dirname(path.resolve(program[0]))]) watchTree(each, changed);
  for (const file of [...optionValues('--env-file'), ...optionValues('--env-file-if-exists')]) {
    if (fs.existsSync(file)) fs.watch(file, () => changed(path.resolve(`${file}.env`)));
  }
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, async () => {
      const [code] = await stop(signal) ?? [];
      process.exit(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  }
  run();
}

module.exports = { start };
