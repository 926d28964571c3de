// ReadableStream (Streams §4.2).

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE, ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const { validateAbortSignal, validateObject } = require('internal/validators');
const { ReadableRecord } = require('internal/web/streams/readable_record');
const {
  expose, extractHighWaterMark, extractSize, inspectAs, kCreate, kDictionary, kObjects, promiseMethod, rejected, startMethod, symbols,
} = require('internal/web/streams/shared');

const { transferSymbol } = internalBinding('messaging');

class ReadableStream {
  #record;

  constructor(source = kEmptyObject, strategy = kEmptyObject) {
    if (source === kCreate) {
      this.#record = strategy;
      strategy.object = this;
      return;
    }
    validateObject(source, 'source', kObjects);
    validateObject(strategy, 'strategy', kDictionary);
    const record = this.#record = new ReadableRecord();
    record.object = this;
    // A strategy that cannot be read is reported before anything is asked of the source.
    const size = strategy?.size;
    const highWaterMark = strategy?.highWaterMark;
    const { type } = source;
    if (type !== undefined && `${type}` === 'bytes') {
      if (size !== undefined) throw new ERR_INVALID_ARG_VALUE.RangeError('strategy.size', size);
      setUpBytes(record, source, extractHighWaterMark(highWaterMark, 0));
    } else {
      if (type !== undefined) throw new ERR_INVALID_ARG_VALUE('source.type', type);
      setUpDefault(record, source, extractHighWaterMark(highWaterMark, 1), extractSize(size));
    }
  }

  static #of(value) {
    if (!ReadableStream.#has(value)) throw new ERR_INVALID_THIS('ReadableStream');
    return value.#record;
  }

  static #has(value) { return typeof value === 'object' && value !== null && #record in value; }

