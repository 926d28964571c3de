// NodeEventTarget: an EventTarget with an emitter's methods. Listeners of Node's kind get the value itself, others an event around it.

const {
  codes: { ERR_INVALID_THIS, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const { exposeMethods } = require('internal/util');
const {
  CustomEvent, EventTarget, dispatchValue, eventLists, kMaxListeners, kNodeListener, setMaxListeners,
} = require('internal/web/event_target');

class NodeEventTarget extends EventTarget {
  static defaultMaxListeners = 10;

  static #check(target) {
    if (typeof target !== 'object' || target === null || eventLists(target) === undefined || !(target instanceof NodeEventTarget)) {
      throw new ERR_INVALID_THIS('NodeEventTarget');
    }
    return eventLists(target);
  }

  setMaxListeners(n) {
    NodeEventTarget.#check(this);
    if (typeof n !== 'number' || n < 0 || Number.isNaN(n)) throw new ERR_OUT_OF_RANGE('n', 'a non-negative number', n);
    setMaxListeners(this, n);
  }

  getMaxListeners() {
    NodeEventTarget.#check(this);
    return this[kMaxListeners] ?? require('events').defaultMaxListeners;
  }

  eventNames() { return [...NodeEventTarget.#check(this).keys()]; }

  listenerCount(type) { return NodeEventTarget.#check(this).get(`${type}`)?.length ?? 0; }

  off(type, listener, options) {
    NodeEventTarget.#check(this);
    this.removeEventListener(type, listener, options);
    return this;
  }

  removeListener(type, listener, options) {
    NodeEventTarget.#check(this);
    this.removeEventListener(type, listener, options);
    return this;
  }

  on(type, listener) {
    NodeEventTarget.#check(this);
    this.addEventListener(type, listener, { [kNodeListener]: true });
    return this;
  }

  addListener(type, listener) {
    NodeEventTarget.#check(this);
    this.addEventListener(type, listener, { [kNodeListener]: true });
    return this;
  }

  emit(type, value) {
    NodeEventTarget.#check(this);
    require('internal/validators').validateString(type, 'type');
    const heard = this.listenerCount(type) > 0;
    dispatchValue(this, type, value, () => new CustomEvent(type, { detail: value }));
    return heard;
  }

  once(type, listener) {
    NodeEventTarget.#check(this);
    this.addEventListener(type, listener, { once: true, [kNodeListener]: true });
    return this;
  }

  removeAllListeners(type) {
    const lists = NodeEventTarget.#check(this);
    for (const name of type === undefined ? [...lists.keys()] : [`${type}`]) {
      for (const { listener, capture } of lists.get(name) ?? []) {
        if (listener !== undefined) this.removeEventListener(name, listener, capture);
      }
    }
    return this;
  }
}
exposeMethods(NodeEventTarget.prototype, ['setMaxListeners', 'getMaxListeners', 'eventNames', 'listenerCount', 'off',
  'removeListener', 'on', 'addListener', 'once', 'emit', 'removeAllListeners']);
Object.defineProperty(NodeEventTarget, 'defaultMaxListeners', {
  __proto__: null,
  enumerable: true,
  configurable: true,
  get() { return require('events').defaultMaxListeners; },
  set(value) { require('events').defaultMaxListeners = value; },
});

module.exports = { NodeEventTarget };
