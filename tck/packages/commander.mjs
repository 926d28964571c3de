// Commands, options of every kind, help and errors.
import { Argument, Command, InvalidArgumentError, Option } from 'commander';

function program() {
  const out = [];
  const p = new Command('tool').version('1.2.3').description('does things').exitOverride().configureOutput({ writeOut: (s) => out.push(s), writeErr: (s) => out.push(`! ${s}`) });
  p.option('-d, --debug', 'say more').option('-p, --port <number>', 'port', (v) => { const n = Number(v); if (Number.isNaN(n)) throw new InvalidArgumentError('not a number'); return n; }, 80)
    .option('-l, --list <items...>', 'several').option('--no-color', 'no colour').addOption(new Option('-s, --size <s>', 'size').choices(['small', 'large']).default('small').env('TOOL_SIZE')).addOption(new Option('--x').conflicts('debug').hideHelp());
  p.command('clone <source> [destination]').alias('cl').description('copies').action((s, d, options, command) => out.push(JSON.stringify(['clone', s, d, options, command.optsWithGlobals()])));
  const remote = p.command('remote').description('remotes');
  remote.command('add').addArgument(new Argument('<name>', 'its name').argParser((v) => v.toUpperCase())).argument('[urls...]').requiredOption('-u, --user <u>').action(async (...args) => { await null; out.push(JSON.stringify(['add', ...args.slice(0, -1)])); });
  return { p, out };
}
for (const args of [['--debug', '-p', '8080', 'clone', 'a', 'b'], ['cl', 'x'], ['-l', 'a', 'b', '--no-color', 'clone', 'q'], ['remote', 'add', 'origin', 'u1', 'u2', '-u', 'me'], ['remote', 'add', 'o'], ['clone'],
  ['--port', 'x', 'clone', 'a'], ['-s', 'huge', 'clone', 'a'], ['--debgu'], ['--help'], ['remote', 'add', '--help'], ['--version'], ['--x', '-d', 'clone', 'a'], ['cloen', 'a'], ['-dp8080', 'clone', 'z', '--', '-y']]) {
  const { p, out } = program();
  try {
    await p.parseAsync(args, { from: 'user' });
  } catch (e) {
    out.push(`${e.code} ${e.exitCode}`);
  }
  console.log(args.join(' '), '=>', out.join(''));
}
