// stream.Duplex: a Readable that is a Writable as well.

const { emptyEvents } = require('internal/streams/legacy');
const Readable = require('internal/vendor/readable-stream/lib/internal/streams/readable');
const { Writable, becomeWritable } = require('internal/streams/writable');

Object.setPrototypeOf(Duplex.prototype, Readable.prototype);
Object.setPrototypeOf(Duplex, Readable);
for (const key of Object.keys(Writable.prototype)) Duplex.prototype[key] ||= Writable.prototype[key];
Duplex.prototype.destroy = Writable.prototype.destroy;

function Duplex(options) {
  if (!(this instanceof Duplex)) return new Duplex(options);
  this._events ??= emptyEvents(true, true);
  Readable.call(this, options);
  becomeWritable(this, options);
  this.allowHalfOpen = !options || options.allowHalfOpen !== false;
  if (options && options.readable === false) closeReadable(this._readableState);
  if (options && options.writable === false) closeWritable(this._writableState);
}

function closeReadable(state) {
  state.readable = false;
  state.ended = true;
  state.endEmitted = true;
}

function closeWritable(state) {
  state.writable = false;
  state.ending = true;
  state.ended = true;
  state.finished = true;
}

for (const name of ['writable', 'writableHighWaterMark', 'writableObjectMode', 'writableBuffer', 'writableLength', 'writableFinished', 'writableCorked',
  'writableEnded', 'writableNeedDrain']) {
  Object.defineProperty(Duplex.prototype, name, { __proto__: null, ...Object.getOwnPropertyDescriptor(Writable.prototype, name) });
}
Object.defineProperty(Duplex.prototype, 'destroyed', {
  __proto__: null,
  get() {
    if (this._readableState === undefined || this._writableState === undefined) return false;
    return this._readableState.destroyed && this._writableState.destroyed;
  },
  set(value) {
    if (!this._readableState || !this._writableState) return;
    this._readableState.destroyed = value;
    this._writableState.destroyed = value;
  },
});

Duplex.from = function(body) {
  return require('internal/vendor/readable-stream/lib/internal/streams/duplexify')(body, 'body');
};

module.exports = Duplex;
