// A compiler for a small language: text to tokens, to a tree, through constant folding, to code of a stack machine, which is
// run. Strings, many small objects of many shapes, switches over their kinds, maps of names, deep recursion.

const SOURCE = Array.from({ length: 24 }, (_, i) => `
  fn mix${i}(a, b) {
    let total = a * 3 + b % (2 + 5);   # folded
    while total > ${100 + i} {
      if total % 2 == 0 { total = total / 2; } else { total = (total * 3 + 1) / 4; }
    }
    return total + ${i} * (4 - 2);
  }
  fn sum${i}(n) {
    let s = 0; let k = 0;
    while k < n { s = s + mix${i}(k, s); k = k + 1; }
    return s % 9973;
  }
`).join('\n') + `fn main() { let t = 0; ${Array.from({ length: 24 }, (_, i) => `t = t + sum${i}(12);`).join(' ')} return t; }`;

const KEYWORDS = new Set(['fn', 'let', 'while', 'if', 'else', 'return']);
const PRECEDENCE = { '==': 1, '<': 2, '>': 2, '+': 3, '-': 3, '*': 4, '/': 4, '%': 4 };
const OPERATIONS = {
  '==': (a, b) => Number(a === b),
  '<': (a, b) => Number(a < b),
  '>': (a, b) => Number(a > b),
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => Math.trunc(a / b),
  '%': (a, b) => a % b,
};

function* tokenize(text) {
  let at = 0;
  const isLetter = (c) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const isDigit = (c) => c >= '0' && c <= '9';
  while (at < text.length) {
    const from = at;
    const c = text[at++];
    if (c === '#') {
      at = text.indexOf('\n', at);
    } else if (isLetter(c)) {
      while (isLetter(text[at]) || isDigit(text[at])) {
        at++;
      }
      const word = text.slice(from, at);
      yield { kind: KEYWORDS.has(word) ? word : 'name', text: word };
    } else if (isDigit(c)) {
      while (isDigit(text[at])) {
        at++;
      }
      yield { kind: 'number', value: parseInt(text.slice(from, at), 10) };
    } else if (c > ' ') {
      if (c === '=' && text[at] === '=') {
        at++;
      }
      yield { kind: text.slice(from, at) };
    }
  }
  yield { kind: 'end' };
}

class Parser {
  #tokens;
  #next;

  constructor(text) {
    this.#tokens = tokenize(text);
    this.#advance();
  }

  #advance() {
    const token = this.#next;
    this.#next = this.#tokens.next().value;
    return token;
  }

  #accept(kind) {
    return this.#next.kind === kind ? this.#advance() : null;
  }

  #expect(kind) {
    const token = this.#accept(kind);
    if (token === null) {
      throw new SyntaxError(`${kind} expected, found ${this.#next.kind}`);
    }
    return token;
  }

  program() {
    const functions = [];
    while (!this.#accept('end')) {
      this.#expect('fn');
      const name = this.#expect('name').text;
      functions.push({ name, parameters: this.#list(() => this.#expect('name').text), body: this.#block() });
    }
    return functions;
  }

  #list(item) {
    const items = [];
    this.#expect('(');
    while (!this.#accept(')')) {
      items.push(item());
      this.#accept(',');
    }
    return items;
  }

  #block() {
    const statements = [];
    this.#expect('{');
    while (!this.#accept('}')) {
      statements.push(this.#statement());
    }
    return statements;
  }

  #statement() {
    if (this.#accept('while')) {
      return { type: 'while', test: this.#expression(), body: this.#block() };
    }
    if (this.#accept('if')) {
      return { type: 'if', test: this.#expression(), yes: this.#block(), no: this.#accept('else') ? this.#block() : [] };
    }
    const statement = this.#accept('return') ? { type: 'return', value: this.#expression() } : this.#assignment();
    this.#expect(';');
    return statement;
  }

  #assignment() {
    const declares = this.#accept('let') !== null;
    const name = this.#expect('name').text;
    this.#expect('=');
    return { type: 'assign', declares, name, value: this.#expression() };
  }

  #expression(least = 1) {
    let left = this.#operand();
    for (;;) {
      const operator = this.#next.kind;
      const precedence = PRECEDENCE[operator];
      if (precedence === undefined || precedence < least) {
        return left;
      }
      this.#advance();
      left = { type: 'binary', operator, left, right: this.#expression(precedence + 1) };
    }
  }

  #operand() {
    if (this.#accept('(')) {
      const inner = this.#expression();
      this.#expect(')');
      return inner;
    }
    const number = this.#accept('number');
    if (number !== null) {
      return { type: 'constant', value: number.value };
    }
    const name = this.#expect('name').text;
    return this.#next.kind === '(' ? { type: 'call', name, values: this.#list(() => this.#expression()) } : { type: 'variable', name };
  }
}

