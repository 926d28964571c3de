// Fields, private names, accessors, statics, inheritance, and who is called when.
(() => {
  const log = []
  class Shape {
    static #count = 0
    static get count() { return Shape.#count }
    static { log.push('static block') }
    #name
    sides = (log.push('field'), 0)
    constructor(name) {
      log.push(new.target.name)
      this.#name = name
      Shape.#count++
    }
    get name() { return this.#name }
    set name(value) { this.#name = value.toUpperCase() }
    #secret() { return `${this.#name}/${this.sides}` }
    describe() { return this.#secret() }
    static isShape(value) { return #name in value }
  }
  class Square extends Shape {
    sides = 4
    constructor() { super('square') }
    describe() { return `<${super.describe()}>` }
    get [Symbol.toStringTag]() { return 'Square' }
  }
  const square = new Square()
  square.name = 'quad'
  return [square.describe(), String(square), Shape.count, Shape.isShape(square), Shape.isShape({}), ...log].join(' ')
})
