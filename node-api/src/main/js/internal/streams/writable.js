// stream.Writable: one write at a time goes to `_write`; the others wait, and with `_writev` go together.

const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED, ERR_MULTIPLE_CALLBACK, ERR_STREAM_ALREADY_FINISHED,
    ERR_STREAM_CANNOT_PIPE, ERR_STREAM_DESTROYED, ERR_STREAM_NULL_VALUES, ERR_STREAM_WRITE_AFTER_END, ERR_UNKNOWN_ENCODING,
  },
} = require('internal/errors');
const { Buffer } = require('buffer');
const { Stream } = require('internal/streams/legacy');
const destroying = require('internal/vendor/readable-stream/lib/internal/streams/destroy');
const { callFinished, finishMaybe } = require('internal/streams/writable_finish');
const { WritableState, kOnFinished } = require('internal/streams/writable_state');

const { errorOrDestroy } = destroying;
const hasInstance = Function.prototype[Symbol.hasInstance];

function nop() {}

function Writable(options) {
  if (!hasInstance.call(Writable, this)) return new Writable(options);
  this._writableState = makeState(options, this, false);
  setUp(this, options);
  Stream.call(this, options);
  construct(this);
}

function makeState(options, stream, isDuplex) {
  return new WritableState(options, onwrite.bind(undefined, stream), isDuplex);
}

/** Takes the methods a stream was given as options. */
function setUp(stream, options) {
  if (!options) return;
  if (typeof options.write === 'function') stream._write = options.write;
  if (typeof options.writev === 'function') stream._writev = options.writev;
  if (typeof options.destroy === 'function') stream._destroy = options.destroy;
  if (typeof options.final === 'function') stream._final = options.final;
  if (typeof options.construct === 'function') stream._construct = options.construct;
  if (options.signal) {
    require('internal/vendor/readable-stream/lib/internal/streams/add-abort-signal').addAbortSignal(options.signal, stream);
  }
}

function construct(stream) {
  if (typeof stream._construct !== 'function') return;
  destroying.construct(stream, () => {
    const state = stream._writableState;
    if (!state.writing) clearBuffer(stream, state);
    if (state.ending) finishMaybe(stream, state);
  });
}

/** Makes a stream that is readable already writable, too. */
function becomeWritable(stream, options) {
  stream._writableState = makeState(options, stream, true);
  setUp(stream, options);
  construct(stream);
}

Object.setPrototypeOf(Writable.prototype, Stream.prototype);
Object.setPrototypeOf(Writable, Stream);
Writable.WritableState = WritableState;

// A Duplex inherits from Readable only; it is a Writable by what it has.
Object.defineProperty(Writable, Symbol.hasInstance, {
  __proto__: null,
  value: {
    [Symbol.hasInstance]: function(object) {
      if (hasInstance.call(this, object)) return true;
      return this === Writable && Boolean(object) && object._writableState instanceof WritableState;
    },
  }[Symbol.hasInstance],
});

Writable.prototype.pipe = function() {
  errorOrDestroy(this, new ERR_STREAM_CANNOT_PIPE());
};

/** Gives `write`'s answer, or the error it told of. */
function write(stream, chunk, encoding, callback) {
  const state = stream._writableState;
  if (typeof callback !== 'function') callback = nop;
  if (chunk === null) throw new ERR_STREAM_NULL_VALUES();
  if (!state.objectMode) {
    if (!encoding) encoding = state.defaultEncoding;
    else if (encoding !== 'buffer' && !Buffer.isEncoding(encoding)) throw new ERR_UNKNOWN_ENCODING(encoding);
    if (typeof chunk === 'string') {
      if (state.decodeStrings) {
        chunk = Buffer.from(chunk, encoding);
        encoding = 'buffer';
      }
    } else if (ArrayBuffer.isView(chunk)) {
      if (!(chunk instanceof Buffer)) chunk = Stream._uint8ArrayToBuffer(chunk);
      encoding = 'buffer';
    } else {
      throw new ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
    }
  }
  let error;
  if (state.ending) error = new ERR_STREAM_WRITE_AFTER_END();
  else if (state.destroyed) error = new ERR_STREAM_DESTROYED('write');
  if (error !== undefined) {
    process.nextTick(callback, error);
    errorOrDestroy(stream, error, true);
    return error;
  }
  state.pendingcb++;
  return writeOrBuffer(stream, state, chunk, encoding, callback);
}

