// The text of the call that failed: `assert.ok(a === b)` from the source file, for the message of assert.ok.

/** The end of the call that opens at `open`, brackets, strings, comments and templates understood. */
function endOfCall(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const c = text[i];
    if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']' || c === '}') {
      if (--depth === 0) return i + 1;
    } else if (c === "'" || c === '"' || c === '`') {
      i = endOfString(text, i, c);
    } else if (c === '/' && text[i + 1] === '/') {
      i = text.indexOf('\n', i);
      if (i === -1) return -1;
    } else if (c === '/' && text[i + 1] === '*') {
      i = text.indexOf('*/', i) + 1;
      if (i === 0) return -1;
    } else if (c === '/' && /[(,=:[!&|?{};+\-*%<>~^\n]\s*$/.test(text.slice(Math.max(0, i - 20), i))) {
      i = endOfRegExp(text, i);
    }
  }
  return -1;
}

function endOfString(text, start, quote) {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i;
    else if (quote === '`' && text[i] === '$' && text[i + 1] === '{') i = endOfCall(text, i + 1) - 1;
  }
  return text.length;
}

function endOfRegExp(text, start) {
  let inClass = false;
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '/' && !inClass) return i;
    else if (text[i] === '\n') return start;
  }
  return start;
}

const named = { '\b': '\\b', '\f': '\\f', '\t': '\t' };
function escapeControl(char) {
  return named[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Takes away the indentation the first line of the call stands at. */
function unindent(text, column) {
  return text.split('\n').map((line, i) => {
    if (i === 0) return line;
    let drop = 0;
    while (drop < column && (line[drop] === ' ' || line[drop] === '\t')) drop++;
    return line.slice(drop);
  }).join('\n  ');
}

function textOf(file) {
  try {
    return require('fs').readFileSync(file.startsWith('file:') ? new URL(file) : file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The call's text at a place, `undefined` if it cannot be found. */
function callAt(text, line, column) {
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  let start = before + column - 1;
  // The place may be that of the property; the call begins with the object.
  while (start > before && /[\p{ID_Continue}$.[\])'"]/u.test(text[start - 1])) start--;
  while (text[start] === '.' || text[start] === '[') start++;
  const open = text.indexOf('(', before + column - 1);
  if (open === -1) return undefined;
  const end = endOfCall(text, open);
  if (end === -1) return undefined;
  return unindent(text.slice(start, end), start - before).replace(/[\x00-\x09\x0b\x0c\x0e-\x1f]/g, escapeControl);
}

/** The message of a failed `assert.ok(value)`. */
function messageOfCall(fallback) {
  const [site] = internalBinding('util').getCallSites(1);
  if (site === undefined || site.scriptName?.startsWith('node:')) return fallback;
  // What eval made is in no file, but the engine has its text.
  const line = internalBinding('errors').getSourceLine(new Error());
  let call;
  if (line?.text && line.column === site.columnNumber) call = callAt(line.text, 1, line.column);
  if (call === undefined && site.scriptName) call = callAt(textOf(site.scriptName), site.lineNumber, site.columnNumber);
  // Of a call over several lines the first tells enough.
  return call === undefined ? fallback : `The expression evaluated to a falsy value:\n\n  ${call.split('\n', 1)[0]}\n`;
}

module.exports = { messageOfCall };
