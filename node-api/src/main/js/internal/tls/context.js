// SecureContext: what connections have in common, read from the options of connect, createServer and createSecureContext.

const {
  codes: {
    ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED, ERR_CRYPTO_OPERATION_FAILED, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_TLS_INVALID_PROTOCOL_METHOD,
    ERR_TLS_INVALID_PROTOCOL_VERSION, ERR_TLS_PROTOCOL_VERSION_CONFLICT,
  },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateInt32, validateString } = require('internal/validators');
const { isAnyArrayBuffer } = require('util/types');
const { optionFlag } = require('internal/options');
const { addDefaults } = require('internal/tls/authorities');

const binding = internalBinding('tls');
const versions = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];
const OP_CIPHER_SERVER_PREFERENCE = 0x00400000;
/** SSL_OP_NO_TLSv1 and so on, in the order of the versions. */
const withoutVersion = [0x04000000, 0x10000000, 0x08000000, 0x20000000];
const curves = {
  __proto__: null, 'prime256v1': 'secp256r1', 'P-256': 'secp256r1', 'secp384r1': 'secp384r1', 'P-384': 'secp384r1', 'secp521r1': 'secp521r1',
  'P-521': 'secp521r1', 'X25519': 'x25519', 'x25519': 'x25519', 'X448': 'x448', 'x448': 'x448', 'secp256r1': 'secp256r1',
  'ffdhe2048': 'ffdhe2048', 'ffdhe3072': 'ffdhe3072', 'ffdhe4096': 'ffdhe4096',
};
const ecdsa = { __proto__: null, SHA256: 'ecdsa_secp256r1_sha256', SHA384: 'ecdsa_secp384r1_sha384', SHA512: 'ecdsa_secp521r1_sha512', SHA1: 'ecdsa_sha1' };

function bytesOf(value) {
  if (typeof value === 'string') return require('buffer').Buffer.from(value);
  return isAnyArrayBuffer(value) ? new Uint8Array(value) : value;
}

function checkMaterial(name, value) {
  if (typeof value !== 'string' && !ArrayBuffer.isView(value)) {
    throw new ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], value);
  }
}

/** Calls `use` for a value or each of an array. */
function each(value, use) {
  if (Array.isArray(value)) value.forEach(use);
  else use(value);
}

function versionIndex(which, value, fallback) {
  const name = value ?? fallback;
  const index = versions.indexOf(name);
  if (index === -1) throw new ERR_TLS_INVALID_PROTOCOL_VERSION(name, which);
  return index;
}

/** The versions an old name of a method stands for. */
function methodVersions(method) {
  if (/^SSLv[23]_/.test(method)) throw new ERR_TLS_INVALID_PROTOCOL_METHOD(`${method.slice(0, 5)} methods disabled`);
  const name = /^(.*?)(?:_(?:server|client))?_method$/.exec(method)?.[1];
  switch (name) {
    case 'SSLv23': return [0, 2];
    case 'TLS': return [0, 3];
    case 'TLSv1': return [0, 0];
    case 'TLSv1_1': return [1, 1];
    case 'TLSv1_2': return [2, 2];
    default: throw new ERR_TLS_INVALID_PROTOCOL_METHOD(`Unknown method: ${method}`);
  }
}

/** What Node's native context offers, for those who reach into `context`. */
class NativeContext {
  constructor(native) { Object.defineProperty(this, 'native', { __proto__: null, value: native }); }

  addCACert(pem) { binding.addAuthorities(this.native, bytesOf(pem)); }
  addRootCerts() { addDefaults(this.native); }
  addCRL(pem) { addRevocations(this.native, pem); }
  setCert(pem) { binding.addChain(this.native, bytesOf(pem)); }
  setKey(pem, passphrase) { binding.addKey(this.native, bytesOf(pem), passphrase === undefined ? undefined : bytesOf(passphrase)); }
  getMinProto() { return 0x0301 + binding.getVersions(this.native)[0]; }
  getMaxProto() { return 0x0301 + binding.getVersions(this.native)[1]; }
  close() {}
}

