// URL (URL standard §6.1).

const {
  codes: { ERR_INVALID_URL, ERR_MISSING_ARGS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods } = require('internal/util');
const { isSpecial, parse, serialize, serializePath } = require('internal/web/url_parser');
const { percentEncode, sets } = require('internal/web/url_encode');
const { URLSearchParams, kOwner, paramsInternals } = require('internal/web/url_search_params');

const toUSV = (value) => `${value}`.toWellFormed();

class URL {
  #record;
  #params;

  constructor(input, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    this.#record = parseOrThrow(input, base);
  }

  /** The record behind a URL. Node keeps it in a private member, some of whose readers are private methods: the engine's own words for either are what programs know. */
  static #check(url, byMethod = false) {
    if (typeof url === 'object' && url !== null && #record in url) return url.#record;
    throw new TypeError(byMethod
      ? 'Receiver must be an instance of class URL'
      : 'Cannot read private member #context from an object whose class did not declare it');
  }

  static recordOf(value) {
    return typeof value === 'object' && value !== null && #record in value ? value.#record : undefined;
  }

  static canParse(url, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    return tryParse(url, base) !== null;
  }

  static parse(input, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    const record = tryParse(input, base);
    if (record === null) return null;
    const url = new URL('about:blank');
    url.#record = record;
    return url;
  }

  static createObjectURL(obj) { return require('internal/web/blob').createObjectURL(obj); }
  static revokeObjectURL(url) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    require('internal/web/blob').revokeObjectURL(url);
  }

  /** Runs one of the parser's states on the record, as the setters do. */
  #override(input, state) {
    const copy = { ...this.#record, path: Array.isArray(this.#record.path) ? this.#record.path.slice() : this.#record.path };
    // A failure on the way leaves what was changed before it.
    parse(input, null, copy, state);
    this.#record = copy;
  }

  [kOwner](query) { this.#record.query = query; }

  [customInspectSymbol](depth, options) {
    URL.#check(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const { inspect } = require('internal/inspect');
    const constructor = this.constructor === undefined ? URL : this.constructor;
    const shown = Object.create({ constructor });
    for (const key of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search',
      'searchParams', 'hash']) shown[key] = this[key];
    return `${constructor.name} ${inspect(shown, options).replace(new RegExp(`^${constructor.name} `), '')}`;
  }

  toString() { return serialize(URL.#check(this, true)); }

  get href() { return serialize(URL.#check(this, true)); }
  set href(value) {
    URL.#check(this);
    const record = parse(toUSV(value));
    if (record === null) throw new ERR_INVALID_URL(`${value}`);
    this.#record = record;
    if (this.#params) paramsInternals.reset(this.#params, record.query ?? '');
  }

  get origin() {
    const record = URL.#check(this);
    if (record.scheme === 'blob') {
      const inner = parse(serializePath(record));
      return inner !== null && (inner.scheme === 'http' || inner.scheme === 'https') ? originOf(inner) : 'null';
    }
    return isSpecial(record) && record.scheme !== 'file' ? originOf(record) : 'null';
  }

  get protocol() { return `${URL.#check(this).scheme}:`; }
  set protocol(value) {
    URL.#check(this);
    this.#override(`${toUSV(value)}:`, 'schemeStart');
  }

  get username() { return URL.#check(this).username; }
  set username(value) {
    const record = URL.#check(this);
    if (!record.host || record.scheme === 'file') return;
    record.username = percentEncode(toUSV(value), sets.userinfo);
  }

  get password() { return URL.#check(this).password; }
  set password(value) {
    const record = URL.#check(this);
    if (!record.host || record.scheme === 'file') return;
    record.password = percentEncode(toUSV(value), sets.userinfo);
  }

  get host() {
    const { host, port } = URL.#check(this);
    if (host === null) return '';
    return port === null ? host : `${host}:${port}`;
  }
  set host(value) {
    if (typeof URL.#check(this).path !== 'string') this.#override(toUSV(value), 'host');
  }

  get hostname() { return URL.#check(this).host ?? ''; }
  set hostname(value) {
    if (typeof URL.#check(this).path !== 'string') this.#override(toUSV(value), 'hostname');
  }

  get port() {
    const { port } = URL.#check(this);
    return port === null ? '' : `${port}`;
  }
  set port(value) {
    const record = URL.#check(this);
    if (!record.host || record.scheme === 'file') return;
    const text = toUSV(value);
    if (text === '') record.port = null;
    else this.#override(text, 'port');
  }

  get pathname() { return serializePath(URL.#check(this)); }
  set pathname(value) {
    const record = URL.#check(this);
    if (typeof record.path === 'string') return;
    const text = toUSV(value);
    record.path = [];
    this.#override(text, 'pathStart');
  }

  get search() {
    const { query } = URL.#check(this, true);
    return query === null || query === '' ? '' : `?${query}`;
  }
  set search(value) {
    const record = URL.#check(this);
    let text = toUSV(value);
    if (text === '') {
      record.query = null;
      stripTrailingSpaces(record);
      if (this.#params) paramsInternals.reset(this.#params, '');
      return;
    }
    if (text[0] === '?') text = text.slice(1);
    record.query = '';
    this.#override(text, 'query');
    if (this.#params) paramsInternals.reset(this.#params, this.#record.query);
  }

  get searchParams() {
    const record = URL.#check(this);
    if (this.#params === undefined) {
      this.#params = new URLSearchParams(record.query === null ? '' : `?${record.query}`);
      paramsInternals.own(this.#params, this);
    }
    return this.#params;
  }

  get hash() {
    const { fragment } = URL.#check(this);
    return fragment === null || fragment === '' ? '' : `#${fragment}`;
  }
  set hash(value) {
    const record = URL.#check(this);
    let text = toUSV(value);
    if (text === '') {
      record.fragment = null;
      stripTrailingSpaces(record);
      return;
    }
    if (text[0] === '#') text = text.slice(1);
    record.fragment = '';
    this.#override(text, 'fragment');
  }

  toJSON() { return serialize(URL.#check(this, true)); }
}

/** An opaque path that nothing follows any more ends without spaces. */
function stripTrailingSpaces(record) {
  if (typeof record.path === 'string' && record.query === null && record.fragment === null) {
    record.path = record.path.replace(/ +$/, '');
  }
}

function originOf({ scheme, host, port }) {
  return `${scheme}://${host}${port === null ? '' : `:${port}`}`;
}

const { recordOf } = URL;
delete URL.recordOf;

function tryParse(input, base) {
  input = toUSV(input);
  let baseRecord = null;
  if (base !== undefined) {
    baseRecord = parse(toUSV(base));
    if (baseRecord === null) return null;
  }
  return parse(input, baseRecord);
}

function parseOrThrow(input, base) {
  const record = tryParse(input, base);
  if (record !== null) return record;
  throw base !== undefined ? new ERR_INVALID_URL(`${input}`, `${base}`) : new ERR_INVALID_URL(`${input}`);
}

exposeMethods(URL.prototype, ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname',
  'search', 'searchParams', 'hash', 'toString', 'toJSON']);
exposeMethods(URL, ['canParse', 'parse', 'createObjectURL', 'revokeObjectURL']);
Object.defineProperty(URL.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'URL' });
Object.defineProperty(URL.prototype, kOwner, { __proto__: null, enumerable: false });

/** Duck-typed: anything with the two properties the file functions read. */
function isURL(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

module.exports = { URL, isURL, recordOf };
