// util.format: printf-like directives, then the remaining arguments.

const { ObjectGetOwnPropertyDescriptor, ObjectGetPrototypeOf, ObjectHasOwn } = require('internal/primordials');
const { inspect } = require('internal/inspect');
const { formatBigInt, formatNumber, plain } = require('internal/inspect/primitive');
const { isBuiltInName } = require('internal/inspect/constructor');

const firstLine = (text) => text.split('\n', 1)[0];

let circularText;
function toJSON(value) {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (circularText === undefined) {
      const circle = {};
      circle.circle = circle;
      try {
        JSON.stringify(circle);
      } catch (thrown) {
        circularText = firstLine(thrown.message);
      }
    }
    if (error.name === 'TypeError' && firstLine(error.message) === circularText) return '[Circular]';
    throw error;
  }
}

/** Whether turning an object into a string would run no code of the user. */
function hasBuiltInToString(value) {
  const proxy = internalBinding('util').getProxyDetails(value);
  if (proxy !== undefined) {
    if (proxy[0] === null) return true;
    value = proxy[0];
  }
  if (typeof value[Symbol.toPrimitive] !== 'function' || require('util/types').isDate(value)) {
    if (typeof value.toString !== 'function') return true;
    if (ObjectHasOwn(value, 'toString')) return false;
  } else {
    return false;
  }
  let owner = value;
  do {
    owner = ObjectGetPrototypeOf(owner);
  } while (!ObjectHasOwn(owner, 'toString'));
  const descriptor = ObjectGetOwnPropertyDescriptor(owner, 'constructor');
  return descriptor !== undefined && typeof descriptor.value === 'function' && isBuiltInName(descriptor.value.name);
}

const separates = (options) => options?.numericSeparator ?? inspect.defaultOptions.numericSeparator;

function asString(value, options) {
  switch (typeof value) {
    case 'number': return formatNumber(plain, value, separates(options));
    case 'bigint': return formatBigInt(plain, value, separates(options));
    case 'object':
      if (value !== null && hasBuiltInToString(value)) {
        return inspect(value, { ...options, depth: 0, colors: false, compact: 3 });
      }
      return String(value);
    default: return String(value);
  }
}

function asNumber(value, convert, options) {
  const separator = separates(options);
  if (typeof value === 'bigint') return formatBigInt(plain, value, separator);
  if (typeof value === 'symbol') return formatNumber(plain, NaN, separator);
  return formatNumber(plain, convert(value), separator);
}

function directive(letter, value, options) {
  switch (letter) {
    case 115: return asString(value, options);
    case 106: return toJSON(value);
    case 100: return asNumber(value, Number, options);
    case 105: return asNumber(value, (each) => Number.parseInt(each), options);
    case 102: return typeof value === 'symbol'
      ? formatNumber(plain, NaN, separates(options))
      : formatNumber(plain, Number.parseFloat(value), separates(options));
    case 79: return inspect(value, options);
    case 111: return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    default: return '';
  }
}

const directives = new Set([115, 106, 100, 105, 102, 79, 111, 99]);

function formatWith(options, args) {
  const first = args[0];
  let used = 0;
  let text = '';
  let joiner = '';
  if (typeof first === 'string') {
    if (args.length === 1) return first;
    let last = 0;
    for (let i = 0; i < first.length - 1; i++) {
      if (first.charCodeAt(i) !== 37) continue;
      const next = first.charCodeAt(++i);
      if (used + 1 !== args.length) {
        if (directives.has(next)) {
          const shown = directive(next, args[++used], options);
          if (last !== i - 1) text += first.slice(last, i - 1);
          text += shown;
          last = i + 1;
        } else if (next === 37) {
          text += first.slice(last, i);
          last = i + 1;
        }
      } else if (next === 37) {
        text += first.slice(last, i);
        last = i + 1;
      }
    }
    if (last !== 0) {
      used++;
      joiner = ' ';
      if (last < first.length) text += first.slice(last);
    }
  }
  for (; used < args.length; used++) {
    const value = args[used];
    text += joiner;
    text += typeof value !== 'string' ? inspect(value, options) : value;
    joiner = ' ';
  }
  return text;
}

module.exports = { formatWith };
