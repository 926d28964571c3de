// The controller of streams of bytes (Streams §4.7, §4.9.5). A pull-into descriptor says which part of which buffer waits to be filled, and for whom.

const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE },
} = require('internal/errors');
const { copyBytes, elementSize, transferBuffer, viewClass } = require('internal/web/streams/buffers');
const { resolved, settledMethod, then } = require('internal/web/streams/shared');

class ByteController {
  stream;
  pull;
  cancel;
  highWaterMark;
  autoAllocateChunkSize;
  started = false;
  closeRequested = false;
  pulling = false;
  pullAgain = false;
  /** Chunks as { buffer, byteOffset, byteLength }. */
  queue = [];
  total = 0;
  pending = [];
  /** The record of the BYOB request programs may hold: { controller, view, object }. */
  #request = null;
  #object;

  constructor(stream, pull = settledMethod, cancel = settledMethod, highWaterMark, autoAllocateChunkSize) {
    this.stream = stream;
    this.pull = pull;
    this.cancel = cancel;
    this.highWaterMark = highWaterMark;
    this.autoAllocateChunkSize = autoAllocateChunkSize;
    stream.controller = this;
  }

  get object() {
    const { createByteController } = require('internal/web/streams/readable_bytes_api');
    return (this.#object ??= createByteController(this));
  }

  get isBytes() { return true; }

  begin(start) {
    const result = start === undefined ? undefined : start(this);
    then(resolved(result), () => {
      this.started = true;
      this.pullIfNeeded();
    }, (error) => this.error(error));
  }

  get desiredSize() {
    const { state } = this.stream;
    return state === 'errored' ? null : state === 'closed' ? 0 : this.highWaterMark - this.total;
  }

  /** What the program may fill, of the first who waits. */
  get byobRequest() {
    if (this.#request === null && this.pending.length > 0) {
      const first = this.pending[0];
      const view = new Uint8Array(first.buffer, first.byteOffset + first.filled, first.byteLength - first.filled);
      this.#request = { controller: this, view, object: undefined };
    }
    return this.#request;
  }

  #invalidateRequest() {
    if (this.#request === null) return;
    this.#request.controller = undefined;
    this.#request.view = null;
    this.#request = null;
  }

  #shouldPull() {
    if (this.stream.state !== 'readable' || this.closeRequested || !this.started) return false;
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

  #forget() { this.pull = this.cancel = settledMethod; }

  #resetQueue() {
    this.queue = [];
    this.total = 0;
  }

  close() {
    if (this.closeRequested || this.stream.state !== 'readable') return;
    if (this.total > 0) {
      this.closeRequested = true;
      return;
    }
    const first = this.pending[0];
    if (first !== undefined && first.filled % first.elementSize !== 0) {
      const error = new ERR_INVALID_STATE.TypeError('Partial read');
      this.error(error);
      throw error;
    }
    this.#forget();
    this.stream.close();
  }

  error(reason) {
    if (this.stream.state !== 'readable') return;
    this.#invalidateRequest();
    this.pending = [];
    this.#resetQueue();
    this.#forget();
    this.stream.error(reason);
  }

  enqueue(chunk) {
    const { stream } = this;
    if (this.closeRequested || stream.state !== 'readable') return;
    const { byteOffset, byteLength } = chunk;
    const buffer = transferBuffer(chunk.buffer);
    const first = this.pending[0];
    if (first !== undefined) {
      if (first.buffer.detached) throw new ERR_INVALID_STATE.TypeError('Destination ArrayBuffer is detached');
      this.#invalidateRequest();
      first.buffer = transferBuffer(first.buffer);
      if (first.reader === 'none') this.#enqueueDetached(first);
    }
    if (stream.reader !== undefined && !stream.reader.isByob) {
      while (this.total > 0 && stream.isAwaited) this.#fillRequest(stream.reader.requests.shift());
      if (!stream.isAwaited) {
        this.#push(buffer, byteOffset, byteLength);
      } else {
        if (this.pending.length > 0) this.#shift();
        stream.fulfill(new Uint8Array(buffer, byteOffset, byteLength), false);
      }
    } else {
      this.#push(buffer, byteOffset, byteLength);
      if (stream.reader !== undefined) {
        for (const descriptor of this.#takeFilled()) this.#commit(descriptor);
      }
    }
    this.pullIfNeeded();
  }

  #push(buffer, byteOffset, byteLength) {
    this.queue.push({ buffer, byteOffset, byteLength });
    this.total += byteLength;
  }

