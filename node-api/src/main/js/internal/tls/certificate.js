// Certificates as plain objects, the issuer's inside its subject's.

const { FastBuffer } = require('internal/buffer/core');

const binding = internalBinding('tls');

/** Of one certificate's bytes. */
function certificateObject(der) {
  const object = binding.certificate(new Uint8Array(der));
  for (const name of ['pubkey', 'raw']) {
    if (object[name] !== undefined) object[name] = new FastBuffer(object[name]);
  }
  return object;
}

/** Of a chain; the last one, if it signed itself, is its own issuer. */
function chainObject(chain, detailed) {
  const first = certificateObject(chain[0]);
  if (!detailed) return first;
  let last = first;
  for (let i = 1; i < chain.length; i++) {
    last.issuerCertificate = certificateObject(chain[i]);
    last = last.issuerCertificate;
  }
  const { isDeepStrictEqual } = require('util');
  if (isDeepStrictEqual(last.subject, last.issuer)) last.issuerCertificate = last;
  return first;
}

module.exports = { certificateObject, chainObject };
