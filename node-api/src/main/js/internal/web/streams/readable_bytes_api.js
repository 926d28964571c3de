// What programs hold of a byte stream's controller: ReadableByteStreamController and ReadableStreamBYOBRequest (Streams §4.7, §4.8).

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_STATE, ERR_INVALID_THIS, ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { checkView } = require('internal/web/streams/buffers');
const { expose, inspectAs, kCreate } = require('internal/web/streams/shared');

class ReadableStreamBYOBRequest {
  #record;

  constructor(token = undefined, record = undefined) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#record = record;
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#record in value)) throw new ERR_INVALID_THIS('ReadableStreamBYOBRequest');
    return value.#record;
  }

  static #controllerOf(value) {
    const { controller } = ReadableStreamBYOBRequest.#of(value);
    if (controller === undefined) throw new ERR_INVALID_STATE.TypeError('This BYOB request has been invalidated');
    return controller;
  }

  get view() { return ReadableStreamBYOBRequest.#of(this).view; }

  respond(bytesWritten) {
    const controller = ReadableStreamBYOBRequest.#controllerOf(this);
    const { view } = this.#record;
    if (view.byteLength === 0 || view.buffer.byteLength === 0) {
      if (view.buffer.detached || view.byteLength === 0) throw new ERR_INVALID_STATE.TypeError('Viewed ArrayBuffer is detached');
    }
    const count = Number(bytesWritten);
    if (!(count >= 0) || count > Number.MAX_SAFE_INTEGER) throw new ERR_INVALID_ARG_VALUE('bytesWritten', bytesWritten);
    controller.respond(Math.trunc(count));
  }

  respondWithNewView(view) {
    const controller = ReadableStreamBYOBRequest.#controllerOf(this);
    checkView(view, 'view');
    if (view.buffer.detached) throw new ERR_INVALID_STATE.TypeError('Viewed ArrayBuffer is detached');
    controller.respondWithNewView(view);
  }

  [customInspectSymbol](depth, options) {
    const { controller, view } = ReadableStreamBYOBRequest.#of(this);
    return inspectAs(this.constructor.name, depth, options, { view, controller: controller?.object });
  }
}
expose(ReadableStreamBYOBRequest, 'view', 'respond', 'respondWithNewView');

class ReadableByteStreamController {
  #record;

  constructor(token = undefined, record = undefined) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#record = record;
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#record in value)) throw new ERR_INVALID_THIS('ReadableByteStreamController');
    return value.#record;
  }

  get byobRequest() {
    const request = ReadableByteStreamController.#of(this).byobRequest;
    return request === null ? null : (request.object ??= new ReadableStreamBYOBRequest(kCreate, request));
  }

  get desiredSize() { return ReadableByteStreamController.#of(this).desiredSize; }

  static #open(value) {
    const record = ReadableByteStreamController.#of(value);
    if (record.closeRequested) throw new ERR_INVALID_STATE.TypeError('Controller is already closed');
    if (record.stream.state !== 'readable') throw new ERR_INVALID_STATE.TypeError('ReadableStream is already closed');
    return record;
  }

  close() { ReadableByteStreamController.#open(this).close(); }

  enqueue(chunk) {
    const record = ReadableByteStreamController.#of(this);
    checkView(chunk, 'buffer');
    if (chunk.byteLength === 0 || chunk.buffer.byteLength === 0) {
      throw new ERR_INVALID_STATE.TypeError('chunk ArrayBuffer is zero-length or detached');
    }
    ReadableByteStreamController.#open(this);
    record.enqueue(chunk);
  }

  error(error = undefined) { ReadableByteStreamController.#of(this).error(error); }

  [customInspectSymbol](depth, options) { return inspectAs(this.constructor.name, depth, options, {}); }
}
expose(ReadableByteStreamController, 'byobRequest', 'close', 'desiredSize', 'enqueue', 'error');

function createByteController(record) {
  return new ReadableByteStreamController(kCreate, record);
}

module.exports = { ReadableByteStreamController, ReadableStreamBYOBRequest, createByteController };
