// util.styleText: text between the SGR codes (ECMA-48) of one or more formats.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const { inspect } = require('internal/inspect');
const { validateBoolean, validateObject, validateOneOf, validateString } = require('internal/validators');

const kForegroundEnd = 39;
const kIntensityEnd = 22;
const hexColor = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const sgr = (code) => `\u001b[${code}m`;

/** The codes a format begins and ends with, checked. */
function codesOf(format) {
  if (typeof format === 'string' && format[0] === '#') {
    if (!hexColor.test(format)) {
      throw new ERR_INVALID_ARG_VALUE('format', format, 'must be a valid hex color (#RGB or #RRGGBB)');
    }
    const digits = format.length === 4 ? format.replace(/[0-9a-f]/gi, '$&$&') : format;
    const number = Number.parseInt(digits.slice(1), 16);
    return [`38;2;${number >> 16};${(number >> 8) & 255};${number & 255}`, kForegroundEnd];
  }
  const codes = inspect.colors[format];
  if (codes == null) validateOneOf(format, 'format', Object.getOwnPropertyNames(inspect.colors));
  return codes;
}

/**
 * Where a styled part inside the text ends, the outer style begins again. Bold and dim share one end, so for them it has to stay.
 */
function reopen(text, open, end) {
  const close = sgr(end);
  if (!text.includes(close)) return text;
  const parts = text.split(close);
  const last = parts.pop();
  const between = end === kIntensityEnd ? close + open : open;
  const joined = parts.join(between);
  return last === '' ? joined + close : joined + between + last;
}

function isStream(value) {
  return value !== null && typeof value === 'object' &&
    (typeof value.pipe === 'function' || typeof value.write === 'function' || typeof value.getReader === 'function' ||
     typeof value.getWriter === 'function' || value._readableState !== undefined || value._writableState !== undefined);
}

function shouldColorize(stream) {
  const { FORCE_COLOR, NODE_DISABLE_COLORS, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return require('internal/tty').getColorDepth(process.env) > 2;
  if (NODE_DISABLE_COLORS !== undefined || NO_COLOR !== undefined) return false;
  return Boolean(stream?.isTTY) && (typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true);
}

function wantsColor(options) {
  const validateStream = options?.validateStream ?? true;
  validateBoolean(validateStream, 'options.validateStream');
  if (!validateStream) return true;
  const stream = options?.stream ?? process.stdout;
  if (!isStream(stream)) throw new ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  return shouldColorize(stream);
}

function styleText(format, text, options) {
  validateString(text, 'text');
  if (options !== undefined) validateObject(options, 'options');
  const colored = wantsColor(options);
  let left = '';
  let right = '';
  let inner = text;
  for (const name of Array.isArray(format) ? format : [format]) {
    if (name === 'none') continue;
    const [start, end] = codesOf(name);
    const open = sgr(start);
    left += open;
    right = sgr(end) + right;
    inner = reopen(inner, open, end);
  }
  return colored ? left + inner + right : text;
}

module.exports = { styleText };
