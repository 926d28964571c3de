// Deep recursion over small integers.
(() => {
  function ackermann(m, n) {
    return m === 0 ? n + 1 : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1))
  }
  return ackermann(2, 5)
})
