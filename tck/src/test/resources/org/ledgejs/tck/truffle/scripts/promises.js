// The order in which jobs run: what is returned is complete only when all have run.
(() => {
  const log = []
  const later = async value => { await null; return value }
  ;(async () => {
    log.push('start')
    log.push(await later('first'))
    try {
      await Promise.any([Promise.reject(new Error('a')), Promise.reject(new Error('b'))])
    } catch (e) {
      log.push(e.errors.map(error => error.message).join('|'))
    }
    for await (const value of (async function* () { yield later('x'); yield 'y' })()) log.push(value)
    log.push((await Promise.allSettled([1, Promise.reject(2)])).map(r => r.status).join('|'))
  })().finally(() => log.push('done'))
  Promise.resolve().then(() => log.push('job'))
  log.push('sync')
  return log
})
