// The base of all streams: an emitter with the `pipe` of Node's first streams, which knows events and methods only.

const { EventEmitter } = require('events');

// Events in the order streams list them, whatever the order they are listened to in.
const writableEvents = () => ({ __proto__: null, close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined });
const readableEvents = () => ({ __proto__: null, close: undefined, error: undefined, data: undefined, end: undefined, readable: undefined });

/** The table of listeners a stream begins with. It has all usual events from the start, so that streams share one shape. */
function emptyEvents(isReadable, isWritable) {
  if (isReadable && isWritable) return { __proto__: null, ...writableEvents(), data: undefined, end: undefined, readable: undefined };
  return isReadable ? readableEvents() : writableEvents();
}

function Stream(opts) {
  const isReadable = this._readableState !== undefined;
  const isWritable = this._writableState !== undefined;
  if (isReadable || isWritable) this._events ??= emptyEvents(isReadable, isWritable);
  EventEmitter.call(this, opts);
}
Object.setPrototypeOf(Stream.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Stream, EventEmitter);

Stream.prototype.pipe = function(dest, options) {
  const source = this;
  let ended = false;
  const hooks = [];
  const hook = (emitter, event, listener) => {
    hooks.push([emitter, event, listener]);
    emitter.on(event, listener);
  };
  const cleanup = () => {
    for (const [emitter, event, listener] of hooks) emitter.removeListener(event, listener);
  };

  hook(source, 'data', (chunk) => {
    if (dest.writable && dest.write(chunk) === false && source.pause) source.pause();
  });
  hook(dest, 'drain', () => {
    if (source.readable && source.resume) source.resume();
  });
  // Ends the destination once, however the source says that it is over.
  if (!dest._isStdio && (!options || options.end !== false)) {
    hook(source, 'end', () => {
      if (ended) return;
      ended = true;
      dest.end();
    });
    hook(source, 'close', () => {
      if (ended) return;
      ended = true;
      if (typeof dest.destroy === 'function') dest.destroy();
    });
  }
  function onError(error) {
    cleanup();
    if (EventEmitter.listenerCount(this, 'error') === 0) this.emit('error', error);
  }
  for (const emitter of [source, dest]) {
    hooks.push([emitter, 'error', onError]);
    prependListener(emitter, 'error', onError);
  }
  hook(source, 'end', cleanup);
  hook(source, 'close', cleanup);
  hook(dest, 'close', cleanup);
  dest.emit('pipe', source);
  return dest;
};

Stream.prototype.eventNames = function eventNames() {
  const events = this._events;
  if (events === undefined) return [];
  return Reflect.ownKeys(events).filter((name) => {
    const listeners = events[name];
    return typeof listeners === 'function' || (Array.isArray(listeners) && listeners.length > 0);
  });
};

/** Adds a listener before the others, also to emitters of other making, which may lack the method. */
function prependListener(emitter, event, listener) {
  if (typeof emitter.prependListener === 'function') {
    emitter.prependListener(event, listener);
    return;
  }
  const existing = emitter._events?.[event];
  if (!existing) emitter.on(event, listener);
  else if (Array.isArray(existing)) existing.unshift(listener);
  else emitter._events[event] = [listener, existing];
}

module.exports = { Stream, emptyEvents, prependListener };
