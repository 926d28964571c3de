// What the parts of node:crypto share.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { isAnyArrayBuffer } = require('util/types');
const { Buffer } = require('buffer');
const { work } = require('internal/async_context');

/** Bytes of an argument: an ArrayBuffer or a view. Strings are read in an encoding. */
function getArrayBufferOrView(value, name, encoding) {
  if (isAnyArrayBuffer(value) || ArrayBuffer.isView(value)) return value;
  if (typeof value === 'string') return Buffer.from(value, encoding === 'buffer' ? 'utf8' : encoding);
  throw new ERR_INVALID_ARG_TYPE(name, ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], value);
}

/** A callback for the binding that calls in the asynchronous context of now. @param map makes the program's value of the result */
function later(callback, map) {
  return work.request('RANDOMBYTESREQUEST', (error, result) => {
    if (error) Reflect.apply(callback, undefined, [error]);
    else Reflect.apply(callback, undefined, [null, map(result)]);
  });
}

module.exports = { getArrayBufferOrView, later };
