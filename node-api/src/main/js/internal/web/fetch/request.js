// Request (Fetch §5.4).

const { customInspectSymbol, exposeMethods, toStringTag } = require('internal/util');
const { Body, extractBody, mixin } = require('internal/web/fetch/body');
const { HeaderList, fill, headersOf } = require('internal/web/fetch/headers');
const { byteString, dictionary, enumeration, illegal, requireArguments, uncloneable, usvString } = require('internal/web/fetch/idl');

const kCreate = Symbol('create');
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const normalized = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH']);
const forbidden = new Set(['CONNECT', 'TRACE', 'TRACK']);
const enumerations = {
  referrerPolicy: ['', 'no-referrer', 'no-referrer-when-downgrade', 'same-origin', 'origin', 'strict-origin', 'origin-when-cross-origin',
    'strict-origin-when-cross-origin', 'unsafe-url'],
  mode: ['navigate', 'same-origin', 'no-cors', 'cors'],
  credentials: ['omit', 'same-origin', 'include'],
  cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
  redirect: ['follow', 'error', 'manual'],
  duplex: ['half'],
};

function parseUrl(input) {
  const { URL } = require('internal/web/url');
  let url;
  try {
    url = new URL(input);
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${input}`, { cause });
  }
  if (url.username || url.password) {
    throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${input}`);
  }
  return url;
}

function methodOf(value) {
  const method = byteString(value, 'Request constructor', 'init.method');
  if (!token.test(method)) throw new TypeError(`'${method}' is not a valid HTTP method.`);
  const upper = method.toUpperCase();
  if (forbidden.has(upper)) throw new TypeError(`'${method}' HTTP method is unsupported.`);
  // Patch in small letters is another method than PATCH; so says the standard, but not undici.
  return normalized.has(upper) ? upper : method;
}

function fresh(url) {
  return {
    method: 'GET',
    url,
    list: new HeaderList(),
    body: null,
    redirect: 'follow',
    mode: 'cors',
    credentials: 'same-origin',
    cache: 'default',
    referrer: 'about:client',
    referrerPolicy: '',
    integrity: '',
    keepalive: false,
    duplex: 'half',
    signal: undefined,
    headers: undefined,
  };
}

function follow(state, signal) {
  const { AbortController, AbortSignal } = require('internal/web/abort_controller');
  if (signal === null || signal === undefined) {
    state.signal = new AbortController().signal;
    return;
  }
  if (!(signal instanceof AbortSignal) && (typeof signal.aborted !== 'boolean' || typeof signal.addEventListener !== 'function')) {
    throw new TypeError("Failed to construct 'Request': member signal is not of type AbortSignal.");
  }
  if (signal instanceof AbortSignal) {
    state.signal = AbortSignal.any([signal]);
    return;
  }
  const controller = new AbortController();
  state.signal = controller.signal;
  if (signal.aborted) controller.abort(signal.reason);
  else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
}

function applyOptions(state, init) {
  const { referrer } = init;
  if (referrer !== undefined) {
    const { URL } = require('internal/web/url');
    if (`${referrer}` === '') state.referrer = '';
    else if (!URL.canParse(`${referrer}`)) throw new TypeError(`Referrer "${referrer}" is not a valid URL.`);
  }
  for (const [name, allowed] of Object.entries(enumerations)) {
    if (init[name] !== undefined) state[name] = enumeration(init[name], allowed, 'Request constructor');
  }
  if (state.mode === 'navigate') throw new TypeError('Request constructor: invalid request mode navigate.');
  if (state.cache === 'only-if-cached' && state.mode !== 'same-origin') {
    throw new TypeError("'only-if-cached' can be set only with 'same-origin' mode");
  }
  if (init.integrity != null) state.integrity = `${init.integrity}`;
  if (init.keepalive !== undefined) state.keepalive = Boolean(init.keepalive);
  if (init.method !== undefined) state.method = methodOf(init.method);
}

