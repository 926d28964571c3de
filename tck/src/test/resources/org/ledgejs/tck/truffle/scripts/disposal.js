// Resources are let go in reverse order, whatever ends the block.
(() => {
  const log = []
  const resource = name => ({ name, [Symbol.dispose]() { log.push(`closed ${name}`) } })
  const f = () => {
    using a = resource('a'), b = resource('b')
    log.push(a.name + b.name)
    return 'value'
  }
  log.push(f())
  try {
    using stack = new DisposableStack()
    stack.use(resource('c'))
    stack.defer(() => { throw new Error('first') })
    stack.adopt('d', () => { throw new Error('second') })
  } catch (e) {
    log.push(`${e.name} ${e.error.message} ${e.suppressed.message}`)
  }
  return log.join(', ')
})
