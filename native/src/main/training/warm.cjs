// Warms what compiles programs: Graal with the programs of the benchmarks, two seconds each, then parser and resolver with the
// text of Node's half. See quick.json for what of it is kept.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../../../..');

function filesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(name) : entry.name.endsWith('.js') ? [name] : [];
  });
}

function repeat(seconds, run) {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) run();
}

for (const file of filesBelow(path.join(root, 'bench/programs'))) {
  new Function('benchmark', fs.readFileSync(file, 'utf8'))((name, { run, check }) => {
    repeat(2, () => {
      if (!check(run())) throw new Error(`${name}: wrong result`);
    });
  });
}

const texts = filesBelow(path.join(root, 'node-api/src/main/js')).map((file) => fs.readFileSync(file, 'utf8'));
repeat(15, () => texts.forEach((text) => new Function('exports', 'require', 'module', text)));
