package org.ledgejs.node.loop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands a loop from the inside of a context to the embedder, who can be given a number only. */
public final class EmbeddedLoops {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Map<Integer, NodeEventLoop> WAITING = new ConcurrentHashMap<>();

    private EmbeddedLoops() { }

    /** @return the number {@link #take} wants */
    public static int offer(NodeEventLoop loop) {
        int number = LAST.incrementAndGet();
        WAITING.put(number, loop);
        return number;
    }

    /** Once; null for a number nobody offered here. */
    public static NodeEventLoop take(int number) {
        return WAITING.remove(number);
    }
}
