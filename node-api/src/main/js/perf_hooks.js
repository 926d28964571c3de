// node:perf_hooks.

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_MISSING_ARGS },
} = require('internal/errors');
const { EventTarget } = require('internal/web/event_target');
const { defineLazyProperties, exposeMethods, toStringTag } = require('internal/util');
const { PerformanceEntry, kCreate } = require('internal/perf/entry');
const { PerformanceObserver, PerformanceObserverEntryList, all, byStart, clear, kept, named } = require('internal/perf/timeline');
const { PerformanceMark, PerformanceMeasure, mark, measure } = require('internal/perf/user_timing');
const { now, timeOrigin } = require('internal/perf/clock');

class Performance extends EventTarget {
  #onfull = null;

  constructor(token) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  now() { return now(); }
  get timeOrigin() { return timeOrigin; }
  mark(...args) { return mark(...args); }
  measure(...args) { return measure(...args); }
  clearMarks(name) { clear('mark', name); }
  clearMeasures(name) { clear('measure', name); }
  clearResourceTimings(name) { clear('resource', name); }

  setResourceTimingBufferSize(size) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('maxSize');
    require('internal/perf/resource_timing').setResourceTimingBufferSize(size);
  }

  getEntries() { return byStart(all()); }
  getEntriesByName(name, type) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    return named(all(), `${name}`, type);
  }
  getEntriesByType(type) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    return byStart(kept[`${type}`] ?? []);
  }

  get onresourcetimingbufferfull() { return this.#onfull; }
  set onresourcetimingbufferfull(listener) {
    if (this.#onfull !== null) this.removeEventListener('resourcetimingbufferfull', this.#onfull);
    this.#onfull = typeof listener === 'function' ? listener : null;
    if (this.#onfull !== null) this.addEventListener('resourcetimingbufferfull', this.#onfull);
  }

  toJSON() {
    return { nodeTiming: this.nodeTiming, timeOrigin, eventLoopUtilization: this.eventLoopUtilization() };
  }
}
exposeMethods(Performance.prototype, ['now', 'timeOrigin', 'mark', 'measure', 'clearMarks', 'clearMeasures',
  'clearResourceTimings', 'setResourceTimingBufferSize', 'getEntries', 'getEntriesByName', 'getEntriesByType',
  'onresourcetimingbufferfull', 'toJSON']);
toStringTag(Performance.prototype, 'Performance');

// What Node adds, as functions of the module and as methods.
const eventLoopUtilization = (first, second) => require('internal/perf/node_timing').eventLoopUtilization(first, second);
const timerify = (fn, options) => require('internal/perf/timerify').timerify(fn, options);
const performance = new Performance(kCreate);
Object.defineProperties(Performance.prototype, {
  eventLoopUtilization: { __proto__: null, configurable: true, enumerable: false, writable: true, value: eventLoopUtilization },
  nodeTiming: {
    __proto__: null, configurable: true, enumerable: false, get() { return require('internal/perf/node_timing').nodeTiming; },
  },
  markResourceTiming: {
    __proto__: null,
    configurable: true,
    enumerable: false,
    writable: true,
    value: function markResourceTiming(...args) {
      return require('internal/perf/resource_timing').markResourceTiming(performance, ...args);
    },
  },
  timerify: { __proto__: null, configurable: true, enumerable: false, writable: true, value: timerify },
});

module.exports = {
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
};
defineLazyProperties(module.exports, 'internal/perf/resource_timing', ['PerformanceResourceTiming']);
defineLazyProperties(module.exports, 'internal/perf/histogram', ['monitorEventLoopDelay']);
module.exports.eventLoopUtilization = eventLoopUtilization;
module.exports.timerify = timerify;
defineLazyProperties(module.exports, 'internal/perf/histogram', ['createHistogram']);
module.exports.performance = performance;
Object.defineProperty(module.exports, 'constants', {
  __proto__: null,
  configurable: false,
  enumerable: true,
  value: Object.freeze({
    NODE_PERFORMANCE_GC_MAJOR: 4,
    NODE_PERFORMANCE_GC_MINOR: 1,
    NODE_PERFORMANCE_GC_INCREMENTAL: 8,
    NODE_PERFORMANCE_GC_WEAKCB: 16,
    NODE_PERFORMANCE_GC_FLAGS_NO: 0,
    NODE_PERFORMANCE_GC_FLAGS_CONSTRUCT_RETAINED: 2,
    NODE_PERFORMANCE_GC_FLAGS_FORCED: 4,
    NODE_PERFORMANCE_GC_FLAGS_SYNCHRONOUS_PHANTOM_PROCESSING: 8,
    NODE_PERFORMANCE_GC_FLAGS_ALL_AVAILABLE_GARBAGE: 16,
    NODE_PERFORMANCE_GC_FLAGS_ALL_EXTERNAL_MEMORY: 32,
    NODE_PERFORMANCE_GC_FLAGS_SCHEDULE_IDLE: 64,
  }),
});
