// What only modules have: strict code, top-level await, import.meta, exports of every form.
const awaited = await Promise.resolve('awaited')
let count = 0

export { count as counted }
export default class {
  static get name() { return 'default' }
}

export function run() {
  count++
  return [awaited, count > 0, typeof import.meta, typeof this, (() => { try { return undeclared = 1 } catch (e) { return e.name } })()].join(' ')
}
