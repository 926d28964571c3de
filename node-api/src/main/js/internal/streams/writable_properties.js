// What a writable stream tells of itself.

const { AbortError } = require('internal/errors');

const properties = {
  closed: [(state) => state.closed, undefined, false],
  writable: [
    // `false` is a duplex without a writable side, or a program's own word.
    (state) => state.writable !== false && !state.destroyed && !state.errored && !state.ending && !state.ended,
    (state, value) => { state.writable = Boolean(value); },
    false,
  ],
  destroyed: [(state) => state.destroyed, (state, value) => { state.destroyed = value; }, false],
  writableFinished: [(state) => state.finished, undefined, false],
  writableObjectMode: [(state) => state.objectMode, undefined, false],
  writableBuffer: [(state) => state.getBuffer(), undefined, undefined],
  writableEnded: [(state) => state.ending, undefined, false],
  writableNeedDrain: [(state) => !state.destroyed && !state.ending && state.needDrain, undefined, false],
  writableHighWaterMark: [(state) => state.highWaterMark, undefined, undefined],
  writableCorked: [(state) => state.corked, undefined, 0],
  writableLength: [(state) => state.length, undefined, undefined],
  errored: [(state) => state.errored, undefined, null],
  writableAborted: [(state) => state.writable !== false && Boolean(state.destroyed || state.errored) && !state.finished, undefined, false],
};

function define(Writable) {
  for (const [name, [get, set, without]] of Object.entries(properties)) {
    Object.defineProperty(Writable.prototype, name, {
      __proto__: null,
      get() { return this._writableState ? get(this._writableState) : without; },
      set: set && function(value) {
        if (this._writableState) set(this._writableState, value);
      },
    });
  }
  Writable.prototype[Symbol.asyncDispose] = { [Symbol.asyncDispose]: disposeWritable }[Symbol.asyncDispose];
}

async function disposeWritable() {
  if (!this.destroyed) this.destroy(this.writableFinished ? null : new AbortError());
  await new Promise((resolve, reject) => {
    require('internal/streams/end_of_stream')(this, (error) => (error && error.name !== 'AbortError' ? reject(error) : resolve(null)));
  });
}

module.exports = { define };
