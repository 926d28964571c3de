// The controller of streams of any values (Streams §4.6, §4.9.4).

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_STATE, ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { SizedQueue, expose, inspectAs, kCreate, resolved, settledMethod, then } = require('internal/web/streams/shared');

class DefaultController {
  stream;
  pull;
  cancel;
  highWaterMark;
  size;
  queue = new SizedQueue();
  started = false;
  closeRequested = false;
  pulling = false;
  pullAgain = false;
  #object;

  constructor(stream, pull = settledMethod, cancel = settledMethod, highWaterMark, size) {
    this.stream = stream;
    this.pull = pull;
    this.cancel = cancel;
    this.highWaterMark = highWaterMark;
    this.size = size;
    stream.controller = this;
  }

  get object() { return (this.#object ??= new ReadableStreamDefaultController(kCreate, this)); }

  get isBytes() { return false; }

  begin(start) {
    const result = start === undefined ? undefined : start(this);
    then(resolved(result), () => {
      this.started = true;
      this.pullIfNeeded();
    }, (error) => this.error(error));
  }

  get canEnqueue() { return !this.closeRequested && this.stream.state === 'readable'; }

  get desiredSize() {
    const { state } = this.stream;
    return state === 'errored' ? null : state === 'closed' ? 0 : this.highWaterMark - this.queue.total;
  }

  get hasBackpressure() { return !this.#shouldPull(); }

  #shouldPull() {
    if (!this.canEnqueue || !this.started) return false;
    return this.stream.isAwaited || this.desiredSize > 0;
  }

  pullIfNeeded() {
    if (!this.#shouldPull()) return;
    if (this.pulling) {
      this.pullAgain = true;
      return;
    }
    this.pulling = true;
    then(this.pull(this), () => {
      this.pulling = false;
      if (this.pullAgain) {
        this.pullAgain = false;
        this.pullIfNeeded();
      }
    }, (error) => this.error(error));
  }

  /** Lets go of the program's functions as soon as they can no longer be called. */
  #forget() {
    this.pull = this.cancel = settledMethod;
    this.size = undefined;
  }

  close() {
    if (!this.canEnqueue) return;
    this.closeRequested = true;
    if (this.queue.length === 0) {
      this.#forget();
      this.stream.close();
    }
  }

  enqueue(chunk) {
    if (!this.canEnqueue) return;
    if (this.stream.isAwaited) {
      this.stream.fulfill(chunk, false);
    } else {
      try {
        const { size } = this;
        this.queue.enqueue(chunk, size(chunk));
      } catch (error) {
        this.error(error);
        throw error;
      }
    }
    this.pullIfNeeded();
  }

  error(reason) {
    if (this.stream.state !== 'readable') return;
    this.queue.reset();
    this.#forget();
    this.stream.error(reason);
  }

  cancelSteps(reason) {
    this.queue.reset();
    const result = this.cancel(reason);
    this.#forget();
    return result;
  }

  pullSteps(request) {
    if (this.queue.length === 0) {
      this.stream.reader.requests.push(request);
      this.pullIfNeeded();
      return;
    }
    const chunk = this.queue.dequeue();
    if (this.closeRequested && this.queue.length === 0) {
      this.#forget();
      this.stream.close();
    } else {
      this.pullIfNeeded();
    }
    request.chunk(chunk);
  }

  releaseSteps() {}
}

class ReadableStreamDefaultController {
  #record;

  constructor(token = undefined, record = undefined) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#record = record;
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#record in value)) throw new ERR_INVALID_THIS('ReadableStreamDefaultController');
    return value.#record;
  }

  get desiredSize() { return ReadableStreamDefaultController.#of(this).desiredSize; }

  close() {
    const record = ReadableStreamDefaultController.#of(this);
    if (!record.canEnqueue) throw new ERR_INVALID_STATE.TypeError('Controller is already closed');
    record.close();
  }

  enqueue(chunk = undefined) {
    const record = ReadableStreamDefaultController.#of(this);
    if (!record.canEnqueue) throw new ERR_INVALID_STATE.TypeError('Controller is already closed');
    record.enqueue(chunk);
  }

  error(error = undefined) { ReadableStreamDefaultController.#of(this).error(error); }

  [customInspectSymbol](depth, options) { return inspectAs(this.constructor.name, depth, options, {}); }
}
expose(ReadableStreamDefaultController, 'close', 'desiredSize', 'enqueue', 'error');

module.exports = { DefaultController, ReadableStreamDefaultController };
