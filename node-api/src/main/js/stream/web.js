// node:stream/web.

const { defineLazyProperties } = require('internal/util');

defineLazyProperties(exports, 'internal/web/streams/readable', ['ReadableStream']);
defineLazyProperties(exports, 'internal/web/streams/readers', ['ReadableStreamDefaultReader', 'ReadableStreamBYOBReader']);
defineLazyProperties(exports, 'internal/web/streams/readable_bytes_api', ['ReadableStreamBYOBRequest', 'ReadableByteStreamController']);
defineLazyProperties(exports, 'internal/web/streams/readable_default', ['ReadableStreamDefaultController']);
defineLazyProperties(exports, 'internal/web/streams/transform', ['TransformStream', 'TransformStreamDefaultController']);
defineLazyProperties(exports, 'internal/web/streams/writable',
  ['WritableStream', 'WritableStreamDefaultController', 'WritableStreamDefaultWriter']);
defineLazyProperties(exports, 'internal/web/streams/strategies', ['ByteLengthQueuingStrategy', 'CountQueuingStrategy']);
defineLazyProperties(exports, 'internal/web/streams/encoding', ['TextEncoderStream', 'TextDecoderStream']);
defineLazyProperties(exports, 'internal/web/streams/compression', ['CompressionStream', 'DecompressionStream']);
