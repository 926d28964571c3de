// Marks and measures (User Timing §3).

const {
  codes: {
    ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS, ERR_PERFORMANCE_INVALID_TIMESTAMP, ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS,
  },
} = require('internal/errors');
const { exposeMethods, kEmptyObject, lazyDOMException, toStringTag } = require('internal/util');
const { validateNumber, validateObject } = require('internal/validators');
const { PerformanceEntry, detailOf, kCreate } = require('internal/perf/entry');
const { enqueue, kept } = require('internal/perf/timeline');
const { now } = require('internal/perf/clock');

const milestones = new Set(['nodeStart', 'v8Start', 'environment', 'loopStart', 'loopExit', 'bootstrapComplete']);
const cloned = (detail) => (detail == null ? null : require('internal/web/structured_clone').structuredClone(detail));

class PerformanceMark extends PerformanceEntry {
  constructor(name, options = kEmptyObject) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    name = `${name}`;
    if (milestones.has(name)) throw new ERR_INVALID_ARG_VALUE('name', name);
    if (options != null) validateObject(options, 'options');
    const startTime = options?.startTime ?? now();
    validateNumber(startTime, 'startTime');
    if (startTime < 0) throw new ERR_PERFORMANCE_INVALID_TIMESTAMP(startTime);
    super(kCreate, name, 'mark', startTime, 0, cloned(options?.detail));
  }
  get detail() { return detailOf(this); }
}

class PerformanceMeasure extends PerformanceEntry {
  get detail() { return detailOf(this); }
}
for (const Class of [PerformanceMark, PerformanceMeasure]) {
  exposeMethods(Class.prototype, ['detail']);
  toStringTag(Class.prototype, Class.name);
}

function timeOf(mark) {
  if (typeof mark === 'number') {
    if (mark < 0) throw new ERR_PERFORMANCE_INVALID_TIMESTAMP(mark);
    return mark;
  }
  const name = `${mark}`;
  if (milestones.has(name)) return require('internal/perf/node_timing').nodeTiming[name];
  const entry = kept.mark.findLast((each) => each.name === name);
  if (entry === undefined) throw lazyDOMException(`The "${name}" performance mark has not been set`, 'SyntaxError');
  return entry.startTime;
}

function span(options, endMark) {
  if (options !== null && typeof options === 'object') {
    const { start, end, duration } = options;
    if (endMark !== undefined) throw new ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS('endMark must not be specified');
    // Details alone are fine: the measure is from the origin to now.
    if (start === undefined && end === undefined && duration !== undefined) {
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

function mark(name, options = kEmptyObject) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
  const entry = new PerformanceMark(name, options);
  kept.mark.push(entry);
  enqueue(entry);
  return entry;
}

function measure(name, startOrOptions = undefined, endMark = undefined) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
  const [from, to] = span(startOrOptions, endMark);
  const detail = cloned(typeof startOrOptions === 'object' ? startOrOptions?.detail : null);
  const entry = new PerformanceMeasure(kCreate, `${name}`, 'measure', from, to - from, detail);
  kept.measure.push(entry);
  enqueue(entry);
  return entry;
}

module.exports = { PerformanceMark, PerformanceMeasure, mark, measure };