  static recordOf = (value) => (ReadableStream.#has(value) ? value.#record : undefined);

  static from(iterable) { return require('internal/web/streams/readable_from').readableFrom(iterable); }

  get locked() { return ReadableStream.#of(this).isLocked; }

  cancel(reason = undefined) {
    if (!ReadableStream.#has(this)) return rejected(new ERR_INVALID_THIS('ReadableStream'));
    if (this.#record.isLocked) return rejected(new ERR_INVALID_STATE.TypeError('ReadableStream is locked'));
    return this.#record.cancel(reason);
  }

  getReader(options = kEmptyObject) {
    ReadableStream.#of(this);
    validateObject(options, 'options', kDictionary);
    const mode = options?.mode;
    const { ReadableStreamBYOBReader, ReadableStreamDefaultReader } = require('internal/web/streams/readers');
    if (mode === undefined) return new ReadableStreamDefaultReader(this);
    if (`${mode}` !== 'byob') throw new ERR_INVALID_ARG_VALUE('options.mode', mode);
    return new ReadableStreamBYOBReader(this);
  }

  pipeThrough(transform, options = kEmptyObject) {
    const record = ReadableStream.#of(this);
    const readable = transform?.readable;
    if (!ReadableStream.#has(readable)) throw new ERR_INVALID_ARG_TYPE('transform.readable', 'ReadableStream', readable);
    const destination = writableOf(transform.writable);
    const flags = pipeOptions(options);
    checkUnlocked(record, destination);
    const { pipeTo } = require('internal/web/streams/readable_pipe');
    require('internal/web/streams/shared').markHandled(pipeTo(record, destination, flags));
    return readable;
  }

  pipeTo(destination, options = kEmptyObject) {
    try {
      const record = ReadableStream.#of(this);
      const target = writableOf(destination);
      const flags = pipeOptions(options);
      checkUnlocked(record, target);
      return require('internal/web/streams/readable_pipe').pipeTo(record, target, flags);
    } catch (error) {
      return rejected(error);
    }
  }

  tee() {
    const record = ReadableStream.#of(this);
    if (record.isLocked) throw new ERR_INVALID_STATE.TypeError('ReadableStream is locked');
    return require('internal/web/streams/readable_tee').tee(record, false).map(objectOf);
  }

  values(options = kEmptyObject) {
    const record = ReadableStream.#of(this);
    validateObject(options, 'options', kDictionary);
    const preventCancel = Boolean(options?.preventCancel);
    if (record.isLocked) throw new ERR_INVALID_STATE.TypeError('ReadableStream is locked');
    return require('internal/web/streams/readable_iterator').iterate(record, preventCancel);
  }

  get [symbols.disturbed]() { return ReadableStream.#of(this).disturbed; }

  get [symbols.errored]() { return ReadableStream.#of(this).state === 'errored'; }

  get [symbols.readable]() { return ReadableStream.#of(this).state === 'readable'; }

  get [symbols.closedPromise]() { return ReadableStream.#of(this).closed; }

  [symbols.controllerError](error) { ReadableStream.#of(this).controller.error(error); }

  [transferSymbol]() { return require('internal/web/streams/transfer').sendReadable(ReadableStream.#of(this)); }

  [customInspectSymbol](depth, options) {
    const { isLocked, state, controller } = ReadableStream.#of(this);
    return inspectAs(this.constructor.name, depth, options, { locked: isLocked, state, supportsBYOB: controller.isBytes });
  }
}
const { recordOf } = ReadableStream;
delete ReadableStream.recordOf;

/** The object programs see of a stream of our own. */
function objectOf(record) {
  return record.object ?? new ReadableStream(kCreate, record);
}

function setUpDefault(record, source, highWaterMark, size) {
  const { DefaultController } = require('internal/web/streams/readable_default');
  const start = startMethod(source, 'source');
  const pull = promiseMethod(source, 'pull', 'source');
  const cancel = promiseMethod(source, 'cancel', 'source');
  const controller = new DefaultController(record, pull && (() => pull(controller.object)), cancel, highWaterMark, size);
  controller.begin(() => start(controller.object));
}

function setUpBytes(record, source, highWaterMark) {
  const { ByteController } = require('internal/web/streams/readable_bytes');
  const start = startMethod(source, 'source');
  const pull = promiseMethod(source, 'pull', 'source');
  const cancel = promiseMethod(source, 'cancel', 'source');
  const { autoAllocateChunkSize } = source;
  if (autoAllocateChunkSize !== undefined && !(Math.trunc(Number(autoAllocateChunkSize)) > 0)) {
    throw new ERR_INVALID_ARG_VALUE('source.autoAllocateChunkSize', autoAllocateChunkSize);
  }
  const size = autoAllocateChunkSize === undefined ? undefined : Math.trunc(Number(autoAllocateChunkSize));
  const controller = new ByteController(record, pull && (() => pull(controller.object)), cancel, highWaterMark, size);
  controller.begin(() => start(controller.object));
}

function writableOf(value) {
  const record = require('internal/web/streams/writable').recordOf(value);
  if (record === undefined) throw new ERR_INVALID_ARG_TYPE('transform.writable', 'WritableStream', value);
  return record;
}

function pipeOptions(options) {
  validateObject(options, 'options', kDictionary);
  const preventAbort = Boolean(options?.preventAbort);
  const preventCancel = Boolean(options?.preventCancel);
  const preventClose = Boolean(options?.preventClose);
  const signal = options?.signal;
  if (signal !== undefined) {
    if (typeof signal !== 'object' || signal === null) throw new ERR_INVALID_ARG_TYPE('options.signal', 'AbortSignal', signal);
    validateAbortSignal(signal, 'options.signal');
  }
  return { preventAbort, preventCancel, preventClose, signal };
}

function checkUnlocked(source, destination) {
  if (source.isLocked) throw new ERR_INVALID_STATE.TypeError('The ReadableStream is locked');
  if (destination.isLocked) throw new ERR_INVALID_STATE.TypeError('The WritableStream is locked');
}

expose(ReadableStream, 'locked', 'cancel', 'getReader', 'pipeThrough', 'pipeTo', 'tee', 'values');
Object.defineProperties(ReadableStream, { from: { __proto__: null, enumerable: true } });
Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, {
  __proto__: null, configurable: true, writable: true, enumerable: false, value: ReadableStream.prototype.values,
});

module.exports = { ReadableStream, objectOf, recordOf };
