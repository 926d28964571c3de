// Warms Graal with some of the benchmarks' programs; see quick.json for what of it is kept. Every class that is met here makes the cache
// larger, and with it every process.
const fs = require('node:fs');
const path = require('node:path');

for (const program of ['richards', 'n-body', 'constraints', 'code-loading']) {
  const text = fs.readFileSync(path.resolve(__dirname, `../../../../bench/programs/${program}.js`), 'utf8');
  new Function('benchmark', text)((name, { run, check }) => {
    const end = performance.now() + 5000;
    while (performance.now() < end) {
      if (!check(run())) throw new Error(`${name}: wrong result`);
    }
  });
}
