// node:perf_hooks: the performance timeline (User Timing, Performance Timeline) and clocks.

const {
  codes: {
    ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_THIS, ERR_MISSING_ARGS,
    ERR_PERFORMANCE_INVALID_TIMESTAMP, ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS,
  },
} = require('internal/errors');
const { EventTarget } = require('internal/web/event_target');
const { customInspectSymbol, exposeMethods, kEmptyObject, lazyDOMException } = require('internal/util');
const { validateFunction, validateNumber, validateObject } = require('internal/validators');

const host = internalBinding('process');
const kCreate = Symbol('create');

function clock() {
  host.hrtime();
  const buffer = host.hrtimeBuffer;
  return (buffer[0] * 0x100000000 + buffer[1]) * 1000 + buffer[2] / 1e6;
}
// The wall clock at the start, and the monotonic clock's reading then.
const timeOrigin = host.timeOrigin;
const origin = clock() - (Date.now() - timeOrigin);
const now = () => clock() - origin;

class PerformanceEntry {
  #name;
  #entryType;
  #startTime;
  #duration;
  #detail;

  constructor(token, name, entryType, startTime, duration, detail) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#name = name;
    this.#entryType = entryType;
    this.#startTime = startTime;
    this.#duration = duration;
    this.#detail = detail;
  }

  static of(entry) {
    if (typeof entry !== 'object' || entry === null || !(#name in entry)) throw new ERR_INVALID_THIS('PerformanceEntry');
    return entry;
  }
  static detailOf(entry) { return entry.#detail; }

  get name() { return PerformanceEntry.of(this).#name; }
  get entryType() { return PerformanceEntry.of(this).#entryType; }
  get startTime() { return PerformanceEntry.of(this).#startTime; }
  get duration() { return PerformanceEntry.of(this).#duration; }

  toJSON() {
    PerformanceEntry.of(this);
    const result = { name: this.name, entryType: this.entryType, startTime: this.startTime, duration: this.duration };
    if (this.#detail !== undefined) result.detail = this.#detail;
    return result;
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return this;
    const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `${this.constructor.name} ${require('internal/inspect').inspect(this.toJSON(), shown)}`;
  }
}
const { detailOf } = PerformanceEntry;
delete PerformanceEntry.detailOf;
exposeMethods(PerformanceEntry.prototype, ['name', 'entryType', 'startTime', 'duration', 'toJSON']);

function cloneDetail(detail) {
  return detail == null ? null : require('internal/web/structured_clone').structuredClone(detail);
}

class PerformanceMark extends PerformanceEntry {
  constructor(name, options = kEmptyObject) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    name = `${name}`;
    if (milestones.has(name)) throw new ERR_INVALID_ARG_VALUE('name', name);
    if (options != null) validateObject(options, 'options');
    const startTime = options?.startTime ?? now();
    validateNumber(startTime, 'startTime');
    if (startTime < 0) throw new ERR_PERFORMANCE_INVALID_TIMESTAMP(startTime);
    super(kCreate, name, 'mark', startTime, 0, cloneDetail(options?.detail));
  }
  get detail() { return detailOf(this); }
}

class PerformanceMeasure extends PerformanceEntry {
  get detail() { return detailOf(this); }
}
for (const Class of [PerformanceMark, PerformanceMeasure]) exposeMethods(Class.prototype, ['detail']);

const milestones = new Set(['nodeStart', 'v8Start', 'environment', 'loopStart', 'loopExit', 'bootstrapComplete']);
let timeline = [];
const observers = new Set();
let delivering = false;

function enqueue(entry, keep = true) {
  if (keep) timeline.push(entry);
  for (const observer of observers) {
    if (observer.wants(entry.entryType)) {
      observer.buffer.push(entry);
      if (!delivering) {
        delivering = true;
        process.nextTick(deliver);
      }
    }
  }
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
  getEntriesByType(type) { return this.#entries.filter((entry) => entry.entryType === `${type}`); }
  getEntriesByName(name, type) { return named(this.#entries, `${name}`, type); }
}
exposeMethods(PerformanceObserverEntryList.prototype, ['getEntries', 'getEntriesByType', 'getEntriesByName']);

const supportedEntryTypes = Object.freeze(['dns', 'function', 'gc', 'http', 'http2', 'mark', 'measure', 'net', 'resource']);

class PerformanceObserver {
  #state;

  constructor(callback) {
    validateFunction(callback, 'callback');
    const types = new Set();
    this.#state = { callback, owner: this, buffer: [], types, kind: undefined, wants: (type) => types.has(type) };
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
      for (const each of entryTypes) if (supportedEntryTypes.includes(each)) state.types.add(each);
    } else {
      if (!supportedEntryTypes.includes(type)) return;
      state.types.add(type);
      if (buffered) {
        for (const entry of timeline) if (entry.entryType === type) state.buffer.push(entry);
        if (state.buffer.length > 0 && !delivering) {
          delivering = true;
          process.nextTick(deliver);
        }
      }
    }
    if (state.types.size > 0) observers.add(state);
  }

  disconnect() {
    observers.delete(this.#state);
    this.#state.buffer = [];
    this.#state.types.clear();
    this.#state.kind = undefined;
  }

  takeRecords() { return this.#state.buffer.splice(0); }
}

function timeOf(mark) {
  if (typeof mark === 'number') {
    if (mark < 0) throw new ERR_PERFORMANCE_INVALID_TIMESTAMP(mark);
    return mark;
  }
  const entry = timeline.findLast((each) => each.entryType === 'mark' && each.name === `${mark}`);
  if (entry === undefined) throw lazyDOMException(`The "${mark}" performance mark has not been set`, 'SyntaxError');
  return entry.startTime;
}

function measureSpan(options, endMark) {
  if (options !== null && typeof options === 'object') {
    const { start, end, duration } = options;
    if (endMark !== undefined) {
      throw new ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS('endMark must not be specified');
    }
    if (start === undefined && end === undefined && Object.keys(options).length > 0) {
      throw new ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS('One of options.start or options.end is required');
    }
    if (start !== undefined && end !== undefined && duration !== undefined) {
      throw new ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS(
        'Must not have options.start, options.end, and options.duration specified');
    }
    const to = end !== undefined ? timeOf(end) : start !== undefined && duration !== undefined ? timeOf(start) + duration : now();
    const from = start !== undefined ? timeOf(start) : duration !== undefined ? to - duration : 0;
    return [from, to];
  }
  return [options !== undefined ? timeOf(options) : 0, endMark !== undefined ? timeOf(endMark) : now()];
}

class Performance extends EventTarget {
  constructor(token) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  now() { return now(); }
  get timeOrigin() { return timeOrigin; }

  mark(name, options = kEmptyObject) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    const mark = new PerformanceMark(name, options);
    enqueue(mark);
    return mark;
  }

  measure(name, startOrOptions = undefined, endMark = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    const [from, to] = measureSpan(startOrOptions, endMark);
    const detail = cloneDetail(typeof startOrOptions === 'object' ? startOrOptions?.detail : null);
    const measure = new PerformanceMeasure(kCreate, `${name}`, 'measure', from, to - from, detail);
    enqueue(measure);
    return measure;
  }

  clearMarks(name) { clear('mark', name); }
  clearMeasures(name) { clear('measure', name); }
  clearResourceTimings(name) { clear('resource', name); }
  setResourceTimingBufferSize() {}
  getEntries() { return byStart(timeline); }
  getEntriesByName(name, type) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    return named(timeline, `${name}`, type);
  }
  getEntriesByType(type) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    return byStart(timeline.filter((entry) => entry.entryType === `${type}`));
  }
  timerify(fn, options) { return timerify(fn, options); }
  eventLoopUtilization() { return { idle: 0, active: 0, utilization: 0 }; }
  get nodeTiming() {
    return {
      name: 'node', entryType: 'node', startTime: 0, duration: now(), nodeStart: 0, v8Start: 0, bootstrapComplete: 0,
      environment: 0, loopStart: -1, loopExit: -1, idleTime: 0,
    };
  }
  markResourceTiming() {}
  toJSON() {
    return { nodeTiming: this.nodeTiming, timeOrigin, eventLoopUtilization: this.eventLoopUtilization() };
  }
}
exposeMethods(Performance.prototype, ['now', 'timeOrigin', 'mark', 'measure', 'clearMarks', 'clearMeasures',
  'clearResourceTimings', 'setResourceTimingBufferSize', 'getEntries', 'getEntriesByName', 'getEntriesByType', 'timerify',
  'eventLoopUtilization', 'nodeTiming', 'toJSON']);
Object.defineProperty(Performance.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'Performance' });

function clear(type, name) {
  timeline = timeline.filter((entry) => entry.entryType !== type || (name !== undefined && entry.name !== `${name}`));
}

function timerify(fn, { histogram } = kEmptyObject) {
  validateFunction(fn, 'fn');
  function timerified(...args) {
    const start = now();
    const settle = (result) => {
      const duration = now() - start;
      histogram?.record(Math.ceil(duration * 1e6));
      enqueue(new PerformanceEntry(kCreate, fn.name, 'function', start, duration, args), false);
      return result;
    };
    const result = new.target ? Reflect.construct(fn, args, fn) : Reflect.apply(fn, this, args);
    return !new.target && typeof result?.finally === 'function' ? result.finally(settle) : settle(result);
  }
  Object.defineProperties(timerified, {
    length: { __proto__: null, configurable: false, enumerable: true, value: fn.length },
    name: { __proto__: null, configurable: false, enumerable: true, value: `timerified ${fn.name}` },
  });
  return timerified;
}

module.exports = {
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
  performance: new Performance(kCreate),
  constants: Object.freeze({
    __proto__: null, NODE_PERFORMANCE_GC_MAJOR: 4, NODE_PERFORMANCE_GC_MINOR: 1, NODE_PERFORMANCE_GC_INCREMENTAL: 8,
    NODE_PERFORMANCE_GC_WEAKCB: 16, NODE_PERFORMANCE_GC_FLAGS_NO: 0,
  }),
};
