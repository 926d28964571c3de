// node:module's SourceMap.

const { structuredClone } = require('internal/web/structured_clone');
const { validateObject } = require('internal/validators');

/** A source map (ECMA-426) and where its positions come from. */
class SourceMap {
  #payload;
  #mappings;
  #lineLengths;

  constructor(payload, { lineLengths } = {}) {
    validateObject(payload, 'payload');
    this.#payload = structuredClone(payload);
    this.#mappings = decodeMappings(payload);
    this.#lineLengths = lineLengths;
  }

  get payload() { return structuredClone(this.#payload); }

  /** Of the generated text's lines, where it is known. */
  get lineLengths() { return this.#lineLengths?.slice(); }

  findEntry(lineOffset, columnOffset) {
    let found = {};
    for (const entry of this.#mappings) {
      if (entry.generatedLine > lineOffset || (entry.generatedLine === lineOffset && entry.generatedColumn > columnOffset)) break;
      found = entry;
    }
    return { ...found };
  }

  findOrigin(lineNumber, columnNumber) {
    const { originalColumn, originalLine, originalSource, name, generatedColumn, generatedLine } =
      this.findEntry(lineNumber - 1, columnNumber - 1);
    if (originalSource === undefined) return {};
    return {
      name,
      fileName: originalSource,
      lineNumber: originalLine + lineNumber - generatedLine,
      columnNumber: originalColumn + columnNumber - generatedColumn,
    };
  }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of one segment: base 64 digits, least significant first, the sign in the lowest bit. */
function decodeSegment(segment) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const char of segment) {
    const digit = digits.indexOf(char);
    if (digit === -1) break;
    value += (digit & 31) * 2 ** shift;
    if (digit & 32) {
      shift += 5;
    } else {
      numbers.push(value % 2 ? -Math.floor(value / 2) : value / 2);
      value = 0;
      shift = 0;
    }
  }
  return numbers;
}

function decodeMappings({ mappings = '', names = [], sections, sources = [] }) {
  if (sections) {
    return sections.flatMap(({ map, offset }) => decodeMappings(map).map((entry) => ({
      ...entry,
      generatedLine: entry.generatedLine + offset.line,
      generatedColumn: entry.generatedColumn + (entry.generatedLine === 0 ? offset.column : 0),
    })));
  }
  const entries = [];
  let [source, line, column, name] = [0, 0, 0, 0];
  mappings.split(';').forEach((text, generatedLine) => {
    let generatedColumn = 0;
    for (const segment of text.split(',')) {
      if (segment === '') continue;
      const numbers = decodeSegment(segment);
      generatedColumn += numbers[0];
      const entry = { generatedLine, generatedColumn };
      if (numbers.length >= 4) {
        source += numbers[1];
        line += numbers[2];
        column += numbers[3];
        Object.assign(entry, { originalSource: sources[source], originalLine: line, originalColumn: column });
        if (numbers.length >= 5) {
          name += numbers[4];
          entry.name = names[name];
        }
      }
      entries.push(entry);
    }
  });
  return entries;
}

module.exports = { SourceMap };
