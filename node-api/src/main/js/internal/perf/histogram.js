// Histograms of numbers: counts by buckets that are as wide as a number of significant digits allows, as HdrHistogram has them.

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_THIS, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const { validateInteger, validateNumber, validateObject } = require('internal/validators');

const kCreate = Symbol('create');
const MOST = 9223372036854775807n;

class Counts {
  constructor(lowest, highest, figures) {
    this.lowest = Number(lowest);
    this.highest = Number(highest);
    this.bits = Math.ceil(Math.log2(2 * 10 ** figures)) - 1;
    this.clear();
  }

  clear() {
    this.buckets = new Map();
    this.total = 0;
    this.exceeds = 0;
    this.min = Infinity;
    this.max = 0;
    this.last = undefined;
  }

  width(value) {
    return 2 ** Math.max(Math.floor(Math.log2(Math.max(value, 1))) - this.bits, 0);
  }

  add(value, count = 1) {
    if (value > this.highest) {
      this.exceeds += count;
      return;
    }
    const width = this.width(value);
    const bucket = Math.floor(value / width) * width;
    this.buckets.set(bucket, (this.buckets.get(bucket) ?? 0) + count);
    this.total += count;
    if (value > 0 && bucket < this.min) this.min = bucket;
    this.max = Math.max(this.max, bucket + width - 1);
  }

  sorted() { return [...this.buckets].sort((a, b) => a[0] - b[0]); }

  get mean() {
    let sum = 0;
    for (const [bucket, count] of this.buckets) sum += this.middle(bucket) * count;
    return this.total === 0 ? NaN : sum / this.total;
  }

  middle(bucket) {
    const width = this.width(bucket);
    return width === 1 ? bucket : bucket + width / 2;
  }

  get stddev() {
    const { mean } = this;
    let sum = 0;
    for (const [bucket, count] of this.buckets) sum += (this.middle(bucket) - mean) ** 2 * count;
    return this.total === 0 ? NaN : Math.sqrt(sum / this.total);
  }

  percentile(percentile) {
    const wanted = Math.max(Math.ceil(Math.min(percentile, 100) / 100 * this.total - 1e-9), 1);
    let seen = 0;
    for (const [bucket, count] of this.sorted()) {
      seen += count;
      if (seen >= wanted) return bucket + this.width(bucket) - 1;
    }
    return 0;
  }

  /** Percentiles that halve the distance to 100 each, with their values. */
  percentiles() {
    const result = new Map();
    let seen = 0;
    let next = 0;
    let value = 0;
    for (const [bucket, count] of this.sorted()) {
      seen += count;
      value = bucket;
      while (next <= 100 * seen / this.total) {
        result.set(next, bucket);
        next += 100 / 2 ** (Math.trunc(Math.log2(100 / (100 - next))) + 1);
        if (seen === this.total) break;
      }
    }
    return result.set(100, value);
  }
}

const big = (value) => BigInt(Math.round(value));

class Histogram {
  #counts;

