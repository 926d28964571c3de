// Parsing, commands, validation, coercion and help.
import yargs from 'yargs';

async function run(args) {
  let text = '';
  const parser = yargs(args).scriptName('tool').locale('en').exitProcess(false).wrap(80)
    .option('size', { alias: 's', choices: ['s', 'm'], default: 'm', describe: 'the size' }).option('n', { type: 'number', array: true }).count('v').coerce('when', (d) => new Date(d).getUTCFullYear())
    .command('serve [port]', 'starts', (y) => y.positional('port', { type: 'number', default: 5000 }), async (argv) => { await null; text += `serving ${argv.port} ${argv.size}\n`; })
    .command(['get <source> [proxy]', '$0'], 'gets', {}, (argv) => { text += `get ${argv.source}\n`; })
    .implies('x', 'y').conflicts('a', 'b').demandOption([]).strictOptions().epilogue('the end').version('9.9.9').middleware((argv) => { argv.mid = true; });
  let argv;
  try {
    argv = await parser.parseAsync(args, {}, (err, parsed, output) => { text += `${err ? `error: ${err.message}\n` : ''}${output}\n`; });
  } catch (e) {
    text += `threw ${e.message}\n`;
  }
  console.log(args.join(' '), '=>', text.trim(), JSON.stringify(argv));
}
for (const args of [['serve', '80', '-s', 's'], ['get', 'x'], ['serve', '--n', '1', '2', '-vvv'], ['serve', '-s', 'xl'], ['--help'], ['serve', '--unknown'], ['serve', '--when', '2020-05-05'], ['serve', '--no-y', '--x.y.z', '1'], ['--version'], ['serve', '--', 'rest']]) {
  await run(args);
}
