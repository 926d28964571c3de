// node:v8: what of V8's interface has a meaning on this engine. Figures of the heap are the Java machine's, under V8's names.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED, ERR_NOT_BUILDING_SNAPSHOT },
} = require('internal/errors');
const { defineLazyProperties, emitExperimentalWarning } = require('internal/util');
const { validateFunction, validateObject, validateOneOf, validatePlainFunction, validateString, validateUint32 } = require('internal/validators');

const heap = internalBinding('v8');
const v8 = module.exports;

const notImplemented = (name) => { throw new ERR_METHOD_NOT_IMPLEMENTED(`v8.${name}`); };

function getHeapStatistics() {
  const [total, executable, used, limit, malloced, external] = heap.heapStatistics();
  return {
    total_heap_size: total,
    total_heap_size_executable: executable,
    total_physical_size: total,
    total_available_size: Math.max(limit - used, 0),
    used_heap_size: used,
    heap_size_limit: limit,
    malloced_memory: malloced,
    peak_malloced_memory: malloced,
    does_zap_garbage: 0,
    number_of_native_contexts: 1,
    number_of_detached_contexts: 0,
    total_global_handles_size: 0,
    used_global_handles_size: 0,
    external_memory: external,
  };
}

function getHeapSpaceStatistics() {
  return heap.heapSpaces().map(([space_name, space_size, space_used_size, space_available_size, physical_space_size]) =>
    ({ space_name, space_size, space_used_size, space_available_size, physical_space_size }));
}

function getHeapCodeStatistics() {
  const [code, metadata] = heap.codeStatistics();
  return { code_and_metadata_size: code, bytecode_and_metadata_size: metadata, external_script_source_size: 0, cpu_profiler_metadata_size: 0 };
}

// Flags are V8's: this engine has none of them. They only count for what cachedDataVersionTag says of the set-up.
const flags = new Set();

function setFlagsFromString(text) {
  validateString(text, 'flags');
  flags.add(text.replaceAll('_', '-'));
}

function cachedDataVersionTag() {
  let tag = 0;
  for (const character of [process.versions.ledge ?? process.version, process.arch, ...[...flags].sort()].join(' ')) {
    tag = (Math.imul(tag, 31) + character.codePointAt(0)) >>> 0;
  }
  return tag;
}

function heapOptions(options) {
  if (options === undefined) return;
  validateObject(options, 'options');
}

function queryObjects(constructor, options = {}) {
  validateFunction(constructor, 'constructor');
  validateObject(options, 'options');
  if (options.format !== undefined) validateOneOf(options.format, 'options.format', ['count', 'summary']);
  emitExperimentalWarning('v8.queryObjects()');
  notImplemented('queryObjects');
}

function snapshotOnly() { throw new ERR_NOT_BUILDING_SNAPSHOT(); }

/** A promise hook of one event. Gives what ends it. */
const hook = (name) => function(fn) {
  validatePlainFunction(fn, `${name}Hook`);
  return addPromiseHook({ [name]: fn });
};

function addPromiseHook(user) {
  const { add, remove } = require('internal/promise_hooks');
  add(user);
  return () => remove(user);
}

Object.assign(v8, {
  cachedDataVersionTag,
  getHeapSnapshot(options) {
    heapOptions(options);
    notImplemented('getHeapSnapshot');
  },
  getHeapStatistics,
  getHeapSpaceStatistics,
  getHeapCodeStatistics,
  getCppHeapStatistics(type = 'detailed') {
    validateOneOf(type, 'type', ['brief', 'detailed']);
    notImplemented('getCppHeapStatistics');
  },
  setFlagsFromString,
});
defineLazyProperties(v8, 'internal/v8/serializer', ['Serializer']);
defineLazyProperties(v8, 'internal/v8/deserializer', ['Deserializer']);
defineLazyProperties(v8, 'internal/v8/defaults', ['DefaultSerializer', 'DefaultDeserializer', 'deserialize']);
Object.assign(v8, {
  // Coverage is written when NODE_V8_COVERAGE names a folder; without it these two do nothing.
  takeCoverage() {},
  stopCoverage() {},
});
defineLazyProperties(v8, 'internal/v8/defaults', ['serialize']);
Object.assign(v8, {
  writeHeapSnapshot(filename, options) {
    if (filename !== undefined && typeof filename !== 'string' && !(filename instanceof URL) && !Buffer.isBuffer(filename)) {
      throw new ERR_INVALID_ARG_TYPE('path', ['string', 'Buffer', 'URL'], filename);
    }
    heapOptions(options);
    notImplemented('writeHeapSnapshot');
  },
  promiseHooks: {
    createHook(hooks) {
      validateObject(hooks, 'hooks');
      const user = {};
      for (const name of require('internal/promise_hooks').names) {
        if (hooks[name] === undefined) continue;
        validatePlainFunction(hooks[name], `${name}Hook`);
        user[name] = hooks[name];
      }
      return addPromiseHook(user);
    },
    onInit: hook('init'),
    onBefore: hook('before'),
    onAfter: hook('after'),
    onSettled: hook('settled'),
  },
  queryObjects,
  startupSnapshot: {
    addSerializeCallback: snapshotOnly,
    addDeserializeCallback: snapshotOnly,
    setDeserializeMainFunction: snapshotOnly,
    isBuildingSnapshot: () => false,
  },
  setHeapSnapshotNearHeapLimit(limit) {
    validateUint32(limit, 'limit', true);
    notImplemented('setHeapSnapshotNearHeapLimit');
  },
});
defineLazyProperties(v8, 'internal/v8/gc_profiler', ['GCProfiler']);
v8.isStringOneByteRepresentation = function isStringOneByteRepresentation(content) {
  validateString(content, 'content');
  return !/[^\0-\xff]/.test(content);
};
