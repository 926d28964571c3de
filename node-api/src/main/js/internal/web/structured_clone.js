// structuredClone (HTML §2.7): the host does the work, failures become DOMExceptions.

const {
  codes: { ERR_MISSING_ARGS },
} = require('internal/errors');

const prefix = "Failed to execute 'structuredClone'";

function invalid(message) {
  return Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_TYPE' });
}

function transferOf(options) {
  if (options === undefined || options === null) return [];
  if (typeof options !== 'object' && typeof options !== 'function') throw invalid(`${prefix}: Options cannot be converted to a dictionary`);
  const { transfer } = options;
  if (transfer === undefined) return [];
  const isObject = (typeof transfer === 'object' && transfer !== null) || typeof transfer === 'function';
  if (!isObject || typeof transfer[Symbol.iterator] !== 'function') throw invalid(`${prefix}: transfer in Options can not be converted to sequence.`);
  return [...transfer];
}

function structuredClone(value, options) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('The value argument');
  const transfer = transferOf(options);
  const { checkTransferList, cloning } = require('internal/worker/transfer');
  if (transfer.length > 0) checkTransferList(transfer);
  return cloning(() => internalBinding('messaging').structuredClone(value, transfer));
}

module.exports = { structuredClone };
