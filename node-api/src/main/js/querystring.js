// node:querystring.

const {
  codes: { ERR_INVALID_URI },
} = require('internal/errors');
const { Buffer } = require('buffer');

const unescaped = /[^A-Za-z0-9\-_.!~*'()]/;
const hexValue = (code) => (code >= 48 && code <= 57 ? code - 48 : code >= 65 && code <= 70 ? code - 55
  : code >= 97 && code <= 102 ? code - 87 : -1);

/** Decodes %xx without ever failing. */
function unescapeBuffer(text, decodeSpaces) {
  const bytes = Buffer.allocUnsafe(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code === 43 && decodeSpaces) {
      code = 32;
    } else if (code === 37 && i + 2 < text.length) {
      const high = hexValue(text.charCodeAt(i + 1));
      const low = hexValue(text.charCodeAt(i + 2));
      if (high >= 0 && low >= 0) {
        code = high * 16 + low;
        i += 2;
      }
    }
    bytes[length++] = code;
  }
  return bytes.subarray(0, length);
}

function qsUnescape(text, decodeSpaces) {
  try {
    return decodeURIComponent(text);
  } catch {
    return QueryString.unescapeBuffer(text, decodeSpaces).toString();
  }
}

function qsEscape(text) {
  if (typeof text !== 'string') text = typeof text === 'object' ? String(text) : `${text}`;
  if (!unescaped.test(text)) return text;
  // A first half of a pair takes whatever follows as its second.
  text = text.replace(/[\ud800-\udfff][^]?/g, (pair) => {
    if (pair.length < 2) throw new ERR_INVALID_URI();
    const code = 0x10000 + (((pair.charCodeAt(0) & 0x3ff) << 10) | (pair.charCodeAt(1) & 0x3ff));
    return String.fromCodePoint(code);
  });
  return encodeURIComponent(text);
}

function primitiveText(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return '';
}

function encodeWith(value, encode) {
  if (typeof value === 'string') return value.length ? encode(value) : '';
  const text = primitiveText(value);
  return text === '' ? '' : encode(text);
}

function encodeCustom(value, encode) {
  return encode(primitiveText(value));
}

function stringify(obj, sep, eq, options) {
  sep ||= '&';
  eq ||= '=';
  let encode = QueryString.escape;
  if (typeof options?.encodeURIComponent === 'function') encode = options.encodeURIComponent;
  const convert = encode === qsEscape ? encodeWith : encodeCustom;
  if (obj === null || typeof obj !== 'object') return '';
  const fields = [];
  for (const key of Object.keys(obj)) {
    const value = obj[key];
    const name = convert(key, encode) + eq;
    if (Array.isArray(value)) for (const each of value) fields.push(name + convert(each, encode));
    else fields.push(name + convert(value, encode));
  }
  return fields.join(sep);
}

function decodePart(text, decode) {
  try {
    return decode(text);
  } catch {
    return QueryString.unescape(text, true);
  }
}

function parse(qs, sep, eq, options) {
  const result = { __proto__: null };
  if (typeof qs !== 'string' || qs.length === 0) return result;
  sep = sep ? `${sep}` : '&';
  eq = eq ? `${eq}` : '=';
  let pairs = 1000;
  if (typeof options?.maxKeys === 'number') pairs = options.maxKeys;
  if (!(pairs > 0)) pairs = -1;
  let decode = QueryString.unescape;
  if (typeof options?.decodeURIComponent === 'function') decode = options.decodeURIComponent;
  const custom = decode !== qsUnescape;
  const decoded = (text) => {
    if (text === '') return text;
    const spaced = text.includes('+') ? text.replaceAll('+', custom ? '%20' : ' ') : text;
    return custom || /%[0-9a-f]{2}/i.test(spaced) ? decodePart(spaced, decode) : spaced;
  };
  for (const part of qs.split(sep)) {
    if (pairs-- === 0) break;
    if (part === '') continue;
    const at = part.indexOf(eq);
    const key = decoded(at === -1 ? part : part.slice(0, at));
    const value = at === -1 ? '' : decoded(part.slice(at + eq.length));
    const known = result[key];
    if (known === undefined) result[key] = value;
    else if (Array.isArray(known)) known.push(value);
    else result[key] = [known, value];
  }
  return result;
}

const QueryString = module.exports = {
  unescapeBuffer,
  unescape: qsUnescape,
  escape: qsEscape,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};
