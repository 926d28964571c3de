// The state of writable streams, their writers and controllers, and the algorithms on it (Streams §5.5).

const {
  codes: { ERR_INVALID_STATE },
} = require('internal/errors');
const {
  Settlement, SizedQueue, rejected, resolved, settledMethod, then,
} = require('internal/web/streams/shared');

const kClose = Symbol('close');

class WritableRecord {
  state = 'writable';
  storedError = undefined;
  writer = undefined;
  controller = undefined;
  object = undefined;
  inFlightWrite = undefined;
  closeRequest = undefined;
  inFlightClose = undefined;
  /** { promise, resolve, reject, reason, wasAlreadyErroring } */
  pendingAbort = undefined;
  writes = [];
  backpressure = false;
  #closed = undefined;

  get closed() {
    if (this.#closed === undefined) {
      this.#closed = new Settlement();
      if (this.state === 'closed') this.#closed.resolve();
      else if (this.state === 'errored') this.#closed.reject(this.storedError);
    }
    return this.#closed;
  }

  get isLocked() { return this.writer !== undefined; }

  /** CloseQueuedOrInFlight. */
  get isClosing() { return this.closeRequest !== undefined || this.inFlightClose !== undefined; }

  get #isBusy() { return this.inFlightWrite !== undefined || this.inFlightClose !== undefined; }

  abort(reason) {
    if (this.state === 'closed' || this.state === 'errored') return resolved();
    this.controller.signalAbort(reason);
    // A listener of the signal may have closed or failed the stream.
    if (this.state === 'closed' || this.state === 'errored') return resolved();
    if (this.pendingAbort !== undefined) return this.pendingAbort.promise;
    const wasAlreadyErroring = this.state === 'erroring';
    this.pendingAbort = { ...Promise.withResolvers(), reason: wasAlreadyErroring ? undefined : reason, wasAlreadyErroring };
    const { promise } = this.pendingAbort;
    if (!wasAlreadyErroring) this.startErroring(reason);
    return promise;
  }

  close() {
    if (this.state === 'closed' || this.state === 'errored') {
      return rejected(new ERR_INVALID_STATE.TypeError('WritableStream is closed'));
    }
    this.closeRequest = Promise.withResolvers();
    if (this.writer !== undefined && this.backpressure && this.state === 'writable') this.writer.ready.resolve();
    const { promise } = this.closeRequest;
    this.controller.close();
    return promise;
  }

  addWrite() {
    const request = Promise.withResolvers();
    this.writes.push(request);
    return request.promise;
  }

  dealWithRejection(error) {
    if (this.state === 'writable') this.startErroring(error);
    else this.finishErroring();
  }

  startErroring(reason) {
    this.state = 'erroring';
    this.storedError = reason;
    this.writer?.ensureReadyRejected(reason);
    if (!this.#isBusy && this.controller.started) this.finishErroring();
  }

  finishErroring() {
    this.state = 'errored';
    this.controller.queue.reset();
    const { storedError, writes } = this;
    for (const request of writes) request.reject(storedError);
    this.writes = [];
    const abort = this.pendingAbort;
    if (abort === undefined) {
      this.#rejectClose();
      return;
    }
    this.pendingAbort = undefined;
    if (abort.wasAlreadyErroring) {
      abort.reject(storedError);
      this.#rejectClose();
      return;
    }
    then(this.controller.abortSteps(abort.reason), () => {
      abort.resolve();
      this.#rejectClose();
    }, (error) => {
      abort.reject(error);
      this.#rejectClose();
    });
  }

  #rejectClose() {
    if (this.closeRequest !== undefined) {
      this.closeRequest.reject(this.storedError);
      this.closeRequest = undefined;
    }
    this.#closed?.reject(this.storedError);
    this.writer?.closed.reject(this.storedError);
  }

  finishWrite() {
    this.inFlightWrite.resolve();
    this.inFlightWrite = undefined;
  }

  finishWriteWithError(error) {
    this.inFlightWrite.reject(error);
    this.inFlightWrite = undefined;
    this.dealWithRejection(error);
  }

  finishClose() {
    this.inFlightClose.resolve();
    this.inFlightClose = undefined;
    if (this.state === 'erroring') {
      this.storedError = undefined;
      this.pendingAbort?.resolve();
      this.pendingAbort = undefined;
    }
    this.state = 'closed';
    this.#closed?.resolve();
    this.writer?.closed.resolve();
  }

  finishCloseWithError(error) {
    this.inFlightClose.reject(error);
    this.inFlightClose = undefined;
    if (this.pendingAbort !== undefined) {
      this.pendingAbort.reject(error);
      this.pendingAbort = undefined;
    }
    this.dealWithRejection(error);
  }

  updateBackpressure(backpressure) {
    if (this.writer !== undefined && backpressure !== this.backpressure) {
      if (backpressure) this.writer.ready = new Settlement();
      else this.writer.ready.resolve();
    }
    this.backpressure = backpressure;
  }
}

/** A writer, bound to a stream until released. */
class WriterRecord {
  stream;
  ready;
  closed;
  object = undefined;

  constructor(stream) {
    this.stream = stream;
    stream.writer = this;
    switch (stream.state) {
      case 'writable':
        this.ready = !stream.isClosing && stream.backpressure ? new Settlement() : Settlement.resolved();
        this.closed = new Settlement();
        break;
      case 'erroring':
        this.ready = Settlement.rejected(stream.storedError);
        this.closed = new Settlement();
        break;
      case 'closed':
        this.ready = Settlement.resolved();
        this.closed = Settlement.resolved();
        break;
      default:
        this.ready = Settlement.rejected(stream.storedError);
        this.closed = Settlement.rejected(stream.storedError);
    }
  }

