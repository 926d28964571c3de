// The reporter "tap": TAP version 13, https://testanything.org/tap-version-13-specification.html.

const indent = (nesting) => '    '.repeat(nesting);
const escape = (text) => text.replace(/[\\#]/g, '\\$&').replace(/[\n\r\t\v\f\b]/g, (c) => ({ '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\f': '\\f', '\b': '\\b' })[c]);

class TapFormatter {
  #begun = false;

  format(event) {
    const head = this.#begun ? '' : 'TAP version 13\n';
    this.#begun = true;
    return head + this.#text(event);
  }

  #text({ type, data }) {
    const space = indent(data.nesting ?? 0);
    switch (type) {
      case 'test:start': return `${space}# Subtest: ${escape(data.name)}\n`;
      case 'test:pass': return this.#result(space, 'ok', data);
      case 'test:fail': return this.#result(space, 'not ok', data);
      case 'test:plan': return `${space}1..${data.count}\n`;
      case 'test:diagnostic': return `${space}# ${escape(data.message)}\n`;
      default: return '';
    }
  }

  #result(space, word, data) {
    let line = `${space}${word} ${data.testNumber} - ${escape(data.name)}`;
    if (data.skip !== undefined) line += ` # SKIP${data.skip === true ? '' : ` ${escape(data.skip)}`}`;
    else if (data.todo !== undefined) line += ` # TODO${data.todo === true ? '' : ` ${escape(data.todo)}`}`;
    else if (data.expectFailure !== undefined) line += ' # EXPECTED FAILURE';
    return `${line}\n${this.#details(`${space}  `, data)}`;
  }

  #details(space, { details, file, line, column }) {
    const rows = [`duration_ms: ${details.duration_ms}`, `type: '${details.type}'`];
    if (details.error !== undefined) {
      if (file !== undefined) rows.push(`location: '${file}:${line}:${column}'`);
      rows.push(...this.#error(details.error));
    }
    return `${space}---\n${rows.map((row) => `${space}${row.replaceAll('\n', `\n${space}`)}\n`).join('')}${space}...\n`;
  }

  #error(failure) {
    const error = failure.cause ?? failure;
    const rows = [`failureType: '${failure.failureType}'`, `error: ${scalar(failure.message)}`, `code: '${error?.code ?? failure.code}'`];
    if (error !== null && typeof error === 'object') {
      if (error.name && error.name !== 'Error') rows.push(`name: '${error.name}'`);
      for (const key of ['expected', 'actual', 'operator']) {
        if (error.code === 'ERR_ASSERTION' && key in error) rows.push(`${key}: ${scalar(error[key])}`);
      }
      const frames = /\n {4}at .*/s.exec(error.stack ?? '')?.[0].split(/\n {4}at /).slice(1);
      if (frames?.length) rows.push(`stack: |-\n  ${frames.join('\n  ')}`);
    }
    return rows;
  }
}

/** A value of YAML, https://yaml.org/spec/1.2.2. */
function scalar(value) {
  if (typeof value !== 'string') return require('internal/inspect').inspect(value);
  if (!value.includes('\n')) return `'${value.replaceAll("'", "''")}'`;
  return `|-\n  ${value.replaceAll('\n', '\n  ')}`;
}

module.exports = { TapFormatter };
