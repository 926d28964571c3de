// Hoisting, shadowing, closures over loop variables, and eval in the middle of them.
(() => {
  var hoisted = typeof later
  function later() { }
  const closures = []
  for (let i = 0; i < 3; i++) closures.push(() => i++)
  let x = 'outer'
  {
    let x = 'inner'
    var leaked = x
    eval('var made = x + "!"')
  }
  const counter = (() => { let n = 0; return { next: () => ++n, get value() { return n } } })()
  counter.next()
  counter.next()
  return [hoisted, closures.map(f => f()).join(''), closures.map(f => f()).join(''), x, leaked, made, counter.value, (function () { return typeof this })()].join(' ')
})
