// ReadableStream.from (Streams §4.9.1, ReadableStreamFromIterable).

const {
  codes: { ERR_ARG_NOT_ITERABLE, ERR_INVALID_STATE },
} = require('internal/errors');
const { createReadable } = require('internal/web/streams/readable_record');
const { then } = require('internal/web/streams/shared');

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function iteratorOf(iterable) {
  if (iterable === null || iterable === undefined) throw new ERR_ARG_NOT_ITERABLE(iterable);
  const method = iterable[Symbol.asyncIterator] ?? iterable[Symbol.iterator];
  if (typeof method !== 'function') throw new ERR_ARG_NOT_ITERABLE(iterable);
  const isAsync = iterable[Symbol.asyncIterator] != null;
  const iterator = Reflect.apply(method, iterable, []);
  if (!isObject(iterator)) throw new ERR_INVALID_STATE.TypeError('The iterator method must return an object');
  return { iterator, next: iterator.next, isAsync };
}

function attempt(action) {
  try {
    return Promise.resolve(action());
  } catch (error) {
    return Promise.reject(error);
  }
}

/** A synchronous iterator's values are waited for, as `for await` does. */
function awaited(result, isAsync) {
  if (isAsync || !isObject(result)) return result;
  const { done } = result;
  return then(Promise.resolve(result.value), (value) => ({ done, value }));
}

function readableFrom(iterable) {
  const { iterator, next, isAsync } = iteratorOf(iterable);
  const stream = createReadable(undefined, () => then(attempt(() => awaited(Reflect.apply(next, iterator, []), isAsync)), (result) => {
    if (!isObject(result)) {
      throw new ERR_INVALID_STATE.TypeError('The promise returned by the iterator.next() method must fulfill with an object');
    }
    if (result.done) stream.controller.close();
    else stream.controller.enqueue(result.value);
  }), (reason) => then(attempt(() => {
    const method = iterator.return;
    if (method === undefined || method === null) return undefined;
    return [Reflect.apply(method, iterator, [reason])];
  }), async (returned) => {
    if (returned === undefined) return;
    if (!isObject(await returned[0])) {
      throw new ERR_INVALID_STATE.TypeError('The promise returned by the iterator.return() method must fulfill with an object');
    }
  }), 0);
  return require('internal/web/streams/readable').objectOf(stream);
}

module.exports = { readableFrom };
