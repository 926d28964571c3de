// fetch (Fetch §5.6) with the part of §4 that matters outside of browsers: schemes, redirects, aborting.

const { Body, extractBody } = require('internal/web/fetch/body');
const { HeaderList } = require('internal/web/fetch/headers');
const { Request, stateOf } = require('internal/web/fetch/request');
const { received, redirects } = require('internal/web/fetch/response');

const maxRedirects = 20;

/** Ports of other protocols, which nobody is to be tricked into talking to (Fetch §2.9). */
const badPorts = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135,
  137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720,
  1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

function failed(cause) {
  return new TypeError('fetch failed', { cause });
}

/** A response that comes from no network. */
function local(url, source, type, request) {
  const list = new HeaderList();
  const body = extractBody(source).body;
  list.append('content-type', type);
  if (url.protocol === 'blob:') list.set('content-length', `${body.length}`);
  return received({
    type: 'basic', urls: [url], status: 200, statusText: 'OK', list, body: request.method === 'HEAD' ? null : body,
  });
}

function fetchData(request) {
  const decoded = require('internal/web/fetch/data_url').decodeDataUrl(request.url);
  if (decoded === undefined) throw failed(new Error('invalid data: URL'));
  return local(request.url, decoded.bytes, decoded.type, request);
}

function fetchBlob(request) {
  const { url, method } = request;
  const blob = require('internal/web/blob_urls').resolveObjectURL(url.href);
  if (method !== 'GET' || blob === undefined) throw failed(new Error('invalid method'));
  return local(url, blob, blob.type, request);
}

/** Sends once, and once more if a connection that was kept open turned out to be closed. */
async function attempt(exchange) {
  const { exchange: send, kReused } = require('internal/web/fetch/network');
  try {
    return await send(exchange);
  } catch (error) {
    const mayRepeat = error?.[kReused] && (exchange.body === null || exchange.body.source !== undefined);
    if (!mayRepeat || exchange.signal.aborted) throw error;
    return send(exchange);
  }
}

/** The next request after a redirect (§4.4, HTTP-redirect fetch). */
function redirected(exchange, status, location) {
  const { URL } = require('internal/web/url');
  let url;
  try {
    url = new URL(location, exchange.url);
  } catch (cause) {
    throw failed(cause);
  }
  if (url.hash === '') url.hash = exchange.url.hash;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw failed(new Error('URL scheme must be a HTTP(S) scheme'));
  let { method, body } = exchange;
  const headers = exchange.list.clone();
  if (status !== 303 && body !== null && body.source === undefined) throw failed(new Error());
  if ((status === 303 && method !== 'GET' && method !== 'HEAD') || ((status === 301 || status === 302) && method === 'POST')) {
    method = 'GET';
    body = null;
    for (const name of ['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length']) headers.delete(name);
  }
  if (url.origin !== exchange.url.origin) {
    for (const name of ['authorization', 'proxy-authorization', 'cookie', 'host']) headers.delete(name);
  }
  return { ...exchange, url, method, body, list: headers };
}

async function fetchHttp(request) {
  const urls = [request.url];
  let exchange = {
    url: request.url, method: request.method, list: request.list, body: request.body, signal: request.signal,
  };
  for (;;) {
    if (badPorts.has(Number(exchange.url.port))) throw failed(new Error('bad port'));
    let answer;
    try {
      answer = await attempt(exchange);
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      throw failed(error);
    }
    const location = redirects.has(answer.status) && request.redirect !== 'manual' ? answer.list.get('location') : null;
    if (redirects.has(answer.status) && request.redirect === 'error') {
      answer.discard();
      throw failed(new Error('unexpected redirect'));
    }
    if (location === null) {
      checkIntegrity(request);
      const { status, statusText, list, stream } = answer;
      return received({ type: 'basic', urls, status, statusText, list, body: stream === null ? null : new Body(undefined, stream) });
    }
    if (urls.length > maxRedirects) throw failed(new Error('redirect count exceeded'));
    answer.discard();
    exchange = redirected(exchange, answer.status, location);
    urls.push(exchange.url);
  }
}

function checkIntegrity({ integrity }) {
  if (integrity === '') return;
  const { codes: { ERR_METHOD_NOT_IMPLEMENTED } } = require('internal/errors');
  throw failed(new ERR_METHOD_NOT_IMPLEMENTED('integrity check of fetch()'));
}

async function dispatch(request) {
  switch (request.url.protocol) {
    case 'http:':
    case 'https:': return fetchHttp(request);
    case 'data:': return fetchData(request);
    case 'blob:': return fetchBlob(request);
    case 'about:': throw failed(new Error('about scheme is not supported'));
    case 'file:': throw failed(new Error('not implemented... yet...'));
    default: throw failed(new Error('unknown scheme'));
  }
}

async function start(input, init) {
  const request = stateOf(new Request(input, init));
  const { signal } = request;
  if (signal.aborted) {
    if (request.body !== null && request.body.source === undefined) request.body.stream.cancel(signal.reason).catch(() => {});
    throw signal.reason;
  }
  return dispatch(request);
}

module.exports = { fetch: start };
