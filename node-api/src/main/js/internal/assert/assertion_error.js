// AssertionError and the message it makes from what was compared.

const { inspect } = require('internal/inspect');
const { validateObject } = require('internal/validators');
const { customInspectSymbol } = require('internal/util');

const headings = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};
const withDiff = new Set(['deepStrictEqual', 'strictEqual', 'partialDeepStrictEqual']);

function show(value) {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
  });
}

const isObject = (value) => typeof value === 'object' && value !== null;

/** Two one-line values: side by side when short, stacked otherwise, with a mark under the first difference of strings. */
function simpleDiff(actual, shownActual, expected, shownExpected, colors) {
  const strings = typeof actual === 'string' && typeof expected === 'string';
  let length = shownActual.length + shownExpected.length;
  if (typeof actual === 'string') length -= 2;
  if (typeof expected === 'string') length -= 2;
  if (length <= 12 && (actual !== 0 || expected !== 0)) return { message: `${shownActual} !== ${shownExpected}`, header: '' };
  if (strings && colors.hasColors) return coloredStrings(shownActual, shownExpected, colors);
  let message = `\n${colors.green}+${colors.white} ${shownActual}\n${colors.red}- ${colors.white}${shownExpected}`;
  const width = process.stderr.isTTY ? process.stderr.columns : 80;
  if (strings && shownActual.length + shownExpected.length <= width) {
    let at = 0;
    while (at < shownActual.length && shownActual[at] === shownExpected[at]) at++;
    // The first two characters after the quote show their difference by themselves.
    if (at >= 3 && at < shownActual.length) message += `\n${' '.repeat(at + 2)}^`;
  }
  return { message };
}

function coloredStrings(actual, expected, colors) {
  const { kDelete, kInsert, myers } = require('internal/util/diff');
  let message = '';
  for (const [operation, char] of myers([...actual], [...expected]).reverse()) {
    const color = operation === kInsert ? colors.green : operation === kDelete ? colors.red : colors.white;
    message += `${color}${char}${colors.white}`;
  }
  return { message: `\n${message}`, header: `${colors.green}actual${colors.white} ${colors.red}expected${colors.white}` };
}

function diffMessage(actual, expected, operator, customMessage, style, colors) {
  if (operator === 'strictEqual' && ((isObject(actual) && isObject(expected)) ||
      (typeof actual === 'function' && typeof expected === 'function'))) operator = 'strictEqualObject';
  const [left, right] = [show(actual), show(expected)];
  const [leftLines, rightLines] = [left.split('\n'), right.split('\n')];
  let header = `${colors.green}+ actual${colors.white} ${colors.red}- expected${colors.white}`;
  let message;
  let skipped = false;
  if (leftLines.length === 1 && rightLines.length === 1 && (!isObject(actual) || !isObject(expected))) {
    const simple = simpleDiff(actual, left, expected, right, colors);
    ({ message } = simple);
    header = simple.header ?? header;
  } else if (left === right) {
    operator = 'notIdentical';
    header = '';
    skipped = leftLines.length > 50 && style !== 'full';
    message = skipped ? `${leftLines.slice(0, 50).join('\n')}\n...}` : left;
  } else {
    const { lineDiff, printDiff } = require('internal/assert/diff');
    ({ message, skipped } = printDiff(lineDiff(leftLines, rightLines, isObject(actual)), operator, colors));
    if (operator === 'partialDeepStrictEqual') {
      header = `${colors.gray}${colors.hasColors ? '' : '+ '}actual${colors.white} ${colors.red}- expected${colors.white}`;
    }
  }
  return `${customMessage || headings[operator]}\n${header}${skipped ? '\n... Skipped lines' : ''}\n${message}\n`;
}

function unequalMessage(actual, operator, style, colors) {
  const isReference = operator === 'notStrictEqual' && (isObject(actual) || typeof actual === 'function');
  const heading = headings[isReference ? 'notStrictEqualObject' : operator];
  const lines = show(actual).split('\n');
  if (lines.length > 50 && style !== 'full') lines.splice(46, lines.length, `${colors.blue}...${colors.white}`);
  if (lines.length === 1) return `${heading}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
  return `${heading}\n\n${lines.join('\n')}\n`;
}

function looseMessage(actual, expected, operator, style) {
  const cut = (text, limit) => (text.length > limit && style !== 'full' ? `${text.slice(0, limit - 3)}...` : text);
  let left = show(actual);
  let right = show(expected);
  const known = headings[operator];
  if (operator === 'notDeepEqual' && left === right) return cut(`${known}\n\n${left}`, 1024);
  left = cut(left, 512);
  right = cut(right, 512);
  if (operator === 'deepEqual') return `${known}\n\n${left}\n\nshould loosely deep-equal\n\n${right}`;
  if (operator === 'notDeepEqual') {
    return `${headings.notDeepEqualUnequal}\n\n${left}\n\nshould not loosely deep-equal\n\n${right}`;
  }
  return `${left} ${operator} ${right}`;
}

/** A copy, so that comparing errors does not show their stacks. */
function copyError(source) {
  const target = Object.assign({ __proto__: Object.getPrototypeOf(source) }, source);
  Object.defineProperty(target, 'message', { __proto__: null, value: source.message });
  if (Object.hasOwn(source, 'cause')) {
    const { cause } = source;
    Object.defineProperty(target, 'cause', { __proto__: null, value: cause instanceof Error ? copyError(cause) : cause });
  }
  return target;
}

function messageFor({ actual, expected, message, operator, diff = 'simple' }) {
  if (message != null && !withDiff.has(operator)) return String(message);
  const colors = require('internal/assert/colors').current();
  if (message == null && isObject(actual) && isObject(expected) && 'stack' in actual && actual instanceof Error &&
      'stack' in expected && expected instanceof Error) {
    actual = copyError(actual);
    expected = copyError(expected);
  }
  if (withDiff.has(operator)) return diffMessage(actual, expected, operator, message, diff, colors);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return unequalMessage(actual, operator, diff, colors);
  return looseMessage(actual, expected, operator, diff);
}

class AssertionError extends Error {
  constructor(options) {
    validateObject(options, 'options');
    const { actual, expected, message, operator, stackStartFn, stackStartFunction, details, diff = 'simple' } = options;
    super(messageFor(options));
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', {
      __proto__: null, value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true,
    });
    this.code = 'ERR_ASSERTION';
    if (details) {
      this.actual = undefined;
      this.expected = undefined;
      this.operator = undefined;
      details.forEach((detail, i) => {
        this[`message ${i}`] = detail.message;
        this[`actual ${i}`] = detail.actual;
        this[`expected ${i}`] = detail.expected;
        this[`operator ${i}`] = detail.operator;
        this[`stack trace ${i}`] = detail.stack;
      });
    } else {
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
    }
    Error.captureStackTrace?.(this, stackStartFn || stackStartFunction);
    // The heading with the code is in the stack now; the name is the plain one.
    void this.stack;
    this.name = 'AssertionError';
    this.diff = diff;
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [customInspectSymbol](recurseTimes, context) {
    const [actual, expected] = [this.actual, this.expected];
    const shorten = (value) => {
      if (typeof value !== 'string') return value;
      const lines = value.split('\n', 11);
      if (lines.length > 10) return `${lines.slice(0, 10).join('\n')}\n...`;
      return value.length > 512 ? `${value.slice(512)}...` : value;
    };
    this.actual = shorten(actual);
    this.expected = shorten(expected);
    const result = inspect(this, { ...context, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return result;
  }
}

module.exports = { AssertionError };
