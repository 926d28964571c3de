package org.ledgejs.launcher;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * The heap of this machine under the Serial collector. Half of it is for what dies young (NewRatio=1), the other half is as large as the
 * free share asked for after a whole collection makes it: that share can be set while the program runs.
 */
final class HotSpotHeap implements HeapGovernor.Heap {
    private static final String OLD = "Tenured Gen";
    private static final long YOUNG = 192L << 20;
    /** Devices keep most of their memory for others: the share of the largest heap that is for what dies young. */
    private static final int SHARE = 4;
    /** MinHeapFreeRatio and MaxHeapFreeRatio as the virtual machine starts with them. */
    private static final int LEAST_FREE = 40;
    private static final int MOST_FREE = 70;
    private static final int ALL_FREE = 100;

    @Override
    public long collectionMillis() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            millis += collector.getCollectionTime();
        }
        return millis;
    }

    @Override
    public boolean grow() {
        MemoryPoolMXBean old = old();
        long wanted = Math.min(YOUNG, Runtime.getRuntime().maxMemory() / SHARE);
        if (old == null || old.getUsage().getCommitted() >= wanted) {
            return false;
        }
        long free = 100 - 100 * old.getUsage().getUsed() / wanted;
        // Asked for this once only: as a rule it would multiply whatever comes to live.
        set((int) Math.max(free, LEAST_FREE), ALL_FREE);
        System.gc();
        set(LEAST_FREE, ALL_FREE);
        return true;
    }

    @Override
    public void giveBack() {
        set(LEAST_FREE, MOST_FREE);
        System.gc();
    }

    private static MemoryPoolMXBean old() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals(OLD)) {
                return pool;
            }
        }
        return null;
    }

    private static void set(int leastFree, int mostFree) {
        HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        // Each is checked against the other.
        options.setVMOption("MaxHeapFreeRatio", Integer.toString(ALL_FREE));
        options.setVMOption("MinHeapFreeRatio", Integer.toString(leastFree));
        options.setVMOption("MaxHeapFreeRatio", Integer.toString(mostFree));
    }
}