/** The tree with every operation on constants replaced by its value. */
function fold(node) {
  if (Array.isArray(node)) {
    return node.map(fold);
  }
  if (node === null || typeof node !== 'object') {
    return node;
  }
  const folded = Object.fromEntries(Object.entries(node).map(([key, child]) => [key, fold(child)]));
  const { type, operator, left, right } = folded;
  return type === 'binary' && left.type === 'constant' && right.type === 'constant'
    ? { type: 'constant', value: OPERATIONS[operator](left.value, right.value) }
    : folded;
}

class Emitter {
  code = [];
  #slots = new Map();

  constructor({ parameters, body }) {
    parameters.forEach((name) => this.#slots.set(name, this.#slots.size));
    this.#statements(body);
  }

  get slots() {
    return this.#slots.size;
  }

  #emit(operation, operand) {
    return this.code.push({ operation, operand }) - 1;
  }

  #slot(name) {
    const slot = this.#slots.get(name);
    if (slot === undefined) {
      throw new ReferenceError(`${name} is not declared`);
    }
    return slot;
  }

  #statements(statements) {
    statements.forEach((statement) => this.#statement(statement));
  }

  #statement(node) {
    switch (node.type) {
      case 'assign':
        if (node.declares) {
          this.#slots.set(node.name, this.#slots.size);
        }
        this.#expression(node.value);
        this.#emit('store', this.#slot(node.name));
        break;
      case 'while': {
        const start = this.code.length;
        this.#expression(node.test);
        const exit = this.#emit('unless', 0);
        this.#statements(node.body);
        this.#emit('jump', start);
        this.code[exit].operand = this.code.length;
        break;
      }
      case 'if': {
        this.#expression(node.test);
        const no = this.#emit('unless', 0);
        this.#statements(node.yes);
        const end = this.#emit('jump', 0);
        this.code[no].operand = this.code.length;
        this.#statements(node.no);
        this.code[end].operand = this.code.length;
        break;
      }
      case 'return':
        this.#expression(node.value);
        this.#emit('return');
        break;
      default:
        throw new Error(node.type);
    }
  }

  #expression(node) {
    switch (node.type) {
      case 'constant': this.#emit('push', node.value); break;
      case 'variable': this.#emit('load', this.#slot(node.name)); break;
      case 'call':
        node.values.forEach((value) => this.#expression(value));
        this.#emit('call', { name: node.name, count: node.values.length });
        break;
      default:
        this.#expression(node.left);
        this.#expression(node.right);
        this.#emit('binary', node.operator);
    }
  }
}

function execute(functions, name, values) {
  const { code, slots } = functions.get(name);
  const variables = [...values, ...new Array(slots - values.length).fill(0)];
  const stack = [];
  for (let at = 0; ; at++) {
    const { operation, operand } = code[at];
    switch (operation) {
      case 'push': stack.push(operand); break;
      case 'load': stack.push(variables[operand]); break;
      case 'store': variables[operand] = stack.pop(); break;
      case 'jump': at = operand - 1; break;
      case 'unless': at = stack.pop() === 0 ? operand - 1 : at; break;
      case 'binary': {
        const right = stack.pop();
        stack.push(OPERATIONS[operand](stack.pop(), right));
        break;
      }
      case 'call': stack.push(execute(functions, operand.name, stack.splice(stack.length - operand.count))); break;
      default: return stack.pop();
    }
  }
}

benchmark('compiler', {
  run() {
    const functions = new Map(fold(new Parser(SOURCE).program()).map((f) => [f.name, new Emitter(f)]));
    let size = 0;
    functions.forEach(({ code }) => { size += code.length; });
    return `${size} ${execute(functions, 'main', [])}`;
  },
  check: (result) => result === '1540 12163',
});