Writable.prototype.write = function(chunk, encoding, cb) {
  if (typeof encoding === 'function') {
    cb = encoding;
    encoding = null;
  }
  return write(this, chunk, encoding, cb) === true;
};

Writable.prototype.cork = function() {
  this._writableState.corked++;
};

Writable.prototype.uncork = function() {
  const state = this._writableState;
  if (!state.corked) return;
  state.corked--;
  if (!state.writing) clearBuffer(this, state);
};

Writable.prototype.setDefaultEncoding = function setDefaultEncoding(encoding) {
  if (typeof encoding === 'string') encoding = encoding.toLowerCase();
  if (!Buffer.isEncoding(encoding)) throw new ERR_UNKNOWN_ENCODING(encoding);
  this._writableState.defaultEncoding = encoding;
  return this;
};

function writeOrBuffer(stream, state, chunk, encoding, callback) {
  const size = state.sizeOf(chunk);
  state.length += size;
  if (state.writing || state.corked || state.errored || !state.constructed) {
    state.addToBuffer({ chunk, encoding, callback });
    if (encoding !== 'buffer') state.allBuffers = false;
    if (callback !== nop) state.allNoop = false;
  } else {
    begin(state, size, callback);
    stream._write(chunk, encoding, state.onwrite);
    state.sync = false;
  }
  const isBelow = state.length < state.highWaterMark || state.length === 0;
  if (!isBelow) state.needDrain = true;
  return isBelow && !state.errored && !state.destroyed;
}

function begin(state, size, callback) {
  state.writelen = size;
  state.writecb = callback;
  state.writing = true;
  state.sync = true;
  state.expectsCallback = true;
}

/** Writes what has waited: one chunk, or all of them together. */
function writeWaiting(stream, state, size, together, chunk, encoding, callback) {
  begin(state, size, callback);
  if (state.destroyed) state.onwrite(new ERR_STREAM_DESTROYED('write'));
  else if (together) stream._writev(chunk, state.onwrite);
  else stream._write(chunk, encoding, state.onwrite);
  state.sync = false;
}

function failWrite(stream, state, error, callback) {
  state.pendingcb--;
  callback(error);
  errorBuffer(state);
  errorOrDestroy(stream, error);
}

/** What `_write` calls when it is done. */
function onwrite(stream, error) {
  const state = stream._writableState;
  if (!state.expectsCallback) {
    errorOrDestroy(stream, new ERR_MULTIPLE_CALLBACK());
    return;
  }
  const { sync, writecb: callback } = state;
  state.expectsCallback = false;
  state.writing = false;
  state.writecb = nop;
  state.length -= state.writelen;
  state.writelen = 0;
  if (error) {
    void error.stack;
    state.errored ??= error;
    const readable = stream._readableState;
    if (readable && !readable.errored) readable.errored = error;
    if (sync) process.nextTick(failWrite, stream, state, error, callback);
    else failWrite(stream, state, error, callback);
    return;
  }
  if (state.buffered.length > state.bufferedIndex) clearBuffer(stream, state);
  if (!sync) {
    afterWrite(stream, state, 1, callback);
    return;
  }
  // Many writes in a row have the same callback, mostly none: one tick serves all of them.
  const waiting = state.afterWriteTickInfo;
  if (waiting !== null && waiting.callback === callback) {
    waiting.count++;
  } else if (callback !== nop || state.destroyed || (state.needDrain && state.length === 0)) {
    state.afterWriteTickInfo = { count: 1, callback, stream, state };
    process.nextTick(afterWriteTick, state.afterWriteTickInfo);
  } else {
    state.pendingcb--;
    if (state.ending) finishMaybe(stream, state, true);
  }
}

function afterWriteTick({ stream, state, count, callback }) {
  state.afterWriteTickInfo = null;
  afterWrite(stream, state, count, callback);
}

