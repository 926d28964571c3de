// Percent-encoding sets of the URL standard §1.3.

const c0 = (code) => code <= 0x1f || code > 0x7e;
const inText = (text) => {
  const set = new Set([...text].map((char) => char.charCodeAt(0)));
  return (code) => set.has(code);
};
const extend = (base, text) => {
  const extra = inText(text);
  return (code) => base(code) || extra(code);
};

const fragment = extend(c0, ' "<>`');
const query = extend(c0, ' "#<>');
const specialQuery = extend(query, "'");
const path = extend(query, '?^`{}');
const userinfo = extend(path, '/:;=@[\\]|');

const encoder = internalBinding('buffer');
const hex = Array.from({ length: 256 }, (_, i) => `%${i.toString(16).toUpperCase().padStart(2, '0')}`);

function percentEncodeText(text) {
  let result = '';
  for (const byte of new Uint8Array(encoder.encodeUtf8(text))) result += hex[byte];
  return result;
}

/** UTF-8 percent-encodes the code points of `text` that are in the set. */
function percentEncode(text, set) {
  let result = '';
  for (const char of text) {
    const code = char.codePointAt(0);
    if (!set(code)) result += char;
    else result += code < 0x80 ? hex[code] : percentEncodeText(char);
  }
  return result;
}

/** The bytes of a text with its %xx decoded, as text again. */
function percentDecode(text) {
  if (!text.includes('%')) return text;
  const bytes = new Uint8Array(encoder.encodeUtf8(text));
  const digit = (byte) => (byte >= 48 && byte <= 57 ? byte - 48 : byte >= 65 && byte <= 70 ? byte - 55
    : byte >= 97 && byte <= 102 ? byte - 87 : -1);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    let byte = bytes[i];
    if (byte === 37 && i + 2 < bytes.length) {
      const high = digit(bytes[i + 1]);
      const low = digit(bytes[i + 2]);
      if (high >= 0 && low >= 0) {
        byte = high * 16 + low;
        i += 2;
      }
    }
    bytes[length++] = byte;
  }
  return encoder.utf8Slice(bytes, 0, length);
}

module.exports = { sets: { c0, fragment, path, query, specialQuery, userinfo }, percentDecode, percentEncode };
