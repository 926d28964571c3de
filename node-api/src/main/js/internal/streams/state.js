// How much streams buffer before they ask to wait.

const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_UNKNOWN_ENCODING },
} = require('internal/errors');
const { validateInteger } = require('internal/validators');

// Of bytes (Windows has slower pipes in mind), and of objects.
let bytes = process.platform === 'win32' ? 16 * 1024 : 64 * 1024;
let objects = 16;

function getDefaultHighWaterMark(objectMode) {
  return objectMode ? objects : bytes;
}

function setDefaultHighWaterMark(objectMode, value) {
  validateInteger(value, 'value', 0);
  if (objectMode) objects = value;
  else bytes = value;
}

/** The mark of one side of a stream from its options. Every readable state begins here, so this is where a bad default encoding is told of. */
function getHighWaterMark(state, options, duplexKey, isDuplex) {
  const { defaultEncoding } = options;
  if (defaultEncoding != null && !require('buffer').Buffer.isEncoding(defaultEncoding)) throw new ERR_UNKNOWN_ENCODING(defaultEncoding);
  const mark = options.highWaterMark ?? (isDuplex ? options[duplexKey] : null);
  if (mark == null) return getDefaultHighWaterMark(state.objectMode);
  if (!Number.isInteger(mark) || mark < 0) throw new ERR_INVALID_ARG_VALUE(isDuplex ? `options.${duplexKey}` : 'options.highWaterMark', mark);
  return Math.floor(mark);
}

module.exports = { getDefaultHighWaterMark, getHighWaterMark, setDefaultHighWaterMark };
