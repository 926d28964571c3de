// v8.GCProfiler: the garbage collections of a span of time, as the host tells them.

const heap = internalBinding('v8');

/** What the heap was, under the names V8's profiler has. */
function snapshot([total, executable, used, limit, malloced, external]) {
  return {
    heapStatistics: {
      totalHeapSize: total, totalHeapSizeExecutable: executable, totalPhysicalSize: total, totalAvailableSize: Math.max(limit - used, 0),
      totalGlobalHandlesSize: 0, usedGlobalHandlesSize: 0, usedHeapSize: used, heapSizeLimit: limit, mallocedMemory: malloced,
      externalMemory: external, peakMallocedMemory: malloced,
    },
    heapSpaceStatistics: heap.heapSpaces().map(([spaceName, spaceSize, spaceUsedSize, spaceAvailableSize, physicalSpaceSize]) =>
      ({ spaceName, spaceSize, spaceUsedSize, spaceAvailableSize, physicalSpaceSize })),
  };
}

class GCProfiler {
  #started;
  #startTime;

  start() {
    if (this.#started !== undefined) return;
    this.#started = heap.watchCollections();
    this.#startTime = Date.now();
  }

  stop() {
    if (this.#started === undefined) return undefined;
    const collections = heap.collectionsSince(this.#started);
    this.#started = undefined;
    const now = heap.heapStatistics();
    const at = (used) => snapshot([now[0], now[1], used, now[3], now[4], now[5]]);
    return {
      version: 1,
      startTime: this.#startTime,
      statistics: collections.map(([, , duration, major, before, after]) => ({
        gcType: major ? 'MarkSweepCompact' : 'Scavenge',
        beforeGC: at(before),
        afterGC: at(after),
        cost: duration * 1000,
      })),
      endTime: Date.now(),
    };
  }

  [Symbol.dispose ?? Symbol('dispose')]() { this.stop(); }
}

module.exports = { GCProfiler };
