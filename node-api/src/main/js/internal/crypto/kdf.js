// Keys from passwords and from other keys.

const {
  codes: { ERR_CRYPTO_INVALID_DIGEST, ERR_CRYPTO_INVALID_KEYLEN, ERR_CRYPTO_INVALID_SCRYPT_PARAMS, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const { validateFunction, validateInt32, validateInteger, validateObject, validateString, validateUint32 } = require('internal/validators');
const { kMaxLength } = require('internal/buffer/limits');
const { getArrayBufferOrView, later } = require('internal/crypto/util');
const { Buffer } = require('buffer');

const binding = internalBinding('crypto');
const toBuffer = (arrayBuffer) => Buffer.from(arrayBuffer);

function checkDigest(digest) {
  const length = binding.digestLength(digest);
  if (length === undefined || /^shake/i.test(digest)) throw new ERR_CRYPTO_INVALID_DIGEST(digest);
  return length;
}

function pbkdf2Arguments(password, salt, iterations, keylen, digest) {
  validateString(digest, 'digest');
  password = getArrayBufferOrView(password, 'password', 'buffer');
  salt = getArrayBufferOrView(salt, 'salt', 'buffer');
  validateInt32(iterations, 'iterations', 1);
  validateInt32(keylen, 'keylen', 0);
  return [password, salt, iterations, keylen, digest];
}

function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  if (typeof digest === 'function') {
    callback = digest;
    digest = undefined;
  }
  const args = pbkdf2Arguments(password, salt, iterations, keylen, digest);
  validateFunction(callback, 'callback');
  checkDigest(digest);
  binding.pbkdf2(...args, later(callback, toBuffer));
}

function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  const args = pbkdf2Arguments(password, salt, iterations, keylen, digest);
  checkDigest(digest);
  return toBuffer(binding.pbkdf2(...args));
}

/** An option with its two names. */
function either(options, short, long, otherwise) {
  const first = options[short];
  const second = options[long];
  if (first !== undefined && second !== undefined) throw new ERR_CRYPTO_INVALID_SCRYPT_PARAMS('');
  const value = first ?? second;
  if (value === undefined) return otherwise;
  validateUint32(value, first !== undefined ? short : long);
  return value === 0 ? otherwise : value;
}

function scryptArguments(password, salt, keylen, options) {
  password = getArrayBufferOrView(password, 'password', 'buffer');
  salt = getArrayBufferOrView(salt, 'salt', 'buffer');
  validateInt32(keylen, 'keylen', 0);
  let N = 16384;
  let r = 8;
  let p = 1;
  let maxmem = 32 << 20;
  if (options !== undefined) {
    validateObject(options, 'options');
    N = either(options, 'N', 'cost', N);
    r = either(options, 'r', 'blockSize', r);
    p = either(options, 'p', 'parallelization', p);
    if (options.maxmem !== undefined) {
      maxmem = options.maxmem;
      validateInteger(maxmem, 'maxmem', 0);
      if (maxmem === 0) maxmem = 32 << 20;
    }
  }
  if (N < 2 || (N & (N - 1)) !== 0) throw new ERR_CRYPTO_INVALID_SCRYPT_PARAMS('');
  if (N >= 2 ** (16 * r) || p > (2 ** 30 - 1) / r || 128 * r * p + 128 * r * (N + 2) > maxmem) {
    throw new ERR_CRYPTO_INVALID_SCRYPT_PARAMS(': error:030000AC:digital envelope routines::memory limit exceeded');
  }
  return [password, salt, keylen, N, r, p];
}

function scrypt(password, salt, keylen, options, callback) {
  if (arguments.length < 5) {
    callback = options;
    options = undefined;
  }
  const args = scryptArguments(password, salt, keylen, options);
  validateFunction(callback, 'callback');
  binding.scrypt(...args, later(callback, toBuffer));
}

function scryptSync(password, salt, keylen, options) {
  return toBuffer(binding.scrypt(...scryptArguments(password, salt, keylen, options)));
}

function hkdfArguments(digest, key, salt, info, length) {
  validateString(digest, 'digest');
  key = require('internal/crypto/keys').secretBytes(key, 'utf8', 'ikm');
  salt = getArrayBufferOrView(salt, 'salt', 'buffer');
  info = getArrayBufferOrView(info, 'info', 'buffer');
  validateInteger(length, 'length', 0, kMaxLength);
  if (info.byteLength > 1024) throw new ERR_OUT_OF_RANGE('info', 'must not contain more than 1024 bytes', info.byteLength);
  return [digest, key, salt, info, length];
}

function checkHkdf(digest, length) {
  if (length > 255 * checkDigest(digest)) throw new ERR_CRYPTO_INVALID_KEYLEN();
}

function hkdf(digest, key, salt, info, length, callback) {
  const args = hkdfArguments(digest, key, salt, info, length);
  validateFunction(callback, 'callback');
  checkHkdf(digest, length);
  binding.hkdf(...args, later(callback, (result) => result));
}

function hkdfSync(digest, key, salt, info, length) {
  const args = hkdfArguments(digest, key, salt, info, length);
  checkHkdf(digest, length);
  return binding.hkdf(...args);
}

module.exports = { hkdf, hkdfSync, pbkdf2, pbkdf2Sync, scrypt, scryptSync };