  constructor(token, counts) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#counts = counts;
  }

  static countsOf(histogram) {
    if (typeof histogram !== 'object' || histogram === null || !(#counts in histogram)) throw new ERR_INVALID_THIS('Histogram');
    return histogram.#counts;
  }

  get count() { return countsOf(this).total; }
  get countBigInt() { return BigInt(this.count); }
  get min() {
    const { min } = countsOf(this);
    return min === Infinity ? Number(MOST) : min;
  }
  get minBigInt() {
    const { min } = countsOf(this);
    return min === Infinity ? MOST : big(min);
  }
  get max() { return countsOf(this).max; }
  get maxBigInt() { return big(this.max); }
  get mean() { return countsOf(this).mean; }
  get exceeds() { return countsOf(this).exceeds; }
  get exceedsBigInt() { return BigInt(this.exceeds); }
  get stddev() { return countsOf(this).stddev; }

  percentile(percentile) {
    const counts = countsOf(this);
    validateNumber(percentile, 'percentile');
    if (Number.isNaN(percentile) || percentile <= 0 || percentile > 100) throw new ERR_OUT_OF_RANGE('percentile', '> 0 && <= 100', percentile);
    return counts.percentile(percentile);
  }
  percentileBigInt(percentile) { return big(this.percentile(percentile)); }
  get percentiles() { return countsOf(this).percentiles(); }
  get percentilesBigInt() { return new Map([...this.percentiles].map(([key, value]) => [key, big(value)])); }
  reset() { countsOf(this).clear(); }

  toJSON() {
    const { count, min, max, mean, exceeds, stddev, percentiles } = this;
    return { count, min, max, mean, exceeds, stddev, percentiles: Object.fromEntries(percentiles) };
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return `[${this.constructor.name}]`;
    const { min, max, mean, exceeds, stddev, count, percentiles } = this;
    const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Histogram ${require('internal/inspect').inspect({ min, max, mean, exceeds, stddev, count, percentiles }, shown)}`;
  }
}
const { countsOf } = Histogram;
delete Histogram.countsOf;

class RecordableHistogram extends Histogram {
  #brand = true;

  static is(value) { return typeof value === 'object' && value !== null && #brand in value; }

  record(value) {
    const counts = countsOf(this);
    if (typeof value === 'bigint') {
      if (value < 1n || value > MOST) throw new ERR_OUT_OF_RANGE('val', `>= 1 && <= ${MOST}`, value);
    } else {
      validateInteger(value, 'val', 1);
    }
    counts.add(Number(value));
  }

  recordDelta() {
    const counts = countsOf(this);
    const time = process.hrtime.bigint();
    const previous = counts.last;
    counts.last = time;
    if (previous !== undefined && time > previous) counts.add(Number(time - previous));
  }

  add(other) {
    const counts = countsOf(this);
    if (!RecordableHistogram.is(other)) throw new ERR_INVALID_ARG_TYPE('other', 'RecordableHistogram', other);
    const others = countsOf(other);
    for (const [bucket, count] of others.buckets) counts.add(bucket, count);
    counts.exceeds += others.exceeds;
  }
}
const isRecordable = RecordableHistogram.is;
Object.defineProperty(RecordableHistogram, 'is', { __proto__: null, value: isRecordable, enumerable: false });

function createHistogram(options = kEmptyObject) {
  validateObject(options, 'options');
  const { lowest = 1, highest = Number.MAX_SAFE_INTEGER, figures = 3 } = options;
  if (typeof lowest !== 'bigint') validateInteger(lowest, 'options.lowest', 1);
  if (typeof highest !== 'bigint') validateInteger(highest, 'options.highest', 2 * Number(lowest));
  else if (highest < 2n * BigInt(lowest)) throw new ERR_INVALID_ARG_VALUE.RangeError('options.highest', highest);
  validateInteger(figures, 'options.figures', 1, 5);
  return new RecordableHistogram(kCreate, new Counts(lowest, highest, figures));
}

class ELDHistogram extends Histogram {
  #resolution;
  #timer;
  #last;

  constructor(token, resolution) {
    super(token, new Counts(1, 3.6e12, 3));
    this.#resolution = resolution;
  }

  enable() {
    if (this.#timer !== undefined) return false;
    const counts = countsOf(this);
    this.#last = process.hrtime.bigint();
    this.#timer = setInterval(() => {
      const time = process.hrtime.bigint();
      counts.add(Number(time - this.#last));
      this.#last = time;
    }, this.#resolution);
    this.#timer.unref();
    return true;
  }

  disable() {
    if (this.#timer === undefined) return false;
    clearInterval(this.#timer);
    this.#timer = undefined;
    return true;
  }

  [Symbol.dispose ?? Symbol('dispose')]() { this.disable(); }
}

function monitorEventLoopDelay(options = kEmptyObject) {
  validateObject(options, 'options');
  const { resolution = 10 } = options;
  validateInteger(resolution, 'options.resolution', 1);
  return new ELDHistogram(kCreate, resolution);
}

module.exports = { createHistogram, isRecordable, monitorEventLoopDelay };
