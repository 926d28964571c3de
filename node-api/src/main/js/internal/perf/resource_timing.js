// Resources that were fetched (Resource Timing §4), with the buffer that can be full.

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR },
} = require('internal/errors');
const { exposeMethods, toStringTag } = require('internal/util');
const { PerformanceEntry, kCreate } = require('internal/perf/entry');
const { enqueue, kept } = require('internal/perf/timeline');

/** What a head is taken to weigh beside the body. */
const HEAD_SIZE = 300;

class PerformanceResourceTiming extends PerformanceEntry {
  #info;
  #initiatorType;
  #cacheMode;
  #responseStatus;
  #deliveryType;

  constructor(token, info, url, initiatorType, cacheMode, responseStatus, deliveryType) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super(kCreate, url, 'resource', info.startTime, info.endTime - info.startTime);
    this.#info = info;
    this.#initiatorType = initiatorType;
    this.#cacheMode = cacheMode;
    this.#responseStatus = responseStatus;
    this.#deliveryType = deliveryType;
  }

  get initiatorType() { return this.#initiatorType; }
  get nextHopProtocol() { return this.#info.finalConnectionTimingInfo?.ALPNNegotiatedProtocol; }
  get workerStart() { return this.#info.finalServiceWorkerStartTime; }
  get redirectStart() { return this.#info.redirectStartTime; }
  get redirectEnd() { return this.#info.redirectEndTime; }
  get fetchStart() { return this.#info.postRedirectStartTime; }
  get domainLookupStart() { return this.#info.finalConnectionTimingInfo?.domainLookupStartTime; }
  get domainLookupEnd() { return this.#info.finalConnectionTimingInfo?.domainLookupEndTime; }
  get connectStart() { return this.#info.finalConnectionTimingInfo?.connectionStartTime; }
  get connectEnd() { return this.#info.finalConnectionTimingInfo?.connectionEndTime; }
  get secureConnectionStart() { return this.#info.finalConnectionTimingInfo?.secureConnectionStartTime; }
  get requestStart() { return this.#info.finalNetworkRequestStartTime; }
  get responseStart() { return this.#info.finalNetworkResponseStartTime; }
  get responseEnd() { return this.#info.endTime; }
  get encodedBodySize() { return this.#info.encodedBodySize; }
  get decodedBodySize() { return this.#info.decodedBodySize; }
  get transferSize() { return this.#cacheMode === 'local' ? 0 : this.#info.encodedBodySize + HEAD_SIZE; }
  get deliveryType() { return this.#deliveryType; }
  get responseStatus() { return this.#responseStatus; }

  toJSON() {
    const result = { name: this.name, entryType: this.entryType, startTime: this.startTime, duration: this.duration };
    for (const key of members) result[key] = this[key];
    return result;
  }
}
const members = ['initiatorType', 'nextHopProtocol', 'workerStart', 'redirectStart', 'redirectEnd', 'fetchStart', 'domainLookupStart',
  'domainLookupEnd', 'connectStart', 'connectEnd', 'secureConnectionStart', 'requestStart', 'responseStart', 'responseEnd',
  'transferSize', 'encodedBodySize', 'decodedBodySize', 'deliveryType', 'responseStatus'];
exposeMethods(PerformanceResourceTiming.prototype, [...members, 'toJSON']);
toStringTag(PerformanceResourceTiming.prototype, 'PerformanceResourceTiming');

let most = 250;
let waiting = [];
let full = false;

/** "Fire a buffer full event": gives the program a chance to make room, then takes what fits. */
function makeRoom(target) {
  while (waiting.length > 0) {
    const before = waiting.length;
    if (kept.resource.length >= most) target.dispatchEvent(new Event('resourcetimingbufferfull'));
    kept.resource.push(...waiting.splice(0, Math.max(most - kept.resource.length, 0)));
    if (waiting.length >= before) waiting = [];
  }
  full = false;
}

function keep(entry, target) {
  if (!full && kept.resource.length < most) {
    kept.resource.push(entry);
    return;
  }
  if (!full) {
    full = true;
    setImmediate(makeRoom, target);
  }
  waiting.push(entry);
}

/** @param target the Performance object that is told when the buffer is full */
function markResourceTiming(target, info, url, initiatorType, global, cacheMode, bodyInfo, responseStatus, deliveryType = '') {
  const entry = new PerformanceResourceTiming(kCreate, info, `${url}`, initiatorType, cacheMode, responseStatus, deliveryType);
  enqueue(entry);
  keep(entry, target);
  return entry;
}

function setResourceTimingBufferSize(size) {
  most = typeof size === 'number' && Number.isInteger(size) && size > 0 ? size : 0;
}

module.exports = { PerformanceResourceTiming, markResourceTiming, setResourceTimingBufferSize };
