// node:https: node:http over node:tls.

const { defineLazy } = require('internal/util');

const https = module.exports;

defineLazy(https, 'Agent', () => require('internal/https/agent').Agent);
Object.defineProperty(https, 'globalAgent', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return require('internal/https/agent').globalAgent; },
  set(value) { require('internal/https/agent').globalAgent = value; },
});
defineLazy(https, 'Server', () => require('internal/https/server').Server);

https.createServer = function createServer(options, requestListener) {
  return new https.Server(options, requestListener);
};

/** The options of a request with this module's agent as the default. */
https.request = function request(...args) {
  const { ClientRequest } = require('internal/http/client');
  let options = {};
  if (typeof args[0] === 'string') {
    const { URL } = require('internal/web/url');
    options = require('internal/url/files').urlToHttpOptions(new URL(args.shift()));
  } else if (require('internal/web/url').isURL(args[0])) {
    options = require('internal/url/files').urlToHttpOptions(args.shift());
  }
  if (args[0] && typeof args[0] !== 'function') Object.assign(options, args.shift());
  options._defaultAgent = https.globalAgent;
  return new ClientRequest(options, ...args);
};

https.get = function get(input, options, callback) {
  const request = https.request(input, options, callback);
  request.end();
  return request;
};
