// structuredClone (HTML §2.7): the host does the work, failures become DOMExceptions.

const {
  codes: { ERR_MISSING_ARGS },
} = require('internal/errors');
const { lazyDOMException } = require('internal/util');

function structuredClone(value, options) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('The value argument');
  const transfer = options?.transfer === undefined ? [] : [...options.transfer];
  try {
    return internalBinding('util').structuredClone(value, transfer);
  } catch (error) {
    if (error?.name === 'DataCloneError') throw lazyDOMException(error.message, 'DataCloneError');
    throw error;
  }
}

module.exports = { structuredClone };
