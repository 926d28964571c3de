// node:crypto: hashes, HMAC, random bytes and key derivation. What needs ciphers, key pairs or certificates is not there yet: it throws.

const {
  codes: { ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH, ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED },
} = require('internal/errors');
const { defineLazy, defineLazyProperties, deprecate } = require('internal/util');
const { isAnyArrayBuffer } = require('util/types');

const crypto = module.exports;

const unavailable = (name) => Object.defineProperty(
  function() { throw new ERR_METHOD_NOT_IMPLEMENTED(`crypto.${name}`); }, 'name', { __proto__: null, value: name, configurable: true });

function checkBytes(value, name) {
  if (!isAnyArrayBuffer(value) && !ArrayBuffer.isView(value)) {
    throw new ERR_INVALID_ARG_TYPE(name, ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], value);
  }
}

function timingSafeEqual(buf1, buf2) {
  checkBytes(buf1, 'buf1');
  checkBytes(buf2, 'buf2');
  if (buf1.byteLength !== buf2.byteLength) throw new ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH();
  return internalBinding('crypto').timingSafeEqual(buf1, buf2);
}

for (const name of ['checkPrime', 'checkPrimeSync', 'createCipheriv', 'createDecipheriv', 'createDiffieHellman',
  'createDiffieHellmanGroup', 'createECDH', 'createPrivateKey', 'createPublicKey', 'createSign', 'createVerify',
  'diffieHellman', 'generatePrime', 'generatePrimeSync', 'getCipherInfo', 'getDiffieHellman', 'generateKeyPair', 'generateKeyPairSync',
  'privateDecrypt', 'privateEncrypt', 'publicDecrypt', 'publicEncrypt', 'sign', 'setEngine', 'setFips', 'verify']) {
  crypto[name] = unavailable(name);
}
for (const name of ['Certificate', 'Cipheriv', 'Decipheriv', 'DiffieHellman', 'DiffieHellmanGroup', 'ECDH', 'Sign', 'Verify',
  'X509Certificate']) {
  crypto[name] = unavailable(name);
}
defineLazyProperties(crypto, 'internal/crypto/hash', ['Hash', 'Hmac', 'createHash', 'createHmac', 'getHashes', 'hash']);
defineLazyProperties(crypto, 'internal/crypto/kdf', ['hkdf', 'hkdfSync', 'pbkdf2', 'pbkdf2Sync', 'scrypt', 'scryptSync']);
defineLazyProperties(crypto, 'internal/crypto/keys', ['KeyObject', 'createSecretKey', 'generateKey', 'generateKeySync']);
defineLazyProperties(crypto, 'internal/crypto/random', ['randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID']);
crypto.getCiphers = function getCiphers() { return []; };
crypto.getCurves = function getCurves() { return []; };
crypto.getFips = function getFips() { return 0; };
crypto.secureHeapUsed = function secureHeapUsed() { return { total: 0, used: 0, utilization: 0, min: 0 }; };
crypto.timingSafeEqual = timingSafeEqual;
crypto.getRandomValues = function getRandomValues(array) { return crypto.webcrypto.getRandomValues(array); };

// Old names of randomBytes.
const pendingDeprecation = process.execArgv.includes('--pending-deprecation');
for (const name of ['pseudoRandomBytes', 'prng', 'rng']) {
  defineLazy(crypto, name, () => (pendingDeprecation
    ? deprecate(crypto.randomBytes, `crypto.${name} is deprecated.`, 'DEP0115')
    : crypto.randomBytes), false);
}

const constant = (name, load) => {
  let value;
  Object.defineProperty(crypto, name, { __proto__: null, configurable: false, enumerable: true, get() { return value ??= load(); } });
};
constant('constants', () => require('internal/crypto/constants'));
constant('webcrypto', () => require('internal/crypto/web').crypto);
constant('subtle', () => crypto.webcrypto.subtle);
