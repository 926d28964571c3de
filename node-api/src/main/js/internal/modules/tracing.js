// Who wants to hear of modules being loaded. Until node:diagnostics_channel is loaded nobody does, and this is not loaded either.

const tracing = {
  __proto__: null,
  /** node:diagnostics_channel's exports, once it is loaded. */
  channels: undefined,

  /** Calls `load` as `require(id)` of a module does, telling who listens. */
  require(id, parentFilename, load) {
    requires ??= tracing.channels.tracingChannel('module.require');
    return requires.hasSubscribers ? requires.traceSync(load, { __proto__: null, parentFilename, id }) : load();
  },

  /** What import() gives: the promise, or one that tells who listens first. */
  import(promise, url, parentURL) {
    imports ??= tracing.channels.tracingChannel('module.import');
    return imports.hasSubscribers ? imports.tracePromise(() => promise, { __proto__: null, parentURL, url }) : promise;
  },
};

let requires;
let imports;

module.exports = tracing;
