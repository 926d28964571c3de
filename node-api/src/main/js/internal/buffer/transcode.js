// Conversions between encodings: transcode, btoa and atob.

const {
  codes: { ERR_INVALID_ARG_TYPE },
  genericNodeError,
} = require('internal/errors');
const { lazyDOMException, normalizeEncoding } = require('internal/util');
const { Buffer, isUint8Array } = require('internal/buffer/core');

const transcodable = new Set(['utf8', 'utf16le', 'latin1', 'ascii']);

function transcode(source, fromEncoding, toEncoding) {
  if (!isUint8Array(source)) throw new ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
  if (source.length === 0) return Buffer.alloc(0);
  const from = normalizeEncoding(fromEncoding);
  const to = normalizeEncoding(toEncoding);
  if (!transcodable.has(from) || !transcodable.has(to)) {
    throw genericNodeError('Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]',
      { code: 'U_ILLEGAL_ARGUMENT_ERROR', errno: 1 });
  }
  const text = Buffer.prototype.toString.call(source, from);
  if (to === 'utf8' || to === 'utf16le') return Buffer.from(text, to);
  // What the target cannot hold becomes a question mark.
  const limit = to === 'ascii' ? 0x7f : 0xff;
  const bytes = [];
  for (const char of text) bytes.push(char.codePointAt(0) <= limit ? char.charCodeAt(0) : 0x3f);
  return Buffer.from(bytes);
}

function btoa(input) {
  input = `${input}`;
  for (let i = 0; i < input.length; i++) {
    if (input.charCodeAt(i) > 255) throw lazyDOMException('Invalid character', 'InvalidCharacterError');
  }
  return Buffer.from(input, 'latin1').toString('base64');
}

/** The forgiving-base64 decode of the Infra standard. */
function atob(input) {
  input = `${input}`.replace(/[\t\n\f\r ]+/g, '');
  if (input.length % 4 === 0) input = input.replace(/==?$/, '');
  if (/[^A-Za-z0-9+/]/.test(input)) throw lazyDOMException('Invalid character', 'InvalidCharacterError');
  if (input.length % 4 === 1) {
    throw lazyDOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
  }
  return Buffer.from(input, 'base64').toString('latin1');
}

module.exports = { atob, btoa, transcode };
