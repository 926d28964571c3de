// node:http2: what is data. Sessions are not there yet, and whatever would open one throws.

const { codes: { ERR_METHOD_NOT_IMPLEMENTED } } = require('internal/errors');
const { defineLazy } = require('internal/util');

const http2 = module.exports;

for (const name of ['connect', 'createServer', 'createSecureServer', 'performServerHandshake', 'Http2ServerRequest', 'Http2ServerResponse']) {
  http2[name] = Object.defineProperty(function() { throw new ERR_METHOD_NOT_IMPLEMENTED(`http2.${name}`); }, 'name',
    { __proto__: null, value: name, configurable: true });
}
defineLazy(http2, 'constants', () => require('internal/http2/constants').constants);
for (const name of ['getDefaultSettings', 'getPackedSettings', 'getUnpackedSettings']) {
  defineLazy(http2, name, () => require('internal/http2/settings')[name]);
}
http2.sensitiveHeaders = Symbol('sensitiveHeaders');
