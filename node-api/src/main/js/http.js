// node:http.

const { METHODS, STATUS_CODES, maxHeaderSize, validateHeaderName, validateHeaderValue } = require('internal/http/common');
const { defineLazy } = require('internal/util');
const { validateInteger } = require('internal/validators');

function createServer(options, requestListener) {
  const { Server } = require('internal/http/server');
  return new Server(options, requestListener);
}

function request(url, options, callback) {
  const { ClientRequest } = require('internal/http/client');
  return new ClientRequest(url, options, callback);
}

function get(url, options, callback) {
  const req = request(url, options, callback);
  req.end();
  return req;
}

const http = module.exports = {
  METHODS: [...METHODS].sort(),
  STATUS_CODES,
  createServer,
  validateHeaderName,
  validateHeaderValue,
  get,
  request,
  setMaxIdleHTTPParsers(max) {
    validateInteger(max, 'max', 1);
    require('_http_common').parsers.max = max;
  },
};
const lazily = [
  ['_connectionListener', 'internal/http/server', 'connectionListener'], ['Agent', 'internal/http/agent'],
  ['ClientRequest', 'internal/http/client'], ['IncomingMessage', 'internal/http/incoming'],
  ['OutgoingMessage', 'internal/http/outgoing'], ['Server', 'internal/http/server'],
  ['ServerResponse', 'internal/http/response'],
];
for (const [name, id, key = name] of lazily) defineLazy(http, name, () => require(id)[key]);
Object.defineProperty(http, 'maxHeaderSize', {
  __proto__: null, configurable: true, enumerable: true, get: maxHeaderSize,
});
Object.defineProperty(http, 'globalAgent', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return require('internal/http/agent').globalAgent; },
  set(value) { require('internal/http/agent').globalAgent = value; },
});
