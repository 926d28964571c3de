// Parameters of Brotli and Zstandard: numbers by number, as an option { [zlib.constants.…]: value }.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');

/** The values by key, −1 where there is none. @param InvalidKey made when a key is unknown or there twice */
function checkedParameters(params, known, InvalidKey) {
  const values = new Int32Array(Math.max(...known) + 1).fill(-1);
  if (!params) return values;
  for (const original of Object.keys(params)) {
    const key = +original;
    if (!known.has(key) || values[key] !== -1) throw new InvalidKey(original);
    const value = params[original];
    if (typeof value !== 'number' && typeof value !== 'boolean') throw new ERR_INVALID_ARG_TYPE('options.params[key]', 'number', value);
    values[key] = Number(value);
  }
  return values;
}

module.exports = { checkedParameters };
