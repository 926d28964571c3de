// vm.measureMemory: an estimate for the whole heap, as all realms share it.

const { validateObject, validateOneOf } = require('internal/validators');
const { emitExperimentalWarning, kEmptyObject } = require('internal/util');

function measureMemory(options = kEmptyObject) {
  emitExperimentalWarning('vm.measureMemory');
  validateObject(options, 'options');
  const { mode = 'summary', execution = 'default' } = options;
  validateOneOf(mode, 'options.mode', ['summary', 'detailed']);
  validateOneOf(execution, 'options.execution', ['default', 'eager']);
  const { used_heap_size: used } = require('v8').getHeapStatistics();
  const estimate = () => ({ jsMemoryEstimate: used, jsMemoryRange: [used, used] });
  const result = { total: estimate() };
  if (mode === 'detailed') {
    result.current = estimate();
    result.other = [];
  }
  result.WebAssembly = { code: 0, metadata: 0 };
  if (execution === 'eager') return Promise.resolve(result);
  // As a collection that is to come anyway would answer.
  return new Promise((resolve) => {
    require('timers').setTimeout(resolve, 0, result);
  });
}

module.exports = { measureMemory };
