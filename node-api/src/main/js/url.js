// node:url: the WHATWG classes, file URLs and the legacy parser.

const { URL, isURL } = require('internal/web/url');
const { URLSearchParams } = require('internal/web/url_search_params');
const legacy = require('internal/url/legacy');
const files = require('internal/url/files');
const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { validateObject } = require('internal/validators');

const binding = internalBinding('url');

/** The host as registries know it, or as people read it; '' if it is no valid domain. */
function domainToASCII(domain) {
  if (arguments.length < 1) throw new (require('internal/errors').codes.ERR_MISSING_ARGS)('domain');
  return parseDomain(`${domain}`);
}

function parseDomain(domain) {
  return URL.parse(`ws://${domain}`)?.hostname ?? '';
}

function domainToUnicode(domain) {
  if (arguments.length < 1) throw new (require('internal/errors').codes.ERR_MISSING_ARGS)('domain');
  const host = parseDomain(`${domain}`);
  return host === '' ? '' : binding.domainToUnicode(host);
}

function format(urlObject, options) {
  if (typeof urlObject === 'string') return legacy.parse(urlObject).format();
  if (typeof urlObject !== 'object' || urlObject === null) {
    throw new ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], urlObject);
  }
  if (urlObject instanceof URL || isURL(urlObject)) return formatURL(urlObject, options);
  return Reflect.apply(legacy.Url.prototype.format, urlObject, []);
}

function formatURL(url, options) {
  let fragment = true;
  let unicode = false;
  let search = true;
  let auth = true;
  if (options) {
    validateObject(options, 'options');
    fragment = options.fragment != null ? Boolean(options.fragment) : true;
    unicode = options.unicode != null ? Boolean(options.unicode) : false;
    search = options.search != null ? Boolean(options.search) : true;
    auth = options.auth != null ? Boolean(options.auth) : true;
  }
  const copy = new URL(url.href);
  if (!fragment) copy.hash = '';
  if (!search) copy.search = '';
  if (!auth) {
    copy.username = '';
    copy.password = '';
  }
  const { href } = copy;
  if (!unicode || copy.hostname === '') return href;
  return href.replace(copy.hostname, binding.domainToUnicode(copy.hostname));
}

function urlToHttpOptions(url) {
  return files.urlToHttpOptions(url);
}

module.exports = {
  Url: legacy.Url,
  parse: legacy.parse,
  resolve: legacy.resolve,
  resolveObject: legacy.resolveObject,
  format,
  URL,
  URLSearchParams,
  domainToASCII,
  domainToUnicode,
  pathToFileURL: files.pathToFileURL,
  fileURLToPath: files.fileURLToPath,
  fileURLToPathBuffer: files.fileURLToPathBuffer,
  urlToHttpOptions,
};
