// Strings, numbers and the other primitives as util.inspect shows them.

const { ObjectIs } = require('internal/primordials');
const { plain } = require('internal/inspect/style');

const minLineWidth = 16;
const needsEscape = /[\x00-\x1f\x27\x5c\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const escapeSingle = new RegExp(needsEscape.source, 'g');
const escapeOther = new RegExp(needsEscape.source.replace('\\x27', ''), 'g');
const shortEscapes = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 39: "\\'", 92: '\\\\' };

function escapeUnit(text) {
  const code = text.charCodeAt(0);
  if (shortEscapes[code] !== undefined) return shortEscapes[code];
  if (code < 256) return `\\x${code < 16 ? '0' : ''}${code.toString(16).toUpperCase()}`;
  return `\\u${code.toString(16).toUpperCase()}`;
}

/** A string in quotes, choosing those that need no escapes. */
function strEscape(text) {
  let pattern = escapeSingle;
  let quote = "'";
  if (text.includes("'")) {
    if (!text.includes('"')) quote = '"';
    else if (!text.includes('`') && !text.includes('${')) quote = '`';
    if (quote !== "'") pattern = escapeOther;
  } else if (!needsEscape.test(text)) {
    return `'${text}'`;
  }
  return `${quote}${text.replace(pattern, escapeUnit)}${quote}`;
}

function separateLeft(digits) {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, '_');
}

function formatNumber(stylize, number, numericSeparator) {
  const text = ObjectIs(number, -0) ? '-0' : `${number}`;
  if (!numericSeparator || !Number.isFinite(number) || text.includes('e')) return stylize(text, 'number');
  const [whole, fraction] = text.split('.');
  const left = separateLeft(whole);
  return stylize(fraction === undefined ? left : `${left}.${fraction.replace(/\d{3}(?=\d)/g, '$&_')}`, 'number');
}

function formatBigInt(stylize, bigint, numericSeparator) {
  const text = String(bigint);
  return stylize(`${numericSeparator ? separateLeft(text) : text}n`, 'bigint');
}

function formatString(stylize, value, context) {
  let trailer = '';
  if (value.length > context.maxStringLength) {
    const remaining = value.length - context.maxStringLength;
    value = value.slice(0, context.maxStringLength);
    trailer = `... ${remaining} more character${remaining > 1 ? 's' : ''}`;
  }
  if (context.compact !== true && value.length > minLineWidth &&
      value.length > context.breakLength - context.indentationLvl - 4) {
    const lines = value.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    return lines.map((line) => stylize(strEscape(line), 'string'))
      .join(` +\n${' '.repeat(context.indentationLvl + 2)}`) + trailer;
  }
  return stylize(strEscape(value), 'string') + trailer;
}

function formatPrimitive(stylize, value, context) {
  switch (typeof value) {
    case 'string': return formatString(stylize, value, context);
    case 'number': return formatNumber(stylize, value, context.numericSeparator);
    case 'bigint': return formatBigInt(stylize, value, context.numericSeparator);
    case 'boolean': return stylize(`${value}`, 'boolean');
    case 'undefined': return stylize('undefined', 'undefined');
    default: return stylize(Symbol.prototype.toString.call(value), 'symbol');
  }
}

module.exports = { escapeUnit, formatBigInt, formatNumber, formatPrimitive, plain, strEscape };
