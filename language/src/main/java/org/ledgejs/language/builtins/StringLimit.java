package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;

/** The longest string: V8's 2<sup>29</sup>-24 code units, so that a program fails where it does in Node. */
final class StringLimit {
    static final long MAX_LENGTH = (1L << 29) - 24;

    private StringLimit() { }

    /** @param bytes two for each code unit */
    static void check(long bytes) {
        if (bytes >> 1 > MAX_LENGTH) {
            throw Errors.rangeError("Invalid string length");
        }
    }
}
