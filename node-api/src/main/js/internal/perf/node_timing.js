// performance.nodeTiming, and how busy the event loop is.

const { PerformanceEntry, kCreate } = require('internal/perf/entry');
const { toStringTag } = require('internal/util');
const { now } = require('internal/perf/clock');

const binding = internalBinding('performance');

class PerformanceNodeTiming extends PerformanceEntry {
  constructor() {
    super(kCreate, 'node', 'node', 0, 0);
    const own = (name, get) => Object.defineProperty(this, name, { __proto__: null, enumerable: true, configurable: true, get });
    own('name', () => 'node');
    own('entryType', () => 'node');
    own('startTime', () => 0);
    own('duration', now);
    ['nodeStart', 'v8Start', 'environment', 'bootstrapComplete', 'loopStart', 'loopExit'].forEach((name, i) =>
      own(name, () => milestone(i)));
    own('idleTime', () => binding.loopMetrics()[0]);
    own('uvMetricsInfo', () => {
      const [, loopCount, events, eventsWaiting] = binding.loopMetrics();
      return { loopCount, events, eventsWaiting };
    });
  }

  toJSON() {
    return {
      name: 'node', entryType: 'node', startTime: 0, duration: this.duration, nodeStart: this.nodeStart, v8Start: this.v8Start,
      bootstrapComplete: this.bootstrapComplete, environment: this.environment, loopStart: this.loopStart, loopExit: this.loopExit,
      idleTime: this.idleTime,
    };
  }
}
toStringTag(PerformanceNodeTiming.prototype, 'PerformanceNodeTiming');

const LOOP_START = 4;

/** The loop starts with its first turn: what runs before is the program itself. */
function milestone(index) {
  if (index === LOOP_START && binding.loopMetrics()[1] === 0) return -1;
  return binding.milestones()[index];
}

const nodeTiming = new PerformanceNodeTiming();

function eventLoopUtilization(first, second) {
  const start = milestone(LOOP_START);
  if (start <= 0) return { idle: 0, active: 0, utilization: 0 };
  if (second) {
    const idle = first.idle - second.idle;
    const active = first.active - second.active;
    return { idle, active, utilization: active / (idle + active) };
  }
  const idle = binding.loopMetrics()[0];
  const active = now() - start - idle;
  if (!first) return { idle, active, utilization: active / (idle + active) };
  const idleSince = idle - first.idle;
  const activeSince = active - first.active;
  return { idle: idleSince, active: activeSince, utilization: activeSince / (idleSince + activeSince) };
}

module.exports = { eventLoopUtilization, nodeTiming };