  ensureReadyRejected(error) {
    if (this.ready.isPending) this.ready.reject(error);
    else this.ready = Settlement.rejected(error);
  }

  get desiredSize() {
    const { state, controller } = this.stream;
    return state === 'errored' || state === 'erroring' ? null : state === 'closed' ? 0 : controller.desiredSize;
  }

  write(chunk) {
    const { stream } = this;
    const { controller } = stream;
    const size = controller.sizeOf(chunk);
    if (stream !== this.stream) return rejected(new ERR_INVALID_STATE.TypeError('Mismatched WritableStreams'));
    const { state } = stream;
    if (state === 'errored') return rejected(stream.storedError);
    if (stream.isClosing || state === 'closed') return rejected(new ERR_INVALID_STATE.TypeError('WritableStream is closed'));
    if (state === 'erroring') return rejected(stream.storedError);
    const promise = stream.addWrite();
    controller.write(chunk, size);
    return promise;
  }

  closeWithErrorPropagation() {
    const { stream } = this;
    if (stream.isClosing || stream.state === 'closed') return resolved();
    if (stream.state === 'errored') return rejected(stream.storedError);
    return stream.close();
  }

  release() {
    const error = new ERR_INVALID_STATE.TypeError('Writer has been released');
    this.ensureReadyRejected(error);
    if (this.closed.isPending) this.closed.reject(error);
    else this.closed = Settlement.rejected(error);
    this.stream.writer = undefined;
    this.stream = undefined;
  }
}

class WritableController {
  queue = new SizedQueue();
  started = false;
  stream;
  writeSteps;
  closeSteps;
  abortAlgorithm;
  highWaterMark;
  size;
  #object;
  #abortController;
  #aborted;

  constructor(stream, write = settledMethod, close = settledMethod, abort = settledMethod, highWaterMark, size) {
    this.stream = stream;
    this.writeSteps = write;
    this.closeSteps = close;
    this.abortAlgorithm = abort;
    this.highWaterMark = highWaterMark;
    this.size = size;
    stream.controller = this;
  }

  get object() {
    const { createController } = require('internal/web/streams/writable');
    return (this.#object ??= createController(this));
  }

  begin(start) {
    this.stream.updateBackpressure(this.hasBackpressure);
    const result = start === undefined ? undefined : start(this);
    then(resolved(result), () => {
      this.started = true;
      this.#advance();
    }, (error) => {
      this.started = true;
      this.stream.dealWithRejection(error);
    });
  }

  /** The signal is made when somebody asks for it: few sinks do. */
  get signal() {
    if (this.#abortController === undefined) {
      const { AbortController } = require('internal/web/abort_controller');
      this.#abortController = new AbortController();
      if (this.#aborted !== undefined) this.#abortController.abort(this.#aborted.reason);
    }
    return this.#abortController.signal;
  }

  signalAbort(reason) {
    this.#aborted ??= { reason };
    this.#abortController?.abort(reason);
  }

  get desiredSize() { return this.highWaterMark - this.queue.total; }

  get hasBackpressure() { return this.desiredSize <= 0; }

  #forget() {
    this.writeSteps = this.closeSteps = this.abortAlgorithm = settledMethod;
    this.size = undefined;
  }

  abortSteps(reason) {
    const result = this.abortAlgorithm(reason);
    this.#forget();
    return result;
  }

  sizeOf(chunk) {
    const { size } = this;
    if (size === undefined) return 1;
    try {
      return size(chunk);
    } catch (error) {
      this.errorIfNeeded(error);
      return 1;
    }
  }

  write(chunk, size) {
    try {
      this.queue.enqueue(chunk, size);
    } catch (error) {
      this.errorIfNeeded(error);
      return;
    }
    const { stream } = this;
    if (!stream.isClosing && stream.state === 'writable') stream.updateBackpressure(this.hasBackpressure);
    this.#advance();
  }

  close() {
    this.queue.enqueue(kClose, 0);
    this.#advance();
  }

  errorIfNeeded(error) {
    if (this.stream.state === 'writable') this.error(error);
  }

  error(error) {
    this.#forget();
    this.stream.startErroring(error);
  }

  #advance() {
    const { queue, stream } = this;
    if (!this.started || stream.inFlightWrite !== undefined) return;
    if (stream.state === 'erroring') {
      stream.finishErroring();
      return;
    }
    if (queue.length === 0) return;
    const chunk = queue.peek();
    if (chunk === kClose) this.#processClose();
    else this.#processWrite(chunk);
  }

  #processClose() {
    const { stream } = this;
    stream.inFlightClose = stream.closeRequest;
    stream.closeRequest = undefined;
    this.queue.dequeue();
    const outcome = this.closeSteps();
    this.#forget();
    then(outcome, () => stream.finishClose(), (error) => stream.finishCloseWithError(error));
  }

  #processWrite(chunk) {
    const { stream } = this;
    stream.inFlightWrite = stream.writes.shift();
    then(this.writeSteps(chunk), () => {
      stream.finishWrite();
      this.queue.dequeue();
      if (!stream.isClosing && stream.state === 'writable') stream.updateBackpressure(this.hasBackpressure);
      this.#advance();
    }, (error) => {
      if (stream.state === 'writable') this.#forget();
      stream.finishWriteWithError(error);
    });
  }
}

/** A stream of our own: CreateWritableStream. */
function createWritable(start, write, close, abort, highWaterMark = 1, size = () => 1) {
  const stream = new WritableRecord();
  new WritableController(stream, write, close, abort, highWaterMark, size).begin(start);
  return stream;
}

module.exports = { WritableController, WritableRecord, WriterRecord, createWritable };
