// Readline of node:readline/promises: movements of the cursor that are collected and sent together.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { isWritable } = require('stream');
const { validateBoolean, validateInteger } = require('internal/validators');

const CSI = '\x1b[';

class Readline {
  #stream;
  #autoCommit = false;
  #waiting = [];

  constructor(stream, options = undefined) {
    if (!isWritable(stream)) throw new ERR_INVALID_ARG_TYPE('stream', 'Writable', stream);
    this.#stream = stream;
    if (options?.autoCommit != null) {
      validateBoolean(options.autoCommit, 'options.autoCommit');
      this.#autoCommit = options.autoCommit;
    }
  }

  #add(sequence) {
    if (this.#autoCommit) process.nextTick(() => this.#stream.write(sequence));
    else this.#waiting.push(sequence);
    return this;
  }

  cursorTo(x, y = undefined) {
    validateInteger(x, 'x');
    if (y != null) validateInteger(y, 'y');
    return this.#add(y == null ? `${CSI}${x + 1}G` : `${CSI}${y + 1};${x + 1}H`);
  }

  moveCursor(dx, dy) {
    if (!dx && !dy) return this;
    validateInteger(dx, 'dx');
    validateInteger(dy, 'dy');
    let sequence = '';
    if (dx !== 0) sequence += `${CSI}${Math.abs(dx)}${dx < 0 ? 'D' : 'C'}`;
    if (dy !== 0) sequence += `${CSI}${Math.abs(dy)}${dy < 0 ? 'A' : 'B'}`;
    return this.#add(sequence);
  }

  clearLine(direction) {
    validateInteger(direction, 'dir', -1, 1);
    return this.#add(`${CSI}${['1', '2', '0'][direction + 1]}K`);
  }

  clearScreenDown() {
    return this.#add(`${CSI}0J`);
  }

  /** Resolves when everything collected was written. */
  commit() {
    return new Promise((resolve) => {
      this.#stream.write(this.#waiting.join(''), resolve);
      this.#waiting = [];
    });
  }

  rollback() {
    this.#waiting = [];
    return this;
  }
}

module.exports = { Readline };
