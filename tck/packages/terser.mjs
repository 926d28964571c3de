// Minification with mangling, properties, maps and errors.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

const code = 'function used(first, second) { const unused = 1; if (false) { dead(); } return first.longProperty_ ? second + 1 * 2 : (() => { let inner = first; return inner; })(); }\nexport class Thing { static #secret = "a" + "b"; get value() { return Thing.#secret; } }\nconsole.log(used({ longProperty_: true }, 3), `t${1 + 1}`, typeof undefined, !0, [1, 2, ...[3]], async () => { for await (const x of y()) z(x ?? 1); });\n/*! kept */';
for (const options of [{ module: true }, { compress: false, mangle: false, format: { beautify: true, comments: 'all' } }, { mangle: { properties: { regex: /_$/ } }, module: true }, { compress: { passes: 3, drop_console: true, toplevel: true }, module: true }, { module: true, sourceMap: { filename: 'out.js', url: 'out.js.map' } }, { ecma: 5, module: true, format: { ascii_only: true } }]) {
  const { code: out, map } = await minify({ 'in.js': code }, options);
  console.log(out, map?.length);
}
await minify('let a = ;').catch((e) => console.log(e.name, e.message, e.line, e.col));
const itself = readFileSync(fileURLToPath(import.meta.resolve('acorn')), 'utf8');
const small = await minify(itself, { module: true, compress: { passes: 2 } });
console.log(small.code.length, (await import(`data:text/javascript,${encodeURIComponent(small.code)}`)).parse('a+1', { ecmaVersion: 6 }).body.length);
