// How the shown parts of an object are put together: one line, several, or columns.

const { removeColors } = require('internal/inspect/style');

const kObjectType = 0;
const kArrayType = 1;
const kArrayExtrasType = 2;

/** Array.prototype.join would write out what is shown of each level again for the level above; added strings are written out once. */
function joinLines(parts, separator) {
  let text = parts.length > 0 ? parts[0] : '';
  for (let i = 1; i < parts.length; i++) text += separator + parts[i];
  return text;
}

function fitsOneLine(context, output, start, base) {
  let total = output.length + start;
  if (total + output.length > context.breakLength) return false;
  for (const part of output) {
    total += context.colors ? removeColors(part).length : part.length;
    if (total > context.breakLength) return false;
  }
  return base === '' || !base.includes('\n');
}

/** Joins the parts between the braces. */
function joinParts(context, output, base, braces, type, recurseTimes, value) {
  const indentation = `\n${' '.repeat(context.indentationLvl)}`;
  if (context.compact === true) {
    if (fitsOneLine(context, output, 0, base)) {
      return `${braces[0]}${base ? ` ${base}` : ''} ${output.join(', ')} ${braces[1]}`;
    }
    const lead = base === '' && braces[0].length === 1 ? ' ' : `${base ? ` ${base}` : ''}${indentation}  `;
    return `${braces[0]}${lead}${joinLines(output, `,${indentation}  `)} ${braces[1]}`;
  }
  const head = base ? `${base} ` : '';
  if (typeof context.compact === 'number' && context.compact >= 1) {
    const entries = output.length;
    if (type === kArrayExtrasType && entries > 6) output = inColumns(context, output, value);
    if (context.currentDepth - recurseTimes < context.compact && entries === output.length) {
      const start = output.length + context.indentationLvl + braces[0].length + base.length + 10;
      if (fitsOneLine(context, output, start, base)) {
        const joined = output.join(', ');
        if (!joined.includes('\n')) return `${head}${braces[0]} ${joined} ${braces[1]}`;
      }
    }
  }
  return `${head}${braces[0]}${indentation}  ${joinLines(output, `,${indentation}  `)}${indentation}${braces[1]}`;
}

/** Long arrays of short entries are shown in columns, about 2.5 times as wide as high. */
function inColumns(context, output, value) {
  const hasMore = context.maxArrayLength < output.length;
  const count = hasMore ? output.length - 1 : output.length;
  const gap = 2;
  const lengths = new Array(count);
  let total = 0;
  let longest = 0;
  for (let i = 0; i < count; i++) {
    const length = require('internal/inspect/width').getStringWidth(output[i], context.colors);
    lengths[i] = length;
    total += length + gap;
    if (longest < length) longest = length;
  }
  const widest = longest + gap;
  if (widest * 3 + context.indentationLvl >= context.breakLength || !(total / widest > 5 || longest <= 6)) return output;
  const bias = Math.sqrt(widest - total / output.length);
  const biased = Math.max(widest - bias, 1);
  const columns = Math.min(
    Math.round(Math.sqrt(2.5 * biased * count) / biased),
    Math.floor((context.breakLength - context.indentationLvl) / widest),
    context.compact * 4,
    15);
  if (columns <= 1) return output;
  const widths = [];
  for (let column = 0; column < columns; column++) {
    let width = 0;
    for (let i = column; i < count; i += columns) width = Math.max(width, lengths[i]);
    widths.push(width + gap);
  }
  const numbers = value === undefined || allNumbers(value, output.length);
  const rows = [];
  for (let row = 0; row < count; row += columns) {
    const end = Math.min(row + columns, count);
    let line = '';
    for (let i = row; i < end; i++) {
      const invisible = output[i].length - lengths[i];
      const width = widths[i - row] + invisible;
      if (i < end - 1) line += numbers ? `${output[i]}, `.padStart(width) : `${output[i]}, `.padEnd(width);
      else line += numbers ? output[i].padStart(width - gap) : output[i];
    }
    rows.push(line);
  }
  if (hasMore) rows.push(output[count]);
  return rows;
}

function allNumbers(value, count) {
  for (let i = 0; i < count; i++) {
    if (typeof value[i] !== 'number' && typeof value[i] !== 'bigint') return false;
  }
  return true;
}

module.exports = { joinParts, kArrayExtrasType, kArrayType, kObjectType };
