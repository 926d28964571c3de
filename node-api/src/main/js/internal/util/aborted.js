// util.aborted: a promise for a signal's abort that does not keep the signal's user alive.

const { validateAbortSignal, kValidateObjectAllowObjects, validateObject } = require('internal/validators');
const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');

const resources = new FinalizationRegistry(({ signal, listener }) => {
  signal.deref()?.removeEventListener('abort', listener);
});

async function aborted(signal, resource) {
  if (signal === undefined) throw new ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateObject(resource, 'resource', kValidateObjectAllowObjects);
  if (signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers();
  // Nobody waits any more for what happens to a resource that is gone.
  const held = new WeakRef(resource);
  const listener = () => { if (held.deref() !== undefined) resolve(); };
  const { kResistStopPropagation } = require('internal/web/event_target');
  signal.addEventListener('abort', listener, { __proto__: null, once: true, [kResistStopPropagation]: true });
  resources.register(resource, { signal: new WeakRef(signal), listener });
  // Waiting here would hold the resource.
  return promise;
}

module.exports = { aborted };
