// stream.pipeline: streams, iterables and functions in a row. The first failure destroys them all; the callback comes when everybody is done.

const {
  AbortError,
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_RETURN_VALUE, ERR_MISSING_ARGS, ERR_STREAM_DESTROYED, ERR_STREAM_PREMATURE_CLOSE,
  },
} = require('internal/errors');
const { once } = require('internal/util');
const { validateAbortSignal, validateFunction } = require('internal/validators');
const Duplex = require('internal/streams/duplex');
const eos = require('internal/streams/end_of_stream');
const { pump, pumpToWeb } = require('internal/streams/pump');
const { destroyer } = require('internal/vendor/readable-stream/lib/internal/streams/destroy');
const {
  isIterable, isNodeStream, isReadable, isReadableFinished, isReadableNodeStream, isReadableStream, isTransformStream, isWebStream,
} = require('internal/vendor/readable-stream/lib/internal/streams/utils');

const sources = ['Readable', 'Iterable', 'AsyncIterable', 'ReadableStream', 'TransformStream'];

function toIterable(value) {
  if (isTransformStream(value)) return toIterable(value.readable);
  if (isIterable(value)) return value;
  if (isReadableNodeStream(value)) return readLegacy(value);
  throw new ERR_INVALID_ARG_TYPE('val', ['Readable', 'Iterable', 'AsyncIterable'], value);
}

/** Streams of Node's first kind cannot be iterated over by themselves. Nothing is read before somebody asks. */
async function* readLegacy(stream) {
  yield* require('stream').Readable.prototype[Symbol.asyncIterator].call(stream);
}

class Pipeline {
  #callback;
  #end;
  #controller = new (require('internal/web/abort_controller').AbortController)();
  #disposable;
  #error;
  #value;
  /** How many parts have still to finish. */
  #open = 0;
  #destroys = [];
  #cleanups = [];

  constructor(callback, options) {
    this.#callback = callback;
    this.#end = options?.end !== false;
    const signal = options?.signal;
    validateAbortSignal(signal, 'options.signal');
    if (signal) this.#disposable = require('events').addAbortListener(signal, () => this.#abort(signal));
  }

  #abort(signal) { this.#settle(new AbortError(undefined, { cause: signal?.reason }), undefined); }

  #finish = (error) => this.#settle(error, --this.#open === 0);

