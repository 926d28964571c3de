// Glob patterns as regular expressions: `*`, `?`, `**`, `[…]`, `{a,b}`, and `?(a|b)`, `*(…)`, `+(…)`, `@(…)`, `!(…)`.

const special = /[.+^$()|\\]/;

/** Splits `{a,b{c,d}}` into the patterns it stands for. */
function expandBraces(pattern) {
  let depth = 0;
  let open = -1;
  const commas = [];
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') i++;
    else if (c === '{' && depth++ === 0) open = i;
    else if (c === ',' && depth === 1) commas.push(i);
    else if (c === '}' && depth > 0 && --depth === 0) {
      const body = pattern.slice(open + 1, i);
      const range = /^(-?\d+)\.\.(-?\d+)$/.exec(body);
      const choices = [];
      if (range) {
        const [from, to] = [Number(range[1]), Number(range[2])];
        for (let n = from; from <= to ? n <= to : n >= to; n += from <= to ? 1 : -1) choices.push(String(n));
      } else if (commas.length > 0) {
        let start = open + 1;
        for (const comma of [...commas, i]) {
          choices.push(pattern.slice(start, comma));
          start = comma + 1;
        }
      } else {
        commas.length = 0;
        continue;
      }
      const head = pattern.slice(0, open);
      const tail = pattern.slice(i + 1);
      return choices.flatMap((choice) => expandBraces(head + choice + tail));
    }
  }
  return [pattern];
}

function bracket(segment, i) {
  let end = i + 1;
  if (segment[end] === '!' || segment[end] === '^') end++;
  if (segment[end] === ']') end++;
  while (end < segment.length && segment[end] !== ']') end++;
  if (end >= segment.length) return undefined;
  let body = segment.slice(i + 1, end).replace(/\\/g, '\\\\').replace(/\[:(\w+):\]/g, (whole, name) => classes[name] ?? whole);
  if (body[0] === '!') body = `^${body.slice(1)}`;
  return { source: `[${body}]`, end };
}

const classes = { alpha: 'a-zA-Z', digit: '0-9', alnum: 'a-zA-Z0-9', upper: 'A-Z', lower: 'a-z', space: '\\s', xdigit: '0-9a-fA-F' };

const extended = /^[?*+@!]\(/;

/** Takes a group `?(a|b)` at an index apart: its alternatives and where it ends; undefined if it does not. */
function group(segment, i) {
  const choices = [];
  let depth = 0;
  let start = i + 2;
  for (let j = i + 1; j < segment.length; j++) {
    const c = segment[j];
    if (c === '\\') j++;
    else if (c === '(') depth++;
    else if (c === '|' && depth === 1) {
      choices.push(segment.slice(start, j));
      start = j + 1;
    } else if (c === ')' && --depth === 0) {
      choices.push(segment.slice(start, j));
      return { choices, end: j };
    }
  }
  return undefined;
}

function groupSource(kind, { choices, end }, segment, separator) {
  const inner = `(?:${choices.map((choice) => partSource(choice, separator)).join('|')})`;
  if (kind === '@') return inner;
  if (kind !== '!') return `${inner}${kind}`;
  // All that would not match as one of the choices, seen together with what follows.
  const rest = partSource(segment.slice(end + 1), separator);
  return `(?!${inner}${rest}(?:[${separator}]|$))[^${separator}]*?`;
}

function segmentSource(segment, separator) {
  const first = extended.test(segment) ? group(segment, 0) : undefined;
  // A leading dot has to be written.
  const hides = first === undefined ? /^[*?[]/.test(segment) : !first.choices.some((choice) => choice[0] === '.');
  return (hides ? '(?!\\.)' : '') + partSource(segment, separator);
}

function partSource(segment, separator) {
  const any = `[^${separator}]`;
  let source = '';
  for (let i = 0; i < segment.length; i++) {
    const c = segment[i];
    const choice = extended.test(segment.slice(i, i + 2)) ? group(segment, i) : undefined;
    if (choice !== undefined) {
      source += groupSource(c, choice, segment, separator);
      i = choice.end;
    } else if (c === '*') {
      while (segment[i + 1] === '*') i++;
      source += segment.length === 1 ? `${any}+` : `${any}*`;
    } else if (c === '?') {
      source += any;
    } else if (c === '[') {
      const found = bracket(segment, i);
      if (found) {
        source += found.source;
        i = found.end;
      } else {
        source += '\\[';
      }
    } else if (c === '\\' && separator === '/' && i + 1 < segment.length) {
      source += `\\${segment[++i]}`;
    } else {
      source += special.test(c) || c === '{' || c === '}' || c === ']' ? `\\${c}` : c;
    }
  }
  return source;
}

/** A regular expression that matches whole paths. */
function compileGlob(pattern, windows) {
  const separator = windows ? '/\\\\' : '/';
  const slash = windows ? '[/\\\\]' : '/';
  const sources = expandBraces(pattern).map((one) => {
    const segments = one.split(windows ? /[/\\]+/ : /\/+/);
    let source = '';
    segments.forEach((segment, i) => {
      const last = i === segments.length - 1;
      if (segment === '**') {
        const below = `(?:(?!\\.)[^${separator}]+`;
        source += last ? `${below}(?:${slash}(?!\\.)[^${separator}]+)*)?` : `${below}${slash})*`;
      } else {
        source += segmentSource(segment, separator) + (last ? '' : slash);
      }
    });
    return source;
  });
  return new RegExp(`^(?:${sources.join('|')})$`, windows ? 'i' : '');
}

const isMagic = (segment) => /[*?[\\]/.test(segment) || /[+@!]\(/.test(segment);

/** Whether a segment matches names: a string that is one, or a regular expression. */
function compileSegment(segment, windows) {
  if (!isMagic(segment)) return segment;
  return new RegExp(`^${segmentSource(segment, windows ? '/\\\\' : '/')}$`, windows ? 'i' : '');
}

module.exports = { compileGlob, compileSegment, expandBraces };
