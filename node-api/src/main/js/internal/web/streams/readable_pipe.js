// Piping a readable stream into a writable one (Streams §4.9.1, ReadableStreamPipeTo).

const {
  codes: { ERR_INVALID_STATE },
} = require('internal/errors');
const { ReaderRecord } = require('internal/web/streams/readable_record');
const { markHandled, nothing, resolved, settled, then } = require('internal/web/streams/shared');
const { WriterRecord } = require('internal/web/streams/writable_record');

class Pipe {
  shuttingDown = false;
  currentWrite = settled;
  outcome = Promise.withResolvers();
  onAbort = undefined;

  constructor(source, destination, { preventAbort, preventCancel, preventClose, signal }) {
    Object.assign(this, { source, destination, preventAbort, preventCancel, preventClose, signal });
    this.reader = new ReaderRecord(source, false);
    this.writer = new WriterRecord(destination);
    source.disturbed = true;
  }

  start() {
    if (this.signal !== undefined && this.#listen()) return this.outcome.promise;
    const { destination, outcome, reader, source, writer } = this;
    this.#whenErrored(source, reader.closed.promise, (reason) => {
      if (this.preventAbort) this.shutDown(true, reason);
      else this.shutDownWith(() => destination.abort(reason), true, reason);
    });
    this.#whenErrored(destination, writer.closed.promise, (reason) => {
      if (this.preventCancel) this.shutDown(true, reason);
      else this.shutDownWith(() => source.cancel(reason), true, reason);
    });
    const whenClosed = () => {
      if (this.preventClose) this.shutDown(false);
      else this.shutDownWith(() => writer.closeWithErrorPropagation(), false);
    };
    if (source.state === 'closed') whenClosed();
    else markHandled(then(reader.closed.promise, whenClosed, nothing));
    if (destination.isClosing || destination.state === 'closed') {
      const error = new ERR_INVALID_STATE.TypeError('Destination WritableStream is closed');
      if (this.preventCancel) this.shutDown(true, error);
      else this.shutDownWith(() => source.cancel(error), true, error);
    }
    this.#step();
    return outcome.promise;
  }

  /** Follows the signal; whether it has aborted already. */
  #listen() {
    const { destination, signal, source } = this;
    this.onAbort = () => {
      const { reason } = signal;
      const actions = [];
      if (!this.preventAbort) actions.push(() => (destination.state === 'writable' ? destination.abort(reason) : resolved()));
      if (!this.preventCancel) actions.push(() => (source.state === 'readable' ? source.cancel(reason) : resolved()));
      this.shutDownWith(() => Promise.all(actions.map((action) => action())), true, reason);
    };
    if (signal.aborted) {
      this.onAbort();
      return true;
    }
    signal.addEventListener('abort', this.onAbort);
    return false;
  }

  #step() {
    if (this.shuttingDown) return;
    then(this.writer.ready.promise, () => {
      if (this.shuttingDown) return;
      this.reader.read(this);
    }, nothing);
  }

  /** Pipe is its own read request. A write is never called from within the source's enqueue. */
  chunk(chunk) {
    this.currentWrite = then(settled, () => then(this.writer.write(chunk), undefined, nothing));
    then(settled, () => this.#step());
  }

  close() {}

  error() {}

  #whenErrored(stream, closed, action) {
    if (stream.state === 'errored') action(stream.storedError);
    else then(closed, undefined, action);
  }

  #writesDone() {
    const { currentWrite } = this;
    return then(currentWrite, () => (currentWrite === this.currentWrite ? undefined : this.#writesDone()));
  }

  #mustDrain() { return this.destination.state === 'writable' && !this.destination.isClosing; }

  shutDownWith(action, isError, error) {
    if (this.shuttingDown) return;
    this.shuttingDown = true;
    const act = () => then(action(), () => this.finish(isError, error), (failure) => this.finish(true, failure));
    if (this.#mustDrain()) then(this.#writesDone(), act);
    else act();
  }

  shutDown(isError, error) {
    if (this.shuttingDown) return;
    this.shuttingDown = true;
    if (this.#mustDrain()) then(this.#writesDone(), () => this.finish(isError, error));
    else this.finish(isError, error);
  }

  finish(isError, error) {
    this.writer.release();
    this.reader.release();
    if (this.onAbort !== undefined) this.signal.removeEventListener('abort', this.onAbort);
    if (isError) this.outcome.reject(error);
    else this.outcome.resolve();
  }
}

function pipeTo(source, destination, options) {
  return new Pipe(source, destination, options).start();
}

module.exports = { pipeTo };
