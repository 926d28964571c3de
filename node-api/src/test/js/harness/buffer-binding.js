'use strict';

const { Buffer, isAscii, isUtf8 } = require('buffer');
const { TextDecoder } = require('util');

const wrap = (view) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);

module.exports = function bufferBinding() {
  const slice = (encoding) => (view, start, end) => wrap(view).toString(encoding, start, end);
  const write = (encoding) => (view, text, offset, length) => wrap(view).write(text, offset, length, encoding);
  return {
    byteLengthUtf8: (text) => Buffer.byteLength(text),
    utf8Write: write('utf8'),
    latin1Write: write('latin1'),
    ucs2Write: write('ucs2'),
    hexWrite: write('hex'),
    base64Write: write('base64'),
    utf8Slice: slice('utf8'),
    latin1Slice: slice('latin1'),
    asciiSlice: slice('ascii'),
    ucs2Slice: slice('ucs2'),
    hexSlice: slice('hex'),
    base64Slice: slice('base64'),
    base64urlSlice: slice('base64url'),
    encodeUtf8(text) {
      const bytes = Buffer.from(text);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    },
    encodeUtf8Into(text, view) {
      const { read, written } = new TextEncoder().encodeInto(text, new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
      return [read, written];
    },
    decode(view, encoding, fatal) {
      let decoder;
      try {
        decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true });
      } catch {
        return undefined;
      }
      return decoder.decode(view);
    },
    compare: (a, b) => wrap(a).compare(wrap(b)),
    indexOf(view, needle, from, forward) {
      const buffer = wrap(view);
      return forward ? buffer.indexOf(wrap(needle), from) : buffer.lastIndexOf(wrap(needle), from);
    },
    indexOfNumber(view, byte, from, forward) {
      const buffer = wrap(view);
      return forward ? buffer.indexOf(byte, from) : buffer.lastIndexOf(byte, from);
    },
    fill(view, pattern, start, end) { wrap(view).fill(wrap(pattern), start, end); },
    copy(source, target, targetStart, sourceStart, count) {
      wrap(source).copy(wrap(target), targetStart, sourceStart, sourceStart + count);
    },
    isUtf8,
    isAscii,
  };
};
