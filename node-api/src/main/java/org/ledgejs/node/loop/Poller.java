package org.ledgejs.node.loop;

/** Where the loop waits: for posted tasks only, or for sockets as well. */
interface Poller extends AutoCloseable {
    /**
     * Waits until woken, until something it watches is ready (whose events it then delivers on this thread), or until the time is over.
     *
     * @param nanos how long at most; 0 does not wait, negative waits without end
     */
    void poll(long nanos);

    /** Ends the present or the next wait. Any thread. */
    void wake();

    @Override
    void close();
}
