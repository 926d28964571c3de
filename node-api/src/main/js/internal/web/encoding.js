// TextEncoder and TextDecoder (Encoding standard).

const {
  codes: { ERR_ENCODING_INVALID_ENCODED_DATA, ERR_ENCODING_NOT_SUPPORTED, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods, kEmptyObject } = require('internal/util');
const { validateObject, validateString } = require('internal/validators');

const binding = internalBinding('buffer');

class TextEncoder {
  #encoding = 'utf-8';

  static #check(encoder) {
    if (typeof encoder !== 'object' || encoder === null || !(#encoding in encoder)) throw new ERR_INVALID_THIS('TextEncoder');
  }

  get encoding() {
    TextEncoder.#check(this);
    return 'utf-8';
  }

  encode(input = '') {
    TextEncoder.#check(this);
    return new Uint8Array(binding.encodeUtf8(`${input}`));
  }

  encodeInto(src, dest) {
    TextEncoder.#check(this);
    validateString(src, 'src');
    if (!dest || Object.prototype.toString.call(dest) !== '[object Uint8Array]') {
      throw new ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', dest);
    }
    const [read, written] = binding.encodeUtf8Into(src, dest);
    return { read, written };
  }

  [customInspectSymbol](depth, options) {
    TextEncoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return this;
    return require('internal/inspect').inspect(
      Object.assign(Object.create({ constructor: this.constructor === null ? TextEncoder : this.constructor }), { encoding: this.encoding }),
      options);
  }
}
exposeMethods(TextEncoder.prototype, ['encode', 'encodeInto', 'encoding']);
Object.defineProperty(TextEncoder.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'TextEncoder' });

const kBom = '\uFEFF';
const empty = new Uint8Array(0);

/** How many bytes at the end of a chunk belong to a character the next chunk ends. */
function unfinished(encoding, bytes) {
  const { length } = bytes;
  if (encoding === 'utf-8') {
    for (let back = 1; back <= Math.min(3, length); back++) {
      const byte = bytes[length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const needed = byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 1;
      if (needed <= back) return 0;
      if (back >= 2) {
        const second = bytes[length - back + 1];
        if ((byte === 0xe0 && second < 0xa0) || (byte === 0xed && second > 0x9f) ||
            (byte === 0xf0 && second < 0x90) || (byte === 0xf4 && second > 0x8f)) return 0;
      }
      return back;
    }
    return 0;
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const odd = length % 2;
    if (length - odd < 2) return odd;
    const high = bytes[length - odd - (encoding === 'utf-16le' ? 1 : 2)];
    return (high & 0xfc) === 0xd8 ? 2 + odd : odd;
  }
  // Double-byte legacy encodings: a lead byte at the end waits.
  const isDouble = /^(?:gbk|gb18030|big5|euc-jp|euc-kr|shift_jis|iso-2022-jp)$/.test(encoding);
  return isDouble && length > 0 && bytes[length - 1] >= 0x81 ? trailingLead(bytes) : 0;
}

/** An odd run of bytes above 0x80 at the end leaves its last one without a partner. */
function trailingLead(bytes) {
  let run = 0;
  while (run < bytes.length && bytes[bytes.length - 1 - run] >= 0x81) run++;
  return run % 2;
}

class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  #pending = empty;
  #bomSeen = false;

  constructor(encoding = 'utf-8', options = kEmptyObject) {
    encoding = `${encoding}`;
    validateObject(options, 'options', 1 | 2 | 4);
    const name = require('internal/web/encoding_labels').encodingOf(encoding);
    if (name === undefined || binding.decode(empty, name, false) === undefined) throw new ERR_ENCODING_NOT_SUPPORTED(encoding);
    this.#encoding = name;
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  static #check(decoder) {
    if (typeof decoder !== 'object' || decoder === null || !(#encoding in decoder)) throw new ERR_INVALID_THIS('TextDecoder');
  }

  get encoding() {
    TextDecoder.#check(this);
    return this.#encoding;
  }

  get fatal() {
    TextDecoder.#check(this);
    return this.#fatal;
  }

  get ignoreBOM() {
    TextDecoder.#check(this);
    return this.#ignoreBOM;
  }

  decode(input = empty, options = kEmptyObject) {
    TextDecoder.#check(this);
    let bytes;
    if (ArrayBuffer.isView(input)) bytes = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
    else if (require('util/types').isAnyArrayBuffer(input)) bytes = new Uint8Array(input);
    else throw new ERR_INVALID_ARG_TYPE('list', ['SharedArrayBuffer', 'ArrayBuffer', 'ArrayBufferView'], input);
    validateObject(options, 'options', 1 | 2 | 4);
    const stream = Boolean(options?.stream);
    if (this.#pending.length > 0) {
      const joined = new Uint8Array(this.#pending.length + bytes.length);
      joined.set(this.#pending);
      joined.set(bytes, this.#pending.length);
      bytes = joined;
      this.#pending = empty;
    }
    if (stream) {
      const kept = unfinished(this.#encoding, bytes);
      if (kept > 0) {
        this.#pending = bytes.slice(bytes.length - kept);
        bytes = bytes.subarray(0, bytes.length - kept);
      }
    }
    let text;
    try {
      text = binding.decode(bytes, this.#encoding, this.#fatal);
    } catch {
      this.#pending = empty;
      this.#bomSeen = false;
      throw new ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding, undefined);
    }
    if (!this.#bomSeen && text.length > 0) {
      if (!this.#ignoreBOM && text[0] === kBom && this.#encoding.startsWith('utf-')) text = text.slice(1);
      this.#bomSeen = true;
    }
    if (!stream) this.#bomSeen = false;
    return text;
  }

  [customInspectSymbol](depth, options) {
    TextDecoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const constructor = Object.getPrototypeOf(this)?.constructor ?? TextDecoder;
    const shown = Object.create({ constructor });
    shown.encoding = this.encoding;
    shown.fatal = this.fatal;
    shown.ignoreBOM = this.ignoreBOM;
    return require('internal/inspect').inspect(shown, options);
  }
}
exposeMethods(TextDecoder.prototype, ['decode', 'encoding', 'fatal', 'ignoreBOM']);
Object.defineProperty(TextDecoder.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'TextDecoder' });

module.exports = { TextDecoder, TextEncoder };
