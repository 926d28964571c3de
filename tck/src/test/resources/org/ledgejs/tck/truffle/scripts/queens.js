// Backtracking through a generator.
(() => {
  function* place(n, columns = []) {
    if (columns.length === n) {
      yield columns
      return
    }
    for (let column = 0; column < n; column++) {
      const safe = columns.every((c, row) => c !== column && Math.abs(c - column) !== columns.length - row)
      if (safe) yield* place(n, [...columns, column])
    }
  }
  return [...place(6)].map(columns => columns.join('')).join(' ')
})
