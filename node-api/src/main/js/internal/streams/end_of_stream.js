// stream.finished: one callback for all ways a stream can be over.

const {
  AbortError,
  codes: { ERR_INVALID_ARG_TYPE, ERR_STREAM_PREMATURE_CLOSE },
} = require('internal/errors');
const { kEmptyObject, once } = require('internal/util');
const { validateAbortSignal, validateBoolean, validateFunction, validateObject } = require('internal/validators');
const utils = require('internal/vendor/readable-stream/lib/internal/streams/utils');

const {
  isClosed, isNodeStream, isReadable, isReadableErrored, isReadableFinished, isReadableNodeStream, isReadableStream,
  isWritable, isWritableErrored, isWritableFinished, isWritableNodeStream, isWritableStream,
} = utils;

const nop = () => {};
const isRequest = (stream) => stream.setHeader && typeof stream.abort === 'function';

/** The callback keeps the asynchronous context it was given in. */
function bindToContext(callback) {
  const { AsyncResource } = require('async_hooks');
  const resource = new AsyncResource('STREAM_END_OF_STREAM');
  return once(function(...args) { return resource.runInAsyncScope(callback, this, ...args); });
}

function eos(stream, options, callback) {
  if (arguments.length === 2) {
    callback = options;
    options = kEmptyObject;
  } else if (options == null) {
    options = kEmptyObject;
  } else {
    validateObject(options, 'options');
  }
  validateFunction(callback, 'callback');
  validateAbortSignal(options.signal, 'options.signal');
  const done = bindToContext(callback);
  if (isReadableStream(stream) || isWritableStream(stream)) return watchWeb(stream, options, done);
  if (!isNodeStream(stream)) throw new ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  return new Watch(stream, options, done).start();
}

/** A stream that is waited for: what of it counts, and what has happened. */
class Watch {
  constructor(stream, options, callback) {
    this.stream = stream;
    this.options = options;
    this.callback = callback;
    this.readable = options.readable ?? isReadableNodeStream(stream);
    this.writable = options.writable ?? isWritableNodeStream(stream);
    // Whether 'close' is sure to come, and then decides.
    this.willEmitClose = utils.willEmitClose(stream) && isReadableNodeStream(stream) === this.readable && isWritableNodeStream(stream) === this.writable;
    this.writableFinished = isWritableFinished(stream, false);
    this.readableFinished = isReadableFinished(stream, false);
    this.closed = isClosed(stream);
    this.listeners = [];
  }

  call(...args) { this.callback.apply(this.stream, args); }

  listen(event, listener, target = this.stream) {
    this.listeners.push([target, event, listener]);
    target.on(event, listener);
  }

  onFinish = () => {
    const { stream } = this;
    this.writableFinished = true;
    // Destroyed this early by a program's own hand: 'close' may not be like ours.
    if (stream.destroyed) this.willEmitClose = false;
    if (this.willEmitClose && (!stream.readable || this.readable)) return;
    if (!this.readable || this.readableFinished) this.call();
  };

  onEnd = () => {
    const { stream } = this;
    this.readableFinished = true;
    if (stream.destroyed) this.willEmitClose = false;
    if (this.willEmitClose && (!stream.writable || this.writable)) return;
    if (!this.writable || this.writableFinished) this.call();
  };

  onLegacyFinish = () => {
    if (!this.stream.writable) this.onFinish();
  };

  /** The stream's error goes to the callback; says whether there was one. */
  callWithError() {
    this.closed = true;
    const error = isWritableErrored(this.stream) || isReadableErrored(this.stream);
    if (!error || typeof error === 'boolean') return false;
    this.call(error);
    return true;
  }

  onClose = () => {
    const { stream } = this;
    if (this.callWithError()) return;
    const cutReading = this.readable && !this.readableFinished && isReadableNodeStream(stream, true) && !isReadableFinished(stream, false);
    const cutWriting = this.writable && !this.writableFinished && !isWritableFinished(stream, false);
    if (cutReading || cutWriting) this.call(new ERR_STREAM_PREMATURE_CLOSE());
    else this.call();
  };

  onClosed = () => {
    if (!this.callWithError()) this.call();
  };

  start() {
    const { stream, options } = this;
    const onError = (error) => this.call(error);
    if (isRequest(stream)) {
      this.listen('complete', this.onFinish);
      if (!this.willEmitClose) this.listen('abort', this.onClose);
      const onRequest = () => this.listen('finish', this.onFinish, stream.req);
      if (stream.req) onRequest();
      else this.listen('request', onRequest);
    } else if (this.writable && !stream._writableState) {
      this.listen('end', this.onLegacyFinish);
      this.listen('close', this.onLegacyFinish);
    }
    if (!this.willEmitClose && typeof stream.aborted === 'boolean') this.listen('aborted', this.onClose);
    this.listen('end', this.onEnd);
    this.listen('finish', this.onFinish);
    if (options.error !== false) this.listen('error', onError);
    this.listen('close', this.onClose);
    const over = this.alreadyOver();
    if (over !== undefined) process.nextTick(over);
    const cleanup = () => {
      this.callback = nop;
      for (const [target, event, listener] of this.listeners) target.removeListener(event, listener);
    };
    if (options.signal && !this.closed) {
      const abort = () => {
        const { callback } = this;
        cleanup();
        callback.call(stream, new AbortError(undefined, { cause: options.signal.reason }));
      };
      if (options.signal.aborted) process.nextTick(abort);
      else this.callback = untilAborted(options.signal, abort, this.callback);
    }
    return cleanup;
  }

  /** What to call for a stream that was over before it was waited for. */
  alreadyOver() {
    const { stream, readable, writable, willEmitClose } = this;
    const { _readableState: rState, _writableState: wState } = stream;
    if (this.closed) return this.onClose;
    if (wState?.errorEmitted || rState?.errorEmitted) return willEmitClose ? undefined : this.onClosed;
    if (!readable && (!willEmitClose || isReadable(stream)) && (this.writableFinished || isWritable(stream) === false) && !wState?.pendingcb) return this.onClosed;
    if (!writable && (!willEmitClose || isWritable(stream)) && (this.readableFinished || isReadable(stream) === false)) return this.onClosed;
    return rState && stream.req && stream.aborted ? this.onClosed : undefined;
  }
}

/** Listens to a signal until the callback is called. */
function untilAborted(signal, abort, callback) {
  const disposable = require('events').addAbortListener(signal, abort);
  return once(function(...args) {
    disposable[Symbol.dispose]();
    return Reflect.apply(callback, this, args);
  });
}

function watchWeb(stream, options, callback) {
  let isAborted = false;
  const { signal } = options;
  if (signal) {
    const abort = () => {
      isAborted = true;
      callback.call(stream, new AbortError(undefined, { cause: signal.reason }));
    };
    if (signal.aborted) process.nextTick(abort);
    else callback = untilAborted(signal, abort, callback);
  }
  const settled = (...args) => {
    if (!isAborted) process.nextTick(() => callback.apply(stream, args));
  };
  stream[utils.kIsClosedPromise].promise.then(settled, settled);
  return nop;
}

function finished(stream, options) {
  let autoCleanup = false;
  if (options === null) options = kEmptyObject;
  if (options?.cleanup) {
    validateBoolean(options.cleanup, 'cleanup');
    autoCleanup = options.cleanup;
  }
  return new Promise((resolve, reject) => {
    const cleanup = eos(stream, options, (error) => {
      if (autoCleanup) cleanup();
      if (error) reject(error);
      else resolve();
    });
  });
}

module.exports = eos;
module.exports.finished = finished;
