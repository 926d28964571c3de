// console.table: rows and columns in box-drawing characters.

const { getStringWidth } = require('internal/inspect');
const { validateArray } = require('internal/validators');
const types = require('util/types');

const indexKey = '(index)';
const iterationKey = '(iteration index)';
const keyKey = 'Key';
const valuesKey = 'Values';

/** The table's text: columns are arrays of cells. */
function render(head, columns) {
  const longest = Math.max(...columns.map((column) => column.length), 0);
  const widths = head.map((text) => getStringWidth(text) + 2);
  const rows = [];
  for (let row = 0; row < longest; row++) {
    rows.push(head.map((_, i) => {
      const cell = columns[i] && Object.hasOwn(columns[i], row) ? columns[i][row] : '';
      widths[i] = Math.max(widths[i], getStringWidth(cell) + 2);
      return cell;
    }));
  }
  const line = (left, middle, right) => `${left}${widths.map((width) => '─'.repeat(width)).join(middle)}${right}`;
  const text = (cells) =>
    `│${cells.map((cell, i) => ` ${cell}${' '.repeat(widths[i] - 1 - getStringWidth(cell))}`).join('│')}│`;
  let result = `${line('┌', '┬', '┐')}\n${text(head)}\n${line('├', '┼', '┤')}\n`;
  for (const row of rows) result += `${text(row)}\n`;
  return result + line('└', '┴', '┘');
}

function table(console, data, properties, show) {
  if (data === null || typeof data !== 'object') {
    console.log(data);
    return;
  }
  if (properties !== undefined) validateArray(properties, 'properties');
  const cell = (value) => {
    const depth = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 2 ? -1 : 0;
    return show(value, { maxArrayLength: 3, breakLength: Infinity, colors: false, depth });
  };
  const isMapIterator = types.isMapIterator(data);
  const [previewed, isKeyValue] = isMapIterator ? internalBinding('util').previewEntries(data) : [];
  if (types.isMap(data) || isKeyValue) {
    const entries = isMapIterator ? pairs(previewed) : [...data];
    const keys = entries.map((entry) => entry[0]);
    const values = entries.map((entry) => entry[1]);
    console.log(render([iterationKey, keyKey, valuesKey],
      [keys.map((_, i) => String(i)), keys.map(cell), values.map(cell)]));
    return;
  }
  const isSetIterator = types.isSetIterator(data);
  if (types.isSet(data) || isSetIterator || isMapIterator) {
    const values = isMapIterator ? previewed : isSetIterator ? internalBinding('util').previewEntries(data)[0] : [...data];
    console.log(render([iterationKey, valuesKey], [values.map((_, i) => String(i)), values.map(cell)]));
    return;
  }
  const columns = { __proto__: null };
  let hasPrimitives = false;
  const primitives = [];
  const rows = Object.keys(data);
  rows.forEach((row, i) => {
    const item = data[row];
    const primitive = item === null || (typeof item !== 'function' && typeof item !== 'object');
    if (primitive && properties === undefined) {
      hasPrimitives = true;
      primitives[i] = cell(item);
    } else {
      for (const key of properties || Object.keys(item)) {
        columns[key] ??= [];
        if (!primitive && Object.hasOwn(item, key)) columns[key][i] = cell(item[key]);
        else columns[key][i] = '';
      }
    }
  });
  if (properties !== undefined) for (const key of properties) columns[key] ??= [];
  const head = [indexKey, ...Object.keys(columns)];
  const cells = [rows, ...Object.values(columns)];
  if (hasPrimitives) {
    head.push(valuesKey);
    cells.push(primitives);
  }
  console.log(render(head, cells));
}

function pairs(entries) {
  const result = [];
  for (let i = 0; i < entries.length; i += 2) result.push([entries[i], entries[i + 1]]);
  return result;
}

module.exports = { table };
