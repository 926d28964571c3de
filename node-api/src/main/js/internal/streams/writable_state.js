// What a writable stream knows of itself. The names are Node's: programs and npm packages look at them.

const {
  codes: { ERR_UNKNOWN_ENCODING },
} = require('internal/errors');
const { Buffer } = require('buffer');
const { getDefaultHighWaterMark, getHighWaterMark } = require('internal/streams/state');

const kOnFinished = Symbol('kOnFinished');
const noBuffer = Object.freeze([]);

function WritableState(options, onwrite, isDuplex) {
  this.objectMode = Boolean(options && (options.objectMode || (isDuplex && options.writableObjectMode)));
  /** From how much on `write` asks to wait for `drain`. 0 is a value: it always does, unless a write was over at once. */
  this.highWaterMark = options
    ? getHighWaterMark(this, options, 'writableHighWaterMark', isDuplex)
    : getDefaultHighWaterMark(false);

  // Where the stream is between its first write and its close.
  this.ending = false;
  this.ended = false;
  this.finalCalled = false;
  this.prefinished = false;
  this.finished = false;
  this.constructed = true;
  this.destroyed = false;
  this.closed = false;
  this.closeEmitted = false;
  this.errored = null;
  this.errorEmitted = false;
  this.needDrain = false;

  this.decodeStrings = !options || options.decodeStrings !== false;
  this.emitClose = !options || options.emitClose !== false;
  this.autoDestroy = !options || options.autoDestroy !== false;
  this.defaultEncoding = options?.defaultEncoding ?? 'utf8';
  if (!Buffer.isEncoding(this.defaultEncoding)) throw new ERR_UNKNOWN_ENCODING(this.defaultEncoding);

  // The write under way: its callback, its size, and whether `_write` has not returned yet.
  this.writing = false;
  this.sync = true;
  this.onwrite = onwrite;
  this.expectsCallback = false;
  this.writecb = undefined;
  this.writelen = 0;
  this.afterWriteTickInfo = null;

  // What waits for it.
  this.length = 0;
  this.corked = 0;
  this.bufferProcessing = false;
  this.pendingcb = 0;
  this.resetBuffer();
  this[kOnFinished] = null;
}

WritableState.prototype.resetBuffer = function() {
  this.buffered = noBuffer;
  this.bufferedIndex = 0;
  this.allBuffers = true;
  this.allNoop = true;
};

WritableState.prototype.addToBuffer = function(entry) {
  if (this.buffered === noBuffer) this.buffered = [];
  this.buffered.push(entry);
};

WritableState.prototype.sizeOf = function(chunk) {
  return this.objectMode ? 1 : chunk.length;
};

WritableState.prototype.getBuffer = function getBuffer() {
  return this.buffered.slice(this.bufferedIndex);
};

Object.defineProperty(WritableState.prototype, 'bufferedRequestCount', {
  __proto__: null,
  get() { return this.buffered.length - this.bufferedIndex; },
});
for (const name of ['resetBuffer', 'addToBuffer', 'sizeOf']) Object.defineProperty(WritableState.prototype, name, { enumerable: false });

module.exports = { WritableState, kOnFinished };
