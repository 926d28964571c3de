// Validation code is made at run time: schemas, references, formats of its own, keywords and errors.
import Ajv2020 from 'ajv/dist/2020.js';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import JTD from 'ajv/dist/jtd.js';

const ajv = new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true, removeAdditional: true, code: { source: true } });
ajv.addFormat('even', { type: 'number', validate: (n) => n % 2 === 0 });
ajv.addKeyword({ keyword: 'range', type: 'number', compile: ([min, max]) => (data) => data >= min && data <= max, errors: false, metaSchema: { type: 'array' } });
const schema = {
  $id: 'https://example.org/item', type: 'object', additionalProperties: false, required: ['id'],
  properties: { id: { type: 'integer', format: 'even', range: [0, 100] }, name: { type: 'string', pattern: '^[a-zü]+$', default: 'anon' }, parts: { type: 'array', items: { $ref: '#/$defs/part' }, uniqueItems: true } },
  $defs: { part: { anyOf: [{ type: 'string', maxLength: 3 }, { type: 'object', properties: { part: { $ref: '#' } }, required: ['part'] }] } }, if: { properties: { name: { const: 'x' } } }, then: { required: ['parts'] },
};
const validate = ajv.compile(schema);
for (const data of [{ id: '4', more: 1 }, { id: 3 }, { id: 200, name: 'ABC' }, { id: 2, parts: ['a', 'a', 'long', { part: { id: 1 } }] }, { id: 2, name: 'x' }, [], { id: 2, parts: [{ part: { id: 6 } }] }]) {
  console.log(validate(data), JSON.stringify(data), ajv.errorsText(validate.errors), (validate.errors ?? []).map((e) => e.schemaPath).join(' '));
}
const modern = new Ajv2020({ strict: false });
console.log(modern.validate({ type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], items: false, unevaluatedItems: false }, [1, 'a', 2]), modern.errorsText(), modern.validate({ dependentRequired: { a: ['b'] } }, { a: 1 }), modern.errors[0].params);
const jtd = new JTD.default();
console.log(jtd.compileSerializer({ properties: { a: { type: 'int32' }, b: { elements: { type: 'string' } } } })({ a: 1, b: ['x"', 'y'] }), jtd.compileParser({ values: { type: 'uint8' } })('{"a": 5}'));
const module = { exports: {} };
const plain = new Ajv({ code: { source: true } });
new Function('module', 'exports', 'require', standaloneCode.default(plain, plain.compile({ type: 'array', uniqueItems: true, items: { minLength: 2 } })))(module, module.exports, (name) => (name.endsWith('equal') ? { default: (a, b) => JSON.stringify(a) === JSON.stringify(b) } : { default: (text) => text.length }));
console.log(module.exports(['aa', 'bb']), module.exports(['a']), module.exports.errors[0].message);
try {
  new Ajv().compile({ type: 'strange' });
} catch (e) {
  console.log(e.message);
}
