// Schemas of every kind, parsed, refused and described.
import * as z from 'zod';

const User = z.object({
  name: z.string().trim().min(2), age: z.coerce.number().int().nonnegative().optional(), email: z.email(), role: z.enum(['admin', 'user']).default('user'),
  tags: z.array(z.string()).max(3), meta: z.record(z.string(), z.union([z.number(), z.boolean()])), when: z.iso.datetime().transform((s) => new Date(s).getTime()),
}).refine((u) => u.name !== u.role, { message: 'name is a role', path: ['name'] });
const good = { name: ' Ann ', age: '41', email: 'a@b.co', tags: ['x'], meta: { a: 1, b: true }, when: '2024-01-01T00:00:00Z', extra: 1 };
console.log(User.parse(good));
for (const bad of [{}, { ...good, name: 'A', tags: [1, 2, 3, 4] }, { ...good, email: 'no', meta: { a: 'x' } }, { ...good, name: 'user' }, null]) {
  const result = User.safeParse(bad);
  console.log(result.success, JSON.stringify(result.error.issues));
  if (bad) console.log(z.prettifyError(result.error), JSON.stringify(z.flattenError(result.error)));
}
const Shape = z.discriminatedUnion('kind', [z.object({ kind: z.literal('circle'), r: z.number() }), z.object({ kind: z.literal('square'), a: z.number() }).strict()]);
console.log(Shape.parse({ kind: 'circle', r: 1 }), Shape.safeParse({ kind: 'x' }).error.issues[0].code, Shape.safeParse({ kind: 'square', a: 1, b: 2 }).error.issues[0].message);
const Tree = z.object({ value: z.number(), get children() { return z.array(Tree); } });
console.log(Tree.parse({ value: 1, children: [{ value: 2, children: [] }] }), z.tuple([z.string(), z.number()]).rest(z.boolean()).parse(['a', 1, true]), z.map(z.string(), z.date()).parse(new Map([['a', new Date(0)]])), z.bigint().multipleOf(3n).safeParse(4n).success);
console.log(await z.string().refine(async (s) => s.length > 2).safeParseAsync('ab').then((r) => r.success), z.string().pipe(z.transform(Number)).parse('5'), z.templateLiteral(['v', z.number()]).safeParse('v5').success, JSON.stringify(z.toJSONSchema(User, { io: 'input', unrepresentable: 'any' })), z.preprocess((v) => v ?? 'none', z.string()).parse(null), z.string().brand('X').catch('c').parse(5));
