// What readable-stream asks of "its" errors: Node's own.

const { AbortError, aggregateTwoErrors, codes, hideStackFrames } = require('internal/errors');

/** The package names the chunks it takes as they were before Node 22. */
function ERR_INVALID_ARG_TYPE(name, expected, actual) {
  return new codes.ERR_INVALID_ARG_TYPE(name, name === 'chunk' ? ['string', 'Buffer', 'TypedArray', 'DataView'] : expected, actual);
}

module.exports = {
  AbortError,
  aggregateTwoErrors,
  codes: new Proxy(codes, {
    __proto__: null,
    get: (all, code) => (code === 'ERR_INVALID_ARG_TYPE' ? ERR_INVALID_ARG_TYPE : all[code]),
  }),
  hideStackFrames,
};
