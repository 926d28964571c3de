// Programs parsed at every version, errors with their place, tokens and a plug-in.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as acorn from 'acorn';

const source = 'import a, {b as c} from "x" with {type: "json"}; export default class A extends B { #p = 1; static { this.q ??= 2n } get [k]() { return super.x?.y } async *g({d = 1, ...r}, [e]) { for await (const z of y) yield* `t${z}${/[a-z]+(?<n>x)/dv.source}` } }';
const tree = acorn.parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true, ranges: true });
const counts = {};
JSON.stringify(tree, (key, value) => {
  if (value?.type && typeof value.type === 'string') counts[value.type] = (counts[value.type] ?? 0) + 1;
  return typeof value === 'bigint' ? `${value}n` : value;
});
console.log(counts);
console.log([...acorn.tokenizer('a => /x/g.test(`${1}`) ? 1_000 : "\\u{1F600}"', { ecmaVersion: 2024 })].map((t) => `${t.type.label}:${t.value?.pattern ?? t.value}`).join(' '));
for (const [code, options] of [['let a; let a', {}], ['await 1', {}], ['a b', {}], ['"use strict"; with (a) {}', {}], ['class { }', {}], ['/(/', {}], ['import a from "b"', {}], ['return', { allowReturnOutsideFunction: true }], ['a ?? b || c', {}], ['({a: 1, a: 2, __proto__: 1, "__proto__": 2})', {}], ['async () => { for await (x in y) {} }', {}], ['a?.b = 1', {}], ['0777n', {}], ['x = {\n  y: @\n}', {}]]) {
  try {
    console.log(code, acorn.parse(code, { ecmaVersion: 2024, ...options }).body[0]?.type);
  } catch (e) {
    console.log(JSON.stringify(code), e.name, e.message, e.pos, e.loc.line);
  }
}
const comments = [];
acorn.parse('/* a */ x // b\n<!-- c', { ecmaVersion: 5, onComment: comments, onInsertedSemicolon: (at) => comments.push({ at }) });
console.log(comments);
const itself = readFileSync(fileURLToPath(import.meta.resolve('acorn')), 'utf8');
console.log(acorn.parse(itself, { ecmaVersion: 'latest', sourceType: 'module' }).body.length, acorn.parseExpressionAt('foo(1) + 2', 4, { ecmaVersion: 6 }).value);
class Twice extends acorn.Parser { readToken(code) { return code === 36 ? (this.pos++, this.finishToken(acorn.tokTypes.num, 2)) : super.readToken(code); } }
console.log(Twice.parse('$ + $', { ecmaVersion: 6 }).body[0].expression.left.value);
