package org.ledgejs.hardware;

/**
 * Receives the edges of one pin, on the board's own thread. An implementation only hands the pair on (a Java thread
 * never calls guest code), returns at once and never throws: on Linux a throwing listener would end the event thread
 * of its whole GPIO chip.
 */
@FunctionalInterface
public interface EdgeListener {

    /**
     * @param high whether the pin's level is high since this edge
     * @param nanoTime when, in the time of {@link System#nanoTime()}
     */
    void edge(boolean high, long nanoTime);
}
