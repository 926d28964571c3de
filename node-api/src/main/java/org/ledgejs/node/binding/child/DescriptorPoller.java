package org.ledgejs.node.binding.child;

import java.io.Closeable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.OpenResources;
import org.ledgejs.node.binding.process.Descriptors;
import org.ledgejs.node.binding.process.Descriptors.Poll;

/**
 * Waits for descriptors of the process, which Java's selectors cannot, on a thread of its own that begins with the first of them. It only tells that one
 * is ready, once for each time it was asked; what is to be done then runs on the loop.
 */
final class DescriptorPoller implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final NodeRuntime node;
    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER);
    private final Map<Integer, Watch> watches = new HashMap<>();
    private int[] wake;
    private boolean closed;

    /** What somebody waits for on a descriptor. */
    private static final class Watch {
        private int events;
        private final IntConsumer ready;

        Watch(IntConsumer ready) {
            this.ready = ready;
        }
    }

    private DescriptorPoller(NodeRuntime node) {
        this.node = node;
    }

    static DescriptorPoller of(NodeRuntime node) {
        Agent agent = node.agent();
        OpenResources resources = OpenResources.of(agent);
        return agent.attachment(DescriptorPoller.class, () -> {
            DescriptorPoller poller = new DescriptorPoller(node);
            resources.add(poller);
            return poller;
        });
    }

    /** A place outside Java's heap for one read or write of the agent's thread. */
    MemorySegment buffer() {
        return buffer;
    }

    /**
     * Waits for events on a descriptor, in addition to those waited for already.
     *
     * @param ready gets what happened, on the agent's thread
     */
    synchronized void await(int fd, int events, IntConsumer ready) {
        if (closed) {
            return;
        }
        watches.computeIfAbsent(fd, unused -> new Watch(ready)).events |= events;
        if (wake == null) {
            wake = Descriptors.pipe();
            if (wake == null) {
                return;
            }
            Descriptors.setNonBlocking(wake[1]);
            Thread thread = new Thread(this::run, "ledge-descriptors");
            thread.setDaemon(true);
            thread.start();
        } else {
            interrupt();
        }
    }

    /** Before a descriptor is closed. */
    synchronized void forget(int fd) {
        if (watches.remove(fd) != null && !closed) {
            interrupt();
        }
    }

    private void interrupt() {
        try (Arena arena = Arena.ofConfined()) {
            Descriptors.write(wake[1], arena.allocate(1), 1);
        }
    }

    /** The thread's. */
    private void run() {
        List<Poll> polls = new ArrayList<>();
        int failures = 0;
        MemorySegment rest = Arena.ofAuto().allocate(64);
        while (true) {
            polls.clear();
            synchronized (this) {
                if (closed) {
                    Descriptors.close(wake[0]);
                    Descriptors.close(wake[1]);
                    return;
                }
                polls.add(new Poll(wake[0], Descriptors.POLLIN));
                watches.forEach((fd, watch) -> polls.add(new Poll(fd, watch.events)));
            }
            if (Descriptors.poll(polls, -1) < 0) {
                // Interrupted; another failure would come again and again.
                if (++failures > 1000) {
                    return;
                }
                continue;
            }
            failures = 0;
            if (polls.get(0).happened() != 0) {
                Descriptors.read(wake[0], rest, 64);
            }
            tell(polls.subList(1, polls.size()));
        }
    }

    private synchronized void tell(List<Poll> polls) {
        for (Poll poll : polls) {
            if (poll.happened() != 0) {
                Watch watch = watches.remove(poll.fd());
                if (watch != null) {
                    int left = poll.happened() & Descriptors.POLLFAILED;
                    int happened = poll.happened();
                    // What has not happened is waited for on, unless a failure ends it all.
                    if (left == 0 && (watch.events & ~happened) != 0) {
                        Watch next = new Watch(watch.ready);
                        next.events = watch.events & ~happened;
                        watches.put(poll.fd(), next);
                    }
                    node.loop().post(() -> watch.ready.accept(happened));
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (wake != null) {
            interrupt();
        }
    }
}
