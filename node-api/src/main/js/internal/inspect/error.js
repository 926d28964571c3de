// Errors as util.inspect shows them: the stack, improved by the class name, cause and errors after it.

const { getPrefix } = require('internal/inspect/constructor');

const builtinFrame = /^ {4}at (?:[^/\\(]+ \(|)node:(.+):\d+:\d+(?:\)|$)/;

function stackOf(context, error) {
  let stack;
  try {
    ({ stack } = error);
  } catch { /* a getter that throws has no stack to show */ }
  if (stack) return typeof stack === 'string' ? stack : require('internal/inspect/value').formatValue(context, stack, 0);
  return Error.prototype.toString.call(error);
}

/** The longest run of frames both stacks share: where it begins in `frames`, and its length. */
function sharedFrames(frames, other) {
  for (let i = 0; i < frames.length - 3; i++) {
    const at = other.indexOf(frames[i]);
    if (at === -1) continue;
    const rest = other.length - at;
    if (rest > 3) {
      let length = 1;
      const limit = Math.min(frames.length - i, rest);
      while (length < limit && frames[i + length] === other[at + length]) length++;
      if (length > 3) return { length, offset: i };
    }
  }
  return { length: 0, offset: 0 };
}

function framesOf(context, error, stack) {
  const frames = stack.split('\n');
  let cause;
  try {
    ({ cause } = error);
  } catch { /* then there is none */ }
  if (cause != null && require('internal/util').isError(cause)) {
    const causeStack = stackOf(context, cause);
    const start = causeStack.indexOf('\n    at');
    if (start !== -1) {
      const { length, offset } = sharedFrames(frames, causeStack.slice(start + 1).split('\n'));
      if (length > 3) {
        const skipped = length - 2;
        frames.splice(offset + 1, skipped,
          context.stylize(`    ... ${skipped} lines matching cause stack trace ...`, 'undefined'));
      }
    }
  }
  return frames;
}

/** Makes the heading say the class: `Error: x` of a `class Foo extends Error` becomes `Foo [Error]: x`… */
function improveStack(stack, constructor, name, tag) {
  let length = name.length;
  const named = name.endsWith('Error') && stack.startsWith(name) &&
    (stack.length === length || stack[length] === ':' || stack[length] === '\n');
  if (constructor !== null && !named) return stack;
  let fallback = 'Error';
  if (constructor === null) {
    const heading = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/.exec(stack) || /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
    fallback = (heading && heading[1]) || '';
    length = fallback.length;
    fallback ||= 'Error';
  }
  const prefix = getPrefix(constructor, tag, fallback).slice(0, -1);
  if (name === prefix) return stack;
  if (prefix.includes(name)) return length === 0 ? `${prefix}: ${stack}` : `${prefix}${stack.slice(length)}`;
  return `${prefix} [${name}]${stack.slice(length)}`;
}

function removeShownKeys(context, keys, error, stack) {
  if (context.showHidden || keys.length === 0) return;
  for (const name of ['name', 'message', 'stack']) {
    const index = keys.indexOf(name);
    if (index !== -1 && (typeof error[name] !== 'string' || stack.includes(error[name]))) keys.splice(index, 1);
  }
}

function underlineModules(context, line) {
  let result = '';
  let last = 0;
  for (const match of line.matchAll(/[/\\]node_modules[/\\](.+?)(?=[/\\])/g)) {
    const start = match.index + 14;
    let end = match.index + match[0].length;
    if (line[start] === '@') {
      const next = line.slice(end + 1).search(/[/\\]/);
      if (next > 0) end += next + 1;
    }
    result += line.slice(last, start) + context.stylize(line.slice(start, end), 'module');
    last = end;
  }
  return last === 0 ? line : result + line.slice(last);
}

function dimWorkingDirectory(context, line, directory) {
  let start = line.indexOf(directory);
  if (start === -1) return line;
  let length = directory.length;
  if (line.slice(start - 7, start) === 'file://') {
    start -= 7;
    length += 7;
  }
  const opened = line[start - 1] === '(' ? start - 1 : start;
  const end = opened !== start && line.endsWith(')') ? -1 : line.length;
  const pathEnd = start + length + 1;
  let result = line.slice(0, opened);
  result += context.stylize(line.slice(opened, pathEnd), 'undefined');
  result += line.slice(pathEnd, end);
  if (end === -1) result += context.stylize(')', 'undefined');
  return result;
}

function colorFrames(context, lines) {
  let directory;
  try {
    directory = process.cwd();
  } catch { /* then nothing is dimmed */ }
  return lines.map((line) => {
    const core = builtinFrame.exec(line);
    if (core !== null) return context.stylize(line, 'undefined');
    line = underlineModules(context, line);
    return directory === undefined ? line : dimWorkingDirectory(context, line, directory);
  });
}

function formatError(context, error, constructor, tag, keys) {
  const name = error.name != null ? String(error.name) : 'Error';
  let stack = stackOf(context, error);
  removeShownKeys(context, keys, error, stack);
  if ('cause' in error && !keys.includes('cause')) keys.push('cause');
  if (Array.isArray(error.errors) && !keys.includes('errors')) keys.push('errors');
  stack = improveStack(stack, constructor, name, tag);
  // Frames begin after the message, which may itself look like one.
  let from = (error.message && stack.indexOf(error.message)) || -1;
  if (from !== -1) from += error.message.length;
  const start = stack.indexOf('\n    at', from);
  if (start === -1) {
    stack = `[${stack}]`;
  } else {
    let lines = framesOf(context, error, stack.slice(start + 1));
    if (context.colors) lines = colorFrames(context, lines);
    stack = `${stack.slice(0, start)}\n${lines.join('\n')}`;
  }
  return context.indentationLvl === 0 ? stack : stack.replaceAll('\n', `\n${' '.repeat(context.indentationLvl)}`);
}

module.exports = { formatError };