/** The body of the options, or that of the request this one is made of, which is taken from it. */
function applyBody(state, init, original) {
  const inherited = original?.body ?? null;
  const hasBody = init.body !== undefined && init.body !== null;
  if ((hasBody || inherited !== null) && (state.method === 'GET' || state.method === 'HEAD')) {
    throw new TypeError('Request with GET/HEAD method cannot have body.');
  }
  if (!hasBody) {
    if (inherited === null) return;
    if (inherited.isUnusable) throw new TypeError('Cannot construct a Request with a Request object that has already been used.');
    state.body = take(inherited);
    return;
  }
  const { body, type } = extractBody(init.body, state.keepalive);
  if (type !== null && !state.list.has('content-type')) state.list.append('content-type', type);
  if (body.source === undefined && init.duplex == null) {
    throw new TypeError('RequestInit: duplex option is required when sending a body.');
  }
  state.body = body;
}

/** The same bytes for a new owner; the old one has nothing left. */
function take(body) {
  if (body.source !== undefined) {
    const copy = new Body(body.source);
    body.bytes();
    return copy;
  }
  const { TransformStream } = require('internal/web/streams/transform');
  return new Body(undefined, body.stream.pipeThrough(new TransformStream()));
}

class Request {
  #state;

  constructor(input, init = undefined) {
    if (input === kCreate) {
      this.#state = init;
      return;
    }
    requireArguments(arguments.length, 1, 'Request constructor');
    const options = dictionary(init, 'Request constructor', 'init');
    const original = stateOf(input);
    let signal;
    if (original === undefined) {
      this.#state = fresh(parseUrl(usvString(input)));
    } else {
      this.#state = { ...original, list: original.list.clone(), headers: undefined, body: null };
      ({ signal } = original);
    }
    const state = this.#state;
    applyOptions(state, options);
    if (options.signal !== undefined) ({ signal } = options);
    follow(state, signal);
    if (options.headers !== undefined) {
      state.list = new HeaderList();
      fill(headersOf(state.list, 'request'), options.headers);
    }
    applyBody(state, options, original);
    state.headers = headersOf(state.list, 'request');
  }

  static stateOf = (value) => (typeof value === 'object' && value !== null && #state in value ? value.#state : undefined);

  static #of(value) {
    const state = stateOf(value);
    if (state === undefined) throw illegal();
    return state;
  }

  get method() { return Request.#of(this).method; }
  get url() { return Request.#of(this).url.href; }
  get headers() { return Request.#of(this).headers; }
  get destination() {
    Request.#of(this);
    return '';
  }
  get referrer() { return Request.#of(this).referrer; }
  get referrerPolicy() { return Request.#of(this).referrerPolicy; }
  get mode() { return Request.#of(this).mode; }
  get credentials() { return Request.#of(this).credentials; }
  get cache() { return Request.#of(this).cache; }
  get redirect() { return Request.#of(this).redirect; }
  get integrity() { return Request.#of(this).integrity; }
  get keepalive() { return Request.#of(this).keepalive; }
  get isReloadNavigation() {
    Request.#of(this);
    return false;
  }
  get isHistoryNavigation() {
    Request.#of(this);
    return false;
  }
  get signal() { return Request.#of(this).signal; }
  get duplex() {
    Request.#of(this);
    return 'half';
  }

  clone() {
    const state = Request.#of(this);
    if (state.body !== null && state.body.isUnusable) throw new TypeError('unusable');
    const list = state.list.clone();
    const copy = { ...state, list, headers: headersOf(list, 'request'), body: state.body === null ? null : state.body.clone() };
    follow(copy, state.signal);
    return new Request(kCreate, copy);
  }

  [customInspectSymbol](depth, options) {
    const shown = {};
    for (const name of ['method', 'url', 'headers', 'destination', 'referrer', 'referrerPolicy', 'mode', 'credentials', 'cache', 'redirect',
      'integrity', 'keepalive', 'isReloadNavigation', 'isHistoryNavigation', 'signal']) shown[name] = this[name];
    return `Request ${require('internal/inspect').inspect(shown, { ...options, depth: options.depth ?? depth })}`;
  }
}
const { stateOf } = Request;
delete Request.stateOf;
mixin(Request, stateOf);
exposeMethods(Request.prototype, ['method', 'url', 'headers', 'redirect', 'clone', 'signal', 'duplex', 'destination', 'isHistoryNavigation',
  'isReloadNavigation', 'keepalive', 'integrity', 'cache', 'credentials', 'mode', 'referrerPolicy', 'referrer']);
toStringTag(Request.prototype, 'Request');
uncloneable(Request);

module.exports = { Request, stateOf };
