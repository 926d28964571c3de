// MessageEvent (HTML §9.2).

const {
  codes: { ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { exposeMethods, toStringTag } = require('internal/util');
const { Event, kTrustEvent } = require('internal/web/event_target');

/** As undici says it, whose converters Node uses here. */
function fail(text) {
  const error = new TypeError(`MessageEvent constructor: ${text}`);
  error.code = 'ERR_INVALID_ARG_TYPE';
  return error;
}

function shown(value) {
  return typeof value === 'object' && value !== null ? require('internal/inspect').inspect(value) : String(value);
}

function port(value, name) {
  const { isMessagePort } = require('internal/worker/message_port');
  if (!isMessagePort(value)) throw fail(`Expected ${name} ("${shown(value)}") to be an instance of MessagePort.`);
  return value;
}

function portsOf(value) {
  if (value === undefined) return [];
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || typeof value[Symbol.iterator] !== 'function') {
    throw fail(`eventInitDict.ports (${shown(value)}) is not iterable.`);
  }
  return Array.from(value, (each) => port(each, 'eventInitDict.ports'));
}

class MessageEvent extends Event {
  #data = null;
  #origin = '';
  #lastEventId = '';
  #source = null;
  #ports = [];

  constructor(type, eventInitDict = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    if (eventInitDict != null && typeof eventInitDict !== 'object' && typeof eventInitDict !== 'function') {
      throw fail('eventInitDict can not be converted to a dictionary.');
    }
    super(type, eventInitDict);
    const init = eventInitDict ?? {};
    this.#data = init.data ?? null;
    this.#origin = init.origin === undefined ? '' : `${init.origin}`.toWellFormed();
    this.#lastEventId = init.lastEventId === undefined ? '' : `${init.lastEventId}`;
    this.#source = init.source == null ? null : port(init.source, 'eventInitDict.source');
    this.#ports = Object.freeze(portsOf(init.ports));
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#data in value)) throw new ERR_INVALID_THIS('MessageEvent');
    return value;
  }

  static received(type, data, ports) {
    const event = new MessageEvent(type, { [kTrustEvent]: true });
    event.#data = data;
    event.#ports = Object.freeze(ports);
    return event;
  }

  get data() { return MessageEvent.#of(this).#data; }

  get origin() { return MessageEvent.#of(this).#origin; }

  get lastEventId() { return MessageEvent.#of(this).#lastEventId; }

  get source() { return MessageEvent.#of(this).#source; }

  get ports() { return MessageEvent.#of(this).#ports; }

  initMessageEvent(type, bubbles = false, cancelable = false, data = null, origin = '', lastEventId = '', source = null, ports = []) {
    MessageEvent.#of(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    this.initEvent(type, bubbles, cancelable);
    this.#data = data;
    this.#origin = `${origin}`;
    this.#lastEventId = `${lastEventId}`;
    this.#source = source === null ? null : port(source, 'source');
    this.#ports = Object.freeze(portsOf(ports));
  }
}
const { received } = MessageEvent;
delete MessageEvent.received;
exposeMethods(MessageEvent.prototype, ['data', 'origin', 'lastEventId', 'source', 'ports', 'initMessageEvent']);
toStringTag(MessageEvent.prototype, 'MessageEvent');

module.exports = { MessageEvent, received };
