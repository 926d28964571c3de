// A walk through collections, objects, strings, functions and chains.
import { createRequire } from 'node:module';
import _ from 'lodash';

const require = createRequire(import.meta.url);
const fp = require('lodash/fp');
const people = [{ n: 'ann', age: 40, tags: ['a', 'b'] }, { n: 'bob', age: 36, tags: [] }, { n: 'cid', age: 40, tags: ['b'] }];
console.log(_.groupBy(people, 'age'), _.keyBy(people, 'n').bob, _.orderBy(people, ['age', 'n'], ['desc', 'desc']).map((p) => p.n));
console.log(_(people).filter({ age: 40 }).map('n').map(_.upperFirst).sort().value(), _.chain([1, 2, 3]).tap((a) => a.pop()).reverse().value());
console.log(_.merge({ a: [{ b: 2 }, { d: 4 }] }, { a: [{ c: 3 }, { e: 5 }] }), _.defaultsDeep({ a: { b: 2 } }, { a: { b: 1, c: 3 } }), _.get(people, '[0].tags[1]'), _.set({}, 'x[0].y.z', 5));
console.log(_.camelCase('--foo-bar baz'), _.kebabCase('fooBarBaz'), _.snakeCase('Foo Bar'), _.startCase('fooBar'), _.deburr('déjà vu'), _.words('fred, barney, & pebbles'), _.truncate('hi-diddly-ho there', { length: 12 }));
const original = { date: new Date(0), re: /x/g, map: new Map([[1, { a: 1 }]]), set: new Set([1]), buffer: new Uint8Array([1, 2]), nested: [{}] };
original.self = original;
const clone = _.cloneDeep(original);
console.log(clone.self === clone, clone.map.get(1) !== original.map.get(1), _.isEqual(clone, original), clone.buffer, clone.re.flags);
console.log(_.chunk(_.range(7), 3), _.zipObjectDeep(['a.b[0].c', 'a.b[1].d'], [1, 2]), _.intersectionBy([2.1, 1.2], [2.3, 3.4], Math.floor), _.sortedUniqBy([1.1, 1.2, 2.3], Math.floor), _.xor([2, 1], [2, 3]), _.partition([1, 2, 3], (n) => n % 2));
const template = _.template('<% users.forEach((user) => { %><li><%- user %></li><% }) %> ${ users.length } <%= 1 + 1 %>');
console.log(template({ users: ['<a>', 'b'] }));
let calls = 0;
const memo = _.memoize((n) => { calls++; return n * 2; });
console.log(memo(2), memo(2), calls, _.curry((a, b, c) => [a, b, c])(1)(2, 3), _.flow([Math.max, (n) => n * n])(1, 5), _.partialRight((a, b) => a + b, 'z')('a'), _.once(() => ++calls)());
const debounced = _.debounce((v) => console.log('debounced', v), 5);
debounced(1);
debounced(2);
console.log(debounced.flush() === undefined, _.attempt(() => { throw new Error('kept'); }).message, _.inRange(3, 2, 4), _.clamp(-10, -5, 5), _.isPlainObject(Object.create(null)), _.invertBy({ a: 1, b: 2, c: 1 }));
console.log(fp.flow(fp.filter((p) => p.age > 36), fp.map('n'), fp.join('+'))(people), fp.set('a.b', 1, {}), Object.keys(_).length);
