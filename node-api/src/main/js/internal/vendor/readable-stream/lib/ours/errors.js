// What readable-stream asks of "its" errors: Node's own.

const { AbortError, aggregateTwoErrors, codes, hideStackFrames } = require('internal/errors');

module.exports = { AbortError, aggregateTwoErrors, codes, hideStackFrames };
