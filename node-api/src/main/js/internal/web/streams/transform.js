// TransformStream (Streams §6).

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE, ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const { validateObject } = require('internal/validators');
const { objectOf: readableObject } = require('internal/web/streams/readable');
const { createReadable } = require('internal/web/streams/readable_record');
const {
  expose, extractHighWaterMark, extractSize, inspectAs, kCreate, kDictionary, kObjects, promiseMethod, rejected, resolved, settledMethod,
  startMethod, then,
} = require('internal/web/streams/shared');
const { objectOf: writableObject } = require('internal/web/streams/writable');
const { createWritable } = require('internal/web/streams/writable_record');

class TransformRecord {
  transform;
  flush;
  cancel;
  writable;
  readable;
  backpressure = undefined;
  backpressureChange = undefined;
  object = undefined;
  #controllerObject;
  /** What closing, aborting or cancelling gave, whichever came first. */
  #finish = undefined;

  /** The transformer's functions give promises. */
  constructor({ transform, flush = settledMethod, cancel = settledMethod }) {
    this.transform = transform ?? ((chunk) => {
      try {
        this.enqueue(chunk);
        return resolved();
      } catch (error) {
        return rejected(error);
      }
    });
    this.flush = flush;
    this.cancel = cancel;
  }

  open(started, writable, readable) {
    const start = () => started;
    this.writable = createWritable(start, (chunk) => this.#write(chunk), () => this.#close(), (reason) => this.#abort(reason),
      writable.highWaterMark, writable.size);
    this.readable = createReadable(start, () => {
      this.setBackpressure(false);
      return this.backpressureChange.promise;
    }, (reason) => this.#cancel(reason), readable.highWaterMark, readable.size);
    this.setBackpressure(true);
  }

  get controllerObject() { return (this.#controllerObject ??= new TransformStreamDefaultController(kCreate, this)); }

  setBackpressure(backpressure) {
    this.backpressureChange?.resolve();
    this.backpressureChange = Promise.withResolvers();
    this.backpressure = backpressure;
  }

  #forget() {
    this.transform = this.flush = this.cancel = settledMethod;
  }

  enqueue(chunk) {
    const { controller } = this.readable;
    if (!controller.canEnqueue) throw new ERR_INVALID_STATE.TypeError('Unable to enqueue');
    try {
      controller.enqueue(chunk);
    } catch (error) {
      this.errorWritable(error);
      throw this.readable.storedError;
    }
    if (controller.hasBackpressure !== this.backpressure) this.setBackpressure(true);
  }

  error(reason) {
    this.readable.controller.error(reason);
    this.errorWritable(reason);
  }

  errorWritable(reason) {
    this.#forget();
    this.writable.controller.errorIfNeeded(reason);
    this.unblockWrite();
  }

  unblockWrite() {
    if (this.backpressure) this.setBackpressure(false);
  }

  terminate() {
    this.readable.controller.close();
    this.errorWritable(new ERR_INVALID_STATE.TypeError('TransformStream has been terminated'));
  }

  #perform(chunk) {
    return then(this.transform(chunk), undefined, (reason) => {
      this.error(reason);
      throw reason;
    });
  }

  #write(chunk) {
    if (!this.backpressure) return this.#perform(chunk);
    return then(this.backpressureChange.promise, () => {
      if (this.writable.state === 'erroring') throw this.writable.storedError;
      return this.#perform(chunk);
    });
  }

  #abort(reason) {
    if (this.#finish !== undefined) return this.#finish.promise;
    const { readable } = this;
    return this.#finishWith(() => this.cancel(reason), () => {
      if (readable.state === 'errored') throw readable.storedError;
      readable.controller.error(reason);
    }, (failure) => readable.controller.error(failure));
  }

  #close() {
    if (this.#finish !== undefined) return this.#finish.promise;
    const { readable } = this;
    return this.#finishWith(() => this.flush(), () => {
      if (readable.state === 'errored') throw readable.storedError;
      readable.controller.close();
    }, (failure) => readable.controller.error(failure));
  }

  #cancel(reason) {
    if (this.#finish !== undefined) return this.#finish.promise;
    const { writable } = this;
    return this.#finishWith(() => this.cancel(reason), () => {
      if (writable.state === 'errored') throw writable.storedError;
      writable.controller.errorIfNeeded(reason);
      this.unblockWrite();
    }, (failure) => {
      writable.controller.errorIfNeeded(failure);
      this.unblockWrite();
    });
  }

  /** The promise is there before the program's function is called: that may come back here. */
  #finishWith(begin, onDone, onFailure) {
    const finish = this.#finish = Promise.withResolvers();
    const begun = begin();
    this.#forget();
    then(begun, () => {
      try {
        onDone();
        finish.resolve();
      } catch (error) {
        finish.reject(error);
      }
    }, (failure) => {
      onFailure(failure);
      finish.reject(failure);
    });
    return finish.promise;
  }
}

