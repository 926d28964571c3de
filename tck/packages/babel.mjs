// Code read, changed by a plug-in and written, with source maps and errors.
import * as babel from '@babel/core';

const plugin = ({ types: t, template }) => ({
  name: 'demo',
  visitor: {
    Identifier(path) { if (path.node.name === 'oldName') path.node.name = 'newName'; },
    BinaryExpression(path) { const { confident, value } = path.evaluate(); if (confident) path.replaceWith(t.valueToNode(value)); },
    ArrowFunctionExpression(path) { path.arrowFunctionToExpression(); },
    CallExpression(path, state) { if (path.get('callee').matchesPattern('console.assert')) { state.removed = (state.removed ?? 0) + 1; path.replaceWith(template.expression.ast`void 0`); } },
    Program: { exit(path, state) { path.addComment('leading', ` removed ${state.removed} `); } },
  },
});
const code = 'const oldName = (a) => this.x + a;\nconsole.assert(1 + 2 * 3, "x");\nclass A { #p = oldName; static async *m() { yield `t${1 + 1}`; } }\nexport { oldName as default };\n// end';
const result = await babel.transformAsync(code, { plugins: [plugin], configFile: false, babelrc: false, sourceMaps: true, filename: 'in.js', ast: true });
console.log(result.code);
console.log(result.map.version, result.map.sources, result.map.mappings.length, result.ast.type);
console.log(babel.transformSync('a  ??  b;/*c*/', { compact: true, comments: false, configFile: false }).code, babel.transformSync('var x = 1 ; if (x) { y() }', { minified: true, configFile: false }).code);
const scope = [];
babel.traverse(babel.parseSync('let a = 1; function f(b) { var c = a; { let a = b; } }', { configFile: false }), { Scope(path) { scope.push([path.type, Object.keys(path.scope.bindings), Object.values(path.scope.bindings).map((b) => b.references)]); } });
console.log(JSON.stringify(scope));
for (const bad of ['let a = ;', 'let a; let a;', '<div/>', 'class A { constructor() {} constructor() {} }']) {
  try {
    babel.parseSync(bad, { configFile: false, filename: '/bad.js', root: '/' });
  } catch (e) {
    console.log(e.name, e.code, e.reasonCode, e.message);
  }
}
