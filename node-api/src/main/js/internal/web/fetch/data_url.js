// data: URLs (Fetch §6).

/** { type, bytes } of a data: URL, undefined if it is malformed. */
function decodeDataUrl(url) {
  const hash = url.href.indexOf('#');
  const text = url.href.slice('data:'.length, hash === -1 ? undefined : hash);
  const comma = text.indexOf(',');
  if (comma === -1) return undefined;
  const { Buffer } = require('buffer');
  let type = text.slice(0, comma).trim();
  let bytes = percentDecode(text.slice(comma + 1));
  const base64 = /;\x20*base64$/i;
  if (base64.test(type)) {
    const encoded = bytes.toString('latin1').replace(/[\t\n\f\r ]/g, '');
    const unpadded = encoded.length % 4 === 0 ? encoded.replace(/={1,2}$/, '') : encoded;
    if (unpadded.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(unpadded)) return undefined;
    bytes = Buffer.from(unpadded, 'base64');
    type = type.replace(base64, '');
  }
  if (type.startsWith(';')) type = `text/plain${type}`;
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+\/[!#$%&'*+\-.^_`|~0-9A-Za-z]+\s*(?:;|$)/.test(type)) type = 'text/plain;charset=US-ASCII';
  return { type, bytes: new Uint8Array(bytes) };
}

function percentDecode(text) {
  const { Buffer } = require('buffer');
  const source = Buffer.from(text, 'utf8');
  const result = Buffer.alloc(source.length);
  let length = 0;
  for (let i = 0; i < source.length; i++) {
    const pair = source[i] === 0x25 ? source.latin1Slice(i + 1, i + 3) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(pair)) {
      result[length++] = parseInt(pair, 16);
      i += 2;
    } else {
      result[length++] = source[i];
    }
  }
  return result.subarray(0, length);
}

module.exports = { decodeDataUrl };
