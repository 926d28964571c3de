// Functions whose calls stand on the timeline.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateFunction, validateObject } = require('internal/validators');
const { PerformanceNodeEntry, kCreate } = require('internal/perf/entry');
const { enqueue } = require('internal/perf/timeline');
const { now } = require('internal/perf/clock');

function timerify(fn, options = kEmptyObject) {
  validateFunction(fn, 'fn');
  validateObject(options, 'options');
  const { histogram } = options;
  if (histogram !== undefined && !require('internal/perf/histogram').isRecordable(histogram)) {
    throw new ERR_INVALID_ARG_TYPE('options.histogram', 'RecordableHistogram', histogram);
  }
  const done = (start, args) => {
    const duration = now() - start;
    histogram?.record(Math.max(Math.ceil(duration * 1e6), 1));
    const entry = new PerformanceNodeEntry(kCreate, fn.name, 'function', start, duration, args);
    for (let i = 0; i < args.length; i++) entry[i] = args[i];
    enqueue(entry);
  };
  function timerified(...args) {
    const start = now();
    const result = new.target ? Reflect.construct(fn, args, fn) : Reflect.apply(fn, this, args);
    if (!new.target && typeof result?.finally === 'function') return result.finally(() => done(start, args));
    done(start, args);
    return result;
  }
  Object.defineProperties(timerified, {
    length: { __proto__: null, configurable: false, enumerable: true, value: fn.length },
    name: { __proto__: null, configurable: false, enumerable: true, value: `timerified ${fn.name}` },
  });
  return timerified;
}

module.exports = { timerify };
