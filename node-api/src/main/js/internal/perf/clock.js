// The clock of the performance timeline.

const binding = internalBinding('performance');

module.exports = { now: () => binding.now(), timeOrigin: binding.timeOrigin() };
