// Warms parser and resolver with the text of Node's half; see quick.json for what of it is kept.
const fs = require('node:fs');
const path = require('node:path');

function filesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(name) : entry.name.endsWith('.js') ? [name] : [];
  });
}

const texts = filesBelow(path.resolve(__dirname, '../../../../node-api/src/main/js')).map((file) => fs.readFileSync(file, 'utf8'));
const end = performance.now() + 15_000;
while (performance.now() < end) {
  texts.forEach((text) => new Function('exports', 'require', 'module', text));
}
