// PerformanceEntry (Performance Timeline §4.1), the base of all that stands on the timeline.

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods } = require('internal/util');

const kCreate = Symbol('create');

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

  get name() { return of(this).#name; }
  get entryType() { return of(this).#entryType; }
  get startTime() { return of(this).#startTime; }
  get duration() { return of(this).#duration; }

  toJSON() {
    of(this);
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
const { of, detailOf } = PerformanceEntry;
delete PerformanceEntry.of;
delete PerformanceEntry.detailOf;
exposeMethods(PerformanceEntry.prototype, ['name', 'entryType', 'startTime', 'duration', 'toJSON']);

/** Entries Node itself makes: of functions, collections, connections. */
class PerformanceNodeEntry extends PerformanceEntry {
  get detail() { return detailOf(this); }
}
exposeMethods(PerformanceNodeEntry.prototype, ['detail']);

module.exports = { PerformanceEntry, PerformanceNodeEntry, detailOf, kCreate };
