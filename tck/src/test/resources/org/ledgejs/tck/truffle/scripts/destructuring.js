// Patterns in every position, with defaults that run only when needed.
(() => {
  let calls = 0
  const fallback = value => { calls++; return value }
  const f = ({ a, b: { c = fallback(3) } = {}, ...rest }, [d, , e = fallback(5), ...tail] = []) => [a, c, d, e, tail.length, Object.keys(rest).join('')]
  const [x, [y] = [fallback(2)], ...z] = new Set([1, undefined, 3, 4])
  const swap = { p: 1, q: 2 };
  ({ p: swap.q, q: swap.p } = swap)
  const seen = []
  for (const [key, { length }] of Object.entries({ one: 'o', three: 'abc' })) seen.push(key + length)
  return [...f({ a: 1, b: { c: 2 }, k: 0, l: 0 }, 'wxyz1'), ...f({}), x, y, z.length, swap.p, swap.q, calls, ...seen].map(String).join(' ')
})
