// Hash functions and HMAC.

const {
  codes: {
    ERR_CRYPTO_HASH_FINALIZED, ERR_CRYPTO_INVALID_DIGEST, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE,
  },
  genericNodeError,
} = require('internal/errors');
const { deprecate, normalizeEncoding } = require('internal/util');
const { validateEncoding, validateString, validateUint32 } = require('internal/validators');
const { Buffer } = require('buffer');
const LazyTransform = require('internal/crypto/lazy_transform');

const binding = internalBinding('crypto');
const kHandle = Symbol('kHandle');
const kState = Symbol('kState');
const kFinalized = Symbol('kFinalized');
const kAlgorithm = Symbol('kAlgorithm');

// OpenSSL's names of the functions there are.
const hashes = [
  'RSA-MD5', 'RSA-RIPEMD160', 'RSA-SHA1', 'RSA-SHA1-2', 'RSA-SHA224', 'RSA-SHA256', 'RSA-SHA3-224', 'RSA-SHA3-256',
  'RSA-SHA3-384', 'RSA-SHA3-512', 'RSA-SHA384', 'RSA-SHA512', 'RSA-SHA512/224', 'RSA-SHA512/256',
  'id-rsassa-pkcs1-v1_5-with-sha3-224', 'id-rsassa-pkcs1-v1_5-with-sha3-256', 'id-rsassa-pkcs1-v1_5-with-sha3-384',
  'id-rsassa-pkcs1-v1_5-with-sha3-512', 'md5', 'md5-sha1', 'md5WithRSAEncryption', 'ripemd', 'ripemd160', 'ripemd160WithRSA',
  'rmd160', 'sha1', 'sha1WithRSAEncryption', 'sha224', 'sha224WithRSAEncryption', 'sha256', 'sha256WithRSAEncryption', 'sha3-224',
  'sha3-256', 'sha3-384', 'sha3-512', 'sha384', 'sha384WithRSAEncryption', 'sha512', 'sha512-224',
  'sha512-224WithRSAEncryption', 'sha512-256', 'sha512-256WithRSAEncryption', 'sha512WithRSAEncryption', 'shake128', 'shake256',
  'ssl3-md5', 'ssl3-sha1',
];

const isShake = /^shake/i;

/** Bytes for the binding: UTF-8 text goes as it is. */
function chunk(data, encoding) {
  if (typeof data !== 'string') return data;
  const normal = normalizeEncoding(encoding);
  return normal === undefined || normal === 'utf8' ? data : Buffer.from(data, normal);
}

function checkedChunk(data, encoding) {
  if (typeof data === 'string') validateEncoding(data, encoding);
  else if (!ArrayBuffer.isView(data)) throw new ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  return chunk(data, encoding);
}

/** Bytes as the encoding asked for: a Buffer when it is none. */
function encoded(arrayBuffer, encoding) {
  const bytes = Buffer.from(arrayBuffer);
  const normal = encoding && encoding !== 'buffer' ? normalizeEncoding(encoding) : undefined;
  return normal === undefined ? bytes : bytes.toString(normal);
}

/** The result, once: after a stream has given it, digest() may be asked for it again. */
function finish(hash) {
  return hash[kState].result ??= binding.digest(hash[kHandle]);
}

function checkLength(algorithm, outputLength) {
  const fixed = binding.digestLength(algorithm);
  if (outputLength === undefined || isShake.test(algorithm) || fixed === undefined || fixed === outputLength) return;
  throw genericNodeError('error:030000B2:digital envelope routines::not XOF or invalid length', {
    opensslErrorStack: [],
    library: 'digital envelope routines',
    reason: 'not XOF or invalid length',
    code: 'ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH',
  });
}

function Hash(algorithm, options) {
  if (!new.target) return new Hash(algorithm, options);
  const copied = algorithm instanceof Hash ? algorithm : undefined;
  if (copied === undefined) validateString(algorithm, 'algorithm');
  const outputLength = typeof options === 'object' && options !== null ? options.outputLength : undefined;
  if (outputLength !== undefined) validateUint32(outputLength, 'options.outputLength');
  const name = copied ? copied[kAlgorithm] : algorithm;
  checkLength(name, outputLength);
  if (copied) {
    this[kHandle] = binding.copy(copied[kHandle], isShake.test(name) ? outputLength ?? binding.digestLength(name) : undefined);
  } else {
    this[kHandle] = binding.createHash(algorithm, outputLength);
    if (this[kHandle] === undefined) throw new Error('Digest method not supported');
  }
  Object.defineProperty(this, kAlgorithm, { __proto__: null, value: name });
  this[kState] = { [kFinalized]: false };
  Reflect.apply(LazyTransform, this, [options]);
}
Object.setPrototypeOf(Hash.prototype, LazyTransform.prototype);
Object.setPrototypeOf(Hash, LazyTransform);