class SecureContext {
  constructor(secureProtocol, secureOptions, minVersion, maxVersion) {
    const tls = require('tls');
    const native = binding.createContext();
    if (secureProtocol) {
      validateString(secureProtocol, 'secureProtocol');
      if (minVersion != null) throw new ERR_TLS_PROTOCOL_VERSION_CONFLICT(minVersion, secureProtocol);
      if (maxVersion != null) throw new ERR_TLS_PROTOCOL_VERSION_CONFLICT(maxVersion, secureProtocol);
      binding.setVersions(native, ...methodVersions(secureProtocol));
    } else {
      binding.setVersions(native, versionIndex('minimum', minVersion, tls.DEFAULT_MIN_VERSION), versionIndex('maximum', maxVersion, tls.DEFAULT_MAX_VERSION));
    }
    if (secureOptions) {
      require('internal/validators').validateInteger(secureOptions, 'secureOptions');
      if (secureOptions & OP_CIPHER_SERVER_PREFERENCE) binding.setHonorsOrder(native, true);
      leaveOut(native, secureOptions);
    }
    this.context = new NativeContext(native);
  }
}

/** Takes the versions away that options name; only at the ends of the range it can be done. */
function leaveOut(native, options) {
  let [min, max] = binding.getVersions(native);
  while (min <= max && options & withoutVersion[min]) min++;
  while (max > min && options & withoutVersion[max]) max--;
  binding.setVersions(native, min, max);
}

function addRevocations(native, crl) {
  try {
    binding.addRevocations(native, bytesOf(crl));
  } catch {
    throw new ERR_CRYPTO_OPERATION_FAILED('Failed to parse CRL');
  }
}

function setCiphers(native, ciphers, name) {
  if (ciphers !== undefined && ciphers !== null) validateString(ciphers, `${name}.ciphers`);
  const list = (ciphers || require('tls').DEFAULT_CIPHERS).split(':');
  const suites = list.filter((each) => each.startsWith('TLS_'));
  const others = list.filter((each) => !each.startsWith('TLS_') && each.length > 0);
  binding.setCiphers(native, list.join(':'));
  // Versions that no suite is named for are out.
  const [min, max] = binding.getVersions(native);
  if (others.length === 0 && min < 3 && max === 3) binding.setVersions(native, 3, 3);
  else if (suites.length === 0 && max === 3 && min < 3) binding.setVersions(native, min, 2);
}

function setCurves(native, curve, name) {
  validateString(curve, `${name}.ecdhCurve`);
  if (curve === 'auto') return;
  const groups = curve.split(':').map((each) => curves[each]);
  if (groups.includes(undefined)) throw new ERR_CRYPTO_OPERATION_FAILED('Failed to set ECDH curve');
  binding.setGroups(native, groups);
}

/** Java's names of schemes that OpenSSL writes as "RSA+SHA256". */
function scheme(text) {
  const [key, hash] = text.split('+');
  if (hash === undefined) return text;
  switch (key.toUpperCase()) {
    case 'RSA': return `rsa_pkcs1_${hash.toLowerCase()}`;
    case 'RSA-PSS': case 'PSS': return `rsa_pss_rsae_${hash.toLowerCase()}`;
    case 'ECDSA': return ecdsa[hash] ?? text;
    default: return text;
  }
}

function setSignatures(native, sigalgs, name) {
  validateString(sigalgs, `${name}.sigalgs`);
  if (sigalgs === '') throw new ERR_INVALID_ARG_VALUE(`${name}.sigalgs`, sigalgs);
  const list = sigalgs.split(':').map(scheme);
  if (!list.every((each) => /^(?:rsa_|ecdsa_|ed25519$|ed448$|dsa_)/.test(each))) {
    throw Object.assign(new Error('error:0A0000B9:SSL routines::no suitable signature algorithm'),
      { library: 'SSL routines', reason: 'no suitable signature algorithm', code: 'ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM' });
  }
  binding.setSignatures(native, list);
}

function setKeys(native, { key, passphrase }, name) {
  if (key === undefined || key === null) return;
  each(key, (value) => {
    const pem = value?.pem !== undefined ? value.pem : value;
    const secret = value?.passphrase !== undefined ? value.passphrase : passphrase;
    checkMaterial(`${name}.key`, pem);
    if (secret !== undefined && secret !== null) checkMaterial(`${name}.passphrase`, secret);
    binding.addKey(native, bytesOf(pem), secret == null ? undefined : bytesOf(secret));
  });
}

function setStores(native, { pfx, passphrase }) {
  if (pfx === undefined || pfx === null) return;
  each(pfx, (value) => {
    const raw = value?.buf ?? value;
    const secret = value?.passphrase ?? passphrase;
    binding.addStore(native, bytesOf(raw), secret == null ? '' : require('buffer').Buffer.from(bytesOf(secret)).toString('latin1'));
  });
}

