package org.ledgejs.node.binding.child;

import java.lang.foreign.Arena;

import org.ledgejs.node.binding.process.Descriptors;
import org.ledgejs.node.binding.process.Spawning;

/** Tells the end of one child by a descriptor that becomes readable then: the system's own for it, or a pipe and a thread that waits. */
final class ProcessEnd implements AutoCloseable {
    private final int pid;
    private final int descriptor;
    private final boolean threaded;
    private volatile Spawning.Exit exit;

    ProcessEnd(int pid) {
        this.pid = pid;
        int process = Descriptors.processDescriptor(pid);
        threaded = process < 0;
        descriptor = threaded ? waitOnThread() : process;
    }

    private int waitOnThread() {
        int[] pipe = Descriptors.pipe();
        Thread thread = new Thread(() -> {
            exit = Spawning.await(pid, true);
            if (pipe != null) {
                try (Arena arena = Arena.ofConfined()) {
                    Descriptors.write(pipe[1], arena.allocate(1), 1);
                }
                Descriptors.close(pipe[1]);
            }
        }, "ledge-child-" + pid);
        thread.setDaemon(true);
        thread.start();
        return pipe == null ? -1 : pipe[0];
    }

    int descriptor() {
        return descriptor;
    }

    /** Null while it runs. */
    Spawning.Exit poll() {
        if (exit == null && !threaded) {
            exit = Spawning.await(pid, false);
        }
        return exit;
    }

    @Override
    public void close() {
        Descriptors.close(descriptor);
    }
}
