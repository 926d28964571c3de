// MessageChannel and MessagePort (HTML §9.4), with Node's emitter-like methods.

const {
  codes: { ERR_CONSTRUCT_CALL_INVALID, ERR_CONSTRUCT_CALL_REQUIRED, ERR_MISSING_ARGS },
} = require('internal/errors');
const { work } = require('internal/async_context');
const { customInspectSymbol } = require('internal/util');
const { defineEventHandler, dispatchValue, kNewListener, kRemoveListener } = require('internal/web/event_target');
const { received } = require('internal/web/message_event');
const { NodeEventTarget } = require('internal/web/node_event_target');
const { checkTransferList, cloning, dataCloneError } = require('internal/worker/transfer');

const binding = internalBinding('messaging');

function argumentError(message) {
  return Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_TYPE' });
}

/** The elements of an iterable, `undefined` if it is none. */
function elementsOf(value) {
  const method = value[Symbol.iterator];
  if (typeof method !== 'function') return undefined;
  const iterator = Reflect.apply(method, value, []);
  if ((typeof iterator !== 'object' && typeof iterator !== 'function') || iterator === null) return undefined;
  const { next } = iterator;
  if (typeof next !== 'function') return undefined;
  const result = [];
  for (;;) {
    const step = Reflect.apply(next, iterator, []);
    if (step.done) return result;
    result.push(step.value);
  }
}

/** The second argument of postMessage: a transfer list, or options with one. */
function transferListOf(argument) {
  if (argument === undefined || argument === null) return [];
  if (typeof argument !== 'object') throw argumentError('Optional transferList argument must be an iterable');
  const list = elementsOf(argument);
  if (list !== undefined) return list;
  const { transfer } = argument;
  if (transfer === undefined) return [];
  const isObject = (typeof transfer === 'object' || typeof transfer === 'function') && transfer !== null;
  const elements = isObject ? elementsOf(transfer) : undefined;
  if (elements === undefined) throw argumentError('Optional options.transfer argument must be an iterable');
  return elements;
}

class Port extends NodeEventTarget {
  #handle;
  #isReferenced = false;

  constructor(handle) {
    super();
    this.#handle = handle;
    binding.listen(handle,
      (value, ports) => dispatchValue(this, 'message', value, () => received('message', value, ports)),
      (error) => dispatchValue(this, 'messageerror', error, () => received('messageerror', error, [])),
      () => {
        this.#handle = undefined;
        this.emit('close');
        work.tracker?.emitDestroy(this);
      });
    work.tracker?.adopt(this, 'MESSAGEPORT');
  }

  static has(value) { return typeof value === 'object' && value !== null && #handle in value; }

  static handleOf(port) { return port.#handle; }

  get #isOpen() { return this.#handle !== undefined && !binding.isDetached(this.#handle); }

  static isDetached(value) { return isMessagePort(value) && !value.#isOpen; }

  postMessage(...args) {
    if (args.length === 0) throw new ERR_MISSING_ARGS('message');
    const list = transferListOf(args[1]);
    if (list.includes(this)) throw dataCloneError('Transfer list contains source port');
    checkTransferList(list);
    const handle = this.#handle;
    if (!cloning(() => binding.post(handle, args[0], list))) {
      process.emitWarning('The target port was posted to itself, and the communication channel was lost');
    }
  }

  start() {
    if (this.#isOpen) binding.setReceiving(this.#handle, true);
  }

  close(callback) {
    if (typeof callback === 'function') this.once('close', callback);
    if (this.#isOpen) binding.close(this.#handle);
  }

  ref() {
    this.#isReferenced = true;
    if (this.#isOpen) binding.ref(this.#handle);
  }

  unref() {
    this.#isReferenced = false;
    if (this.#isOpen) binding.unref(this.#handle);
  }

  /** Until the close is over, which the native side does not wait for. */
  hasRef() { return this.#handle !== undefined && this.#isReferenced; }

  // Who listens wants to live until the channel closes.
  [kNewListener](size, type) {
    if (type !== 'message' || size !== 1) return;
    this.ref();
    this.start();
  }

  [kRemoveListener](size, type) {
    if (type !== 'message' || size !== 0 || !this.#isOpen) return;
    binding.setReceiving(this.#handle, false);
    this.unref();
  }

  [binding.transferSymbol]() {
    const handle = this.#handle;
    this.#handle = undefined;
    return { data: handle, receiver: 'internal/worker/message_port:portOf', transfer: [handle] };
  }

  [customInspectSymbol]() {
    if (!isMessagePort(this)) return this;
    const state = this.#isOpen ? { active: true, refed: this.hasRef() } : { active: false };
    return Object.assign(Object.create(MessagePort.prototype), state);
  }
}
const { handleOf, has: isMessagePort, isDetached: isDetachedPort } = Port;
for (const name of ['handleOf', 'has', 'isDetached']) delete Port[name];
// Only a function can refuse both ways of calling it.
function MessagePort() {
  throw new ERR_CONSTRUCT_CALL_INVALID();
}
Object.setPrototypeOf(MessagePort, NodeEventTarget);
MessagePort.prototype = Port.prototype;
Object.defineProperty(MessagePort, 'prototype', { __proto__: null, writable: false });
Object.defineProperty(Port.prototype, 'constructor', { __proto__: null, configurable: true, writable: true, value: MessagePort });
defineEventHandler(MessagePort.prototype, 'message');
defineEventHandler(MessagePort.prototype, 'messageerror');
for (const name of ['postMessage', 'start', 'close', 'ref', 'unref', 'hasRef']) {
  Object.defineProperty(MessagePort.prototype, name, { __proto__: null, enumerable: true });
}

/** The port around a native end; what arrives by transfer is made by this. */
function portOf(handle) {
  return new Port(handle);
}

function MessageChannel() {
  if (new.target === undefined) throw new ERR_CONSTRUCT_CALL_REQUIRED('MessageChannel');
  const [first, second] = binding.createChannel();
  this.port1 = portOf(first);
  this.port2 = portOf(second);
}

module.exports = { MessageChannel, MessagePort, handleOf, isDetachedPort, isMessagePort, portOf };
