package org.ledgejs.node.binding.process;

import java.lang.management.ManagementFactory;

import org.ledgejs.node.binding.Proc;

/** What the process has used, from /proc: that loads no management classes. Where there is no /proc, times and counts are 0. */
final class ProcessUsage {
    /** Linux tells times in hundredths of a second to every program. */
    private static final long TICK_MICROS = 10_000;
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int MINOR_FAULTS = 7;
    private static final int MAJOR_FAULTS = 9;

    private ProcessUsage() { }

    /** Resident memory in bytes. */
    static long rss() {
        long bytes = Proc.kilobytes(Proc.read("/proc/self/status"), "VmRSS");
        return bytes < 0 ? Runtime.getRuntime().totalMemory() : bytes;
    }

    /** rss, heapTotal, heapUsed, external, arrayBuffers; buffers are part of the heap here. */
    static double[] memory() {
        Runtime runtime = Runtime.getRuntime();
        return new double[] {rss(), runtime.totalMemory(), runtime.totalMemory() - runtime.freeMemory(),
            ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed(), 0};
    }

    /** User and system microseconds of a process or thread. @param path of its folder in /proc */
    static double[] cpu(String path) {
        long[] stat = Proc.stat(path + "/stat");
        return new double[] {stat[UTIME] * TICK_MICROS, stat[STIME] * TICK_MICROS};
    }

    /** In the order of getrusage(2) as Node gives it. */
    static double[] resources() {
        double[] cpu = cpu("/proc/self");
        long[] stat = Proc.stat("/proc/self/stat");
        String status = Proc.read("/proc/self/status");
        String io = Proc.read("/proc/self/io");
        double[] values = new double[16];
        values[0] = cpu[0];
        values[1] = cpu[1];
        values[2] = Math.max(0, Proc.kilobytes(status, "VmHWM") / 1024);
        values[6] = stat[MINOR_FAULTS];
        values[7] = stat[MAJOR_FAULTS];
        values[9] = Proc.number(Proc.field(io, "read_bytes"), 0) / 512;
        values[10] = Proc.number(Proc.field(io, "write_bytes"), 0) / 512;
        values[14] = Proc.number(Proc.field(status, "voluntary_ctxt_switches"), 0);
        values[15] = Proc.number(Proc.field(status, "nonvoluntary_ctxt_switches"), 0);
        return values;
    }

    /** The limit of the control group in bytes, or 0 for none. */
    static double constrainedMemory() {
        String limit = Proc.line("/sys/fs/cgroup/memory.max");
        if (limit == null) {
            limit = Proc.line("/sys/fs/cgroup/memory/memory.limit_in_bytes");
        }
        long bytes = Proc.number(limit, 0);
        // The first version of control groups says "no limit" by a number near 2^63.
        return bytes > 1L << 60 ? 0 : bytes;
    }

    static double availableMemory() {
        long available = Proc.kilobytes(Proc.read("/proc/meminfo"), "MemAvailable");
        double limit = constrainedMemory();
        if (limit > 0) {
            double left = Math.max(0, limit - rss());
            return available < 0 ? left : Math.min(left, available);
        }
        return available < 0 ? Runtime.getRuntime().freeMemory() : available;
    }
}
