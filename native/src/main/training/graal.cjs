// Warms Graal with some of the benchmarks' programs; see quick.json for what of it is kept. Every class that is met here makes the cache
// larger, and with it every process.
const fs = require('node:fs');
const path = require('node:path');

// A count, not a time: on a slow machine as much is learned as on a fast one.
const rounds = { richards: 2, 'n-body': 300, constraints: 2, 'code-loading': 3 };

for (const [program, count] of Object.entries(rounds)) {
  const text = fs.readFileSync(path.resolve(__dirname, `../../../../bench/programs/${program}.js`), 'utf8');
  new Function('benchmark', text)((name, { run, check }) => {
    for (let round = 0; round < count; round++) {
      if (!check(run())) throw new Error(`${name}: wrong result`);
    }
  });
}
