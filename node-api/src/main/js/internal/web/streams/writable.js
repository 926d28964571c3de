// WritableStream, its writer and its controller as programs see them (Streams §5.2–§5.4).

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE, ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const { validateObject } = require('internal/validators');
const {
  expose, extractHighWaterMark, extractSize, inspectAs, kCreate, kDictionary, kObjects, promiseMethod, rejected, startMethod, symbols,
} = require('internal/web/streams/shared');
const { WritableController, WritableRecord, WriterRecord } = require('internal/web/streams/writable_record');

const { transferSymbol } = internalBinding('messaging');

class WritableStream {
  #record;

  constructor(sink = kEmptyObject, strategy = kEmptyObject) {
    if (sink === kCreate) {
      this.#record = strategy;
      strategy.object = this;
      return;
    }
    validateObject(sink, 'sink', kObjects);
    validateObject(strategy, 'strategy', kDictionary);
    const { type } = sink;
    if (type !== undefined) throw new ERR_INVALID_ARG_VALUE.RangeError('type', type);
    const record = this.#record = new WritableRecord();
    record.object = this;
    const size = extractSize(strategy?.size);
    const highWaterMark = extractHighWaterMark(strategy?.highWaterMark, 1);
    const start = startMethod(sink, 'sink');
    const write = promiseMethod(sink, 'write', 'sink');
    const close = promiseMethod(sink, 'close', 'sink');
    const abort = promiseMethod(sink, 'abort', 'sink');
    const controller = new WritableController(
      record, write && ((chunk) => write(chunk, controller.object)), close, abort, highWaterMark, size);
    controller.begin(() => start(controller.object));
  }

  static #of(value) {
    if (!WritableStream.#has(value)) throw new ERR_INVALID_THIS('WritableStream');
    return value.#record;
  }

  static #has(value) { return typeof value === 'object' && value !== null && #record in value; }

  static recordOf = (value) => (WritableStream.#has(value) ? value.#record : undefined);

  get locked() { return WritableStream.#of(this).isLocked; }

  abort(reason = undefined) {
    if (!WritableStream.#has(this)) return rejected(new ERR_INVALID_THIS('WritableStream'));
    if (this.#record.isLocked) return rejected(new ERR_INVALID_STATE.TypeError('WritableStream is locked'));
    return this.#record.abort(reason);
  }

  close() {
    if (!WritableStream.#has(this)) return rejected(new ERR_INVALID_THIS('WritableStream'));
    if (this.#record.isLocked) return rejected(new ERR_INVALID_STATE.TypeError('WritableStream is locked'));
    if (this.#record.isClosing) return rejected(new ERR_INVALID_STATE.TypeError('Failure closing WritableStream'));
    return this.#record.close();
  }

  getWriter() {
    WritableStream.#of(this);
    return new WritableStreamDefaultWriter(this);
  }

  get [symbols.errored]() { return WritableStream.#of(this).state === 'errored'; }

  get [symbols.writable]() { return WritableStream.#of(this).state === 'writable'; }

  get [symbols.closedPromise]() { return WritableStream.#of(this).closed; }

  [symbols.controllerError](error) { WritableStream.#of(this).controller.errorIfNeeded(error); }

  [transferSymbol]() { return require('internal/web/streams/transfer').sendWritable(WritableStream.#of(this)); }

  [customInspectSymbol](depth, options) {
    const { isLocked, state } = WritableStream.#of(this);
    return inspectAs(this.constructor.name, depth, options, { locked: isLocked, state });
  }
}
const { recordOf } = WritableStream;
delete WritableStream.recordOf;
expose(WritableStream, 'abort', 'close', 'getWriter', 'locked');

/** The object programs see of a stream of our own. */
function objectOf(record) {
  return record.object ?? new WritableStream(kCreate, record);
}

function notBound() {
  return new ERR_INVALID_STATE.TypeError('Writer is not bound to a WritableStream');
}

class WritableStreamDefaultWriter {
  #record;

  constructor(stream) {
    const record = recordOf(stream);
    if (record === undefined) throw new ERR_INVALID_ARG_TYPE('stream', 'WritableStream', stream);
    if (record.isLocked) throw new ERR_INVALID_STATE.TypeError('WritableStream is locked');
    this.#record = new WriterRecord(record);
    this.#record.object = this;
  }

  static #of(value) {
    if (!WritableStreamDefaultWriter.#has(value)) throw new ERR_INVALID_THIS('WritableStreamDefaultWriter');
    return value.#record;
  }

  static #has(value) { return typeof value === 'object' && value !== null && #record in value; }

  get closed() {
    if (!WritableStreamDefaultWriter.#has(this)) return rejected(new ERR_INVALID_THIS('WritableStreamDefaultWriter'));
    return this.#record.closed.promise;
  }

  get desiredSize() {
    const record = WritableStreamDefaultWriter.#of(this);
    if (record.stream === undefined) throw notBound();
    return record.desiredSize;
  }

  get ready() {
    if (!WritableStreamDefaultWriter.#has(this)) return rejected(new ERR_INVALID_THIS('WritableStreamDefaultWriter'));
    return this.#record.ready.promise;
  }

  abort(reason = undefined) {
    if (!WritableStreamDefaultWriter.#has(this)) return rejected(new ERR_INVALID_THIS('WritableStreamDefaultWriter'));
    if (this.#record.stream === undefined) return rejected(notBound());
    return this.#record.stream.abort(reason);
  }

  close() {
    if (!WritableStreamDefaultWriter.#has(this)) return rejected(new ERR_INVALID_THIS('WritableStreamDefaultWriter'));
    const { stream } = this.#record;
    if (stream === undefined) return rejected(notBound());
    if (stream.isClosing) return rejected(new ERR_INVALID_STATE.TypeError('Failure to close WritableStream'));
    return stream.close();
  }

  releaseLock() {
    const record = WritableStreamDefaultWriter.#of(this);
    if (record.stream !== undefined) record.release();
  }

  write(chunk = undefined) {
    if (!WritableStreamDefaultWriter.#has(this)) return rejected(new ERR_INVALID_THIS('WritableStreamDefaultWriter'));
    if (this.#record.stream === undefined) return rejected(notBound());
    return this.#record.write(chunk);
  }

  [customInspectSymbol](depth, options) {
    const record = WritableStreamDefaultWriter.#of(this);
    return inspectAs(this.constructor.name, depth, options, {
      stream: record.stream && objectOf(record.stream),
      close: record.closed.promise,
      ready: record.ready.promise,
      desiredSize: record.stream && record.desiredSize,
    });
  }
}
expose(WritableStreamDefaultWriter, 'abort', 'close', 'closed', 'desiredSize', 'ready', 'releaseLock', 'write');

class WritableStreamDefaultController {
  #record;

  constructor(token = undefined, record = undefined) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#record = record;
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#record in value)) throw new ERR_INVALID_THIS('WritableStreamDefaultController');
    return value.#record;
  }

  get signal() { return WritableStreamDefaultController.#of(this).signal; }

  error(error = undefined) { WritableStreamDefaultController.#of(this).errorIfNeeded(error); }

  [customInspectSymbol](depth, options) {
    const { stream } = WritableStreamDefaultController.#of(this);
    return inspectAs(this.constructor.name, depth, options, { stream: objectOf(stream) });
  }
}
expose(WritableStreamDefaultController, 'error', 'signal');

function createController(record) {
  return new WritableStreamDefaultController(kCreate, record);
}

module.exports = {
  WritableStream, WritableStreamDefaultController, WritableStreamDefaultWriter, createController, objectOf, recordOf,
};
