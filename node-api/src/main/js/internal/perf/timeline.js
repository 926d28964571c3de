// The timeline and who watches it (Performance Timeline §4).

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { exposeMethods, kEmptyObject, lazyDOMException, toStringTag } = require('internal/util');
const { validateFunction, validateObject } = require('internal/validators');
const { PerformanceNodeEntry, kCreate } = require('internal/perf/entry');
const { now } = require('internal/perf/clock');
const { update: updateWatch } = require('internal/perf/watch');

// What is kept, by type of entry.
const kept = { mark: [], measure: [], resource: [] };
const observers = new Set();
let delivering = false;

function scheduleDelivery() {
  if (delivering) return;
  delivering = true;
  setImmediate(deliver);
}

function deliver() {
  delivering = false;
  for (const observer of [...observers]) {
    if (observer.buffer.length === 0) continue;
    const list = new PerformanceObserverEntryList(kCreate, observer.buffer);
    observer.buffer = [];
    observer.callback.call(observer.owner, list, observer.owner);
  }
}

const hasObserver = (type) => observers.size > 0 && [...observers].some((observer) => observer.types.has(type));

/** Tells the observers of its type of an entry. */
function enqueue(entry) {
  for (const observer of observers) {
    if (observer.types.has(entry.entryType)) {
      observer.buffer.push(entry);
      scheduleDelivery();
    }
  }
}

const byStart = (entries) => entries.toSorted((a, b) => a.startTime - b.startTime);
const named = (entries, name, type) => byStart(entries.filter((entry) =>
  entry.name === name && (type === undefined || entry.entryType === type)));

class PerformanceObserverEntryList {
  #entries;
  constructor(token, entries) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#entries = byStart(entries);
  }
  getEntries() { return this.#entries.slice(); }
  getEntriesByType(type) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    return this.#entries.filter((entry) => entry.entryType === `${type}`);
  }
  getEntriesByName(name, type) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    return named(this.#entries, `${name}`, type);
  }
}
exposeMethods(PerformanceObserverEntryList.prototype, ['getEntries', 'getEntriesByType', 'getEntriesByName']);
toStringTag(PerformanceObserverEntryList.prototype, 'PerformanceObserverEntryList');

const supportedEntryTypes = Object.freeze(['dns', 'function', 'gc', 'http', 'http2', 'mark', 'measure', 'net', 'resource']);

let watchingCollections = false;
/** From the first observer of garbage collections on the host tells of each. */
function watchCollections() {
  if (watchingCollections) return;
  watchingCollections = true;
  internalBinding('v8').onCollection((duration, major, forced) => {
    if (!hasObserver('gc')) return;
    const detail = { kind: major ? 4 : 1, flags: forced ? 4 : 0 };
    enqueue(Object.assign(new PerformanceNodeEntry(kCreate, 'gc', 'gc', Math.max(now() - duration, 0), duration, detail), detail));
  });
}

class PerformanceObserver {
  #state;

  constructor(callback) {
    validateFunction(callback, 'callback');
    this.#state = { callback, owner: this, buffer: [], types: new Set(), kind: undefined };
  }

  static get supportedEntryTypes() { return supportedEntryTypes; }

  observe(options = kEmptyObject) {
    validateObject(options, 'options');
    const { entryTypes, type, buffered } = options;
    if (entryTypes === undefined && type === undefined) throw new ERR_MISSING_ARGS('options.entryTypes', 'options.type');
    if (entryTypes != null && type != null) {
      throw new ERR_INVALID_ARG_VALUE('options.entryTypes', entryTypes, 'options.entryTypes can not set with options.type together');
    }
    const state = this.#state;
    const kind = entryTypes !== undefined ? 'multiple' : 'single';
    if (state.kind !== undefined && state.kind !== kind) {
      throw lazyDOMException(kind === 'single'
        ? 'PerformanceObserver can not change to single observation'
        : 'PerformanceObserver can not change to multiple observations', 'InvalidModificationError');
    }
    state.kind = kind;
    if (kind === 'multiple') {
      if (!Array.isArray(entryTypes)) throw new ERR_INVALID_ARG_TYPE('options.entryTypes', 'string[]', entryTypes);
      state.types.clear();
      state.buffer = [];
      for (const each of entryTypes) if (supportedEntryTypes.includes(each)) state.types.add(each);
    } else {
      if (!supportedEntryTypes.includes(type)) return;
      state.types.add(type);
      if (buffered) state.buffer.push(...(kept[type] ?? []));
    }
    if (state.types.has('gc')) watchCollections();
    if (state.types.size > 0) observers.add(state);
    else this.disconnect();
    updateWatch(observers);
    if (state.buffer.length > 0) scheduleDelivery();
  }

  disconnect() {
    observers.delete(this.#state);
    this.#state.buffer = [];
    this.#state.types.clear();
    updateWatch(observers);
    this.#state.kind = undefined;
  }

  takeRecords() { return this.#state.buffer.splice(0); }
}
exposeMethods(PerformanceObserver.prototype, ['observe', 'disconnect', 'takeRecords']);
toStringTag(PerformanceObserver.prototype, 'PerformanceObserver');

function clear(type, name) {
  const wanted = name === undefined ? undefined : `${name}`;
  kept[type] = wanted === undefined ? [] : kept[type].filter((entry) => entry.name !== wanted);
}

const all = () => [...kept.mark, ...kept.measure, ...kept.resource];

module.exports = { PerformanceObserver, PerformanceObserverEntryList, all, byStart, clear, enqueue, hasObserver, kept, named };
