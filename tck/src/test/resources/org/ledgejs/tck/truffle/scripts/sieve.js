// A typed array as a set of flags.
(() => {
  const composite = new Uint8Array(1000)
  let count = 0
  outer:
  for (let i = 2; ; i++) {
    if (i >= composite.length) break outer
    if (composite[i]) continue outer
    count++
    for (let j = i * i; j < composite.length; j += i) composite[j] = 1
  }
  return count
})
