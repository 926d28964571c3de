// Two-way communication, delegation, and cleaning up.
(() => {
  const log = []
  function* inner() {
    try {
      const got = yield 'inner'
      log.push(`got ${got}`)
      return 'result'
    } finally {
      log.push('inner closed')
    }
  }
  function* outer() {
    log.push(yield* inner())
    try {
      yield 'last'
    } catch (e) {
      log.push(`caught ${e}`)
      yield 'after'
    }
  }
  const g = outer()
  log.push(g.next('ignored').value, g.next('message').value, g.throw('error').value, g.return('end').value, g.next().done)
  const lazy = (function* () { let n = 1; while (true) yield n++ })()
  log.push(lazy.filter(n => n % 3 === 0).map(n => n * n).take(3).toArray().join('+'))
  return log.join(', ')
})
