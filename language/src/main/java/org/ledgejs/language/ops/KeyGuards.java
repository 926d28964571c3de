package org.ledgejs.language.ops;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.PropertyCache;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;

/** Conditions on computed keys for places that remember some. */
public final class KeyGuards {
    private static final int LONGEST_NAME = 40;

    private KeyGuards() { }

    /** By identity, or by content where the string was made anew. */
    public static boolean isSame(TruffleString a, TruffleString b) {
        return a == b || Strings.length(a) == Strings.length(b) && Strings.equal(a, b);
    }

    /** The same name or symbol; false for all other keys that are not one object. */
    public static boolean isSameKey(Object a, Object b) {
        return a == b || a instanceof TruffleString s && b instanceof TruffleString t && isSame(s, t);
    }

    /** A symbol, or a string that is no array index. */
    public static boolean isName(Object key) {
        return key instanceof Symbol || key instanceof TruffleString s && PropertyKey.arrayIndex(s) < 0;
    }

    /** A name or symbol that may be remembered: {@link PropertyCache} holds no long strings that were made for one access. @param key as {@link PropertyKey} has it */
    static boolean isMemorable(Object key) {
        return key instanceof Symbol || key instanceof TruffleString s && Strings.length(s) <= LONGEST_NAME;
    }
}
