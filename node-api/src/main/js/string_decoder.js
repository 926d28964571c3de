// node:string_decoder: turns chunks of bytes into text without cutting characters.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_UNKNOWN_ENCODING },
} = require('internal/errors');
const { normalizeEncoding } = require('internal/util');
const { Buffer } = require('buffer');

const kState = Symbol('kState');

/** How many bytes at the end of `bytes` begin a UTF-8 character that is not whole yet. */
function incompleteUtf8(bytes) {
  const { length } = bytes;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back];
    if ((byte & 0xc0) === 0x80) continue;
    let needed = 1;
    // By the lead's bits alone, as Node does: what cannot become a character waits for its end all the same.
    if ((byte & 0xe0) === 0xc0) needed = 2;
    else if ((byte & 0xf0) === 0xe0) needed = 3;
    else if ((byte & 0xf8) === 0xf0) needed = 4;
    return needed <= back ? 0 : back;
  }
  return 0;
}

function neededUtf8(lead) {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

function incompleteUtf16(bytes, pending) {
  // A first half that already waits goes on waiting for the whole second.
  if (bytes.length % 2 === 1) return bytes.length === 3 && pending === 2 ? 3 : 1;
  return bytes.length >= 2 && (bytes[bytes.length - 1] & 0xfc) === 0xd8 ? 2 : 0;
}

class State {
  constructor(encoding) {
    this.encoding = encoding;
    this.pending = Buffer.alloc(0);
  }

  incomplete(bytes) {
    switch (this.encoding) {
      case 'utf8': return incompleteUtf8(bytes);
      case 'utf16le': return incompleteUtf16(bytes, this.pending.length);
      case 'base64': case 'base64url': return bytes.length % 3;
      default: return 0;
    }
  }

  write(chunk) {
    const bytes = this.pending.length > 0 ? Buffer.concat([this.pending, chunk]) : chunk;
    const kept = this.incomplete(bytes);
    const whole = bytes.length - kept;
    // A copy: the chunk's memory may be used again by its owner.
    this.pending = kept > 0 ? Buffer.from(bytes.subarray(whole)) : Buffer.alloc(0);
    return whole > 0 ? bytes.toString(this.encoding, 0, whole) : '';
  }

  end() {
    const rest = this.pending;
    this.pending = Buffer.alloc(0);
    if (rest.length === 0) return '';
    if (this.encoding === 'utf16le') return rest.toString('utf16le', 0, rest.length - rest.length % 2);
    return rest.toString(this.encoding);
  }

  needed() {
    if (this.pending.length === 0) return 0;
    if (this.encoding === 'utf8') return neededUtf8(this.pending[0]) - this.pending.length;
    if (this.encoding === 'utf16le') return (this.pending.length > 2 ? 4 : this.pending.length === 1 ? 2 : 4) - this.pending.length;
    return 3 - this.pending.length;
  }
}

function StringDecoder(encoding) {
  const normalized = normalizeEncoding(encoding);
  if (normalized === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  this.encoding = normalized;
  Object.defineProperty(this, kState, { __proto__: null, value: new State(normalized), configurable: true });
}

function stateOf(decoder) {
  const state = decoder?.[kState];
  if (state === undefined) throw new ERR_INVALID_THIS('StringDecoder');
  return state;
}

StringDecoder.prototype.write = function write(buf) {
  if (typeof buf === 'string') return buf;
  if (!ArrayBuffer.isView(buf)) throw new ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], buf);
  const state = stateOf(this);
  return state.write(Buffer.isBuffer(buf) ? buf : Buffer.from(buf.buffer, buf.byteOffset, buf.byteLength));
};

StringDecoder.prototype.end = function end(buf) {
  const text = buf === undefined ? '' : this.write(buf);
  return text + stateOf(this).end();
};

StringDecoder.prototype.text = function text(buf, offset) {
  const state = stateOf(this);
  state.pending = Buffer.alloc(0);
  return this.write(buf.slice(offset));
};

Object.defineProperties(StringDecoder.prototype, {
  lastChar: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      const last = Buffer.alloc(4);
      stateOf(this).pending.copy(last);
      return last;
    },
  },
  lastNeed: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return stateOf(this).needed(); },
  },
  lastTotal: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return stateOf(this).pending.length + stateOf(this).needed(); },
  },
});

module.exports = { StringDecoder };
