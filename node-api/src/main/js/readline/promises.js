// node:readline/promises.

const { Interface: Base } = require('internal/readline/interface');
const { Readline } = require('internal/readline/commands');
const { AbortError } = require('internal/errors');
const { addAbortListener } = require('events');
const { validateAbortSignal } = require('internal/validators');

class Interface extends Base {
  question(query, options) {
    return new Promise((resolve, reject) => {
      let answered = resolve;
      const signal = options?.signal;
      if (signal) {
        validateAbortSignal(signal, 'options.signal');
        const aborted = () => new AbortError(undefined, { cause: signal.reason });
        if (signal.aborted) {
          reject(aborted());
          return;
        }
        const listening = addAbortListener(signal, () => {
          this._questionCancel();
          reject(aborted());
        });
        answered = (answer) => {
          listening[Symbol.dispose]();
          resolve(answer);
        };
      }
      this._questionReject = reject;
      this._question(query, answered);
    });
  }
}

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = { Interface, Readline, createInterface };
