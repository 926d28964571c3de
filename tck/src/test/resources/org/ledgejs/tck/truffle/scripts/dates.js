// Calendar arithmetic in UTC.
(() => {
  const date = new Date(Date.UTC(2024, 1, 29, 12))
  date.setUTCFullYear(2025)
  return [date.toISOString(), new Date('2000-02-30').getTime(), Date.UTC(1970, 0, 1, 0, 0, 0, 1), new Date(8.64e15 + 1).getTime(), new Date(0).toJSON()].join(' ')
})