Hash.prototype.copy = function copy(options) {
  if (this[kState][kFinalized]) throw new ERR_CRYPTO_HASH_FINALIZED();
  return new Hash(this, options);
};

Hash.prototype._transform = function _transform(data, encoding, callback) {
  binding.update(this[kHandle], chunk(data, encoding));
  callback();
};

Hash.prototype._flush = function _flush(callback) {
  this.push(Buffer.from(finish(this)));
  callback();
};

Hash.prototype.update = function update(data, encoding) {
  if (this[kState][kFinalized]) throw new ERR_CRYPTO_HASH_FINALIZED();
  binding.update(this[kHandle], checkedChunk(data, encoding));
  return this;
};

Hash.prototype.digest = function digest(outputEncoding) {
  const state = this[kState];
  if (state[kFinalized]) throw new ERR_CRYPTO_HASH_FINALIZED();
  // An object may want to say its encoding itself.
  const encoding = outputEncoding && `${outputEncoding}`;
  const result = finish(this);
  state[kFinalized] = true;
  return encoded(result, encoding);
};

function Hmac(hmac, key, options) {
  if (!new.target) return new Hmac(hmac, key, options);
  validateString(hmac, 'hmac');
  const { secretBytes } = require('internal/crypto/keys');
  const encoding = typeof options === 'object' && options !== null ? options.encoding : undefined;
  this[kHandle] = binding.createHmac(hmac, secretBytes(key, encoding));
  if (this[kHandle] === undefined) throw new ERR_CRYPTO_INVALID_DIGEST(hmac);
  this[kState] = { [kFinalized]: false };
  Reflect.apply(LazyTransform, this, [options]);
}
Object.setPrototypeOf(Hmac.prototype, LazyTransform.prototype);
Object.setPrototypeOf(Hmac, LazyTransform);

Hmac.prototype.update = Hash.prototype.update;

Hmac.prototype.digest = function digest(outputEncoding) {
  const state = this[kState];
  const encoding = outputEncoding && `${outputEncoding}`;
  if (state[kFinalized]) return encoded(new ArrayBuffer(0), encoding);
  const result = finish(this);
  state[kFinalized] = true;
  return encoded(result, encoding);
};

Hmac.prototype._flush = Hash.prototype._flush;
Hmac.prototype._transform = Hash.prototype._transform;

/** A hash in one call. */
function hash(algorithm, input, options = 'hex') {
  validateString(algorithm, 'algorithm');
  if (typeof input !== 'string' && !ArrayBuffer.isView(input)) {
    throw new ERR_INVALID_ARG_TYPE('input', ['Buffer', 'TypedArray', 'DataView', 'string'], input);
  }
  let encoding = options;
  let outputLength;
  if (typeof options === 'object' && options !== null) {
    encoding = options.outputEncoding ?? 'hex';
    outputLength = options.outputLength;
    if (outputLength !== undefined) validateUint32(outputLength, 'options.outputLength');
  } else {
    validateString(options, 'outputEncoding');
  }
  let normal = encoding;
  if (encoding !== 'buffer') {
    normal = normalizeEncoding(encoding);
    if (normal === undefined) {
      if (typeof encoding === 'string' && encoding.toLowerCase() === 'buffer') normal = 'buffer';
      else throw new ERR_INVALID_ARG_VALUE('outputEncoding', encoding);
    }
  }
  checkLength(algorithm, outputLength);
  const result = binding.hash(algorithm, input, outputLength);
  if (result === undefined) throw new Error(`Digest method ${algorithm} is not supported`);
  return encoded(result, normal);
}

module.exports = {
  Hash: deprecate(Hash, 'crypto.Hash constructor is deprecated.', 'DEP0179'),
  Hmac: deprecate(Hmac, 'crypto.Hmac constructor is deprecated.', 'DEP0181'),
  createHash: function createHash(algorithm, options) { return new Hash(algorithm, options); },
  createHmac: function createHmac(hmac, key, options) { return new Hmac(hmac, key, options); },
  getHashes: function getHashes() { return [...hashes]; },
  hash,
};
