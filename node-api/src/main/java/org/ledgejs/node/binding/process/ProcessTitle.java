package org.ledgejs.node.binding.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.ledgejs.node.binding.Proc;

/** What tools that list processes show for this one: on Linux the memory its command line was in, which /proc/self/stat says. */
@SuppressWarnings("restricted")
final class ProcessTitle {
    /** Fields 48 and 49 of proc_pid_stat(5), counted from the state. */
    private static final int ARG_START = 45;
    private static final int ARG_END = 46;
    /** Longer command lines are somebody else's memory. */
    private static final long MOST = 1 << 20;

    private ProcessTitle() { }

    /** Cut off where there is no room; does nothing where the place is not known. */
    static void set(String title) {
        long[] stat = Proc.stat("/proc/self/stat");
        long start = stat[ARG_START];
        long room = stat[ARG_END] - start;
        if (start == 0 || room < 2 || room > MOST) {
            return;
        }
        byte[] bytes = title.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[(int) room];
        System.arraycopy(bytes, 0, all, 0, Math.min(bytes.length, all.length - 1));
        try {
            MemorySegment.copy(all, 0, MemorySegment.ofAddress(start).reinterpret(room), ValueLayout.JAVA_BYTE, 0, all.length);
            LibC.setThreadName(Arrays.copyOf(bytes, Math.min(bytes.length, 15)));
        } catch (IllegalCallerException e) {
            // Native access is forbidden.
        }
    }
}
