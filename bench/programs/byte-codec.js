// A codec over byte arrays: LZ77 with a hash of three bytes finds repetitions, Huffman codes write what is left bit by bit,
// a CRC-32 guards the result. Typed arrays, shifts, masks and small integers throughout.

const SIZE = 40_000;
const WINDOW = 4096;
const SHORTEST = 3;
const LONGEST = 18;
const END = 256;
const MATCH = 257;
const SYMBOLS = 258;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return crc;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff];
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Readings of a sensor as text: repetitive, but not wholly. */
function sample() {
  const bytes = new Uint8Array(SIZE);
  let seed = 42;
  let at = 0;
  while (at < SIZE) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    for (const character of `temperature=${20 + ((seed >> 16) % 9)}.${(seed >> 8) % 10};humidity=${40 + ((seed >> 20) % 30)}\n`) {
      if (at < SIZE) {
        bytes[at++] = character.charCodeAt(0);
      }
    }
  }
  return bytes;
}

/** Calls `literal(byte)` or `match(length, distance)` for all of `bytes`. */
function parse(bytes, literal, match) {
  const heads = new Int32Array(1 << 13).fill(-1);
  let at = 0;
  while (at < bytes.length) {
    let length = 0;
    let from = -1;
    if (at + SHORTEST <= bytes.length) {
      const hash = ((bytes[at] << 10) ^ (bytes[at + 1] << 5) ^ bytes[at + 2]) & 0x1fff;
      from = heads[hash];
      heads[hash] = at;
      if (from >= 0 && at - from <= WINDOW) {
        const most = Math.min(LONGEST, bytes.length - at);
        while (length < most && bytes[from + length] === bytes[at + length]) {
          length++;
        }
      }
    }
    if (length >= SHORTEST) {
      match(length, at - from);
      at += length;
    } else {
      literal(bytes[at++]);
    }
  }
}

/** Lengths of the codes of a Huffman tree over `counts`. */
function codeLengths(counts) {
  const lengths = new Uint8Array(SYMBOLS);
  let trees = [];
  counts.forEach((count, symbol) => {
    if (count > 0) {
      trees.push({ count, symbols: [symbol] });
    }
  });
  while (trees.length > 1) {
    trees.sort((a, b) => b.count - a.count || b.symbols[0] - a.symbols[0]);
    const a = trees.pop();
    const b = trees.pop();
    const symbols = a.symbols.concat(b.symbols);
    symbols.forEach((symbol) => lengths[symbol]++);
    trees.push({ count: a.count + b.count, symbols });
  }
  return lengths;
}

/** Canonical codes: by length, then by symbol. */
function codes(lengths) {
  const order = [...lengths.keys()].filter((symbol) => lengths[symbol] > 0).sort((a, b) => lengths[a] - lengths[b] || a - b);
  const result = new Uint32Array(SYMBOLS);
  let code = 0;
  let length = 0;
  for (const symbol of order) {
    code <<= lengths[symbol] - length;
    length = lengths[symbol];
    result[symbol] = code++;
  }
  return { order, result };
}

class BitWriter {
  bytes = new Uint8Array(SIZE);
  length = 0;
  #bits = 0;
  #count = 0;

  write(value, count) {
    this.#bits = (this.#bits << count) | value;
    this.#count += count;
    while (this.#count >= 8) {
      this.#count -= 8;
      this.bytes[this.length++] = this.#bits >>> this.#count;
      this.#bits &= (1 << this.#count) - 1;
    }
  }

  finish() {
    this.write(0, 7);
    return this.bytes.subarray(0, this.length);
  }
}

class BitReader {
  #at = 0;
  #bits = 0;
  #count = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }

  read(count) {
    while (this.#count < count) {
      this.#bits = (this.#bits << 8) | this.bytes[this.#at++];
      this.#count += 8;
    }
    this.#count -= count;
    const value = this.#bits >>> this.#count;
    this.#bits &= (1 << this.#count) - 1;
    return value;
  }
}

function encode(bytes) {
  const counts = new Uint32Array(SYMBOLS);
  parse(bytes, (byte) => { counts[byte]++; }, () => { counts[MATCH]++; });
  counts[END] = 1;
  const lengths = codeLengths(counts);
  const { result } = codes(lengths);
  const writer = new BitWriter();
  lengths.forEach((length) => writer.write(length, 5));
  parse(
    bytes,
    (byte) => writer.write(result[byte], lengths[byte]),
    (length, distance) => {
      writer.write(result[MATCH], lengths[MATCH]);
      writer.write(length - SHORTEST, 4);
      writer.write(distance - 1, 12);
    },
  );
  writer.write(result[END], lengths[END]);
  return writer.finish();
}

function decode(packed) {
  const reader = new BitReader(packed);
  const lengths = Uint8Array.from({ length: SYMBOLS }, () => reader.read(5));
  const { order, result } = codes(lengths);
  const symbols = new Map(order.map((symbol) => [(lengths[symbol] << 24) | result[symbol], symbol]));
  const bytes = new Uint8Array(SIZE);
  let at = 0;
  for (;;) {
    let code = 0;
    let length = 0;
    let symbol;
    do {
      code = (code << 1) | reader.read(1);
      length++;
      symbol = symbols.get((length << 24) | code);
    } while (symbol === undefined);
    if (symbol === END) {
      return bytes.subarray(0, at);
    } else if (symbol === MATCH) {
      const end = at + reader.read(4) + SHORTEST;
      const distance = reader.read(12) + 1;
      for (; at < end; at++) {
        bytes[at] = bytes[at - distance];
      }
    } else {
      bytes[at++] = symbol;
    }
  }
}

const original = sample();

benchmark('byte-codec', {
  run() {
    const packed = encode(original);
    return { packed, unpacked: decode(packed) };
  },
  check: ({ packed, unpacked }) => packed.length < SIZE / 3 && unpacked.length === SIZE && crc32(unpacked) === crc32(original),
});
