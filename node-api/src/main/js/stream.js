// node:stream: the readable-stream package, with what Node has grown since.

const Stream = require('internal/vendor/readable-stream/lib/stream');
const { defineLazy } = require('internal/util');

require('internal/streams/additions').extend(Stream);

module.exports = Stream;
Stream.Stream = Stream;
defineLazy(Stream, 'promises', () => require('stream/promises'));
defineLazy(Stream, 'duplexPair', () => require('internal/streams/duplex_pair').duplexPair);
