// ReadableStreamDefaultReader and ReadableStreamBYOBReader (Streams §4.4, §4.5).

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE, ERR_INVALID_THIS, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const { validateObject } = require('internal/validators');
const { ReaderRecord } = require('internal/web/streams/readable_record');
const { expose, inspectAs, kDictionary, rejected } = require('internal/web/streams/shared');

/** A read whose outcome is a promise of an iterator's result. */
class PromisedRead {
  constructor() { Object.assign(this, Promise.withResolvers()); }
  chunk(value) { this.resolve({ done: false, value }); }
  close(value) { this.resolve({ done: true, value }); }
  error(reason) { this.reject(reason); }
}

function unlocked(stream) {
  const { recordOf } = require('internal/web/streams/readable');
  const record = recordOf(stream);
  if (record === undefined) throw new ERR_INVALID_ARG_TYPE('stream', 'ReadableStream', stream);
  if (record.isLocked) throw new ERR_INVALID_STATE.TypeError('ReadableStream is locked');
  return record;
}

function notAttached() {
  return new ERR_INVALID_STATE.TypeError('The reader is not attached to a stream');
}

class ReadableStreamDefaultReader {
  #record;

  constructor(stream) {
    this.#record = new ReaderRecord(unlocked(stream), false);
    this.#record.object = this;
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#record in value)) throw new ERR_INVALID_THIS('ReadableStreamDefaultReader');
    return value.#record;
  }

  static #has(value) { return typeof value === 'object' && value !== null && #record in value; }

  read() {
    if (!ReadableStreamDefaultReader.#has(this)) return rejected(new ERR_INVALID_THIS('ReadableStreamDefaultReader'));
    if (this.#record.stream === undefined) return rejected(notAttached());
    const request = new PromisedRead();
    this.#record.read(request);
    return request.promise;
  }

  releaseLock() {
    const record = ReadableStreamDefaultReader.#of(this);
    if (record.stream !== undefined) record.release();
  }

  get closed() {
    if (!ReadableStreamDefaultReader.#has(this)) return rejected(new ERR_INVALID_THIS('ReadableStreamDefaultReader'));
    return this.#record.closed.promise;
  }

  cancel(reason = undefined) {
    if (!ReadableStreamDefaultReader.#has(this)) return rejected(new ERR_INVALID_THIS('ReadableStreamDefaultReader'));
    if (this.#record.stream === undefined) return rejected(notAttached());
    return this.#record.cancel(reason);
  }

  [customInspectSymbol](depth, options) {
    const { stream, requests, closed } = ReadableStreamDefaultReader.#of(this);
    const { objectOf } = require('internal/web/streams/readable');
    return inspectAs(this.constructor.name, depth, options,
      { stream: stream && objectOf(stream), readRequests: requests.length, close: closed.promise });
  }
}
expose(ReadableStreamDefaultReader, 'cancel', 'closed', 'read', 'releaseLock');

class ReadableStreamBYOBReader {
  #record;

  constructor(stream) {
    const record = unlocked(stream);
    if (!record.controller.isBytes) throw new ERR_INVALID_ARG_VALUE('stream', stream, 'must be a byte stream');
    this.#record = new ReaderRecord(record, true);
    this.#record.object = this;
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#record in value)) throw new ERR_INVALID_THIS('ReadableStreamBYOBReader');
    return value.#record;
  }

  static #has(value) { return typeof value === 'object' && value !== null && #record in value; }

  async read(view, options = kEmptyObject) {
    const record = ReadableStreamBYOBReader.#of(this);
    if (!ArrayBuffer.isView(view)) throw new ERR_INVALID_ARG_TYPE('view', ['Buffer', 'TypedArray', 'DataView'], view);
    validateObject(options, 'options', kDictionary);
    if (view.byteLength === 0 || view.buffer.byteLength === 0) {
      throw new ERR_INVALID_STATE.TypeError('View or Viewed ArrayBuffer is zero-length or detached');
    }
    const min = minimumOf(options, view);
    if (record.stream === undefined) throw notAttached();
    const request = new PromisedRead();
    record.readInto(view, min, request);
    return request.promise;
  }

  releaseLock() {
    const record = ReadableStreamBYOBReader.#of(this);
    if (record.stream !== undefined) record.release();
  }

  get closed() {
    if (!ReadableStreamBYOBReader.#has(this)) return rejected(new ERR_INVALID_THIS('ReadableStreamBYOBReader'));
    return this.#record.closed.promise;
  }

  cancel(reason = undefined) {
    if (!ReadableStreamBYOBReader.#has(this)) return rejected(new ERR_INVALID_THIS('ReadableStreamBYOBReader'));
    if (this.#record.stream === undefined) return rejected(notAttached());
    return this.#record.cancel(reason);
  }

  [customInspectSymbol](depth, options) {
    const { stream, requests, closed } = ReadableStreamBYOBReader.#of(this);
    const { objectOf } = require('internal/web/streams/readable');
    return inspectAs(this.constructor.name, depth, options,
      { stream: stream && objectOf(stream), readIntoRequests: requests.length, close: closed.promise });
  }
}
expose(ReadableStreamBYOBReader, 'cancel', 'closed', 'read', 'releaseLock');

/** The `min` of a read, in elements of the view. */
function minimumOf(options, view) {
  const min = options?.min ?? 1;
  if (typeof min !== 'number') throw new ERR_INVALID_ARG_TYPE('options.min', 'number', min);
  if (!Number.isInteger(min)) throw new ERR_INVALID_ARG_VALUE('options.min', min, 'must be an integer');
  if (min <= 0) throw new ERR_INVALID_ARG_VALUE('options.min', min, 'must be greater than 0');
  const isArray = !(view instanceof DataView);
  if (min > (isArray ? view.length : view.byteLength)) {
    throw new ERR_OUT_OF_RANGE('options.min', `<= view.${isArray ? 'length' : 'byteLength'}`, min);
  }
  return min;
}

module.exports = { PromisedRead, ReadableStreamBYOBReader, ReadableStreamDefaultReader };
