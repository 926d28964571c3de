// Rules, fixes, configuration and a rule of our own.
import { ESLint, Linter, RuleTester } from 'eslint';
import js from '@eslint/js';

const linter = new Linter();
const own = { rules: { 'no-foo': { meta: { fixable: 'code', messages: { bad: 'No {{name}}' }, schema: [] }, create: (context) => ({ Identifier(node) { if (node.name === 'foo') context.report({ node, messageId: 'bad', data: { name: node.name }, fix: (fixer) => fixer.replaceText(node, 'bar') }); } }) } } };
const code = "var a = 1\nif (a == '1') { foo(); debugger }\nfunction unused(x, y) { return x; y }\nlet z = () => { undefinedThing }\nswitch (a) { case 1: a = 2; case 2: }\nconst re = /[]/, dup = { k: 1, k: 2 };\n";
const config = [js.configs.recommended, { plugins: { own }, rules: { 'own/no-foo': 'error', eqeqeq: ['warn', 'always'], semi: 'error', 'no-var': 2, 'prefer-const': 1, quotes: ['error', 'double'], 'no-fallthrough': 'error', complexity: ['error', 1] } }];
for (const m of linter.verify(code, config, { filename: 'a.js' })) console.log(`${m.line}:${m.column}`, m.severity, m.ruleId, m.message);
const fixed = linter.verifyAndFix(code, config, { filename: 'a.js' });
console.log(fixed.fixed, fixed.output, fixed.messages.length);
console.log(linter.verify('let a = ;', [{}])[0].message, linter.verify('/* eslint no-alert: "error" */ alert(1) // eslint-disable-line no-alert', [{ languageOptions: { globals: { alert: 'readonly' } } }]).length);
const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: config, fix: false });
const results = await eslint.lintText(code, { filePath: 'x.js' });
console.log(results[0].errorCount, results[0].warningCount, (await (await eslint.loadFormatter('stylish')).format(results)).replace(/\u001b\[\d+m/g, '').split('\n').slice(2, 6).join('|'), (await eslint.calculateConfigForFile('x.js')).rules.eqeqeq);
RuleTester.describe = (name, f) => f();
RuleTester.it = (name, f) => f();
new RuleTester().run('no-foo', own.rules['no-foo'], { valid: ['bar'], invalid: [{ code: 'foo', output: 'bar', errors: [{ messageId: 'bad' }] }] });
console.log('rule tested');
