package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * Property keys as the essential internal methods take them: a {@link TruffleString} that is no array index, a
 * {@link Symbol}, or, for an array index (0 to 2<sup>32</sup>-2), a {@link Long}. So one index has one key, and never a string.
 */
public final class PropertyKey {
    public static final long MAX_INDEX = 0xFFFF_FFFEL;

    private PropertyKey() { }

    /** The key of a name known to be no array index. */
    public static TruffleString of(String name) {
        return Strings.constant(name);
    }

    /** The key of a string that may be an array index. */
    @TruffleBoundary
    public static Object of(TruffleString string) {
        long index = arrayIndex(string);
        return index < 0 ? string : (Object) index;
    }

    /** The key of an integer from 0 up: a string when beyond the array indices. */
    @TruffleBoundary
    public static Object of(long index) {
        return index <= MAX_INDEX ? (Object) index : Strings.of(Long.toString(index));
    }

    public static boolean isIndex(Object key) {
        return key instanceof Long;
    }

    /** The key as a value of the language: a string or a symbol. */
    @TruffleBoundary
    public static Object toValue(Object key) {
        return key instanceof Long index ? Strings.of(Long.toString(index)) : key;
    }

    /** For messages. */
    @TruffleBoundary
    public static String toDisplay(Object key) {
        return key.toString();
    }

    /** The array index that the string is the canonical form of, or -1. */
    @TruffleBoundary
    public static long arrayIndex(TruffleString s) {
        int length = Strings.length(s);
        if (length == 0 || length > 10) {
            return -1;
        }
        char first = Strings.charAt(s, 0);
        if (first < '0' || first > '9' || first == '0' && length > 1) {
            return -1;
        }
        long index = 0;
        for (int i = 0; i < length; i++) {
            char c = Strings.charAt(s, i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = index * 10 + (c - '0');
        }
        return index <= MAX_INDEX ? index : -1;
    }
}
