// The eight encodings of Buffer: for each its length of a string in bytes, write and slice.

const binding = internalBinding('buffer');
const { normalizeEncoding } = require('internal/util');

function base64Length(text) {
  let length = text.length;
  if (text.charCodeAt(length - 1) === 61) length--;
  if (length > 1 && text.charCodeAt(length - 1) === 61) length--;
  return (length * 3) >>> 2;
}

const entry = (encoding, byteLength, write, slice) => ({ encoding, byteLength, write, slice });

const byName = {
  __proto__: null,
  utf8: entry('utf8', binding.byteLengthUtf8, binding.utf8Write, binding.utf8Slice),
  utf16le: entry('utf16le', (text) => text.length * 2, binding.ucs2Write, binding.ucs2Slice),
  latin1: entry('latin1', (text) => text.length, binding.latin1Write, binding.latin1Slice),
  ascii: entry('ascii', (text) => text.length, binding.latin1Write, binding.asciiSlice),
  base64: entry('base64', base64Length, binding.base64Write, binding.base64Slice),
  base64url: entry('base64url', base64Length, binding.base64Write, binding.base64urlSlice),
  hex: entry('hex', (text) => text.length >>> 1, binding.hexWrite, binding.hexSlice),
};

/** The operations of an encoding, `undefined` if there is none of that name. */
function encodingOps(encoding) {
  const direct = byName[encoding];
  if (direct !== undefined) return direct;
  const name = typeof encoding === 'string' && encoding !== '' ? normalizeEncoding(encoding) : undefined;
  return name === undefined ? undefined : byName[name];
}

module.exports = { encodingOps, utf8: byName.utf8 };
