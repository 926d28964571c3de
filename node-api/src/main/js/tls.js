// node:tls.

const { codes: { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } } = require('internal/errors');
const { defineLazy, defineLazyProperties } = require('internal/util');
const { isAnyArrayBuffer } = require('util/types');

const tls = module.exports;

tls.CLIENT_RENEG_LIMIT = 3;
tls.CLIENT_RENEG_WINDOW = 600;
tls.DEFAULT_CIPHERS = require('internal/crypto/constants').defaultCipherList;
tls.DEFAULT_ECDH_CURVE = 'auto';
tls.DEFAULT_MIN_VERSION = require('internal/tls/context').defaultVersion('min');
tls.DEFAULT_MAX_VERSION = require('internal/tls/context').defaultVersion('max');

tls.getCiphers = function getCiphers() {
  return internalBinding('tls').cipherNames().map((name) => name.toLowerCase()).sort();
};

Object.defineProperty(tls, 'rootCertificates', {
  __proto__: null, configurable: false, enumerable: true, get() { return require('internal/tls/authorities').bundled(); },
});
defineLazyProperties(tls, 'internal/tls/authorities', ['getCACertificates', 'setDefaultCACertificates']);

/** Protocols as they go over the wire: a length before each. */
tls.convertALPNProtocols = function convertALPNProtocols(protocols, out) {
  const { Buffer } = require('buffer');
  if (Array.isArray(protocols)) {
    out.ALPNProtocols = Buffer.concat(protocols.map((protocol, i) => {
      const bytes = Buffer.from(protocol);
      if (bytes.length > 255) {
        throw new ERR_OUT_OF_RANGE(`The byte length of the protocol at index ${i} exceeds the maximum length.`, '<= 255', bytes.length, true);
      }
      return Buffer.concat([Buffer.of(bytes.length), bytes]);
    }));
  } else if (Buffer.isBuffer(protocols) || protocols instanceof Uint8Array) {
    out.ALPNProtocols = Buffer.from(protocols);
  } else if (ArrayBuffer.isView(protocols)) {
    out.ALPNProtocols = Buffer.from(protocols.buffer.slice(protocols.byteOffset, protocols.byteOffset + protocols.byteLength));
  } else if (isAnyArrayBuffer(protocols)) {
    throw new ERR_INVALID_ARG_TYPE('ALPNProtocols', ['Array', 'Buffer', 'TypedArray', 'DataView'], protocols);
  }
};

for (const [name, id] of [
  ['checkServerIdentity', 'internal/tls/identity'], ['createSecureContext', 'internal/tls/context'], ['SecureContext', 'internal/tls/context'],
  ['TLSSocket', 'internal/tls/socket'], ['Server', 'internal/tls/server'],
]) defineLazy(tls, name, () => require(id)[name]);

tls.createServer = function createServer(options, listener) {
  return new tls.Server(options, listener);
};
defineLazy(tls, 'connect', () => require('internal/tls/connect').connect);
