// URLSearchParams (URL standard §5 and §6.2).

const {
  codes: { ERR_ARG_NOT_ITERABLE, ERR_INVALID_THIS, ERR_INVALID_TUPLE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods } = require('internal/util');
const { validateFunction } = require('internal/validators');
const { percentDecode, percentEncode } = require('internal/web/url_encode');

const kOwner = Symbol('owner');
const toUSV = (value) => `${value}`.toWellFormed();
const formSafe = /^[A-Za-z0-9*\-._]*$/;
const formSet = (code) => !((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ||
  code === 42 || code === 45 || code === 46 || code === 95);

/** application/x-www-form-urlencoded, as [name, value] pairs. */
function parseForm(text) {
  const pairs = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const decode = (piece) => percentDecode(piece.includes('+') ? piece.replaceAll('+', ' ') : piece);
    pairs.push(at === -1 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))]);
  }
  return pairs;
}

function encodeForm(text) {
  return formSafe.test(text) ? text : percentEncode(text, formSet).replaceAll('%20', '+');
}

function serializeForm(pairs) {
  return pairs.map(([name, value]) => `${encodeForm(name)}=${encodeForm(value)}`).join('&');
}

class URLSearchParams {
  #list = [];
  #owner;

  constructor(init = undefined) {
    if (init === null || init === undefined) return;
    if (typeof init !== 'object' && typeof init !== 'function') {
      let text = toUSV(init);
      if (text[0] === '?') text = text.slice(1);
      this.#list = parseForm(text);
      return;
    }
    const method = init[Symbol.iterator];
    if (#list in init && method === URLSearchParams.prototype[Symbol.iterator]) {
      this.#list = init.#list.map((pair) => pair.slice());
    } else if (method != null) {
      if (typeof method !== 'function') throw new ERR_ARG_NOT_ITERABLE('Query pairs');
      for (const pair of init) {
        if (pair == null) throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
        const isObject = typeof pair === 'object' || typeof pair === 'function';
        if (!isObject || typeof pair[Symbol.iterator] !== 'function') throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
        const entry = [...pair];
        if (entry.length !== 2) throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
        this.#list.push(entry.map(toUSV));
      }
    } else {
      const places = new Map();
      for (const key of Reflect.ownKeys(init)) {
        const descriptor = Reflect.getOwnPropertyDescriptor(init, key);
        if (descriptor === undefined || !descriptor.enumerable) continue;
        const name = toUSV(key);
        const value = toUSV(init[key]);
        if (places.has(name)) this.#list[places.get(name)][1] = value;
        else places.set(name, this.#list.push([name, value]) - 1);
      }
    }
  }

  static #check(params) {
    if (typeof params !== 'object' || params === null || !(#list in params)) throw new ERR_INVALID_THIS('URLSearchParams');
    return params.#list;
  }

  static internals = {
    pairs: (params) => params.#list,
    reset(params, query) { params.#list = parseForm(query); },
    own(params, owner) { params.#owner = owner; },
  };

  #changed() {
    this.#owner?.[kOwner](this.#list.length === 0 ? null : serializeForm(this.#list));
  }

  get size() { return URLSearchParams.#check(this).length; }

  append(name, value) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('name', 'value');
    list.push([toUSV(name), toUSV(value)]);
    this.#changed();
  }

  delete(name, value = undefined) {
    URLSearchParams.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    name = toUSV(name);
    if (value !== undefined) value = toUSV(value);
    this.#list = this.#list.filter((pair) => pair[0] !== name || (value !== undefined && pair[1] !== value));
    this.#changed();
  }

  get(name) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    name = toUSV(name);
    return list.find((pair) => pair[0] === name)?.[1] ?? null;
  }

  getAll(name) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    name = toUSV(name);
    return list.filter((pair) => pair[0] === name).map((pair) => pair[1]);
  }

  has(name, value = undefined) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    name = toUSV(name);
    if (value !== undefined) value = toUSV(value);
    return list.some((pair) => pair[0] === name && (value === undefined || pair[1] === value));
  }

