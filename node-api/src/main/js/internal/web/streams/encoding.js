// TextEncoderStream and TextDecoderStream (Encoding §7).

const {
  codes: { ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods, kEmptyObject, toStringTag } = require('internal/util');
const { TextDecoder, TextEncoder } = require('internal/web/encoding');
const { inspectAs } = require('internal/web/streams/shared');
const { createTransform, readableObject, writableObject } = require('internal/web/streams/transform');

function isHigh(unit) { return unit >= 0xd800 && unit <= 0xdbff; }

class TextEncoderStream {
  #transform;
  /** The first half of a pair whose second half may come with the next chunk. */
  #pending = '';

  constructor() {
    const encoder = new TextEncoder();
    this.#transform = createTransform({
      transform: (chunk, record) => {
        let text = this.#pending + `${chunk}`;
        this.#pending = '';
        if (text !== '' && isHigh(text.charCodeAt(text.length - 1))) {
          this.#pending = text[text.length - 1];
          text = text.slice(0, -1);
        }
        if (text !== '') record.enqueue(encoder.encode(text));
      },
      flush: (record) => {
        if (this.#pending !== '') record.enqueue(encoder.encode('\ufffd'));
      },
    });
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#transform in value)) throw new ERR_INVALID_THIS('TextEncoderStream');
    return value.#transform;
  }

  get encoding() { return this.#transform && 'utf-8'; }

  get readable() { return readableObject(this.#transform.readable); }

  get writable() { return writableObject(this.#transform.writable); }

  [customInspectSymbol](depth, options) {
    TextEncoderStream.#of(this);
    const { encoding, readable, writable } = this;
    return inspectAs(this.constructor.name, depth, options, { encoding, readable, writable });
  }
}
exposeMethods(TextEncoderStream.prototype, ['encoding', 'readable', 'writable']);
toStringTag(TextEncoderStream.prototype, 'TextEncoderStream');

class TextDecoderStream {
  #transform;
  #decoder;

  constructor(encoding = 'utf-8', options = kEmptyObject) {
    this.#decoder = new TextDecoder(encoding, options);
    this.#transform = createTransform({
      transform: (chunk, record) => {
        const text = this.#decoder.decode(checked(chunk), { stream: true });
        if (text !== '') record.enqueue(text);
      },
      flush: (record) => {
        const text = this.#decoder.decode();
        if (text !== '') record.enqueue(text);
      },
    });
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#decoder in value)) throw new ERR_INVALID_THIS('TextDecoderStream');
    return value;
  }

  get encoding() { return this.#decoder.encoding; }

  get fatal() { return this.#decoder.fatal; }

  get ignoreBOM() { return this.#decoder.ignoreBOM; }

  get readable() { return readableObject(this.#transform.readable); }

  get writable() { return writableObject(this.#transform.writable); }

  [customInspectSymbol](depth, options) {
    const { encoding, fatal, ignoreBOM, readable, writable } = TextDecoderStream.#of(this);
    return inspectAs(this.constructor.name, depth, options, { encoding, fatal, ignoreBOM, readable, writable });
  }
}
exposeMethods(TextDecoderStream.prototype, ['encoding', 'fatal', 'ignoreBOM', 'readable', 'writable']);
toStringTag(TextDecoderStream.prototype, 'TextDecoderStream');

/** A chunk that is missing is not an empty one. */
function checked(chunk) {
  if (chunk !== undefined) return chunk;
  const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
  throw new ERR_INVALID_ARG_TYPE('chunk', ['SharedArrayBuffer', 'ArrayBuffer', 'ArrayBufferView'], chunk);
}

module.exports = { TextDecoderStream, TextEncoderStream };
