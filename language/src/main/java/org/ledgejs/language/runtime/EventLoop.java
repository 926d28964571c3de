package org.ledgejs.language.runtime;

/**
 * The loop an agent's callbacks run on, as the parts that wait for devices and sockets see it. {@code node-api} provides
 * the real one; without it the language has a plain queue that the embedder drains.
 */
public interface EventLoop {
    /** Queues a task for the agent's thread; callable from any thread, never blocks. */
    void post(Runnable task);

    /** A call of the embedder's ended: runs promise jobs. Agent's thread only. */
    void settle();

    /** Keeps the loop alive until the handle is closed. Agent's thread only. */
    Handle open();

    /** What keeps a loop alive. Closing twice is harmless. */
    interface Handle extends AutoCloseable {
        void ref();

        void unref();

        @Override
        void close();
    }
}