  set(name, value) {
    URLSearchParams.#check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('name', 'value');
    name = toUSV(name);
    value = toUSV(value);
    let found = false;
    this.#list = this.#list.filter((pair) => {
      if (pair[0] !== name) return true;
      if (found) return false;
      found = true;
      pair[1] = value;
      return true;
    });
    if (!found) this.#list.push([name, value]);
    this.#changed();
  }

  sort() {
    const list = URLSearchParams.#check(this);
    list.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    this.#changed();
  }

  entries() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'key+value');
  }

  forEach(callback, thisArg = undefined) {
    URLSearchParams.#check(this);
    validateFunction(callback, 'callback');
    for (let i = 0; i < this.#list.length; i++) {
      const [name, value] = this.#list[i];
      Reflect.apply(callback, thisArg, [value, name, this]);
    }
  }

  keys() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'key');
  }

  values() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'value');
  }

  toString() { return serializeForm(URLSearchParams.#check(this)); }

  [customInspectSymbol](recurseTimes, context) {
    const list = URLSearchParams.#check(this);
    if (typeof recurseTimes === 'number' && recurseTimes < 0) return context.stylize('[Object]', 'special');
    const { inspect, stripVTControlCharacters } = require('internal/inspect');
    const inner = { ...context };
    if (recurseTimes !== null) inner.depth = recurseTimes - 1;
    const output = list.map(([name, value]) => `${inspect(name, inner)} => ${inspect(value, inner)}`);
    const length = output.reduce((sum, part) => sum + stripVTControlCharacters(part).length + 2, -2);
    if (length > context.breakLength) return `${this.constructor.name} {\n  ${output.join(',\n  ')} }`;
    return output.length > 0 ? `${this.constructor.name} { ${output.join(', ')} }` : `${this.constructor.name} {}`;
  }
}
const paramsInternals = URLSearchParams.internals;
delete URLSearchParams.internals;

const iteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

class URLSearchParamsIterator {
  #params;
  #kind;
  #index = 0;

  constructor(params, kind) {
    this.#params = params;
    this.#kind = kind;
  }

  next() {
    if (typeof this !== 'object' || this === null || !(#params in this)) throw new ERR_INVALID_THIS('URLSearchParamsIterator');
    const list = paramsInternals.pairs(this.#params);
    if (this.#index >= list.length) return { value: undefined, done: true };
    const [name, value] = list[this.#index++];
    return { value: this.#kind === 'key' ? name : this.#kind === 'value' ? value : [name, value], done: false };
  }

  [customInspectSymbol](recurseTimes, context) {
    if (typeof this !== 'object' || this === null || !(#params in this)) throw new ERR_INVALID_THIS('URLSearchParamsIterator');
    if (typeof recurseTimes === 'number' && recurseTimes < 0) return context.stylize('[Object]', 'special');
    const { inspect } = require('internal/inspect');
    const inner = { ...context };
    if (recurseTimes !== null) inner.depth = recurseTimes - 1;
    const output = paramsInternals.pairs(this.#params).slice(this.#index).map(([name, value]) =>
      (this.#kind === 'key' ? name : this.#kind === 'value' ? value : [name, value])).map((item) => inspect(item, inner));
    const breakLine = output.some((part) => part.includes('\n')) ||
      output.reduce((sum, part) => sum + part.length + 2, 0) > context.breakLength;
    const tag = this[Symbol.toStringTag];
    return breakLine ? `${tag} {\n  ${output.join(',\n  ')} }` : `${tag} {${output.length > 0 ? ` ${output.join(', ')} ` : '  '}}`;
  }
}
Object.setPrototypeOf(URLSearchParamsIterator.prototype, iteratorPrototype);
delete URLSearchParamsIterator.prototype.constructor;
exposeMethods(URLSearchParamsIterator.prototype, ['next']);
Object.defineProperty(URLSearchParamsIterator.prototype, Symbol.toStringTag, {
  __proto__: null, configurable: true, value: 'URLSearchParams Iterator',
});

exposeMethods(URLSearchParams.prototype, ['append', 'delete', 'get', 'getAll', 'has', 'set', 'sort', 'entries', 'forEach',
  'keys', 'values', 'toString', 'size']);
Object.defineProperties(URLSearchParams.prototype, {
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'URLSearchParams' },
  [Symbol.iterator]: { __proto__: null, configurable: true, writable: true, value: URLSearchParams.prototype.entries },
});

module.exports = { URLSearchParams, kOwner, paramsInternals };
