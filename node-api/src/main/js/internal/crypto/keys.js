// Keys as objects. So far the secret ones.

const {
  codes: {
    ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE, ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE,
  },
} = require('internal/errors');
const { validateFunction, validateInteger, validateObject, validateOneOf, validateString } = require('internal/validators');
const { getArrayBufferOrView } = require('internal/crypto/util');
const { isAnyArrayBuffer } = require('util/types');
const { Buffer } = require('buffer');

const kCreate = Symbol('create');

class KeyObject {
  #bytes;
  #type;

  constructor(type, bytes, token) {
    if (type !== 'secret' && type !== 'public' && type !== 'private') throw new ERR_INVALID_ARG_VALUE('type', type);
    if (token !== kCreate) {
      if (typeof bytes !== 'object') throw new ERR_INVALID_ARG_TYPE('handle', 'object', bytes);
      throw new ERR_ILLEGAL_CONSTRUCTOR();
    }
    this.#type = type;
    this.#bytes = bytes;
  }

  get type() { return this.#type; }

  static from(key) {
    throw new ERR_INVALID_ARG_TYPE('key', 'CryptoKey', key);
  }

  equals(other) {
    if (!isKeyObject(other)) throw new ERR_INVALID_ARG_TYPE('otherKeyObject', 'KeyObject', other);
    return other.type === this.type && Buffer.from(this.#bytes).equals(bytesOf(other));
  }

  static bytesOf(key) { return key.#bytes; }
  static isKeyObject(value) { return typeof value === 'object' && value !== null && #bytes in value; }
}
const { bytesOf, isKeyObject } = KeyObject;
delete KeyObject.bytesOf;
delete KeyObject.isKeyObject;
Object.defineProperty(KeyObject.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'KeyObject' });

class SecretKeyObject extends KeyObject {
  get symmetricKeySize() { return bytesOf(this).byteLength; }

  export(options) {
    if (options !== undefined) {
      validateObject(options, 'options');
      validateOneOf(options.format, 'options.format', [undefined, 'buffer', 'jwk']);
      if (options.format === 'jwk') return { kty: 'oct', k: Buffer.from(bytesOf(this)).toString('base64url') };
    }
    return Buffer.from(bytesOf(this));
  }
}

const fromBytes = (bytes) => new SecretKeyObject('secret', bytes, kCreate);

/** The bytes of a secret key: a KeyObject, or bytes or text. */
function secretBytes(key, encoding, name = 'key') {
  if (isKeyObject(key)) {
    if (key.type !== 'secret') throw new ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, 'secret');
    return bytesOf(key);
  }
  if (typeof key !== 'string' && !ArrayBuffer.isView(key) && !isAnyArrayBuffer(key)) {
    throw new ERR_INVALID_ARG_TYPE(name, ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'string', 'KeyObject', 'CryptoKey'], key);
  }
  return getArrayBufferOrView(key, name, encoding);
}

function createSecretKey(key, encoding) {
  const bytes = getArrayBufferOrView(key, 'key', encoding);
  return fromBytes(ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength).slice()
    : new Uint8Array(bytes).slice());
}

/** How many bytes a key of that type and options has. */
function keyBytes(type, options) {
  validateString(type, 'type');
  validateObject(options, 'options');
  const { length } = options;
  if (type === 'hmac') {
    validateInteger(length, 'options.length', 8, 2 ** 31 - 1);
  } else if (type === 'aes') {
    validateOneOf(length, 'options.length', [128, 192, 256]);
  } else {
    throw new ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  }
  return Math.floor(length / 8);
}

function generateKeySync(type, options) {
  return fromBytes(require('internal/crypto/random').randomBytes(keyBytes(type, options)));
}

function generateKey(type, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const count = keyBytes(type, options);
  validateFunction(callback, 'callback');
  require('internal/crypto/random').randomBytes(count, (error, bytes) => {
    if (error) callback(error);
    else callback(null, fromBytes(bytes));
  });
}

module.exports = { KeyObject, createSecretKey, generateKey, generateKeySync, isKeyObject, secretBytes };
