// What is checked before something is sent or cloned: the transfer list, and marks on objects.

const { lazyDOMException } = require('internal/util');

const untransferable = new WeakSet();

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function markAsUntransferable(value) {
  if (isObject(value)) untransferable.add(value);
}

function isMarkedAsUntransferable(value) {
  return isObject(value) && untransferable.has(value);
}

function markAsUncloneable(value) {
  if (isObject(value)) internalBinding('messaging').markUncloneable(value);
}

function dataCloneError(message) {
  return lazyDOMException(message, 'DataCloneError');
}

/** Throws for what cannot leave, before anything leaves. */
function checkTransferList(list) {
  if (list.length === 0) return;
  const { isDetachedPort } = require('internal/worker/message_port');
  const seen = new Set();
  for (const each of list) {
    if (isMarkedAsUntransferable(each) || require('internal/buffer/core').isPool(each)) throw dataCloneError('Value not transferable');
    if (isDetachedPort(each)) throw dataCloneError('MessagePort in transfer list is already detached');
    if (seen.has(each)) {
      throw dataCloneError(`Transfer list contains duplicate ${each instanceof ArrayBuffer ? 'ArrayBuffer' : each?.constructor?.name}`);
    }
    seen.add(each);
  }
}

/** Calls a native; what it cannot clone is a DOMException here. */
function cloning(action) {
  try {
    return action();
  } catch (error) {
    if (error?.name === 'DataCloneError' && error.code === 25) throw dataCloneError(error.message);
    throw error;
  }
}

module.exports = { checkTransferList, cloning, dataCloneError, isMarkedAsUntransferable, markAsUncloneable, markAsUntransferable };
