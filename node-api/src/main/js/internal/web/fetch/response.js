// Response (Fetch §5.5).

const { customInspectSymbol, exposeMethods, toStringTag } = require('internal/util');
const { extractBody, mixin } = require('internal/web/fetch/body');
const { HeaderList, fill, headersOf } = require('internal/web/fetch/headers');
const { byteString, dictionary, illegal, requireArguments, uncloneable, usvString } = require('internal/web/fetch/idl');

const kCreate = Symbol('create');
const withoutBody = new Set([101, 103, 204, 205, 304]);
const redirects = new Set([301, 302, 303, 307, 308]);

function fresh() {
  const list = new HeaderList();
  return { type: 'default', urls: [], status: 200, statusText: '', list, headers: headersOf(list, 'response'), body: null };
}

function apply(state, init, prefix, content) {
  const { headers, status, statusText } = dictionary(init, prefix, 'init');
  if (status !== undefined && status !== null) {
    const number = Number(status);
    if (!Number.isInteger(number) || number < 200 || number > 599) {
      throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
    }
    state.status = number;
  }
  if (statusText !== undefined && statusText !== null) {
    const text = byteString(statusText, prefix, 'statusText');
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) throw new TypeError('Invalid statusText');
    state.statusText = text;
  }
  if (headers !== undefined && headers !== null) fill(state.headers, headers);
  if (content === undefined) return;
  if (withoutBody.has(state.status)) throw new TypeError(`Response constructor: Invalid response status code ${state.status}`);
  state.body = content.body;
  if (content.type !== null && !state.list.has('content-type')) state.list.append('content-type', content.type);
}

class Response {
  #state;

  constructor(body = null, init = undefined) {
    if (body === kCreate) {
      this.#state = init;
      return;
    }
    this.#state = fresh();
    const content = body === null || body === undefined ? undefined : extractBody(body);
    apply(this.#state, init, 'Response constructor', content);
  }

  static stateOf = (value) => (typeof value === 'object' && value !== null && #state in value ? value.#state : undefined);

  static error() {
    const state = fresh();
    state.type = 'error';
    state.status = 0;
    state.headers = headersOf(state.list, 'immutable');
    return new Response(kCreate, state);
  }

  static json(data, init = undefined) {
    requireArguments(arguments.length, 1, 'Response.json');
    const text = JSON.stringify(data);
    if (text === undefined) throw new TypeError('Value is not JSON serializable');
    const state = fresh();
    apply(state, init, 'Response.json', { body: extractBody(text).body, type: 'application/json' });
    return new Response(kCreate, state);
  }

  static redirect(url, status = 302) {
    requireArguments(arguments.length, 1, 'Response.redirect');
    const { URL } = require('internal/web/url');
    let target;
    try {
      target = new URL(usvString(url));
    } catch (cause) {
      throw new TypeError(`Failed to parse URL from ${url}`, { cause });
    }
    if (!redirects.has(Number(status))) throw new RangeError(`Invalid status code ${status}`);
    const state = fresh();
    state.status = Number(status);
    state.list.append('location', target.href);
    state.headers = headersOf(state.list, 'immutable');
    return new Response(kCreate, state);
  }

  static #of(value) {
    const state = stateOf(value);
    if (state === undefined) throw illegal();
    return state;
  }

  get type() { return Response.#of(this).type; }

  get url() {
    const url = Response.#of(this).urls.at(-1);
    if (url === undefined) return '';
    const hash = url.href.indexOf('#');
    return hash === -1 ? url.href : url.href.slice(0, hash);
  }

  get redirected() { return Response.#of(this).urls.length > 1; }
  get status() { return Response.#of(this).status; }

  get ok() {
    const { status } = Response.#of(this);
    return status >= 200 && status <= 299;
  }

  get statusText() { return Response.#of(this).statusText; }
  get headers() { return Response.#of(this).headers; }

  clone() {
    const state = Response.#of(this);
    if (state.body !== null && state.body.isUnusable) throw new TypeError('Response.clone: Body has already been consumed.');
    const list = state.list.clone();
    const guard = state.urls.length > 0 || state.type === 'error' ? 'immutable' : 'response';
    return new Response(kCreate, { ...state, list, headers: headersOf(list, guard), body: state.body === null ? null : state.body.clone() });
  }

  [customInspectSymbol](depth, options) {
    const shown = {};
    for (const name of ['status', 'statusText', 'headers', 'body', 'bodyUsed', 'ok', 'redirected', 'type', 'url']) shown[name] = this[name];
    return `Response ${require('internal/inspect').inspect(shown, { ...options, depth: options.depth ?? depth })}`;
  }
}
const { stateOf } = Response;
delete Response.stateOf;
mixin(Response, stateOf);
exposeMethods(Response.prototype, ['type', 'url', 'status', 'ok', 'redirected', 'statusText', 'headers', 'clone']);
exposeMethods(Response, ['json', 'redirect', 'error']);
for (const name of ['json', 'redirect', 'error']) Object.defineProperty(Response, name, { __proto__: null, enumerable: true });
toStringTag(Response.prototype, 'Response');
uncloneable(Response);

/** A response from elsewhere. @param state { type, urls, status, statusText, list, body } */
function received(state) {
  return new Response(kCreate, { ...state, headers: headersOf(state.list, 'immutable') });
}

module.exports = { Response, received, redirects, stateOf, withoutBody };