function afterWrite(stream, state, count, callback) {
  if (state.needDrain && state.length === 0 && !state.ending && !stream.destroyed) {
    state.needDrain = false;
    stream.emit('drain');
  }
  while (count-- > 0) {
    state.pendingcb--;
    callback(null);
  }
  if (state.destroyed) errorBuffer(state);
  finishMaybe(stream, state, true);
}

/** Tells whoever still waits that nothing will be written any more. */
function errorBuffer(state) {
  if (state.writing) return;
  for (let i = state.bufferedIndex; i < state.buffered.length; i++) {
    const { chunk, callback } = state.buffered[i];
    state.length -= state.sizeOf(chunk);
    callback(state.errored ?? new ERR_STREAM_DESTROYED('write'));
  }
  callFinished(state, state.errored ?? new ERR_STREAM_DESTROYED('end'));
  state.resetBuffer();
}

/** Hands on what has waited. */
function clearBuffer(stream, state) {
  if (state.corked || state.bufferProcessing || state.destroyed || !state.constructed) return;
  const { buffered } = state;
  let at = state.bufferedIndex;
  const count = buffered.length - at;
  if (count === 0) return;
  state.bufferProcessing = true;
  if (count > 1 && stream._writev) {
    state.pendingcb -= count - 1;
    const callback = state.allNoop ? nop : (error) => {
      for (let i = at; i < buffered.length; i++) buffered[i].callback(error);
    };
    // `_writev` may change its array, from which the callbacks must still be called.
    const chunks = state.allNoop && at === 0 ? buffered : buffered.slice(at);
    chunks.allBuffers = state.allBuffers;
    writeWaiting(stream, state, state.length, true, chunks, '', callback);
    state.resetBuffer();
  } else {
    do {
      const { chunk, encoding, callback } = buffered[at];
      buffered[at++] = null;
      writeWaiting(stream, state, state.sizeOf(chunk), false, chunk, encoding, callback);
    } while (at < buffered.length && !state.writing);
    if (at === buffered.length) {
      state.resetBuffer();
    } else if (at > 256) {
      buffered.splice(0, at);
      state.bufferedIndex = 0;
    } else {
      state.bufferedIndex = at;
    }
  }
  state.bufferProcessing = false;
}

Writable.prototype._write = function(chunk, encoding, cb) {
  if (!this._writev) throw new ERR_METHOD_NOT_IMPLEMENTED('_write()');
  this._writev([{ chunk, encoding }], cb);
};
Writable.prototype._writev = null;

Writable.prototype.end = function(chunk, encoding, cb) {
  const state = this._writableState;
  if (typeof chunk === 'function') {
    cb = chunk;
    chunk = null;
    encoding = null;
  } else if (typeof encoding === 'function') {
    cb = encoding;
    encoding = null;
  }
  let error;
  if (chunk != null) {
    const answer = write(this, chunk, encoding);
    if (answer instanceof Error) error = answer;
  }
  if (state.corked) {
    state.corked = 1;
    this.uncork();
  }
  if (error !== undefined) {
    // It has been told of already.
  } else if (!state.errored && !state.ending) {
    state.ending = true;
    finishMaybe(this, state, true);
    state.ended = true;
  } else if (state.finished) {
    error = new ERR_STREAM_ALREADY_FINISHED('end');
  } else if (state.destroyed) {
    error = new ERR_STREAM_DESTROYED('end');
  }
  if (typeof cb === 'function') {
    if (error !== undefined) process.nextTick(cb, error);
    else if (state.errored) process.nextTick(cb, state.errored);
    else if (state.finished) process.nextTick(cb, null);
    else (state[kOnFinished] ??= []).push(cb);
  }
  return this;
};

Writable.prototype.destroy = function(err, cb) {
  const state = this._writableState;
  if (!state.destroyed && (state.buffered.length > state.bufferedIndex || state[kOnFinished] !== null)) process.nextTick(errorBuffer, state);
  destroying.destroy.call(this, err, cb);
  return this;
};
Writable.prototype._undestroy = destroying.undestroy;
Writable.prototype._destroy = function(err, cb) {
  cb(err);
};
Writable.prototype[require('events').captureRejectionSymbol] = function(error) {
  this.destroy(error);
};

require('internal/streams/writable_properties').define(Writable);

module.exports = { Writable, becomeWritable };
