// The Web Cryptography API: random values and digests. The rest of SubtleCrypto is not there yet and says so.

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { exposeMethods, lazyDOMException, toStringTag } = require('internal/util');
const { isAnyArrayBuffer, isTypedArray } = require('util/types');

const binding = internalBinding('crypto');
const kCreate = Symbol('create');
const digests = new Set(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512', 'SHA3-256', 'SHA3-384', 'SHA3-512']);

/** "Normalize an algorithm" (WebCrypto §18.4.4) as far as its name. */
function digestName(algorithm) {
  const name = `${typeof algorithm === 'object' && algorithm !== null ? algorithm.name : algorithm}`.toUpperCase();
  if (!digests.has(name)) throw lazyDOMException('Unrecognized algorithm name', 'NotSupportedError');
  return name;
}

class SubtleCrypto {
  #brand = true;

  constructor(token) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
  }

  async digest(algorithm, data) {
    if (typeof this !== 'object' || this === null || !(#brand in this)) throw new ERR_INVALID_THIS('SubtleCrypto');
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('algorithm', 'data');
    if (!isAnyArrayBuffer(data) && !ArrayBuffer.isView(data)) {
      throw new ERR_INVALID_ARG_TYPE('data', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], data);
    }
    const name = digestName(algorithm);
    // The caller may change the bytes meanwhile.
    const bytes = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
      : new Uint8Array(data).slice();
    return new Promise((resolve, reject) => {
      binding.hash(name, bytes, undefined, (error, result) => (error ? reject(error) : resolve(result)));
    });
  }
}

for (const name of ['encrypt', 'decrypt', 'sign', 'verify', 'generateKey', 'deriveKey', 'deriveBits', 'importKey', 'exportKey', 'wrapKey',
  'unwrapKey']) {
  Object.defineProperty(SubtleCrypto.prototype, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    writable: true,
    value: { async [name]() { throw lazyDOMException(`SubtleCrypto.${name} is not implemented yet`, 'NotSupportedError'); } }[name],
  });
}
exposeMethods(SubtleCrypto.prototype, ['digest']);
toStringTag(SubtleCrypto.prototype, 'SubtleCrypto');

class CryptoKey {
  constructor() { throw new ERR_ILLEGAL_CONSTRUCTOR(); }
}
toStringTag(CryptoKey.prototype, 'CryptoKey');

let subtle;

class Crypto {
  #brand = true;

  constructor(token) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
  }

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#brand in value)) throw new ERR_INVALID_THIS('Crypto');
  }

  get subtle() {
    Crypto.#check(this);
    return subtle ??= new SubtleCrypto(kCreate);
  }

  getRandomValues(array) {
    Crypto.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('typedArray');
    if (!isTypedArray(array) || /^Float/.test(array[Symbol.toStringTag])) {
      throw lazyDOMException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
    }
    if (array.byteLength > 65536) {
      throw lazyDOMException(`The requested length exceeds 65,536 bytes`, 'QuotaExceededError');
    }
    binding.randomFill(array, 0, array.byteLength);
    return array;
  }

  randomUUID(options) {
    Crypto.#check(this);
    return require('internal/crypto/random').randomUUID(options);
  }
}
exposeMethods(Crypto.prototype, ['subtle', 'getRandomValues', 'randomUUID']);
toStringTag(Crypto.prototype, 'Crypto');

module.exports = { Crypto, CryptoKey, SubtleCrypto, crypto: new Crypto(kCreate) };
