// BroadcastChannel (HTML §9.5).

const {
  codes: { ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods, lazyDOMException, toStringTag } = require('internal/util');
const { EventTarget, defineEventHandler } = require('internal/web/event_target');
const { received } = require('internal/web/message_event');
const { cloning } = require('internal/worker/transfer');

const binding = internalBinding('messaging');

class BroadcastChannel extends EventTarget {
  #name;
  #handle;

  constructor(name) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    super();
    this.#name = `${name}`;
    this.#handle = binding.joinBroadcast(this.#name);
    binding.listen(this.#handle,
      (value, ports) => this.#dispatch('message', value, ports),
      (error) => this.#dispatch('messageerror', error, []),
      undefined);
    binding.ref(this.#handle);
    binding.setReceiving(this.#handle, true);
  }

  /** What is on its way to a closed channel does not arrive. */
  #dispatch(type, data, ports) {
    if (this.#handle !== undefined) this.dispatchEvent(received(type, data, ports));
  }

  static #of(value) {
    if (!isBroadcastChannel(value)) throw new ERR_INVALID_THIS('BroadcastChannel');
    return value;
  }

  static has = (value) => typeof value === 'object' && value !== null && #handle in value;

  static handleOf = (channel) => channel.#handle;

  get name() { return BroadcastChannel.#of(this).#name; }

  close() {
    const handle = BroadcastChannel.#of(this).#handle;
    this.#handle = undefined;
    if (handle !== undefined) binding.close(handle);
  }

  postMessage(message) {
    BroadcastChannel.#of(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('message');
    if (this.#handle === undefined) throw lazyDOMException('BroadcastChannel is closed.', 'InvalidStateError');
    cloning(() => binding.post(this.#handle, message, []));
  }

  ref() {
    const handle = BroadcastChannel.#of(this).#handle;
    if (handle !== undefined) binding.ref(handle);
    return this;
  }

  unref() {
    const handle = BroadcastChannel.#of(this).#handle;
    if (handle !== undefined) binding.unref(handle);
    return this;
  }

  [customInspectSymbol](depth, options) {
    BroadcastChannel.#of(this);
    if (depth < 0) return 'BroadcastChannel';
    const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `BroadcastChannel ${require('internal/inspect').inspect({ name: this.#name, active: this.#handle !== undefined }, shown)}`;
  }
}
const { handleOf, has: isBroadcastChannel } = BroadcastChannel;
delete BroadcastChannel.handleOf;
delete BroadcastChannel.has;
exposeMethods(BroadcastChannel.prototype, ['name', 'close', 'postMessage']);
toStringTag(BroadcastChannel.prototype, 'BroadcastChannel');
defineEventHandler(BroadcastChannel.prototype, 'message');
defineEventHandler(BroadcastChannel.prototype, 'messageerror');

module.exports = { BroadcastChannel, handleOf, isBroadcastChannel };
