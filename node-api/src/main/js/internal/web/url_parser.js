// The basic URL parser (URL standard §4.4), a state machine over code points. A record is
// { scheme, username, password, host, port, path, query, fragment }; `path` is a string when it is opaque, else an array;
// `host` is null or its serialization; `port`, `query`, `fragment` may be null.

const { percentEncode, sets } = require('internal/web/url_encode');
const { parseHost } = require('internal/web/url_host');

const specialPorts = { '__proto__': null, 'ftp': 21, 'file': null, 'http': 80, 'https': 443, 'ws': 80, 'wss': 443 };
const isSpecial = (url) => url.scheme in specialPorts;
const isAlpha = (c) => c !== undefined && /^[A-Za-z]$/.test(c);
const isDriveLetter = (text) => /^[A-Za-z][:|]$/.test(text);
const isNormalizedDrive = (text) => /^[A-Za-z]:$/.test(text);
const startsWithDrive = (text) => /^[A-Za-z][:|](?:$|[/\\?#])/.test(text);
const isSingleDot = (text) => text === '.' || /^%2e$/i.test(text);
const isDoubleDot = (text) => /^(?:\.|%2e)(?:\.|%2e)$/i.test(text);

const emptyRecord = () => ({
  scheme: '', username: '', password: '', host: null, port: null, path: [], query: null, fragment: null,
});

function shorten(url) {
  if (url.scheme === 'file' && url.path.length === 1 && isNormalizedDrive(url.path[0])) return;
  url.path.pop();
}

const includesCredentials = (url) => url.username !== '' || url.password !== '';

/**
 * Parses `input` against `base` (a record or null); with `override` (a state's name) changes `url` as a setter does.
 * Gives the record, `null` for failure.
 */
function parse(input, base = null, url = null, override = null) {
  if (url === null) {
    url = emptyRecord();
    input = input.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
  }
  input = input.replace(/[\t\n\r]/g, '');
  return new Machine([...input], base, url, override).run();
}

const FAILURE = Symbol('failure');
const DONE = Symbol('done');

class Machine {
  // Fields, as a program may have put setters of these names on Object.prototype.
  chars;
  base;
  url;
  override;
  state;

  constructor(chars, base, url, override) {
    this.chars = chars;
    this.base = base;
    this.url = url;
    this.override = override;
    this.state = override ?? 'schemeStart';
    this.buffer = '';
    this.at = 0;
    this.atSignSeen = false;
    this.insideBrackets = false;
    this.passwordTokenSeen = false;
  }

  run() {
    for (; this.at <= this.chars.length; this.at++) {
      const result = this[this.state](this.chars[this.at]);
      if (result === FAILURE) return null;
      if (result === DONE) break;
    }
    return this.url;
  }

  remaining(from = this.at + 1) { return this.chars.slice(from).join(''); }
  special() { return isSpecial(this.url); }

  schemeStart(c) {
    if (isAlpha(c)) {
      this.buffer += c.toLowerCase();
      this.state = 'scheme';
    } else if (this.override === null) {
      this.state = 'noScheme';
      this.at--;
    } else {
      return FAILURE;
    }
  }

  scheme(c) {
    const { url } = this;
    if (c !== undefined && /^[A-Za-z0-9+\-.]$/.test(c)) {
      this.buffer += c.toLowerCase();
      return;
    }
    if (c !== ':') {
      if (this.override !== null) return FAILURE;
      this.buffer = '';
      this.state = 'noScheme';
      this.at = -1;
      return;
    }
    if (this.override !== null) {
      if (this.special() !== (this.buffer in specialPorts)) return DONE;
      if ((includesCredentials(url) || url.port !== null) && this.buffer === 'file') return DONE;
      if (url.scheme === 'file' && url.host === '') return DONE;
    }
    url.scheme = this.buffer;
    if (this.override !== null) {
      if (url.port === specialPorts[url.scheme]) url.port = null;
      return DONE;
    }
    this.buffer = '';
    if (url.scheme === 'file') this.state = 'file';
    else if (this.special() && this.base !== null && this.base.scheme === url.scheme) this.state = 'specialRelativeOrAuthority';
    else if (this.special()) this.state = 'specialAuthoritySlashes';
    else if (this.chars[this.at + 1] === '/') {
      this.state = 'pathOrAuthority';
      this.at++;
    } else {
      url.path = '';
      this.state = 'opaquePath';
    }
  }

  noScheme(c) {
    const { base, url } = this;
    if (base === null || (typeof base.path === 'string' && c !== '#')) return FAILURE;
    if (typeof base.path === 'string') {
      url.scheme = base.scheme;
      url.path = base.path;
      url.query = base.query;
      url.fragment = '';
      this.state = 'fragment';
    } else {
      this.state = base.scheme === 'file' ? 'file' : 'relative';
      this.at--;
    }
  }

  specialRelativeOrAuthority(c) {
    if (c === '/' && this.chars[this.at + 1] === '/') {
      this.state = 'specialAuthorityIgnoreSlashes';
      this.at++;
    } else {
      this.state = 'relative';
      this.at--;
    }
  }

  pathOrAuthority(c) {
    if (c === '/') {
      this.state = 'authority';
    } else {
      this.state = 'path';
      this.at--;
    }
  }

  relative(c) {
    const { base, url } = this;
    url.scheme = base.scheme;
    if (c === '/') {
      this.state = 'relativeSlash';
    } else if (this.special() && c === '\\') {
      this.state = 'relativeSlash';
    } else {
      Object.assign(url, {
        username: base.username, password: base.password, host: base.host, port: base.port, path: base.path.slice(), query: base.query,
      });
      if (c === '?') {
        url.query = '';
        this.state = 'query';
      } else if (c === '#') {
        url.fragment = '';
        this.state = 'fragment';
      } else if (c !== undefined) {
        url.query = null;
        shorten(url);
        this.state = 'path';
        this.at--;
      }
    }
  }

  relativeSlash(c) {
    const { base, url } = this;
    if (this.special() && (c === '/' || c === '\\')) {
      this.state = 'specialAuthorityIgnoreSlashes';
    } else if (c === '/') {
      this.state = 'authority';
    } else {
      Object.assign(url, { username: base.username, password: base.password, host: base.host, port: base.port });
      this.state = 'path';
      this.at--;
    }
  }

  specialAuthoritySlashes(c) {
    this.state = 'specialAuthorityIgnoreSlashes';
    if (c === '/' && this.chars[this.at + 1] === '/') this.at++;
    else this.at--;
  }

  specialAuthorityIgnoreSlashes(c) {
    if (c !== '/' && c !== '\\') {
      this.state = 'authority';
      this.at--;
    }
  }

  endsAuthority(c) {
    return c === undefined || c === '/' || c === '?' || c === '#' || (this.special() && c === '\\');
  }

  authority(c) {
    const { url } = this;
    if (c === '@') {
      if (this.atSignSeen) this.buffer = `%40${this.buffer}`;
      this.atSignSeen = true;
      for (const char of this.buffer) {
        if (char === ':' && !this.passwordTokenSeen) {
          this.passwordTokenSeen = true;
          continue;
        }
        const encoded = percentEncode(char, sets.userinfo);
        if (this.passwordTokenSeen) url.password += encoded;
        else url.username += encoded;
      }
      this.buffer = '';
    } else if (this.endsAuthority(c)) {
      if (this.atSignSeen && this.buffer === '') return FAILURE;
      this.at -= [...this.buffer].length + 1;
      this.buffer = '';
      this.state = 'host';
    } else {
      this.buffer += c;
    }
  }

  hostname(c) { return this.host(c); }

  host(c) {
    const { url } = this;
    if (this.override !== null && url.scheme === 'file') {
      this.at--;
      this.state = 'fileHost';
    } else if (c === ':' && !this.insideBrackets) {
      if (this.buffer === '') return FAILURE;
      if (this.override === 'hostname') return FAILURE;
      const host = parseHost(this.buffer, !this.special());
      if (host === undefined) return FAILURE;
      url.host = host;
      this.buffer = '';
      this.state = 'port';
    } else if (this.endsAuthority(c)) {
      this.at--;
      if (this.special() && this.buffer === '') return FAILURE;
      if (this.override !== null && this.buffer === '' && (includesCredentials(url) || url.port !== null)) return FAILURE;
      const host = this.buffer === '' ? '' : parseHost(this.buffer, !this.special());
      if (host === undefined) return FAILURE;
      url.host = host;
      this.buffer = '';
      this.state = 'pathStart';
      if (this.override !== null) return DONE;
    } else {
      if (c === '[') this.insideBrackets = true;
      else if (c === ']') this.insideBrackets = false;
      this.buffer += c;
    }
  }

  port(c) {
    const { url } = this;
    if (c !== undefined && c >= '0' && c <= '9') {
      this.buffer += c;
    } else if (this.endsAuthority(c) || this.override !== null) {
      if (this.buffer !== '') {
        const port = Number(this.buffer);
        if (port > 65535) return FAILURE;
        url.port = port === specialPorts[url.scheme] ? null : port;
        this.buffer = '';
        if (this.override !== null) return DONE;
      }
      if (this.override !== null) return FAILURE;
      this.state = 'pathStart';
      this.at--;
    } else {
      return FAILURE;
    }
  }

  file(c) {
    const { base, url } = this;
    url.scheme = 'file';
    url.host = '';
    if (c === '/' || c === '\\') {
      this.state = 'fileSlash';
    } else if (base !== null && base.scheme === 'file') {
      Object.assign(url, { host: base.host, path: base.path.slice(), query: base.query });
      if (c === '?') {
        url.query = '';
        this.state = 'query';
      } else if (c === '#') {
        url.fragment = '';
        this.state = 'fragment';
      } else if (c !== undefined) {
        url.query = null;
        if (startsWithDrive(this.remaining(this.at))) url.path = [];
        else shorten(url);
        this.state = 'path';
        this.at--;
      }
    } else {
      this.state = 'path';
      this.at--;
    }
  }

  fileSlash(c) {
    const { base, url } = this;
    if (c === '/' || c === '\\') {
      this.state = 'fileHost';
      return;
    }
    if (base !== null && base.scheme === 'file') {
      url.host = base.host;
      if (!startsWithDrive(this.remaining(this.at)) && base.path.length > 0 && isNormalizedDrive(base.path[0])) {
        url.path.push(base.path[0]);
      }
    }
    this.state = 'path';
    this.at--;
  }

  fileHost(c) {
    const { url } = this;
    if (c !== undefined && c !== '/' && c !== '\\' && c !== '?' && c !== '#') {
      this.buffer += c;
      return;
    }
    this.at--;
    if (this.override === null && isDriveLetter(this.buffer)) {
      this.state = 'path';
    } else if (this.buffer === '') {
      url.host = '';
      if (this.override !== null) return DONE;
      this.state = 'pathStart';
    } else {
      const host = parseHost(this.buffer, !this.special());
      if (host === undefined) return FAILURE;
      url.host = host === 'localhost' ? '' : host;
      if (this.override !== null) return DONE;
      this.buffer = '';
      this.state = 'pathStart';
    }
  }

  pathStart(c) {
    const { url } = this;
    if (this.special()) {
      this.state = 'path';
      if (c !== '/' && c !== '\\') this.at--;
    } else if (this.override === null && c === '?') {
      url.query = '';
      this.state = 'query';
    } else if (this.override === null && c === '#') {
      url.fragment = '';
      this.state = 'fragment';
    } else if (c !== undefined) {
      this.state = 'path';
      if (c !== '/') this.at--;
    } else if (this.override !== null && url.host === null) {
      url.path.push('');
    }
  }

  path(c) {
    const { url } = this;
    const slash = c === '/' || (this.special() && c === '\\');
    if (c !== undefined && !slash && (this.override !== null || (c !== '?' && c !== '#'))) {
      this.buffer += percentEncode(c, sets.path);
      return;
    }
    if (isDoubleDot(this.buffer)) {
      shorten(url);
      if (!slash) url.path.push('');
    } else if (isSingleDot(this.buffer)) {
      if (!slash) url.path.push('');
    } else {
      if (url.scheme === 'file' && url.path.length === 0 && isDriveLetter(this.buffer)) this.buffer = `${this.buffer[0]}:`;
      url.path.push(this.buffer);
    }
    this.buffer = '';
    if (c === '?') {
      url.query = '';
      this.state = 'query';
    } else if (c === '#') {
      url.fragment = '';
      this.state = 'fragment';
    }
  }

  opaquePath(c) {
    const { url } = this;
    if (c === '?') {
      url.query = '';
      this.state = 'query';
    } else if (c === '#') {
      url.fragment = '';
      this.state = 'fragment';
    } else if (c !== undefined) {
      url.path += percentEncode(c, sets.c0);
    }
  }

  query(c) {
    const { url } = this;
    if (c === undefined || (this.override === null && c === '#')) {
      url.query += percentEncode(this.buffer, this.special() ? sets.specialQuery : sets.query);
      this.buffer = '';
      if (c === '#') {
        url.fragment = '';
        this.state = 'fragment';
      }
    } else {
      this.buffer += c;
    }
  }

  fragment(c) {
    if (c !== undefined) this.url.fragment += percentEncode(c, sets.fragment);
  }
}

function serializePath(url) {
  return typeof url.path === 'string' ? url.path : url.path.map((segment) => `/${segment}`).join('');
}

function serialize(url, excludeFragment = false) {
  let result = `${url.scheme}:`;
  if (url.host !== null) {
    result += '//';
    if (includesCredentials(url)) result += `${url.username}${url.password === '' ? '' : `:${url.password}`}@`;
    result += url.host;
    if (url.port !== null) result += `:${url.port}`;
  } else if (typeof url.path !== 'string' && url.path.length > 1 && url.path[0] === '') {
    result += '/.';
  }
  result += serializePath(url);
  if (url.query !== null) result += `?${url.query}`;
  if (!excludeFragment && url.fragment !== null) result += `#${url.fragment}`;
  return result;
}

module.exports = { includesCredentials, isSpecial, parse, serialize, serializePath, specialPorts };