  #settle(error, isLast) {
    // Of several failures the first counts, but not a close that another one brought about.
    if (error && (!this.#error || this.#error.code === 'ERR_STREAM_PREMATURE_CLOSE')) this.#error = error;
    if (!this.#error && !isLast) return;
    for (const destroy of this.#destroys.splice(0)) destroy(this.#error);
    this.#disposable?.[Symbol.dispose]();
    this.#controller.abort();
    if (!isLast) return;
    if (!this.#error) for (const cleanup of this.#cleanups) cleanup();
    process.nextTick(this.#callback, this.#error, this.#value);
  }

  /** Whatever goes wrong later destroys this stream. */
  #guard(stream, reading, writing, isLast) {
    let finished = false;
    stream.on('close', () => { finished = true; });
    const cleanup = eos(stream, { readable: reading, writable: writing }, (error) => { finished = !error; });
    this.#destroys.push((error) => {
      if (finished) return;
      finished = true;
      destroyer(stream, error || new ERR_STREAM_DESTROYED('pipe'));
    });
    if (isLast) this.#cleanups.push(cleanup);
  }

  /** Errors after the pipe is over still count. */
  #watchErrors(stream, isLast) {
    const onError = (error) => {
      if (error && error.name !== 'AbortError' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') this.#settle(error, false);
    };
    stream.on('error', onError);
    if (isLast) this.#cleanups.push(() => stream.removeListener('error', onError));
  }

  run(streams) {
    let result;
    for (let i = 0; i < streams.length; i++) {
      const stream = streams[i];
      const reading = i < streams.length - 1;
      const end = reading || this.#end;
      if (isNodeStream(stream)) {
        const isReadableLast = !reading && isReadable(stream);
        if (end) this.#guard(stream, reading, i > 0, isReadableLast);
        this.#watchErrors(stream, isReadableLast);
      }
      if (i === 0) result = this.#source(stream);
      else if (typeof stream === 'function') result = this.#call(stream, result, i, reading, end);
      else if (isNodeStream(stream)) result = this.#connect(result, stream, reading, end);
      else if (isWebStream(stream)) result = this.#connectWeb(result, stream, end);
      else result = Duplex.from(stream);
    }
    return result;
  }

  #source(stream) {
    if (typeof stream === 'function') {
      const made = stream({ signal: this.#controller.signal });
      if (!isIterable(made)) throw new ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or Stream', 'source', made);
      return made;
    }
    return isIterable(stream) || isReadableNodeStream(stream) || isTransformStream(stream) ? stream : Duplex.from(stream);
  }

  #call(fn, source, index, reading, end) {
    const made = fn(toIterable(source), { signal: this.#controller.signal });
    if (reading) {
      if (!isIterable(made, true)) throw new ERR_INVALID_RETURN_VALUE('AsyncIterable', `transform[${index - 1}]`, made);
      return made;
    }
    // What a function gives last is read from a stream, so that the result of pipeline always is one.
    const { PassThrough } = require('stream');
    const output = new PassThrough({ objectMode: true });
    const then = made?.then;
    if (typeof then === 'function') {
      this.#open++;
      Reflect.apply(then, made, [(value) => {
        this.#value = value;
        if (value != null) output.write(value);
        if (end) output.end();
        process.nextTick(this.#finish);
      }, (error) => {
        output.destroy(error);
        process.nextTick(this.#finish, error);
      }]);
    } else if (isIterable(made, true) || isReadableStream(made) || isTransformStream(made)) {
      this.#open++;
      pump(isIterable(made, true) ? made : made.readable || made, output, this.#finish, end);
    } else {
      throw new ERR_INVALID_RETURN_VALUE('AsyncIterable or Promise', 'destination', made);
    }
    this.#guard(output, false, true, true);
    return output;
  }

  #connect(source, stream, reading, end) {
    if (isReadableNodeStream(source)) {
      this.#open += 2;
      const cleanup = this.#pipe(source, stream, end);
      if (!reading && isReadable(stream)) this.#cleanups.push(cleanup);
    } else if (isTransformStream(source) || isReadableStream(source)) {
      this.#open++;
      pump(source.readable || source, stream, this.#finish, end);
    } else if (isIterable(source)) {
      this.#open++;
      pump(source, stream, this.#finish, end);
    } else {
      throw new ERR_INVALID_ARG_TYPE('val', sources, source);
    }
    return stream;
  }

  #connectWeb(source, stream, end) {
    let from = source;
    if (isReadableNodeStream(source)) from = toIterable(source);
    else if (isTransformStream(source)) from = source.readable;
    else if (!isReadableStream(source) && !isIterable(source)) throw new ERR_INVALID_ARG_TYPE('val', sources, source);
    this.#open++;
    pumpToWeb(from, stream, this.#finish, end);
    return stream;
  }

  #pipe(source, dest, end) {
    let ended = false;
    // Closed before the source was through: an error, but the callback waits for both sides.
    dest.on('close', () => {
      if (!ended) this.#settle(new ERR_STREAM_PREMATURE_CLOSE(), false);
    });
    source.pipe(dest, { end: false });
    if (end) {
      const endDest = () => {
        ended = true;
        dest.end();
      };
      if (isReadableFinished(source)) process.nextTick(endDest);
      else source.once('end', endDest);
    } else {
      this.#finish();
    }
    eos(source, { readable: true, writable: false }, (error) => {
      const state = source._readableState;
      if (error?.code === 'ERR_STREAM_PREMATURE_CLOSE' && state?.ended && !state.errored && !state.errorEmitted) {
        // It closed before it told of its end, which is still to come.
        source.once('end', this.#finish).once('error', this.#finish);
      } else {
        this.#finish(error);
      }
    });
    return eos(dest, { readable: false, writable: true }, this.#finish);
  }

  /** For a signal that was aborted before everything stood. */
  abortIf(signal) {
    if (this.#controller.signal.aborted || signal?.aborted) process.nextTick(() => this.#abort(signal));
  }
}

function pipelineImpl(streams, callback, options) {
  if (streams.length === 1 && Array.isArray(streams[0])) [streams] = streams;
  if (streams.length < 2) throw new ERR_MISSING_ARGS('streams');
  const pipe = new Pipeline(callback, options);
  const result = pipe.run(streams);
  pipe.abortIf(options?.signal);
  return result;
}

function pipeline(...streams) {
  validateFunction(streams.at(-1), 'streams[stream.length - 1]');
  const callback = once(streams.pop());
  return pipelineImpl(streams, callback);
}

module.exports = { pipeline, pipelineImpl };
