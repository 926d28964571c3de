// finally against return, break and throw.
(() => {
  const log = []
  const f = how => {
    outer:
    for (const n of [1, 2]) {
      try {
        try {
          if (how === 'throw') throw new Error(how)
          if (how === 'continue') continue
          if (how === 'break') break outer
          if (how === 'return') return `returned ${n}`
        } finally {
          log.push(how)
          if (how === 'override') return 'overridden'
        }
      } catch ({ message }) {
        log.push(`caught ${message}`)
      }
    }
    return 'fell through'
  }
  return [...['throw', 'continue', 'break', 'return', 'override'].map(f), ...log].join(', ')
})
