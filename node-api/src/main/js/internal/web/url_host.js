// The host parser of the URL standard §3.5. Hosts are kept serialized.

const { percentDecode, percentEncode, sets } = require('internal/web/url_encode');

const forbiddenHost = /[\0\t\n\r #/:<>?@[\\\]^|]/;
const forbiddenDomain = /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/;
const ascii7 = /^[\0-\x7f]*$/;

/** The host's serialization, `undefined` for failure. */
function parseHost(input, isOpaque) {
  if (input[0] === '[') {
    if (!input.endsWith(']')) return undefined;
    const pieces = parseIPv6(input.slice(1, -1));
    return pieces && `[${serializeIPv6(pieces)}]`;
  }
  if (isOpaque) return forbiddenHost.test(input) ? undefined : percentEncode(input, sets.c0);
  const domain = percentDecode(input);
  let ascii;
  const lower = domain.toLowerCase();
  // Punycode labels and anything beyond ASCII are for the IDNA algorithm.
  if (ascii7.test(lower) && !lower.includes('xn--')) ascii = lower;
  else ascii = internalBinding('url').domainToASCII(domain, false);
  if (ascii === '' || forbiddenDomain.test(ascii)) return undefined;
  return endsInNumber(ascii) ? parseIPv4(ascii) : ascii;
}

function endsInNumber(host) {
  const parts = host.split('.');
  if (parts.at(-1) === '') {
    if (parts.length === 1) return false;
    parts.pop();
  }
  const last = parts.at(-1);
  return /^[0-9]+$/.test(last) || /^0[xX][0-9A-Fa-f]*$/.test(last);
}

function parseIPv4Number(text) {
  if (text === '') return NaN;
  if (/^0[xX]/.test(text)) {
    const digits = text.slice(2);
    if (digits === '') return 0;
    return /^[0-9A-Fa-f]+$/.test(digits) ? Number.parseInt(digits, 16) : NaN;
  }
  if (text.length >= 2 && text[0] === '0') return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : NaN;
  return /^[0-9]+$/.test(text) ? Number(text) : NaN;
}

function parseIPv4(host) {
  const parts = host.split('.');
  if (parts.at(-1) === '' && parts.length > 1) parts.pop();
  if (parts.length > 4) return undefined;
  const numbers = parts.map(parseIPv4Number);
  if (numbers.some(Number.isNaN)) return undefined;
  for (let i = 0; i < numbers.length - 1; i++) if (numbers[i] > 255) return undefined;
  if (numbers.at(-1) >= 256 ** (5 - numbers.length)) return undefined;
  let address = numbers.at(-1);
  for (let i = 0; i < numbers.length - 1; i++) address += numbers[i] * 256 ** (3 - i);
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** Eight 16-bit pieces, `undefined` for failure (§3.5 "IPv6 parser"). */
function parseIPv6(input) {
  const pieces = [0, 0, 0, 0, 0, 0, 0, 0];
  let piece = 0;
  let compress = null;
  let at = 0;
  if (input[at] === ':') {
    if (input[at + 1] !== ':') return undefined;
    at += 2;
    compress = ++piece;
  }
  while (at < input.length) {
    if (piece === 8) return undefined;
    if (input[at] === ':') {
      if (compress !== null) return undefined;
      at++;
      compress = ++piece;
      continue;
    }
    let value = 0;
    let length = 0;
    while (length < 4 && at < input.length && /[0-9A-Fa-f]/.test(input[at])) {
      value = value * 16 + Number.parseInt(input[at++], 16);
      length++;
    }
    if (input[at] === '.') {
      if (length === 0 || piece > 6) return undefined;
      at -= length;
      let seen = 0;
      while (at < input.length) {
        let number = null;
        if (seen > 0) {
          if (input[at] !== '.' || seen >= 4) return undefined;
          at++;
        }
        if (!/[0-9]/.test(input[at] ?? '')) return undefined;
        while (at < input.length && /[0-9]/.test(input[at])) {
          const digit = Number(input[at]);
          if (number === null) number = digit;
          else if (number === 0) return undefined;
          else number = number * 10 + digit;
          if (number > 255) return undefined;
          at++;
        }
        pieces[piece] = pieces[piece] * 256 + number;
        seen++;
        if (seen === 2 || seen === 4) piece++;
      }
      if (seen !== 4) return undefined;
      break;
    } else if (input[at] === ':') {
      at++;
      if (at >= input.length) return undefined;
    } else if (at < input.length) {
      return undefined;
    }
    pieces[piece++] = value;
  }
  if (compress !== null) {
    let swaps = piece - compress;
    piece = 7;
    while (piece !== 0 && swaps > 0) {
      const other = compress + swaps - 1;
      [pieces[piece], pieces[other]] = [pieces[other], pieces[piece]];
      piece--;
      swaps--;
    }
  } else if (piece !== 8) {
    return undefined;
  }
  return pieces;
}

function serializeIPv6(pieces) {
  let best = -1;
  let bestLength = 1;
  for (let i = 0; i < 8;) {
    let end = i;
    while (end < 8 && pieces[end] === 0) end++;
    if (end - i > bestLength) {
      best = i;
      bestLength = end - i;
    }
    i = Math.max(end, i + 1);
  }
  let result = '';
  for (let i = 0; i < 8; i++) {
    if (i === best) {
      result += i === 0 ? '::' : ':';
      i += bestLength - 1;
      continue;
    }
    result += pieces[i].toString(16);
    if (i !== 7) result += ':';
  }
  return result;
}

module.exports = { parseHost, parseIPv6, serializeIPv6 };
