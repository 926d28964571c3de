package org.ledgejs.node.loop;

/** Receives what blocking work gave. */
@FunctionalInterface
public interface Completion<T> {
    /** @param failure null if it succeeded */
    void done(T result, Throwable failure);
}