class TransformStream {
  #record;

  constructor(transformer = kEmptyObject, writableStrategy = kEmptyObject, readableStrategy = kEmptyObject) {
    if (transformer === kCreate) {
      this.#record = writableStrategy;
      writableStrategy.object = this;
      return;
    }
    validateObject(transformer, 'transformer', kObjects);
    validateObject(writableStrategy, 'writableStrategy', kDictionary);
    validateObject(readableStrategy, 'readableStrategy', kDictionary);
    const { readableType, writableType } = transformer;
    if (readableType !== undefined) throw new ERR_INVALID_ARG_VALUE.RangeError('transformer.readableType', readableType);
    if (writableType !== undefined) throw new ERR_INVALID_ARG_VALUE.RangeError('transformer.writableType', writableType);
    const readable = {
      highWaterMark: extractHighWaterMark(readableStrategy?.highWaterMark, 0), size: extractSize(readableStrategy?.size),
    };
    const writable = {
      highWaterMark: extractHighWaterMark(writableStrategy?.highWaterMark, 1), size: extractSize(writableStrategy?.size),
    };
    const start = startMethod(transformer, 'transformer');
    const cancel = promiseMethod(transformer, 'cancel', 'transformer');
    const flush = promiseMethod(transformer, 'flush', 'transformer');
    const transform = promiseMethod(transformer, 'transform', 'transformer');
    const started = Promise.withResolvers();
    const record = this.#record = new TransformRecord({
      transform: transform && ((chunk) => transform(chunk, record.controllerObject)),
      flush: flush && (() => flush(record.controllerObject)),
      cancel,
    });
    record.object = this;
    record.open(started.promise, writable, readable);
    started.resolve(start(record.controllerObject));
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#record in value)) throw new ERR_INVALID_THIS('TransformStream');
    return value.#record;
  }

  get readable() { return readableObject(TransformStream.#of(this).readable); }

  get writable() { return writableObject(TransformStream.#of(this).writable); }

  [internalBinding('messaging').transferSymbol]() {
    const { readable, writable } = this;
    return { data: { readable, writable }, receiver: 'internal/web/streams/transform:receiveTransform', transfer: [readable, writable] };
  }

  [customInspectSymbol](depth, options) {
    const { backpressure } = TransformStream.#of(this);
    return inspectAs(this.constructor.name, depth, options, { readable: this.readable, writable: this.writable, backpressure });
  }
}
expose(TransformStream, 'readable', 'writable');

class TransformStreamDefaultController {
  #record;

  constructor(token = undefined, record = undefined) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#record = record;
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#record in value)) throw new ERR_INVALID_THIS('TransformStreamDefaultController');
    return value.#record;
  }

  get desiredSize() { return TransformStreamDefaultController.#of(this).readable.controller.desiredSize; }

  enqueue(chunk = undefined) { TransformStreamDefaultController.#of(this).enqueue(chunk); }

  error(reason = undefined) { TransformStreamDefaultController.#of(this).error(reason); }

  terminate() { TransformStreamDefaultController.#of(this).terminate(); }

  [customInspectSymbol](depth, options) {
    const { object } = TransformStreamDefaultController.#of(this);
    return inspectAs(this.constructor.name, depth, options, { stream: object });
  }
}
expose(TransformStreamDefaultController, 'desiredSize', 'enqueue', 'error', 'terminate');

/** A transform stream of our own, from functions that give promises or nothing; they get the record. */
function createTransform({ transform, flush }) {
  const wrap = (fn) => fn && ((...args) => {
    try {
      return resolved(fn(...args, record));
    } catch (error) {
      return rejected(error);
    }
  });
  const record = new TransformRecord({ transform: wrap(transform), flush: wrap(flush) });
  const one = () => 1;
  record.open(resolved(), { highWaterMark: 1, size: one }, { highWaterMark: 0, size: one });
  return record;
}

/** A transform stream that came from elsewhere: there its two sides are what they are, no more. */
function receiveTransform({ readable, writable }) {
  return new TransformStream(kCreate, {
    readable: require('internal/web/streams/readable').recordOf(readable),
    writable: require('internal/web/streams/writable').recordOf(writable),
    backpressure: undefined,
    object: undefined,
  });
}

module.exports = { TransformStream, TransformStreamDefaultController, createTransform, readableObject, receiveTransform, writableObject };
