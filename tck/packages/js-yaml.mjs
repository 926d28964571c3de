// Documents with anchors, merges, block scalars and types; dumps; errors with their place.
import * as yaml from 'js-yaml';

const text = `
base: &base {a: 1, b: [x, "y\\n", 'it''s']}
merged:
  <<: *base
  b: ~
folded: >-
  one
  two

  three
literal: |+
  keep
   this

date: 2001-12-14t21:59:43.10-05:00
numbers: [0x1F, 0o17, 1_000, .inf, -.INF, .nan, 1e3, 017]
? complex key
: value
"quoted \\u263A": yes
`;
console.log(yaml.load(text));
const documents = [];
yaml.loadAll('a: 1\n---\n- b\n...\n---\nnull\n', (d) => documents.push(d));
console.log(documents);
console.log(yaml.dump({ z: [1, { y: 'multi\nline', 'needs: quote': '#x', empty: [], n: null, bool: 'true', date: new Date(0) }], a: { deep: { er: [[1, 2], [3]] } }, long: 'word '.repeat(30) }, { sortKeys: true, lineWidth: 60, indent: 3 }));
for (const bad of ['a: b: c', '[1, 2', 'x: *nope', '\tkey: 1', 'a: 1\na: 2', '%YAML 3.0\n---\n']) {
  try {
    console.log(yaml.load(bad));
  } catch (e) {
    console.log(e.name, e.reason, e.mark && `${e.mark.line}:${e.mark.column}`);
    console.log(e.message);
  }
}
const shared = { s: 1 };
console.log(yaml.dump([shared, shared], { flowLevel: 1 }), yaml.dump([shared, shared], { noRefs: true }));