/** What there is in OpenSSL only: hardware that keeps keys. */
function refuseEngines({ clientCertEngine, privateKeyEngine, privateKeyIdentifier }, name) {
  const isSet = (value) => value !== undefined && value !== null;
  if (isSet(privateKeyIdentifier) || isSet(privateKeyEngine)) {
    if (!isSet(privateKeyEngine)) throw new ERR_INVALID_ARG_VALUE(`${name}.privateKeyEngine`, privateKeyEngine);
    if (!isSet(privateKeyIdentifier)) throw new ERR_INVALID_ARG_VALUE(`${name}.privateKeyIdentifier`, privateKeyIdentifier);
    const types = ['string', 'null', 'undefined'];
    if (typeof privateKeyIdentifier !== 'string') throw new ERR_INVALID_ARG_TYPE(`${name}.privateKeyIdentifier`, types, privateKeyIdentifier);
    if (typeof privateKeyEngine !== 'string') throw new ERR_INVALID_ARG_TYPE(`${name}.privateKeyEngine`, types, privateKeyEngine);
    throw new ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED();
  }
  if (clientCertEngine !== undefined && clientCertEngine !== null) {
    if (typeof clientCertEngine !== 'string') throw new ERR_INVALID_ARG_TYPE(`${name}.clientCertEngine`, ['string', 'null', 'undefined'], clientCertEngine);
    throw new ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED();
  }
}

function configure(native, options, name) {
  const { allowPartialTrustChain, ca, cert, ciphers, crl, ecdhCurve, sessionIdContext, sessionTimeout, sigalgs, ticketKeys } = options;
  if (ca) {
    each(ca, (value) => checkMaterial(`${name}.ca`, value));
    binding.clearDefaults(native);
    each(ca, (value) => binding.addAuthorities(native, bytesOf(value)));
  } else {
    addDefaults(native);
  }
  if (allowPartialTrustChain) binding.setPartialChain(native, true);
  if (cert) {
    each(cert, (value) => {
      checkMaterial(`${name}.cert`, value);
      binding.addChain(native, bytesOf(value));
    });
  }
  setKeys(native, options, name);
  if (sigalgs !== undefined && sigalgs !== null) setSignatures(native, sigalgs, name);
  refuseEngines(options, name);
  setCiphers(native, ciphers, name);
  setCurves(native, ecdhCurve ?? require('tls').DEFAULT_ECDH_CURVE, name);
  if (crl !== undefined && crl !== null) each(crl, (value) => {
    checkMaterial(`${name}.crl`, value);
    addRevocations(native, value);
  });
  if (sessionIdContext !== undefined && sessionIdContext !== null) validateString(sessionIdContext, `${name}.sessionIdContext`);
  setStores(native, options);
  if (ticketKeys !== undefined && ticketKeys !== null) {
    checkMaterial(`${name}.ticketKeys`, ticketKeys);
    if (ticketKeys.byteLength !== 48) throw new ERR_INVALID_ARG_VALUE(`${name}.ticketKeys`, ticketKeys.byteLength, 'must be exactly 48 bytes');
  }
  if (sessionTimeout !== undefined && sessionTimeout !== null) validateInt32(sessionTimeout, `${name}.sessionTimeout`, 0);
  if (options.honorCipherOrder) binding.setHonorsOrder(native, true);
}

function createSecureContext(options = kEmptyObject) {
  const { honorCipherOrder, maxVersion, minVersion, secureProtocol } = options;
  const context = new SecureContext(secureProtocol, options.secureOptions, minVersion, maxVersion);
  configure(context.context.native, options, 'options');
  if (honorCipherOrder) binding.setHonorsOrder(context.context.native, true);
  return context;
}

/** The host's object of a SecureContext, or of what it holds; undefined for another value. */
function nativeOf(value) {
  return value?.context?.native ?? value?.native;
}

/** The default version of a bound, as options of the command set it. */
function defaultVersion(bound) {
  const order = bound === 'min' ? [0, 1, 2, 3] : [3, 2];
  for (const i of order) {
    if (bound === 'min' ? optionFlag(`tls-min-v1.${i}`) : optionFlag(`tls-max-v1.${i}`)) return versions[i];
  }
  return bound === 'min' ? 'TLSv1.2' : 'TLSv1.3';
}

module.exports = { SecureContext, createSecureContext, defaultVersion, nativeOf };
