// node:domain: groups of work whose errors go to one place. The current domain goes with asynchronous work by a hook, which
// is on once there is a domain; emitters belong to the domain they were made in.

const { EventEmitter } = require('internal/events/emitter');
const {
  codes: { ERR_DOMAIN_CALLBACK_NOT_AVAILABLE, ERR_UNHANDLED_ERROR },
} = require('internal/errors');
const { createHook, executionAsyncResource } = require('async_hooks');
const uncaught = require('internal/process/uncaught');

const domain = module.exports;

if (process.hasUncaughtExceptionCaptureCallback()) throw new ERR_DOMAIN_CALLBACK_NOT_AVAILABLE();
const { stack: loadedAt } = new Error('require(`domain`) at this point');
uncaught.domainsLoaded(loadedAt);

/** The domains that are entered, the current one last. */
let stack = [];
let current = null;
domain._stack = stack;
domain.active = null;
Object.defineProperty(process, 'domain', {
  __proto__: null,
  enumerable: true,
  configurable: true,
  get() { return current; },
  set(value) { current = value; },
});

function makeCurrent(value) {
  domain.active = current = value;
}

function hide(object, key, value) {
  Object.defineProperty(object, key, { __proto__: null, value, enumerable: false, writable: true, configurable: true });
}

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Exceptions go to the domains while one that is entered listens to them. */
function updateCapture() {
  const listens = stack.some((each) => each.listenerCount('error') > 0);
  uncaught.captureForDomains(listens ? (error) => current._errorHandler(error) : null);
}

function leaveAll() {
  stack.length = 0;
  makeCurrent(null);
  updateCapture();
}

const owners = new WeakMap();
const hook = createHook({
  init(id, type, trigger, resource) {
    if (current === null || current === undefined) return;
    owners.set(resource, current);
    hide(resource, 'domain', current);
  },
  before() { owners.get(executionAsyncResource())?.enter(); },
  after() { owners.get(executionAsyncResource())?.exit(); },
});

class Domain extends EventEmitter {
  constructor() {
    super();
    this.members = [];
    hook.enable();
    this.on('removeListener', updateCapture);
    this.on('newListener', updateCapture);
  }

  /** Gets an exception thrown while this domain was current; says whether somebody took it. */
  _errorHandler(error) {
    if (isObject(error)) {
      hide(error, 'domain', this);
      error.domainThrown = true;
    }
    // The handler runs outside of this domain.
    while (domain.active === this) this.exit();
    const caught = stack.length === 0 ? this.#handleLast(error) : this.#handleNested(error);
    leaveAll();
    return caught;
  }

  #handleLast(error) {
    if (this.listenerCount('error') === 0) return false;
    // What the handler throws is nobody's: it ends the program.
    uncaught.captureForDomains(null);
    try {
      return this.emit('error', error);
    } finally {
      updateCapture();
    }
  }

  #handleNested(error) {
    try {
      return this.emit('error', error);
    } catch (another) {
      // The domain around gets what this one's handler throws, or the error itself where there is no handler.
      updateCapture();
      if (stack.length === 0) throw another;
      makeCurrent(stack.at(-1));
      return current._errorHandler(another);
    }
  }

  enter() {
    stack.push(this);
    makeCurrent(this);
    updateCapture();
  }

  /** Leaves this domain and all entered since. */
  exit() {
    const index = stack.lastIndexOf(this);
    if (index === -1) return;
    stack.splice(index);
    makeCurrent(stack.at(-1));
    updateCapture();
  }

  add(emitter) {
    if (emitter.domain === this) return;
    if (emitter.domain) emitter.domain.remove(emitter);
    if (emitter instanceof Domain) {
      // Not if it is around this one already.
      for (let each = this.domain; each; each = each.domain) if (each === emitter) return;
    }
    hide(emitter, 'domain', this);
    this.members.push(emitter);
  }

  remove(emitter) {
    emitter.domain = null;
    const index = this.members.indexOf(emitter);
    if (index !== -1) this.members.splice(index, 1);
  }

  run(fn, ...args) {
    this.enter();
    const result = Reflect.apply(fn, this, args);
    this.exit();
    return result;
  }

  /** A function for callbacks: an error they get goes to the domain, the rest to `callback`. */
  intercept(callback) {
    const owner = this;
    return function(error, ...args) {
      if (error instanceof Error) {
        error.domainBound = callback;
        error.domainThrown = false;
        hide(error, 'domain', owner);
        owner.emit('error', error);
        return undefined;
      }
      return runIn(owner, callback, this, args);
    };
  }

  bind(callback) {
    const owner = this;
    function bound(...args) { return runIn(owner, callback, this, args); }
    hide(bound, 'domain', this);
    return bound;
  }
}

function runIn(owner, callback, receiver, args) {
  owner.enter();
  const result = Reflect.apply(callback, receiver, args);
  owner.exit();
  return result;
}

domain.Domain = Domain;
domain.create = domain.createDomain = () => new Domain();

// --- emitters

EventEmitter.usingDomains = true;
const { init } = EventEmitter;
EventEmitter.init = function(options) {
  hide(this, 'domain', null);
  if (domain.active && !(this instanceof Domain)) this.domain = domain.active;
  return Reflect.apply(init, this, [options]);
};

const { emit } = EventEmitter.prototype;
EventEmitter.prototype.emit = function(...args) {
  const owner = this.domain;
  const [type, error] = args;
  if (owner === null || owner === undefined || this === process || (type === 'error' && this.listenerCount('error') > 0)) {
    return Reflect.apply(emit, this, args);
  }
  if (type === 'error') {
    report(owner, this, args.length > 1 && error ? error : new ERR_UNHANDLED_ERROR(error));
    return false;
  }
  owner.enter();
  const result = Reflect.apply(emit, this, args);
  owner.exit();
  return result;
};

/** An error event nobody listens to: the emitter's domain does, outside of itself. */
function report(owner, emitter, error) {
  if (typeof error === 'object') {
    error.domainEmitter = emitter;
    hide(error, 'domain', owner);
    error.domainThrown = false;
  }
  const [before, active] = [stack, current];
  const inner = stack.lastIndexOf(owner);
  let end = inner === -1 ? stack.length : inner;
  while (end > 0 && stack[end - 1] === owner) end--;
  domain._stack = stack = stack.slice(0, end);
  makeCurrent(stack.length === 0 ? null : stack.at(-1));
  updateCapture();
  owner.emit('error', error);
  domain._stack = stack = before;
  makeCurrent(active);
  updateCapture();
}
