package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Undefined;

/** Arguments that count from the end when negative, clamped to a length. */
final class RelativeIndex {
    private RelativeIndex() { }

    /** The index an argument names, from 0 to length; undefined is 0. */
    static long start(Object argument, long length) {
        double relative = Conversions.toIntegerOrInfinity(argument);
        return relative < 0 ? (long) Math.max(length + relative, 0) : (long) Math.min(relative, length);
    }

    /** As {@link #start}, but undefined is the length. */
    static long end(Object argument, long length) {
        return argument == Undefined.INSTANCE ? length : start(argument, length);
    }
}
