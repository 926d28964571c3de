// Asynchronous iteration of a readable stream (Streams §4.2.5; Web IDL §3.7.10): calls queue up behind each other.

const {
  codes: { ERR_INVALID_STATE },
} = require('internal/errors');
const { ReaderRecord } = require('internal/web/streams/readable_record');
const { rejected, resolved, settled, then } = require('internal/web/streams/shared');

const prototype = Object.create(Object.getPrototypeOf(Object.getPrototypeOf((async function* () {}).prototype)));

class Iteration {
  ongoing = undefined;
  done = false;

  constructor(stream, preventCancel) {
    this.reader = new ReaderRecord(stream, false);
    this.preventCancel = preventCancel;
  }

  /** Begins a step when the one before is over. */
  follow(step) {
    const previous = this.ongoing;
    return (this.ongoing = previous === undefined ? step() : then(previous, step, step));
  }

  next() {
    if (this.done) return resolved({ done: true, value: undefined });
    const { promise, resolve, reject } = Promise.withResolvers();
    if (this.reader.stream === undefined) return rejected(new ERR_INVALID_STATE.TypeError('The reader is not bound to a ReadableStream'));
    this.reader.read({
      // A read of now would run before the code that waits for this one.
      chunk: (value) => then(settled, () => resolve({ done: false, value })),
      close: () => {
        this.#finish();
        resolve({ done: true, value: undefined });
      },
      error: (reason) => {
        this.#finish();
        reject(reason);
      },
    });
    return promise;
  }

  return(value) {
    if (this.done) return resolved({ done: true, value });
    if (this.reader.stream === undefined) return rejected(new ERR_INVALID_STATE.TypeError('The reader is not bound to a ReadableStream'));
    const { reader } = this;
    this.done = true;
    const outcome = this.preventCancel ? settled : reader.cancel(value);
    reader.release();
    return then(outcome, () => ({ done: true, value }));
  }

  #finish() {
    this.done = true;
    this.reader.release();
  }
}

const iterations = new WeakMap();

function iterationOf(iterator) {
  const iteration = iterations.get(iterator);
  if (iteration === undefined) {
    const { codes: { ERR_INVALID_THIS } } = require('internal/errors');
    throw new ERR_INVALID_THIS('ReadableStreamAsyncIterator');
  }
  return iteration;
}

Object.defineProperties(prototype, {
  next: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    writable: true,
    value: function next() {
      try {
        const iteration = iterationOf(this);
        return iteration.follow(() => iteration.next());
      } catch (error) {
        return rejected(error);
      }
    },
  },
  return: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    writable: true,
    value: { return(value) {
      try {
        const iteration = iterationOf(this);
        return iteration.follow(() => iteration.return(value));
      } catch (error) {
        return rejected(error);
      }
    } }.return,
  },
});

function iterate(stream, preventCancel) {
  const iterator = Object.create(prototype);
  iterations.set(iterator, new Iteration(stream, preventCancel));
  return iterator;
}

module.exports = { iterate };
