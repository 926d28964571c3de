package org.ledgejs.hardware;

import org.ledgejs.hardware.embedded.EmbeddedException;

/** What devices ask of the agent whose program uses them: one thread of JavaScript and its event loop. */
public interface Agent {

    /**
     * Runs a task on the agent's thread as a turn of its loop, in the order of the calls. May be called by any thread
     * and never throws; after the agent has ended, it drops the task.
     */
    void enqueue(Runnable task);

    /** Keeps the event loop alive until as many {@link #release} follow. On the agent's thread only. */
    void retain();

    /** Undoes one {@link #retain}. */
    void release();

    /** The value of a method that returns nothing. */
    Object undefined();

    /** The exception to throw for an error, as the program sees it: its constructor, message and {@code code}. */
    RuntimeException error(EmbeddedException error);
}
