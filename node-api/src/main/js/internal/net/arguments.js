// The many ways to say where to connect or listen, as one options object and a callback.

const kNormalized = Symbol('normalizedArgs');

function toNumber(value) {
  return (value = Number(value)) >= 0 ? value : false;
}

/** A string that is no number names a local socket. */
function isPipeName(value) {
  return typeof value === 'string' && toNumber(value) === false;
}

/** [options, callback] from the arguments of connect or listen. */
function normalizeArgs(args) {
  if (args.length === 0) return mark([{}, null]);
  const [first] = args;
  let options = {};
  if (typeof first === 'object' && first !== null) {
    options = first;
  } else if (isPipeName(first)) {
    options.path = first;
  } else {
    options.port = first;
    if (args.length > 1 && typeof args[1] === 'string') options.host = args[1];
  }
  const callback = args.at(-1);
  return mark([options, typeof callback === 'function' ? callback : null]);
}

function mark(pair) {
  Object.defineProperty(pair, kNormalized, { __proto__: null, value: true });
  return pair;
}

module.exports = { isPipeName, kNormalized, normalizeArgs, toNumber };
