// Templates, regular expressions, JSON and sorting.
(() => {
  const tag = (parts, ...values) => parts.raw.reduce((text, part, i) => text + values[i - 1] + part)
  const words = 'the quick brown fox jumps over the lazy dog'
  const counts = new Map()
  for (const [letter] of words.matchAll(/[a-z]/g)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const top = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 3).map(entry => entry.join('')).join('')
  const swapped = words.replace(/(?<first>\w+) (?<second>\w+)/, '$<second> $<first>').slice(0, 9)
  const json = JSON.stringify(JSON.parse('{"b":[1,{"a":null}],"a":"\\u00e9"}', (key, value) => key === 'a' && value === null ? undefined : value))
  return [tag`a${1}\n${2}`, top, swapped, json, 'x'.padStart(3, 'ab'), '😀é'.length, [...'😀é'].length].join(' ')
})
