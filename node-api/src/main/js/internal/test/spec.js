// The reporter "spec": a tree of results, then the failures again with their errors.

const symbols = { pass: '\u2714', fail: '\u2716', skip: '\ufe63', todo: '\u26a0', info: '\u2139', group: '\u25b6' };
const codes = { red: 31, green: 32, yellow: 33, blue: 34, white: 39, gray: 90 };

const indent = (nesting) => '  '.repeat(nesting);

class SpecFormatter {
  #open = [];
  #failed = [];
  #colors = process.stdout.isTTY && process.stdout.hasColors?.();

  #paint(color, text) {
    return this.#colors ? `\x1b[${codes[color]}m${text}\x1b[39m` : text;
  }

  format({ type, data }) {
    switch (type) {
      case 'test:start':
        this.#open.unshift({ data, shown: false });
        return '';
      case 'test:pass':
      case 'test:fail':
        return this.#result(type === 'test:pass', data);
      case 'test:diagnostic':
        return `${this.#paint('blue', `${indent(data.nesting)}${symbols.info} ${data.message}`)}\n`;
      case 'test:summary':
        return this.#failures();
      default:
        return '';
    }
  }

  #result(passed, data) {
    const opened = this.#open.shift();
    let text = '';
    // The groups around the first result in them are named before it.
    for (const group of this.#open.toReversed()) {
      if (group.shown) continue;
      group.shown = true;
      text += `${indent(group.data.nesting)}${symbols.group} ${group.data.name}\n`;
    }
    const isTodo = data.todo !== undefined;
    if (!passed && data.details.error?.failureType !== 'subtestsFailed') this.#failed.push(data);
    return text + this.#line(passed, data, isTodo) + (opened?.shown && data.nesting === 0 ? '' : '');
  }

  #line(passed, data, isTodo) {
    let symbol = passed ? symbols.pass : symbols.fail;
    let color = passed ? 'green' : 'red';
    let note = '';
    if (data.skip !== undefined) {
      [symbol, color] = [symbols.skip, 'gray'];
      note = ` # ${data.skip === true ? 'SKIP' : data.skip}`;
    } else if (isTodo) {
      if (!passed) [symbol, color] = [symbols.todo, 'yellow'];
      note = ` # ${data.todo === true ? 'TODO' : data.todo}`;
    } else if (data.expectFailure !== undefined) {
      note = ` # EXPECTED FAILURE${data.expectFailure === true ? '' : ` ${data.expectFailure}`}`;
    }
    const { duration_ms: duration } = data.details;
    const time = duration === undefined ? '' : this.#paint('gray', ` (${duration}ms)`);
    return `${indent(data.nesting)}${this.#paint(color, `${symbol} ${data.name}`)}${time}${note}\n`;
  }

  #failures() {
    if (this.#failed.length === 0) return '';
    let text = `\n${this.#paint('red', `${symbols.fail} failing tests:`)}\n`;
    for (const data of this.#failed) {
      const { file, line, column } = data;
      if (file !== undefined) text += `\ntest at ${require('path').relative(process.cwd(), file)}:${line}:${column}\n`;
      text += this.#line(false, { ...data, nesting: 0 }, data.todo !== undefined) + this.#error(data.details.error);
    }
    return text;
  }

  #error(error) {
    const shown = error?.code === 'ERR_TEST_FAILURE' && error.failureType !== 'hookFailed' ? error.cause : error?.cause?.cause ?? error?.cause ?? error;
    const text = require('internal/inspect').inspect(shown, { colors: Boolean(this.#colors), breakLength: Infinity });
    return `${text.split('\n').map((line) => `  ${line}`).join('\n')}\n`;
  }
}

module.exports = { SpecFormatter };
