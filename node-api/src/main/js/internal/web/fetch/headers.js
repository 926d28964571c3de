// Headers (Fetch §5.1).

const { customInspectSymbol, exposeMethods, toStringTag } = require('internal/util');
const { byteString, illegal, pairIterable, requireArguments, uncloneable } = require('internal/web/fetch/idl');

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const kCreate = Symbol('create');

/** A list of headers: those of one name in one value, but cookies that are set each on their own. */
class HeaderList {
  #headers = new Map();
  #cookies = [];
  #sorted = undefined;

  append(name, value) {
    const key = name.toLowerCase();
    this.#sorted = undefined;
    if (key === 'set-cookie') {
      this.#cookies.push(value);
      return;
    }
    const present = this.#headers.get(key);
    if (present === undefined) this.#headers.set(key, { name, value });
    else present.value += `${key === 'cookie' ? '; ' : ', '}${value}`;
  }

  set(name, value) {
    this.delete(name);
    this.append(name, value);
  }

  delete(name) {
    const key = name.toLowerCase();
    this.#sorted = undefined;
    if (key === 'set-cookie') this.#cookies = [];
    else this.#headers.delete(key);
  }

  has(name) {
    const key = name.toLowerCase();
    return key === 'set-cookie' ? this.#cookies.length > 0 : this.#headers.has(key);
  }

  get(name) {
    const key = name.toLowerCase();
    if (key === 'set-cookie') return this.#cookies.length > 0 ? this.#cookies.join(', ') : null;
    return this.#headers.get(key)?.value ?? null;
  }

  get cookies() { return [...this.#cookies]; }

  /** Sorted and in lower case, as programs iterate over them. */
  get pairs() {
    if (this.#sorted === undefined) {
      const pairs = [...this.#headers].map(([key, { value }]) => [key, value]);
      for (const cookie of this.#cookies) pairs.push(['set-cookie', cookie]);
      this.#sorted = pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    }
    return this.#sorted;
  }

  /** In order and as written, as they are sent. */
  *raw() {
    for (const { name, value } of this.#headers.values()) yield [name, value];
    for (const cookie of this.#cookies) yield ['set-cookie', cookie];
  }

  clone() {
    const result = new HeaderList();
    for (const [name, value] of this.raw()) result.append(name, value);
    return result;
  }
}

function invalid(prefix, value, type) {
  return new TypeError(`${prefix}: "${value}" is an invalid ${type}.`);
}

function nameOf(value, prefix) {
  const name = byteString(value, prefix, 'name');
  if (!token.test(name)) throw invalid(prefix, name, 'header name');
  return name;
}

function valueOf(value, prefix) {
  const text = byteString(value, prefix, 'value').replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  if (/[\0\r\n]/.test(text)) throw invalid(prefix, text, 'header value');
  return text;
}

class Headers {
  #list;
  #guard;

  constructor(init = undefined) {
    if (init === kCreate) {
      this.#list = arguments[1];
      this.#guard = arguments[2];
      return;
    }
    this.#list = new HeaderList();
    this.#guard = 'none';
    if (init !== undefined) fill(this, init);
  }

  static #of(value) {
    if (!isHeaders(value)) throw illegal();
    return value;
  }

  static has = (value) => typeof value === 'object' && value !== null && #list in value;

  static listOf = (headers) => headers.#list;

  static #changeable(value) {
    const headers = Headers.#of(value);
    return headers.#guard === 'immutable' ? undefined : headers.#list;
  }

  append(name, value) {
    const list = Headers.#changeable(this);
    requireArguments(arguments.length, 2, 'Headers.append');
    const checkedName = nameOf(name, 'Headers.append');
    const checked = valueOf(value, 'Headers.append');
    if (list === undefined) throw new TypeError('immutable');
    list.append(checkedName, checked);
  }

  delete(name) {
    const list = Headers.#changeable(this);
    requireArguments(arguments.length, 1, 'Headers.delete');
    const checkedName = nameOf(name, 'Headers.delete');
    if (list === undefined) throw new TypeError('immutable');
    list.delete(checkedName);
  }

  get(name) {
    const list = Headers.#of(this).#list;
    requireArguments(arguments.length, 1, 'Headers.get');
    return list.get(nameOf(name, 'Headers.get'));
  }

  has(name) {
    const list = Headers.#of(this).#list;
    requireArguments(arguments.length, 1, 'Headers.has');
    return list.has(nameOf(name, 'Headers.has'));
  }

  set(name, value) {
    const list = Headers.#changeable(this);
    requireArguments(arguments.length, 2, 'Headers.set');
    const checkedName = nameOf(name, 'Headers.set');
    const checked = valueOf(value, 'Headers.set');
    if (list === undefined) throw new TypeError('immutable');
    list.set(checkedName, checked);
  }

  getSetCookie() { return Headers.#of(this).#list.cookies; }

  [customInspectSymbol](depth, options) {
    const shown = { ...options, depth: options.depth ?? depth };
    const object = {};
    for (const [name, value] of Headers.#of(this).#list.raw()) object[name] = Object.hasOwn(object, name) ? `${object[name]}, ${value}` : value;
    return `Headers ${require('internal/inspect').inspect(object, shown)}`;
  }
}
const { has: isHeaders, listOf } = Headers;
delete Headers.has;
delete Headers.listOf;
exposeMethods(Headers.prototype, ['append', 'delete', 'get', 'has', 'set', 'getSetCookie']);
toStringTag(Headers.prototype, 'Headers');
uncloneable(Headers);
pairIterable(Headers, (value) => {
  if (!isHeaders(value)) throw illegal();
  return listOf(value).pairs;
});

/** HeadersInit: Headers, pairs, or an object. */
function fill(headers, init) {
  if ((typeof init !== 'object' && typeof init !== 'function') || init === null) {
    throw new TypeError('Headers constructor: Argument 1 could not be converted to one of: sequence<sequence<ByteString>>, record<ByteString, ByteString>.');
  }
  if (isHeaders(init) && init[Symbol.iterator] === Headers.prototype[Symbol.iterator]) {
    for (const [name, value] of listOf(init).pairs) headers.append(name, value);
  } else if (typeof init[Symbol.iterator] === 'function') {
    for (const each of init) {
      if ((typeof each !== 'object' && typeof each !== 'function') || each === null || typeof each[Symbol.iterator] !== 'function') {
        throw new TypeError('Headers constructor: init[0] is not iterable.');
      }
      const pair = [...each];
      if (pair.length !== 2) throw new TypeError(`Headers constructor: expected name/value pair to be length 2, found ${pair.length}.`);
      headers.append(pair[0], pair[1]);
    }
  } else {
    for (const key of Reflect.ownKeys(init)) {
      if (Reflect.getOwnPropertyDescriptor(init, key)?.enumerable) headers.append(key, init[key]);
    }
  }
}

/** Headers around a list. @param guard 'immutable', 'request', 'response' or 'none' */
function headersOf(list, guard) {
  return new Headers(kCreate, list, guard);
}

module.exports = { HeaderList, Headers, fill, headersOf, listOf };
