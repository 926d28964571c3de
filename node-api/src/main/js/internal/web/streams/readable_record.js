// The state of readable streams and the algorithms on it (Streams §4.9.1, §4.9.2). A reader's record has `requests`: read requests, each with
// chunk(value), close(value) and error(reason); those of BYOB readers take the view in close().

const { Settlement, rejected, resolved, then } = require('internal/web/streams/shared');

class ReadableRecord {
  state = 'readable';
  reader = undefined;
  storedError = undefined;
  disturbed = false;
  controller = undefined;
  object = undefined;
  /** Settles when the stream closes or fails, for finished(); made when asked for. */
  #closed = undefined;

  get closed() {
    if (this.#closed === undefined) {
      this.#closed = new Settlement();
      if (this.state === 'closed') this.#closed.resolve();
      else if (this.state === 'errored') this.#closed.reject(this.storedError);
    }
    return this.#closed;
  }

  get isLocked() { return this.reader !== undefined; }

  /** Whether somebody waits for a chunk. */
  get isAwaited() { return this.reader !== undefined && this.reader.requests.length > 0; }

  cancel(reason) {
    this.disturbed = true;
    if (this.state === 'closed') return resolved();
    if (this.state === 'errored') return rejected(this.storedError);
    this.close();
    const { reader } = this;
    if (reader !== undefined && reader.isByob) {
      for (const request of reader.takeRequests()) request.close(undefined);
    }
    return then(this.controller.cancelSteps(reason), () => undefined);
  }

  close() {
    this.state = 'closed';
    this.#closed?.resolve();
    const { reader } = this;
    if (reader === undefined) return;
    reader.closed.resolve();
    if (!reader.isByob) {
      for (const request of reader.takeRequests()) request.close();
    }
  }

  error(reason) {
    this.state = 'errored';
    this.storedError = reason;
    this.#closed?.reject(reason);
    const { reader } = this;
    if (reader === undefined) return;
    reader.closed.reject(reason);
    for (const request of reader.takeRequests()) request.error(reason);
  }

  /** Gives the first who waits his chunk. */
  fulfill(chunk, done) {
    const request = this.reader.requests.shift();
    if (done) request.close(chunk);
    else request.chunk(chunk);
  }
}

/** A reader, bound to a stream until released (§4.3). */
class ReaderRecord {
  requests = [];
  isByob;
  stream;
  closed;
  object = undefined;

  constructor(stream, isByob) {
    this.isByob = isByob;
    this.stream = stream;
    stream.reader = this;
    this.closed = stream.state === 'readable' ? new Settlement()
      : stream.state === 'closed' ? Settlement.resolved() : Settlement.rejected(stream.storedError);
  }

  takeRequests() {
    const { requests } = this;
    this.requests = [];
    return requests;
  }

  cancel(reason) {
    return this.stream.cancel(reason);
  }

  /** Reads one chunk; not for BYOB readers. */
  read(request) {
    const { stream } = this;
    stream.disturbed = true;
    if (stream.state === 'closed') request.close();
    else if (stream.state === 'errored') request.error(stream.storedError);
    else stream.controller.pullSteps(request);
  }

  /** Reads into a view; for BYOB readers. */
  readInto(view, min, request) {
    const { stream } = this;
    stream.disturbed = true;
    if (stream.state === 'errored') request.error(stream.storedError);
    else stream.controller.pullInto(view, min, request);
  }

  release() {
    const { codes: { ERR_INVALID_STATE } } = require('internal/errors');
    const { stream } = this;
    const error = new ERR_INVALID_STATE.TypeError('Reader released');
    if (stream.state === 'readable') this.closed.reject(error);
    else this.closed = Settlement.rejected(error);
    stream.controller.releaseSteps();
    stream.reader = undefined;
    this.stream = undefined;
    if (this.requests.length === 0) return;
    const reason = new ERR_INVALID_STATE.TypeError('Releasing reader');
    for (const request of this.takeRequests()) request.error(reason);
  }
}

/** A stream of our own: CreateReadableStream. The algorithms give promises. */
function createReadable(start, pull, cancel, highWaterMark = 1, size = () => 1) {
  const { DefaultController } = require('internal/web/streams/readable_default');
  const stream = new ReadableRecord();
  new DefaultController(stream, pull, cancel, highWaterMark, size).begin(start);
  return stream;
}

/** CreateReadableByteStream. */
function createReadableBytes(pull, cancel) {
  const { ByteController } = require('internal/web/streams/readable_bytes');
  const stream = new ReadableRecord();
  new ByteController(stream, pull, cancel, 0, undefined).begin();
  return stream;
}

module.exports = { ReadableRecord, ReaderRecord, createReadable, createReadableBytes };
