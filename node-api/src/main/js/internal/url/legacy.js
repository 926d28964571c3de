// The legacy url.parse, url.format and url.resolve (RFC 3986 with browsers' habits).

const {
  codes: { ERR_INVALID_URL },
} = require('internal/errors');
const { validateString } = require('internal/validators');
const { resolveOnto } = require('internal/url/resolve');

const protocolPattern = /^[a-z0-9.+-]+:/i;
const portPattern = /:[0-9]*$/;
const hostPattern = /^\/\/[^@/]+@[^@/]+/;
const simplePath = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/;
const unsafeProtocols = new Set(['javascript', 'javascript:']);
const hostlessProtocols = unsafeProtocols;
const slashedProtocols = new Set(['http', 'http:', 'https', 'https:', 'ftp', 'ftp:', 'gopher', 'gopher:', 'file', 'file:',
  'ws', 'ws:', 'wss', 'wss:']);
const forbiddenHost = /[\0\t\n\r #%/:<>?@[\\\]^|]/;
const forbiddenIPv6 = /[\0\t\n\r #%/<>?@\\^|]/;
let warnedOfPort = false;
function warnOfPort(url) {
  if (warnedOfPort) return;
  warnedOfPort = true;
  process.emitWarning(`The URL ${url} is invalid. Future versions of Node.js will throw an error.`, 'DeprecationWarning', 'DEP0170');
}

const escapes = {
  '__proto__': null, '\t': '%09', '\n': '%0A', '\r': '%0D', ' ': '%20', '"': '%22', "'": '%27', '<': '%3C', '>': '%3E',
  '\\': '%5C', '^': '%5E', '`': '%60', '{': '%7B', '|': '%7C', '}': '%7D',
};
// What is taken off both ends: spaces and all control characters.
const whitespace = /^[\0-\x20\u00a0\ufeff]$/;

function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

function urlParse(url, parseQueryString, slashesDenoteHost) {
  if (url instanceof Url) return url;
  const result = new Url();
  result.parse(url, parseQueryString, slashesDenoteHost);
  return result;
}

/** Trims, and turns backslashes into slashes up to the query. */
function tidy(url) {
  let start = 0;
  let end = url.length;
  while (start < end && whitespace.test(url[start])) start++;
  while (end > start && whitespace.test(url[end - 1])) end--;
  const text = url.slice(start, end);
  const query = text.search(/[?#]/);
  if (query === -1) return text.replaceAll('\\', '/');
  return text.slice(0, query).replaceAll('\\', '/') + text.slice(query);
}

function parseQuery(url, text) {
  return url ? require('querystring').parse(text) : text;
}

Url.prototype.parse = function(url, parseQueryString, slashesDenoteHost) {
  validateString(url, 'url');
  let rest = tidy(url);
  const hasHash = url.includes('#');
  const hasAt = url.includes('@');
  if (!slashesDenoteHost && !hasHash && !hasAt) {
    const simple = simplePath.exec(rest);
    if (simple) {
      this.path = rest;
      this.href = rest;
      this.pathname = simple[1];
      if (simple[2]) {
        this.search = simple[2];
        this.query = parseQuery(parseQueryString, this.search.slice(1));
      } else if (parseQueryString) {
        this.search = null;
        this.query = { __proto__: null };
      }
      return this;
    }
  }
  let proto = protocolPattern.exec(rest)?.[0];
  let lowerProto;
  if (proto) {
    lowerProto = proto.toLowerCase();
    this.protocol = lowerProto;
    rest = rest.slice(proto.length);
  }
  let slashes;
  if (slashesDenoteHost || proto || hostPattern.test(rest)) {
    slashes = rest.startsWith('//');
    if (slashes && !(proto && hostlessProtocols.has(lowerProto))) {
      rest = rest.slice(2);
      this.slashes = true;
    }
  }
  if (!hostlessProtocols.has(lowerProto) && (slashes || (proto && !slashedProtocols.has(proto)))) {
    rest = this.takeHost(rest, url);
  }
  if (!unsafeProtocols.has(lowerProto)) rest = rest.replace(/[\t\n\r "'<>\\^`{|}]/g, (char) => escapes[char]);
  const hash = rest.indexOf('#');
  if (hash !== -1) this.hash = rest.slice(hash);
  const beforeHash = hash === -1 ? rest : rest.slice(0, hash);
  const question = beforeHash.indexOf('?');
  if (question !== -1) {
    this.search = beforeHash.slice(question);
    this.query = parseQuery(parseQueryString, beforeHash.slice(question + 1));
  } else if (parseQueryString) {
    this.search = null;
    this.query = { __proto__: null };
  }
  const pathname = question === -1 ? beforeHash : beforeHash.slice(0, question);
  if (pathname !== '') this.pathname = pathname;
  if (slashedProtocols.has(lowerProto) && this.hostname && !this.pathname) this.pathname = '/';
  if (this.pathname || this.search) this.path = `${this.pathname || ''}${this.search || ''}`;
  this.href = this.format();
  return this;
};

/** Takes credentials, host and port from the front; gives the rest. */
Url.prototype.takeHost = function(rest, url) {
  // The last @ before the first of / ? # ends the credentials.
  let hostEnd = rest.search(/[/?#]/);
  if (hostEnd === -1) hostEnd = rest.length;
  // Browsers take tabs and line ends out, so does this.
  const authority = rest.slice(0, hostEnd).replace(/[\t\n\r]/g, '');
  rest = authority + rest.slice(hostEnd);
  hostEnd = authority.length;
  const at = rest.lastIndexOf('@', hostEnd - 1);
  let start = 0;
  if (at !== -1 && at < hostEnd) {
    this.auth = decodeURIComponent(rest.slice(0, at));
    start = at + 1;
  }
  // Other characters no host holds end it too.
  let nonHost = rest.slice(start).search(/[\t\n\r "#%'/;<>?\\^`{|}]/);
  nonHost = nonHost === -1 ? rest.length : nonHost + start;
  this.host = rest.slice(start, nonHost);
  rest = rest.slice(nonHost);
  const port = portPattern.exec(this.host);
  if (port) {
    if (port[0] !== ':') this.port = port[0].slice(1);
    this.host = this.host.slice(0, this.host.length - port[0].length);
  }
  this.hostname = this.host || '';
  const isIPv6 = this.hostname[0] === '[' && this.hostname.at(-1) === ']';
  if (!isIPv6) rest = this.checkHostname(rest, url);
  this.hostname = this.hostname.length > 255 ? '' : this.hostname.toLowerCase();
  if (this.hostname !== '') {
    if (isIPv6) {
      if (forbiddenIPv6.test(this.hostname)) throw new ERR_INVALID_URL(url);
    } else {
      const ascii = internalBinding('url').domainToASCII(this.hostname, true);
      // The lenient conversion of old: names with characters STD3 forbids pass through.
      if (ascii === '' || forbiddenHost.test(ascii)) throw new ERR_INVALID_URL(url);
      this.hostname = ascii;
    }
  }
  this.host = `${this.hostname}${this.port ? `:${this.port}` : ''}`;
  if (isIPv6) {
    this.hostname = this.hostname.slice(1, -1);
    if (rest[0] !== '/') rest = `/${rest}`;
  }
  return rest;
};

/** A character no label may have ends the host there; the rest belongs to the path. */
Url.prototype.checkHostname = function(rest, url) {
  const { hostname } = this;
  for (let i = 0; i < hostname.length; i++) {
    const c = hostname[i];
    if (c === ':') warnOfPort(url);
    if (c === ':' || c === '/' || c === '\\' || c === '#' || c === '?') {
      this.hostname = hostname.slice(0, i);
      return `/${hostname.slice(i)}${rest}`;
    }
  }
  return rest;
};
for (const name of ['takeHost', 'checkHostname']) Object.defineProperty(Url.prototype, name, { enumerable: false });


Url.prototype.format = function() {
  let auth = this.auth || '';
  if (auth) {
    auth = `${encodeURIComponent(auth).replace(/%3A/i, ':').replaceAll(/%(?:21|27|28|29|2A)/gi, (code) =>
      decodeURIComponent(code))}@`;
  }
  let protocol = this.protocol || '';
  let pathname = this.pathname || '';
  let hash = this.hash || '';
  let host = '';
  let query = '';
  if (this.host) {
    host = auth + this.host;
  } else if (this.hostname) {
    host = auth + (this.hostname.includes(':') && !(this.hostname[0] === '[') ? `[${this.hostname}]` : this.hostname);
    if (this.port) host += `:${this.port}`;
  }
  if (this.query !== null && typeof this.query === 'object') query = require('querystring').stringify(this.query);
  let search = this.search || (query && `?${query}`) || '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  pathname = pathname.replace(/[#?]/g, (char) => (char === '#' ? '%23' : '%3F'));
  if (this.slashes || ((!protocol || slashedProtocols.has(protocol)) && host)) {
    if (this.slashes || host) {
      if (pathname && pathname[0] !== '/') pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol.length >= 4 && protocol.startsWith('file')) {
      host = '//';
    }
  } else if (slashedProtocols.has(protocol) && protocol.startsWith('file')) {
    host = '//';
    if (pathname && pathname[0] !== '/') pathname = `/${pathname}`;
  }
  search = search.replaceAll('#', '%23');
  if (hash && hash[0] !== '#') hash = `#${hash}`;
  if (search && search[0] !== '?') search = `?${search}`;
  return `${protocol}${host}${pathname}${search}${hash}`;
};

function urlResolve(source, relative) {
  return urlParse(source, false, true).resolve(relative);
}

Url.prototype.resolve = function(relative) {
  return this.resolveObject(urlParse(relative, false, true)).format();
};

function urlResolveObject(source, relative) {
  if (!source) return relative;
  return urlParse(source, false, true).resolveObject(relative);
}

Url.prototype.resolveObject = function(relative) {
  if (typeof relative === 'string') {
    const parsed = new Url();
    parsed.parse(relative, false, true);
    relative = parsed;
  }
  return resolveOnto(this, relative, new Url(), slashedProtocols, hostlessProtocols);
};

Url.prototype.parseHost = function() {
  let { host } = this;
  const port = portPattern.exec(host);
  if (port) {
    if (port[0] !== ':') this.port = port[0].slice(1);
    host = host.slice(0, host.length - port[0].length);
  }
  if (host) this.hostname = host;
};

module.exports = { Url, parse: urlParse, resolve: urlResolve, resolveObject: urlResolveObject };
