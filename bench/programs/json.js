// A JSON reader and writer written in JavaScript, over a document of orders: characters, strings, objects made at run time.

function document() {
  const orders = [];
  for (let i = 0; i < 150; i++) {
    orders.push({
      id: i,
      customer: `Customer "${i % 17}" \\ ${'äöü'[i % 3]}`,
      paid: i % 3 === 0,
      note: i % 5 === 0 ? null : `line one\nline two\tcolumn ${i}`,
      total: i * 1.25 - 100,
      items: Array.from({ length: i % 6 }, (_, k) => ({ sku: `A-${k * 37}`, count: k + 1, price: k / 8 })),
    });
  }
  return { version: 3, orders };
}

const ESCAPES = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };

class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  fail(expected) {
    throw new SyntaxError(`${expected} expected at ${this.at}`);
  }

  skipBlanks() {
    while (this.at < this.text.length && this.text.charCodeAt(this.at) <= 32) {
      this.at++;
    }
  }

  /** Whether `character` comes next; it is skipped if so. */
  skip(character) {
    this.skipBlanks();
    if (this.text[this.at] !== character) {
      return false;
    }
    this.at++;
    return true;
  }

  expect(character) {
    if (!this.skip(character)) {
      this.fail(character);
    }
  }

  value() {
    this.skipBlanks();
    switch (this.text[this.at]) {
      case '{': return this.object();
      case '[': return this.array();
      case '"': return this.string();
      case 't': return this.word('true', true);
      case 'f': return this.word('false', false);
      case 'n': return this.word('null', null);
      default: return this.number();
    }
  }

  word(word, value) {
    if (!this.text.startsWith(word, this.at)) {
      this.fail(word);
    }
    this.at += word.length;
    return value;
  }

  object() {
    const object = {};
    this.expect('{');
    if (this.skip('}')) {
      return object;
    }
    do {
      this.skipBlanks();
      const key = this.string();
      this.expect(':');
      object[key] = this.value();
    } while (this.skip(','));
    this.expect('}');
    return object;
  }

  array() {
    const array = [];
    this.expect('[');
    if (this.skip(']')) {
      return array;
    }
    do {
      array.push(this.value());
    } while (this.skip(','));
    this.expect(']');
    return array;
  }

  string() {
    this.expect('"');
    let string = '';
    let from = this.at;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) {
        this.fail('"');
      } else if (character === '"') {
        return string + this.text.slice(from, this.at++);
      } else if (character === '\\') {
        string += this.text.slice(from, this.at) + this.escape();
        from = this.at;
      } else {
        this.at++;
      }
    }
  }

  escape() {
    const kind = this.text[this.at + 1];
    this.at += 2;
    if (kind !== 'u') {
      return ESCAPES[kind] ?? this.fail('an escape');
    }
    this.at += 4;
    return String.fromCharCode(parseInt(this.text.slice(this.at - 4, this.at), 16));
  }

  number() {
    const from = this.at;
    while ('+-.0123456789eE'.includes(this.text[this.at])) {
      this.at++;
    }
    return this.at === from ? this.fail('a value') : Number(this.text.slice(from, this.at));
  }
}

function quote(string) {
  let quoted = '"';
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code === 34 || code === 92) {
      quoted += '\\' + string[i];
    } else if (code < 32 || code > 126) {
      quoted += '\\u' + code.toString(16).padStart(4, '0');
    } else {
      quoted += string[i];
    }
  }
  return quoted + '"';
}

function write(value) {
  if (typeof value === 'string') {
    return quote(value);
  }
  if (value === null || typeof value !== 'object') {
    return String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(write).join(', ')}]`;
  }
  return `{${Object.entries(value).map(([key, member]) => `${quote(key)}: ${write(member)}`).join(', ')}}`;
}

const original = document();
const text = write(original);

benchmark('json', {
  run: () => write(new Reader(text).value()),
  check: (again) => again === text && JSON.stringify(JSON.parse(again)) === JSON.stringify(original),
});
