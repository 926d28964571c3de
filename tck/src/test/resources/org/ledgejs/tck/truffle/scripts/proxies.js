// Every trap a small program meets.
(() => {
  const log = []
  const target = { a: 1, get b() { return this.a + 1 } }
  const handler = new Proxy({}, {
    get(_, trap) {
      return (...args) => {
        log.push(trap)
        return Reflect[trap](...args)
      }
    },
  })
  const proxy = new Proxy(target, handler)
  proxy.a = proxy.b
  delete proxy.c
  'a' in proxy
  Object.keys({ ...proxy })
  Object.getPrototypeOf(Object.preventExtensions(proxy))
  return `${target.a} ${[...new Set(log)].join(' ')}`
})
