// util.MIMEType and MIMEParams, after the WHATWG MIME Sniffing standard.

const {
  codes: { ERR_INVALID_MIME_SYNTAX },
} = require('internal/errors');

const notToken = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const notQuotable = /[^\t\u0020-~\u0080-\u00FF]/;
const endWhitespace = /[^\r\n\t ]|$/;
const startWhitespace = /[\r\n\t ]*$/;

function toLowerAscii(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function parseTypeAndSubtype(text) {
  let position = text.search(endWhitespace);
  const slash = text.indexOf('/', position);
  const typeText = slash === -1 ? text.slice(position) : text.slice(position, slash);
  const badType = typeText.search(notToken);
  if (typeText === '' || badType !== -1 || slash === -1) {
    throw new ERR_INVALID_MIME_SYNTAX('type', text, badType);
  }
  const type = toLowerAscii(typeText);
  position = slash + 1;
  const semicolon = text.indexOf(';', position);
  const rawSubtype = semicolon === -1 ? text.slice(position) : text.slice(position, semicolon);
  position += rawSubtype.length;
  if (semicolon !== -1) position++;
  const trimmed = rawSubtype.slice(0, rawSubtype.search(startWhitespace));
  const badSubtype = trimmed.search(notToken);
  if (trimmed === '' || badSubtype !== -1) throw new ERR_INVALID_MIME_SYNTAX('subtype', text, badSubtype);
  return { type, subtype: toLowerAscii(trimmed), parameters: position };
}

function encodeParameter(value) {
  if (value.length === 0) return '""';
  if (!notToken.test(value)) return value;
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

class MIMEParams {
  #data = new Map();

  delete(name) { this.#data.delete(name); }

  get(name) {
    const value = this.#data.get(name);
    return value === undefined ? null : value;
  }

  has(name) { return this.#data.has(name); }

  set(name, value) {
    name = `${name}`;
    value = `${value}`;
    const badName = name.search(notToken);
    if (name.length === 0 || badName !== -1) throw new ERR_INVALID_MIME_SYNTAX('parameter name', name, badName);
    const badValue = value.search(notQuotable);
    if (badValue !== -1) throw new ERR_INVALID_MIME_SYNTAX('parameter value', value, badValue);
    this.#data.set(name, value);
  }

  * entries() { yield* this.#data.entries(); }
  * keys() { yield* this.#data.keys(); }
  * values() { yield* this.#data.values(); }

  toString() {
    return [...this.#data].map(([name, value]) => `${name}=${encodeParameter(value)}`).join(';');
  }

  static parse(text) {
    const params = new MIMEParams();
    let position = 0;
    while (position < text.length) {
      position += text.slice(position).search(endWhitespace);
      let end = text.slice(position).search(/[;=]|$/) + position;
      const name = toLowerAscii(text.slice(position, end));
      position = end;
      if (position < text.length) {
        const separator = text[position++];
        if (separator === ';') continue;
      }
      if (position >= text.length && name === '') break;
      let value;
      if (text[position] === '"') {
        value = '';
        position++;
        while (position < text.length && text[position] !== '"') {
          if (text[position] === '\\' && position + 1 < text.length) position++;
          value += text[position++];
        }
        position++;
        end = text.slice(position).search(/;|$/) + position;
        position = end + 1;
      } else {
        end = text.slice(position).search(/;|$/) + position;
        const raw = text.slice(position, end);
        value = raw.slice(0, raw.search(startWhitespace));
        position = end + 1;
        if (value === '') continue;
      }
      if (name !== '' && !notToken.test(name) && !notQuotable.test(value) && !params.has(name)) params.#data.set(name, value);
    }
    return params;
  }
}
Object.defineProperty(MIMEParams.prototype, Symbol.iterator, {
  __proto__: null, configurable: true, enumerable: false, writable: true, value: MIMEParams.prototype.entries,
});
Object.defineProperty(MIMEParams.prototype, 'toJSON', {
  __proto__: null, configurable: true, enumerable: false, writable: true, value: MIMEParams.prototype.toString,
});
const { parse } = MIMEParams;
delete MIMEParams.parse;

class MIMEType {
  #type;
  #subtype;
  #parameters;

  constructor(string) {
    string = `${string}`;
    const { type, subtype, parameters } = parseTypeAndSubtype(string);
    this.#type = type;
    this.#subtype = subtype;
    this.#parameters = parse(string.slice(parameters));
  }

  static parse(string) {
    try {
      return new MIMEType(string);
    } catch (error) {
      if (error?.code === 'ERR_INVALID_MIME_SYNTAX') return null;
      throw error;
    }
  }

  get type() { return this.#type; }
  set type(value) {
    value = `${value}`;
    const bad = value.search(notToken);
    if (value.length === 0 || bad !== -1) throw new ERR_INVALID_MIME_SYNTAX('type', value, bad);
    this.#type = toLowerAscii(value);
  }

  get subtype() { return this.#subtype; }
  set subtype(value) {
    value = `${value}`;
    const bad = value.search(notToken);
    if (value.length === 0 || bad !== -1) throw new ERR_INVALID_MIME_SYNTAX('subtype', value, bad);
    this.#subtype = toLowerAscii(value);
  }

  get essence() { return `${this.#type}/${this.#subtype}`; }
  get params() { return this.#parameters; }

  toString() {
    const parameters = this.#parameters.toString();
    return parameters === '' ? this.essence : `${this.essence};${parameters}`;
  }
}
Object.defineProperty(MIMEType.prototype, 'toJSON', {
  __proto__: null, configurable: true, enumerable: false, writable: true, value: MIMEType.prototype.toString,
});

module.exports = { MIMEParams, MIMEType };
