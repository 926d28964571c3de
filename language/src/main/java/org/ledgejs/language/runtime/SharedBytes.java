package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * A Shared Data Block (ECMA-262 §6.2.9): bytes that several agents see, each through a SharedArrayBuffer of its own.
 * Room for all it may grow to is there from the start, so that the array never changes.
 */
public final class SharedBytes {
    private final byte[] data;
    private final boolean growable;
    private final WaiterList waiters = new WaiterList();
    private volatile int length;

    /** @param maximum how far it may grow, or -1 if it may not */
    public SharedBytes(int length, int maximum) {
        this.data = JSBuffer.allocate(Math.max(length, maximum));
        this.length = length;
        this.growable = maximum >= 0;
    }

    public byte[] data() {
        return data;
    }

    public int length() {
        return length;
    }

    public boolean isGrowable() {
        return growable;
    }

    public int maximum() {
        return data.length;
    }

    /** Who waits on a place of the block. */
    public WaiterList waiters() {
        return waiters;
    }

    /** @return false if that would shrink it or is beyond the maximum */
    @TruffleBoundary
    public synchronized boolean grow(long newLength) {
        if (newLength < length || newLength > data.length) {
            return false;
        }
        length = (int) newLength;
        return true;
    }
}