  #pushClone(buffer, byteOffset, byteLength) {
    let clone;
    try {
      clone = buffer.slice(byteOffset, byteOffset + byteLength);
    } catch (error) {
      this.error(error);
      throw error;
    }
    this.#push(clone, 0, byteLength);
  }

  /** A reader went away while its buffer was being filled: what was filled is a chunk for the next. */
  #enqueueDetached(descriptor) {
    if (descriptor.filled > 0) this.#pushClone(descriptor.buffer, descriptor.byteOffset, descriptor.filled);
    this.#shift();
  }

  #shift() {
    this.#invalidateRequest();
    return this.pending.shift();
  }

  #commit(descriptor) {
    const done = this.stream.state === 'closed';
    this.stream.fulfill(this.#viewOf(descriptor), done);
  }

  #viewOf({ buffer, byteOffset, filled, elementSize: size, Class }) {
    return new Class(transferBuffer(buffer), byteOffset, filled / size);
  }

  /** Moves bytes of the queue into a descriptor; whether it has its minimum. */
  #fill(descriptor) {
    const wanted = Math.min(this.total, descriptor.byteLength - descriptor.filled);
    const most = descriptor.filled + wanted;
    const aligned = most - most % descriptor.elementSize;
    const ready = aligned >= descriptor.minimum;
    let left = ready ? aligned - descriptor.filled : wanted;
    while (left > 0) {
      const head = this.queue[0];
      const count = Math.min(left, head.byteLength);
      copyBytes(descriptor.buffer, descriptor.byteOffset + descriptor.filled, head.buffer, head.byteOffset, count);
      if (head.byteLength === count) {
        this.queue.shift();
      } else {
        head.byteOffset += count;
        head.byteLength -= count;
      }
      this.total -= count;
      this.#grow(descriptor, count);
      left -= count;
    }
    return ready;
  }

  #grow(descriptor, count) {
    this.#invalidateRequest();
    descriptor.filled += count;
  }

  #takeFilled() {
    const result = [];
    while (this.pending.length > 0 && this.total > 0) {
      if (!this.#fill(this.pending[0])) break;
      result.push(this.#shift());
    }
    return result;
  }

  #fillRequest(request) {
    const { buffer, byteOffset, byteLength } = this.queue.shift();
    this.total -= byteLength;
    this.#handleDrain();
    request.chunk(new Uint8Array(buffer, byteOffset, byteLength));
  }

  #handleDrain() {
    if (this.total === 0 && this.closeRequested) {
      this.#forget();
      this.stream.close();
    } else {
      this.pullIfNeeded();
    }
  }

  cancelSteps(reason) {
    this.#invalidateRequest();
    this.pending = [];
    this.#resetQueue();
    const result = this.cancel(reason);
    this.#forget();
    return result;
  }

  pullSteps(request) {
    if (this.total > 0) {
      this.#fillRequest(request);
      return;
    }
    const size = this.autoAllocateChunkSize;
    if (size !== undefined) {
      let buffer;
      try {
        buffer = new ArrayBuffer(size);
      } catch (error) {
        request.error(error);
        return;
      }
      this.pending.push({
        buffer, bufferByteLength: size, byteOffset: 0, byteLength: size, filled: 0, minimum: 1, elementSize: 1, Class: Uint8Array, reader: 'default',
      });
    }
    this.stream.reader.requests.push(request);
    this.pullIfNeeded();
  }

  releaseSteps() {
    if (this.pending.length === 0) return;
    this.pending[0].reader = 'none';
    this.pending.length = 1;
  }

  /** A BYOB read. */
  pullInto(view, min, request) {
    const { stream } = this;
    const Class = viewClass(view);
    const size = elementSize(Class);
    const { byteOffset, byteLength } = view;
    let buffer;
    try {
      buffer = transferBuffer(view.buffer);
    } catch (error) {
      request.error(error);
      return;
    }
    const descriptor = {
      buffer, bufferByteLength: buffer.byteLength, byteOffset, byteLength, filled: 0, minimum: min * size, elementSize: size, Class, reader: 'byob',
    };
    if (this.pending.length > 0) {
      this.pending.push(descriptor);
      stream.reader.requests.push(request);
      return;
    }
    if (stream.state === 'closed') {
      request.close(new Class(descriptor.buffer, byteOffset, 0));
      return;
    }
    if (this.total > 0) {
      if (this.#fill(descriptor)) {
        const filled = this.#viewOf(descriptor);
        this.#handleDrain();
        request.chunk(filled);
        return;
      }
      if (this.closeRequested) {
        const error = new ERR_INVALID_STATE.TypeError('ReadableStream closed');
        this.error(error);
        request.error(error);
        return;
      }
    }
    this.pending.push(descriptor);
    stream.reader.requests.push(request);
    this.pullIfNeeded();
  }

  /** The program wrote so many bytes into the BYOB request's view. */
  respond(bytesWritten) {
    const first = this.pending[0];
    if (this.stream.state === 'closed') {
      if (bytesWritten !== 0) throw new ERR_INVALID_STATE.TypeError('Controller is closed but view is not zero-length');
    } else {
      if (bytesWritten === 0) throw new ERR_INVALID_STATE.TypeError('View cannot be zero-length');
      if (first.filled + bytesWritten > first.byteLength) throw new ERR_INVALID_ARG_VALUE.RangeError('bytesWritten', bytesWritten);
    }
    first.buffer = transferBuffer(first.buffer);
    this.#respond(bytesWritten);
  }

  respondWithNewView(view) {
    const first = this.pending[0];
    const { byteOffset, byteLength } = view;
    if (this.stream.state === 'closed') {
      if (byteLength !== 0) throw new ERR_INVALID_STATE.TypeError('View is not zero-length');
    } else if (byteLength === 0) {
      throw new ERR_INVALID_STATE.TypeError('View is zero-length');
    }
    if (first.byteOffset + first.filled !== byteOffset || first.bufferByteLength !== view.buffer.byteLength ||
        first.filled + byteLength > first.byteLength) {
      throw new ERR_INVALID_ARG_VALUE.RangeError('view', view);
    }
    first.buffer = transferBuffer(view.buffer);
    this.#respond(byteLength);
  }

  #respond(bytesWritten) {
    const first = this.pending[0];
    this.#invalidateRequest();
    if (this.stream.state === 'closed') this.#respondClosed(first);
    else this.#respondReadable(bytesWritten, first);
    this.pullIfNeeded();
  }

  #respondClosed(first) {
    if (first.reader === 'none') this.#shift();
    const { reader } = this.stream;
    if (reader === undefined || !reader.isByob) return;
    const filled = [];
    while (filled.length < reader.requests.length) filled.push(this.#shift());
    for (const descriptor of filled) this.#commit(descriptor);
  }

  #respondReadable(bytesWritten, first) {
    this.#grow(first, bytesWritten);
    if (first.reader === 'none') {
      this.#enqueueDetached(first);
      for (const descriptor of this.#takeFilled()) this.#commit(descriptor);
      return;
    }
    if (first.filled < first.minimum) return;
    this.#shift();
    const rest = first.filled % first.elementSize;
    if (rest > 0) {
      const end = first.byteOffset + first.filled;
      this.#pushClone(first.buffer, end - rest, rest);
    }
    first.filled -= rest;
    const others = this.#takeFilled();
    this.#commit(first);
    for (const descriptor of others) this.#commit(descriptor);
  }
}

module.exports = { ByteController };
