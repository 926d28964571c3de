// DNS messages (RFC 1035 §4): a question written, an answer read into the records node:dns gives.

const { serializeIPv6 } = require('internal/web/url_host');

const types = {
  A: 1, NS: 2, CNAME: 5, SOA: 6, PTR: 12, MX: 15, TXT: 16, AAAA: 28, SRV: 33, NAPTR: 35, TLSA: 52, ANY: 255, CAA: 257,
};
const MAX_POINTERS = 64;
const responseCodes = [undefined, 'EFORMERR', 'ESERVFAIL', 'ENOTFOUND', 'ENOTIMP', 'EREFUSED'];

/** The bytes of a name's labels, or undefined if it can be none. */
function encodeName(name) {
  const bytes = [];
  const text = name.endsWith('.') ? name.slice(0, -1) : name;
  if (text !== '') {
    for (const label of text.split('.')) {
      if (label.length === 0 || label.length > 63 || /[^\x21-\x7e]/.test(label)) return undefined;
      bytes.push(label.length);
      for (let i = 0; i < label.length; i++) bytes.push(label.charCodeAt(i));
    }
  }
  bytes.push(0);
  return bytes.length > 255 ? undefined : bytes;
}

/** A question for records of a name, which the transport gives its number. Undefined if the name can be none. */
function encodeQuestion(name, type) {
  const labels = encodeName(name);
  if (labels === undefined) return undefined;
  // One question, recursion desired; class IN.
  return Uint8Array.from([0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...labels, type >> 8, type & 255, 0, 1]);
}

class Malformed extends Error {}

/** Reads a message; whatever leaves it is malformed. */
class Reader {
  constructor(bytes, position, end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  u8() {
    if (this.position >= this.end) throw new Malformed();
    return this.bytes[this.position++];
  }
  u16() { return this.u8() << 8 | this.u8(); }
  u32() { return (this.u16() * 65536) + this.u16(); }

  take(length) {
    if (this.position + length > this.end) throw new Malformed();
    const part = this.bytes.subarray(this.position, this.position + length);
    this.position += length;
    return part;
  }

  rest() { return this.take(this.end - this.position); }

  /** A name, with what is special in its labels escaped; pointers lead backwards and end. */
  name() {
    const labels = [];
    let at = this.position;
    let jumps = 0;
    for (;;) {
      if (at >= this.bytes.length) throw new Malformed();
      const length = this.bytes[at++];
      if ((length & 0xc0) === 0xc0) {
        if (at >= this.bytes.length || ++jumps > MAX_POINTERS) throw new Malformed();
        if (jumps === 1) this.position = at + 1;
        at = (length & 0x3f) << 8 | this.bytes[at];
      } else if (length > 63 || at + length > this.bytes.length) {
        throw new Malformed();
      } else if (length === 0) {
        if (jumps === 0) this.position = at;
        return labels.join('.');
      } else {
        labels.push(label(this.bytes.subarray(at, at + length)));
        at += length;
      }
    }
  }

  /** A character-string: a length and as many bytes. */
  string() { return latin1(this.take(this.u8())); }
}

function latin1(bytes) {
  return require('buffer').Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).latin1Slice();
}

function label(bytes) {
  let text = '';
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (byte < 0x21 || byte > 0x7e) text += `\\${String(byte).padStart(3, '0')}`;
    else text += '.";()@$\\'.includes(char) ? `\\${char}` : char;
  }
  return text;
}

const utf8 = (bytes) => require('buffer').Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).utf8Slice();

/** What a record holds, by type; the value as resolve… of that type gives it. */
const readers = {
  A: (data) => [...data.take(4)].join('.'),
  AAAA: (data) => serializeIPv6(Array.from({ length: 8 }, () => data.u16())),
  NS: (data) => data.name(),
  CNAME: (data) => data.name(),
  PTR: (data) => data.name(),
  MX(data) {
    const priority = data.u16();
    return { exchange: data.name(), priority };
  },
  TXT(data) {
    const chunks = [];
    while (data.position < data.end) chunks.push(utf8(data.take(data.u8())));
    return chunks;
  },
  SRV(data) {
    const [priority, weight, port] = [data.u16(), data.u16(), data.u16()];
    return { name: data.name(), port, priority, weight };
  },
  NAPTR(data) {
    const [order, preference] = [data.u16(), data.u16()];
    const [flags, service, regexp] = [data.string(), data.string(), data.string()];
    return { flags, service, regexp, replacement: data.name(), order, preference };
  },
  SOA(data) {
    const [nsname, hostmaster] = [data.name(), data.name()];
    return { nsname, hostmaster, serial: data.u32(), refresh: data.u32(), retry: data.u32(), expire: data.u32(), minttl: data.u32() };
  },
  CAA(data) {
    const critical = data.u8();
    const tag = data.string();
    return { critical, [tag]: latin1(data.rest()) };
  },
  TLSA(data) {
    const [certUsage, selector, match] = [data.u8(), data.u8(), data.u8()];
    return { certUsage, selector, match, data: data.rest().slice().buffer };
  },
};
const typeNames = new Map(Object.entries(types).map(([name, number]) => [number, name]));

function readAnswers(bytes) {
  const reader = new Reader(bytes, 4, bytes.length);
  const [questions, answers] = [reader.u16(), reader.u16()];
  reader.position = 12;
  for (let i = 0; i < questions; i++) {
    reader.name();
    reader.take(4);
  }
  const records = [];
  for (let i = 0; i < answers; i++) {
    reader.name();
    const type = typeNames.get(reader.u16());
    reader.u16();
    const ttl = reader.u32();
    const length = reader.u16();
    const data = new Reader(bytes, reader.position, reader.position + length);
    reader.take(length);
    if (readers[type] !== undefined) records.push({ type, ttl, value: readers[type](data) });
  }
  return records;
}

/** The records of an answer as `{ type, ttl, value }`, or the code of what is wrong with it. */
function decodeAnswer(bytes) {
  if (bytes.length < 12) return 'EBADRESP';
  const code = bytes[3] & 15;
  if (code !== 0) return responseCodes[code] ?? 'EBADRESP';
  try {
    return readAnswers(bytes);
  } catch (error) {
    if (error instanceof Malformed) return 'EBADRESP';
    throw error;
  }
}

module.exports = { decodeAnswer, encodeQuestion, types };
