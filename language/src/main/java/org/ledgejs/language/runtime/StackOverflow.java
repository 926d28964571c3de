package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.nodes.Node;

/**
 * The end of the stack. A class that overflows it while it initialises is lost for good, so what initialises many classes
 * asks first whether there is room, and what makes the error is made ready where there is.
 */
public final class StackOverflow {
    private static final String MESSAGE = "Maximum call stack size exceeded";
    /** More than 100 kB while it is interpreted, which it is when it matters. */
    private static final int FRAMES = 1500;

    private static volatile boolean prepared;

    private StackOverflow() { }

    /**
     * The RangeError a StackOverflowError becomes; to be thrown. Where too little of the stack is left even to make one for the first
     * time, overflows again: a caller further up then asks.
     *
     * @param location where the stack ended, or null
     */
    @TruffleBoundary
    public static JSException error(Node location) {
        if (!prepared) {
            requireRoom();
            Truffle.getRuntime().iterateFrames(frame -> frame);
            Thrown.valueOf(Errors.rangeError(MESSAGE));
            prepared = true;
        }
        return Errors.rangeError(MESSAGE, location);
    }

    /** @throws StackOverflowError now, rather than half way through what comes next */
    @TruffleBoundary
    public static void requireRoom() {
        descend(FRAMES);
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
