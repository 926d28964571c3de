// Event and EventTarget (DOM §2), with Node's additions: listeners that resist stopped propagation, a limit with a warning,
// and NodeEventTarget's emitter-like methods.

const {
  codes: { ERR_EVENT_RECURSION, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods, kEmptyObject } = require('internal/util');
const { validateObject } = require('internal/validators');

const kResistStopPropagation = Symbol('kResistStopPropagation');
const kWeakHandler = Symbol('kWeak');
const kTrustEvent = Symbol('kTrustEvent');
const kNodeListener = Symbol('kNodeListener');
const { EventEmitter, kMaxEventTargetListeners: kMaxListeners } = require('internal/events/emitter');
const kMaxListenersWarned = EventEmitter.kMaxEventTargetListenersWarned;
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');
const kHandlers = Symbol('kHandlers');
const kAdd = Symbol('kAdd');
const kIsEventTarget = Symbol.for('nodejs.event_target');

function now() {
  return require('perf_hooks').performance.now();
}

class Event {
  #type;
  #bubbles;
  #cancelable;
  #composed;
  #canceled = false;
  #stop = false;
  #immediateStop = false;
  #dispatching = false;
  #trusted = false;
  #inPassiveListener = false;
  #target = null;
  #timestamp = now();

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    if (options != null) validateObject(options, 'options', 1 | 2 | 4);
    this.#bubbles = Boolean(options?.bubbles);
    this.#cancelable = Boolean(options?.cancelable);
    this.#composed = Boolean(options?.composed);
    this.#type = `${type}`;
    this.#trusted = options?.[kTrustEvent] === true;
  }

  static of(event) {
    if (typeof event !== 'object' || event === null || !(#type in event)) throw new ERR_INVALID_THIS('Event');
    return event;
  }

  /** What dispatch needs of the private state, kept off the prototype. */
  static internals = {
    begin(event, target) {
      event.#target = target;
      event.#dispatching = true;
    },
    end(event) { event.#dispatching = false; },
    setPassive(event, passive) { event.#inPassiveListener = passive; },
    isDispatching: (event) => event.#dispatching,
    isStopped: (event) => event.#immediateStop,
    isEvent: (value) => typeof value === 'object' && value !== null && #type in value,
    reset(event) {
      event.#stop = false;
      event.#immediateStop = false;
    },
  };

  [customInspectSymbol](depth, options) {
    Event.of(this);
    const { name } = this.constructor;
    if (depth < 0) return name;
    const { inspect } = require('internal/inspect');
    const shown = { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth };
    return `${name} ${inspect({
      type: this.#type, defaultPrevented: this.defaultPrevented, cancelable: this.#cancelable, timeStamp: this.#timestamp,
    }, shown)}`;
  }

  stopImmediatePropagation() {
    Event.of(this);
    this.#stop = true;
    this.#immediateStop = true;
  }

  preventDefault() {
    Event.of(this);
    if (this.#cancelable && !this.#inPassiveListener) this.#canceled = true;
  }

  get isTrusted() { return Event.of(this).#trusted; }
  get target() { return Event.of(this).#target; }
  get currentTarget() { return Event.of(this).#dispatching ? this.#target : null; }
  get srcElement() { return Event.of(this).#target; }
  get type() { return Event.of(this).#type; }
  get cancelable() { return Event.of(this).#cancelable; }
  get defaultPrevented() { return Event.of(this).#cancelable && this.#canceled; }
  get timeStamp() { return Event.of(this).#timestamp; }
  composedPath() { return Event.of(this).#dispatching ? [this.#target] : []; }
  get returnValue() { return !Event.of(this).#cancelable || !this.#canceled; }
  get bubbles() { return Event.of(this).#bubbles; }
  get composed() { return Event.of(this).#composed; }
  get eventPhase() { return Event.of(this).#dispatching ? 2 : 0; }
  get cancelBubble() { return Event.of(this).#stop; }
  set cancelBubble(value) {
    Event.of(this);
    if (value) this.#stop = true;
  }
  stopPropagation() {
    Event.of(this);
    this.#stop = true;
  }
  initEvent(type, bubbles = false, cancelable = false) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    Event.of(this);
    if (this.#dispatching) return;
    this.#type = `${type}`;
    this.#bubbles = Boolean(bubbles);
    this.#cancelable = Boolean(cancelable);
  }

  static NONE = 0;
  static CAPTURING_PHASE = 1;
  static AT_TARGET = 2;
  static BUBBLING_PHASE = 3;
}
const eventInternals = Event.internals;
const eventOf = Event.of;
delete Event.internals;
delete Event.of;
Event.of = eventOf;
Object.defineProperty(Event, 'of', { enumerable: false });

exposeMethods(Event.prototype, ['initEvent', 'stopImmediatePropagation', 'preventDefault', 'target', 'currentTarget',
  'srcElement', 'type', 'cancelable', 'defaultPrevented', 'timeStamp', 'composedPath', 'returnValue', 'bubbles', 'composed',
  'eventPhase', 'cancelBubble', 'stopPropagation']);
// Nobody may pretend.
Object.defineProperty(Event.prototype, 'isTrusted', { __proto__: null, enumerable: true, configurable: false });
Object.defineProperty(Event.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'Event' });
for (const name of ['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE']) {
  const descriptor = { __proto__: null, value: Event[name], enumerable: true, writable: false, configurable: false };
  Object.defineProperty(Event, name, descriptor);
  Object.defineProperty(Event.prototype, name, descriptor);
}

class CustomEvent extends Event {
  #detail;
  constructor(type, options = kEmptyObject) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }
  get detail() {
    if (typeof this !== 'object' || this === null || !(#detail in this)) throw new ERR_INVALID_THIS('CustomEvent');
    return this.#detail;
  }
}
Object.defineProperty(CustomEvent.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'CustomEvent' });
exposeMethods(CustomEvent.prototype, ['detail']);

/** One registered listener. Weak ones hold the function through a WeakRef. */
class Listener {
  constructor(listener, { capture, once, passive, resist, weak, node }) {
    this.capture = capture;
    this.once = once;
    this.passive = passive;
    this.resist = resist;
    this.node = node;
    this.removed = false;
    this.weak = weak;
    this.ref = weak ? new WeakRef(listener) : listener;
  }

  get listener() { return this.weak ? this.ref.deref() : this.ref; }

  same(listener, capture) {
    return this.capture === capture && this.listener === listener;
  }
}

function flagsOf(options) {
  if (typeof options === 'boolean') return { capture: options };
  if (options === null || options === undefined) return kEmptyObject;
  validateObject(options, 'options', 1 | 2 | 4);
  return {
    capture: Boolean(options.capture),
    once: Boolean(options.once),
    passive: Boolean(options.passive),
    signal: options.signal,
    resist: options[kResistStopPropagation] ?? false,
    weak: Boolean(options[kWeakHandler]),
    node: options[kNodeListener] ?? false,
  };
}

function acceptsListener(listener) {
  if (typeof listener === 'function' || (typeof listener === 'object' && listener !== null)) return true;
  if (listener == null) return false;
  throw new ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
}

function report(error) {
  process.nextTick(() => { throw error; });
}

class EventTarget {
  #events = new Map();
  static [kIsEventTarget] = true;

  constructor() {
    this[kMaxListeners] = undefined;
    this[kMaxListenersWarned] = false;
    this[kHandlers] = undefined;
    for (const key of [kMaxListeners, kMaxListenersWarned, kHandlers]) {
      Object.defineProperty(this, key, { __proto__: null, enumerable: false });
    }
  }

  static #check(target) {
    if (typeof target !== 'object' || target === null || !(#events in target)) throw new ERR_INVALID_THIS('EventTarget');
    return target;
  }

  static lists = (target) => (typeof target === 'object' && target !== null && #events in target ? target.#events : undefined);

  addEventListener(type, listener, options = kEmptyObject) {
    EventTarget.#check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    const { capture = false, once = false, passive = false, signal, resist = false, weak = false, node = false } = flagsOf(options);
    if (signal !== undefined) require('internal/validators').validateAbortSignal(signal, 'options.signal');
    if (!acceptsListener(listener)) {
      const warning = new Error(`addEventListener called with ${listener === null ? 'null' : typeof listener} which has no effect.`);
      warning.name = 'AddEventListenerArgumentTypeWarning';
      warning.target = this;
      warning.type = type;
      process.emitWarning(warning);
      return;
    }
    type = `${type}`;
    if (signal) {
      if (signal.aborted) return;
      signal.addEventListener('abort', () => this.removeEventListener(type, listener, options),
        { __proto__: null, once: true, [kWeakHandler]: false, [kResistStopPropagation]: true });
    }
    this[kAdd](type, listener, { capture, once, passive, resist, weak, node });
  }

  [kAdd](type, listener, flags) {
    let list = this.#events.get(type);
    if (list === undefined) this.#events.set(type, list = []);
    if (list.some((each) => each.same(listener, flags.capture))) return;
    list.push(new Listener(listener, flags));
    this[kNewListener]?.(list.length, type, listener, flags.once, flags.capture, flags.passive, flags.weak);
    warnOfLeak(this, type, list);
  }

  removeEventListener(type, listener, options = kEmptyObject) {
    EventTarget.#check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    if (!acceptsListener(listener)) return;
    type = `${type}`;
    const capture = typeof options === 'boolean' ? options : Boolean(options?.capture);
    const list = this.#events.get(type);
    const index = list === undefined ? -1 : list.findIndex((each) => each.same(listener, capture));
    if (index === -1) return;
    list[index].removed = true;
    this.#events.set(type, list.toSpliced(index, 1));
    if (list.length === 1) this.#events.delete(type);
    this[kRemoveListener]?.(list.length - 1, type, listener, capture);
  }

  dispatchEvent(event) {
    EventTarget.#check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('event');
    if (!eventInternals.isEvent(event)) throw new ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (eventInternals.isDispatching(event)) throw new ERR_EVENT_RECURSION(event.type);
    dispatch(this, this.#events, event.type, event, event);
    return event.defaultPrevented !== true;
  }

  [customInspectSymbol](depth, options) {
    // Programs borrow this method for objects of their own.
    const name = this.constructor?.name ?? 'EventTarget';
    if (depth < 0) return name;
    const { inspect } = require('internal/inspect');
    const shown = { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth };
    return `${name} ${inspect({}, shown)}`;
  }
}

function warnOfLeak(target, type, list) {
  const max = target[kMaxListeners] ?? require('events').defaultMaxListeners;
  if (max <= 0 || list.length <= max || target[kMaxListenersWarned]) return;
  target[kMaxListenersWarned] = true;
  const { inspect } = require('internal/inspect');
  const warning = new Error(`Possible EventTarget memory leak detected. ${list.length} ${type} listeners added to ${
    inspect(target, { depth: -1 })}. MaxListeners is ${max}. Use events.setMaxListeners() to increase limit`);
  warning.name = 'MaxListenersExceededWarning';
  warning.target = target;
  warning.type = type;
  warning.count = list.length;
  process.emitWarning(warning);
}

/** @param event the event, or a function that makes it for the first listener that is not of Node's kind: those get the value. */
function dispatch(target, events, type, value, event) {
  let made = typeof event === 'function' ? undefined : event;
  if (made !== undefined) eventInternals.begin(made, target);
  for (const each of events.get(type) ?? []) {
    if (each.removed || (made !== undefined && eventInternals.isStopped(made) && !each.resist)) continue;
    const { listener } = each;
    if (listener === undefined) {
      each.removed = true;
      continue;
    }
    if (each.once) target.removeEventListener(type, listener, each.capture);
    if (!each.node && made === undefined) {
      made = event();
      eventInternals.begin(made, target);
    }
    // A passive listener's preventDefault does nothing.
    if (each.passive && made !== undefined) eventInternals.setPassive(made, true);
    try {
      const isFunction = typeof listener === 'function';
      const handle = isFunction ? listener : listener.handleEvent;
      const result = Reflect.apply(handle, isFunction ? target : listener, [each.node ? value : made]);
      if (result !== undefined && result !== null && typeof result.then === 'function') result.then(undefined, report);
    } catch (error) {
      report(error);
    }
    if (each.passive && made !== undefined) eventInternals.setPassive(made, false);
  }
  if (made !== undefined) eventInternals.end(made);
}

const listsOf = EventTarget.lists;
delete EventTarget.lists;
exposeMethods(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']);
Object.defineProperty(EventTarget.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'EventTarget' });

/** The functions listening for an event, as `events.getEventListeners` gives them. */
function listenersOf(target, type) {
  return (listsOf(target)?.get(type) ?? []).map((each) => each.listener).filter((fn) => fn !== undefined);
}

/** Dispatches to listeners of both kinds. */
function dispatchValue(target, type, value, makeEvent) {
  dispatch(target, listsOf(target), type, value, makeEvent);
}

function setMaxListeners(target, n) {
  target[kMaxListeners] = n;
  target[kMaxListenersWarned] = false;
}

/** An attribute like `onabort`: its value is a listener of its own place in the order. */
function defineEventHandler(prototype, name) {
  const key = `on${name}`;
  Object.defineProperty(prototype, key, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get: { [`get ${key}`]() { return this[kHandlers]?.get(name)?.handler ?? null; } }[`get ${key}`],
    set: {
      [`set ${key}`](value) {
        const handlers = (this[kHandlers] ??= new Map());
        let wrapped = handlers.get(name);
        if (wrapped) {
          if (typeof wrapped.handler === 'function') {
            this.removeEventListener(name, wrapped);
          }
        }
        if (typeof value === 'function') {
          wrapped = (event) => wrapped.handler.call(this, event);
          wrapped.handler = value;
          this.addEventListener(name, wrapped);
        } else {
          wrapped = { handler: value };
        }
        handlers.set(name, wrapped);
      },
    }[`set ${key}`],
  });
}

module.exports = {
  CustomEvent,
  Event,
  EventTarget,
  defineEventHandler,
  dispatchValue,
  eventLists: listsOf,
  kMaxListeners,
  kNewListener,
  kNodeListener,
  kRemoveListener,
  kResistStopPropagation,
  kTrustEvent,
  kWeakHandler,
  listenersOf,
  setMaxListeners,
};
