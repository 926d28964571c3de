// Entries of the built-ins' own work, made only while somebody observes their type. Loads nothing of the timeline until then.

/** How many observers a type has. */
const counts = new Map();

/** Gives what ends an entry: `(detail) => …`, or undefined where nobody would see it. */
function begin(type, name) {
  if (!counts.get(type)) return undefined;
  const { now } = require('internal/perf/clock');
  const start = now();
  return (detail) => {
    if (!counts.get(type)) return;
    const { PerformanceNodeEntry, kCreate } = require('internal/perf/entry');
    require('internal/perf/timeline').enqueue(new PerformanceNodeEntry(kCreate, name, type, start, now() - start, detail));
  };
}

function update(observers) {
  counts.clear();
  for (const { types } of observers) for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
}

module.exports = { begin, update };
