// Writes what an iterable gives into a stream, no faster than the stream takes it.

const { aggregateTwoErrors } = require('internal/errors');
const eos = require('internal/streams/end_of_stream');
const { isTransformStream } = require('internal/vendor/readable-stream/lib/internal/streams/utils');

async function pump(iterable, writable, finish, end) {
  let error;
  let wake = null;
  const resume = (failure) => {
    if (failure) error = failure;
    const waiting = wake;
    wake = null;
    waiting?.();
  };
  const wait = () => new Promise((resolve, reject) => {
    const settle = () => (error ? reject(error) : resolve());
    if (error) settle();
    else wake = settle;
  });
  writable.on('drain', resume);
  const cleanup = eos(writable, { readable: false }, resume);
  try {
    if (writable.writableNeedDrain) await wait();
    for await (const chunk of iterable) {
      if (!writable.write(chunk)) await wait();
    }
    if (end) {
      writable.end();
      await wait();
    }
    finish();
  } catch (failure) {
    finish(error !== failure ? aggregateTwoErrors(error, failure) : failure);
  } finally {
    cleanup();
    writable.off('drain', resume);
  }
}

/** The same for a web stream (Streams standard §10.1). */
async function pumpToWeb(readable, writable, finish, end) {
  const writer = (isTransformStream(writable) ? writable.writable : writable).getWriter();
  try {
    for await (const chunk of readable) {
      await writer.ready;
      writer.write(chunk).catch(() => {});
    }
    await writer.ready;
    if (end) await writer.close();
    finish();
  } catch (error) {
    try {
      await writer.abort(error);
      finish(error);
    } catch (second) {
      finish(second);
    }
  }
}

module.exports = { pump, pumpToWeb };
