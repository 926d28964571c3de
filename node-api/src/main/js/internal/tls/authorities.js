// Whom to trust where a program does not say: the runtime's certificates, the system's, those of NODE_EXTRA_CA_CERTS, or what the program set.

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateOneOf } = require('internal/validators');
const { optionFlag } = require('internal/options');

const tls = internalBinding('tls');
const systemFiles = [
  '/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem', '/etc/ssl/cert.pem',
];
const cache = { __proto__: null };

const once = (name, make) => cache[name] ??= Object.freeze(make());
const unique = (list) => [...new Set(list)];
const bundled = () => once('bundled', () => tls.bundledRoots());

function readFile(file) {
  return tls.certificatesOf(require('fs').readFileSync(file));
}

const system = () => once('system', () => {
  const files = process.env.SSL_CERT_FILE ? [process.env.SSL_CERT_FILE] : systemFiles;
  for (const file of files) {
    try {
      return readFile(file);
    } catch {
      // Then another.
    }
  }
  return [];
});

const extra = () => once('extra', () => {
  const file = process.env.NODE_EXTRA_CA_CERTS;
  if (!file) return [];
  try {
    return readFile(file);
  } catch (error) {
    process.emitWarning(`Ignoring extra certs from \`${file}\`, load failed: ${error.message}`);
    return [];
  }
});

function usesSystem() {
  return optionFlag('use-system-ca') ?? process.env.NODE_USE_SYSTEM_CA === '1';
}

let chosen;

function defaults() {
  return chosen ?? once('default', () => {
    const list = optionFlag('use-openssl-ca') ? [...system()] : [...bundled()];
    if (usesSystem()) list.push(...system());
    list.push(...extra());
    return unique(list);
  });
}

function getCACertificates(type = 'default') {
  validateOneOf(type, 'type', ['default', 'system', 'bundled', 'extra']);
  switch (type) {
    case 'system': return system();
    case 'bundled': return bundled();
    case 'extra': return extra();
    default: return defaults();
  }
}

function setDefaultCACertificates(certs) {
  if (!Array.isArray(certs)) throw new ERR_INVALID_ARG_TYPE('certs', 'Array', certs);
  const list = [];
  certs.forEach((cert, i) => {
    if (typeof cert !== 'string' && !ArrayBuffer.isView(cert)) {
      throw new ERR_INVALID_ARG_TYPE(`certs[${i}]`, ['string', 'ArrayBufferView'], cert);
    }
    list.push(...tls.certificatesOf(typeof cert === 'string' ? require('buffer').Buffer.from(cert) : cert));
  });
  if (certs.length > 0 && list.length === 0) {
    throw Object.assign(new Error('No valid certificates found in the provided array'), { code: 'ERR_CRYPTO_OPERATION_FAILED' });
  }
  chosen = Object.freeze(unique(list));
}

/** Gives a context the certificates that are trusted by default. */
function addDefaults(native) {
  if (chosen === undefined && !usesSystem() && !optionFlag('use-openssl-ca')) {
    if (extra().length > 0) tls.addAuthorities(native, require('buffer').Buffer.from(extra().join('\n')));
    return;
  }
  tls.clearDefaults(native);
  const list = defaults();
  if (list.length > 0) tls.addAuthorities(native, require('buffer').Buffer.from(list.join('\n')));
}

module.exports = { addDefaults, bundled, getCACertificates, setDefaultCACertificates };
