// The difference of two shown values, line by line, as AssertionError prints it.

const { kDelete, kEqual, kInsert, myers } = require('internal/util/diff');

const kept = 5;

/** Lines that differ by a trailing comma only count as equal. */
function withoutComma(line) {
  return line.endsWith(',') ? line.slice(0, -1) : line;
}

/** Edits in order; equal lines show the form with the comma if either has one. */
function lineDiff(actual, expected, ignoreCommas) {
  const edits = ignoreCommas ? myers(actual.map(withoutComma), expected.map(withoutComma)) : myers(actual, expected);
  edits.reverse();
  let i = 0;
  let j = 0;
  return edits.map(([operation]) => {
    if (operation === kInsert) return [operation, actual[i++]];
    if (operation === kDelete) return [operation, expected[j++]];
    const [left, right] = [actual[i++], expected[j++]];
    return [kEqual, left.endsWith(',') ? left : right];
  });
}

/** The lines with their marks; runs of equal lines are shortened to `...`. */
function printDiff(edits, operator, colors) {
  const lines = [];
  let skipped = false;
  const plain = (line) => lines.push(`${colors.white}  ${line}`);
  for (let i = 0; i < edits.length;) {
    const [operation, value] = edits[i];
    if (operation !== kEqual) {
      if (operation === kDelete) lines.push(`${colors.red}-${colors.white} ${value}`);
      else if (operator === 'partialDeepStrictEqual') {
        lines.push(`${colors.gray}${colors.hasColors ? ' ' : '+'} ${value}${colors.white}`);
      } else lines.push(`${colors.green}+${colors.white} ${value}`);
      i++;
      continue;
    }
    let end = i;
    while (end < edits.length && edits[end][0] === kEqual) end++;
    const run = edits.slice(i, end).map((edit) => edit[1]);
    const isLast = end === edits.length;
    run.slice(0, kept).forEach(plain);
    const rest = run.slice(kept);
    // At the end nothing follows that would need its neighbours shown.
    if (!isLast && rest.length > 0) {
      if (rest.length <= 2) {
        rest.forEach(plain);
      } else {
        lines.push(`${colors.blue}...${colors.white}`);
        plain(rest.at(-1));
        skipped = true;
      }
    }
    i = end;
  }
  return { message: `\n${lines.join('\n').trimEnd()}`, skipped };
}

module.exports = { lineDiff, printDiff };
