// Between paths and file: URLs.

const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_FILE_URL_HOST, ERR_INVALID_FILE_URL_PATH, ERR_INVALID_URL_SCHEME,
  },
} = require('internal/errors');
const { isWindows } = require('internal/util');
const { validateObject, validateString } = require('internal/validators');
const { URL, isURL } = require('internal/web/url');
const path = require('path');

function pathFromWin32(url) {
  const { hostname, pathname } = url;
  const bad = /%2f|%5c/i.exec(pathname);
  if (bad) throw new ERR_INVALID_FILE_URL_PATH('must not include encoded \\ or / characters', url);
  const decoded = decodeURIComponent(pathname.replaceAll('/', '\\'));
  if (hostname !== '') return `\\\\${internalBinding('url').domainToUnicode(hostname)}${decoded}`;
  if (!/^\\[A-Za-z]:/.test(decoded)) throw new ERR_INVALID_FILE_URL_PATH('must be absolute', url);
  return decoded.slice(1);
}

function pathFromPosix(url) {
  if (url.hostname !== '') throw new ERR_INVALID_FILE_URL_HOST(process.platform);
  if (/%2f/i.test(url.pathname)) throw new ERR_INVALID_FILE_URL_PATH('must not include encoded / characters', url);
  return decodeURIComponent(url.pathname);
}

function asFileURL(value) {
  if (typeof value === 'string') value = new URL(value);
  else if (!isURL(value)) throw new ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], value);
  if (value.protocol !== 'file:') throw new ERR_INVALID_URL_SCHEME('file');
  return value;
}

function fileURLToPath(value, options = undefined) {
  const windows = options?.windows ?? isWindows;
  const url = asFileURL(value);
  return windows ? pathFromWin32(url) : pathFromPosix(url);
}

/** As `fileURLToPath`, for paths that are no UTF-8. */
function fileURLToPathBuffer(value, options = undefined) {
  const windows = options?.windows ?? isWindows;
  const url = asFileURL(value);
  const { Buffer } = require('buffer');
  if (windows) return Buffer.from(pathFromWin32(url));
  if (url.hostname !== '') throw new ERR_INVALID_FILE_URL_HOST(process.platform);
  return require('querystring').unescapeBuffer(url.pathname);
}

const encodings = [['%', '%25'], ['\\', '%5C'], ['\0', '%00'], ['\n', '%0A'], ['\r', '%0D'], ['\t', '%09'], [' ', '%20'], ['"', '%22'],
  ['#', '%23'], ['?', '%3F'], ['[', '%5B'], [']', '%5D'], ['^', '%5E'], ['|', '%7C'], ['~', '%7E']];

function pathToFileURL(filepath, options = undefined) {
  validateString(filepath, 'path');
  const windows = options?.windows ?? isWindows;
  if (windows && /^\\\\\?\\[A-Za-z]:/.test(filepath)) filepath = filepath.slice(4);
  if (windows && filepath.startsWith('\\\\')) {
    const isExtended = filepath.startsWith('\\\\?\\UNC\\');
    const prefix = isExtended ? 8 : 2;
    const end = filepath.indexOf('\\', prefix);
    if (end === -1) throw new ERR_INVALID_ARG_VALUE('path', filepath, 'Missing UNC resource path');
    if (end === 2) throw new ERR_INVALID_ARG_VALUE('path', filepath, 'Empty UNC servername');
    const url = new URL(`file://${filepath.slice(prefix, end)}`);
    url.pathname = encodePath(filepath.slice(end), true);
    return url;
  }
  let resolved = windows ? path.win32.resolve(filepath) : path.posix.resolve(filepath);
  const last = filepath.at(-1);
  if ((last === '/' || (windows && last === '\\')) && resolved.at(-1) !== (windows ? '\\' : '/')) resolved += '/';
  const url = new URL('file://');
  url.pathname = encodePath(resolved, windows);
  return url;
}

function encodePath(text, windows) {
  for (const [char, code] of encodings) {
    if (char === '\\' && windows) continue;
    if (text.includes(char)) text = text.replaceAll(char, code);
  }
  return text;
}

/** Options of http.request from a URL. */
function urlToHttpOptions(url) {
  validateObject(url, 'url', 2 | 4);
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: hostname && hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: url.href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

/** The path a `fs` function was given: URLs become paths, all else stays. */
function toPathIfFileURL(value) {
  return isURL(value) ? fileURLToPath(value) : value;
}

module.exports = { fileURLToPath, fileURLToPathBuffer, pathToFileURL, toPathIfFileURL, urlToHttpOptions };
