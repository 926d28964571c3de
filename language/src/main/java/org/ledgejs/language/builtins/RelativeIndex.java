package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Undefined;

/** Arguments that count from the end when negative, clamped to a length. */
final class RelativeIndex {
    private RelativeIndex() { }

    /** The index an argument names, from 0 to length; undefined is 0. */
    static long start(Object argument, long length) {
        if (argument instanceof Integer i) {
            return i < 0 ? Math.max(length + i, 0) : Math.min(i, length);
        }
        return clamp(argument, length);
    }

    @TruffleBoundary
    private static long clamp(Object argument, long length) {
        double relative = Conversions.toIntegerOrInfinity(argument);
        return relative < 0 ? (long) Math.max(length + relative, 0) : (long) Math.min(relative, length);
    }

    /** As {@link #start}, but undefined is the length. */
    static long end(Object argument, long length) {
        return argument == Undefined.INSTANCE ? length : start(argument, length);
    }

    /** How many of the elements from start on a method is to skip that was called with this many arguments, the second being this. */
    static long skipCount(int arguments, Object argument, long length, long start) {
        return arguments == 0 ? 0 : arguments == 1 ? length - start
                : (long) Math.min(Math.max(Conversions.toIntegerOrInfinity(argument), 0), length - start);
    }
}
