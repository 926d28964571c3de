// The well-known symbols.
(() => {
  class Range {
    constructor(from, to) { Object.assign(this, { from, to }) }
    *[Symbol.iterator]() { for (let n = this.from; n <= this.to; n++) yield n }
    [Symbol.toPrimitive](hint) { return hint === 'number' ? this.to - this.from : `${this.from}..${this.to}` }
    static [Symbol.hasInstance](value) { return typeof value === 'number' || Function.prototype[Symbol.hasInstance].call(this, value) }
    get [Symbol.toStringTag]() { return 'Range' }
    static get [Symbol.species]() { return Array }
  }
  const range = new Range(1, 4)
  const spreadable = { length: 2, 0: 'a', 1: 'b', [Symbol.isConcatSpreadable]: true }
  return [[...range].join(''), +range, `${range}`, 7 instanceof Range, range instanceof Range, 'x' instanceof Range, String(Object.prototype.toString.call(range)),
    ['z'].concat(spreadable).join(''), 'a-b'.split({ [Symbol.split]: text => [text.length] })[0], Symbol.for('k') === Symbol.for('k')].join(' ')
})
