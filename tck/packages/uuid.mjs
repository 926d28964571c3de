// Versions, parsing and validation; what is random is only looked at from outside.
import { MAX, NIL, parse, stringify, v1, v3, v4, v5, v6, v7, validate, version, v1ToV6, v6ToV1 } from 'uuid';

console.log(v3('hello', v3.DNS), v5('hello', v5.URL), NIL, MAX, validate(NIL), validate('x'), version(v5('a', v5.DNS)));
console.log([...parse('6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b')].join(), stringify(Uint8Array.from({ length: 16 }, (_, i) => i * 16 % 255 | (i === 6 ? 0x40 : 0))));
console.log(v4({ random: new Uint8Array(16).fill(7) }), v1({ msecs: 1e12, nsecs: 5, clockseq: 0x1234, node: [1, 2, 3, 4, 5, 6] }), v7({ msecs: 1e12, seq: 1, random: new Uint8Array(16) }), v6ToV1(v1ToV6('c232ab00-9414-11ec-b3c8-9f6bdeced846')));
const many = new Set(Array.from({ length: 2000 }, () => v4()));
const sorted = Array.from({ length: 200 }, () => v7());
console.log(many.size, [...many].every((u) => validate(u) && version(u) === 4), sorted.join() === [...sorted].sort().join(), version(v6()), version(v1()));
for (const bad of ['', 'zzzzzzzz-1111-4111-8111-111111111111', '6ec0bd7f11c043da975e2a8ad9ebae0b']) {
  try {
    parse(bad);
  } catch (e) {
    console.log(e.name, e.message);
  }
}
