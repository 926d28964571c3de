// The end of a writable stream: once nothing waits any more come `_final`, 'prefinish' and, a tick later, 'finish'.

const {
  codes: { ERR_MULTIPLE_CALLBACK },
} = require('internal/errors');
const { errorOrDestroy } = require('internal/vendor/readable-stream/lib/internal/streams/destroy');
const { kOnFinished } = require('internal/streams/writable_state');

function needsFinish(state) {
  return state.ending && !state.destroyed && state.constructed && state.length === 0 && !state.errored && !state.finished && !state.writing &&
    state.buffered.length === state.bufferedIndex && !state.errorEmitted && !state.closeEmitted;
}

function callFinal(stream, state) {
  let called = false;
  const onFinish = (error) => {
    if (called) {
      errorOrDestroy(stream, error ?? new ERR_MULTIPLE_CALLBACK());
      return;
    }
    called = true;
    state.pendingcb--;
    if (error) {
      callFinished(state, error);
      errorOrDestroy(stream, error, state.sync);
    } else if (needsFinish(state)) {
      state.prefinished = true;
      stream.emit('prefinish');
      // Never in the tick that called `_final`: streams count on it.
      state.pendingcb++;
      process.nextTick(finish, stream, state);
    }
  };
  state.sync = true;
  state.pendingcb++;
  try {
    stream._final(onFinish);
  } catch (error) {
    onFinish(error);
  }
  state.sync = false;
}

function prefinish(stream, state) {
  if (state.prefinished || state.finalCalled) return;
  state.finalCalled = true;
  if (typeof stream._final === 'function' && !state.destroyed) {
    callFinal(stream, state);
  } else {
    state.prefinished = true;
    stream.emit('prefinish');
  }
}

function finishNextTick(stream, state) {
  if (needsFinish(state)) finish(stream, state);
  else state.pendingcb--;
}

function finishMaybe(stream, state, sync) {
  if (!needsFinish(state)) return;
  prefinish(stream, state);
  if (state.pendingcb !== 0) return;
  if (sync) {
    state.pendingcb++;
    process.nextTick(finishNextTick, stream, state);
  } else if (needsFinish(state)) {
    state.pendingcb++;
    finish(stream, state);
  }
}

function finish(stream, state) {
  state.pendingcb--;
  state.finished = true;
  callFinished(state, null);
  stream.emit('finish');
  if (!state.autoDestroy) return;
  // A duplex goes when its readable side has ended as well, or never was to be read.
  const readable = stream._readableState;
  if (!readable || (readable.autoDestroy && (readable.endEmitted || readable.readable === false))) stream.destroy();
}

/** Calls the callbacks of `end`. */
function callFinished(state, error) {
  const callbacks = state[kOnFinished];
  if (callbacks === null) return;
  state[kOnFinished] = null;
  for (const callback of callbacks) callback(error);
}

module.exports = { callFinished, finishMaybe };
