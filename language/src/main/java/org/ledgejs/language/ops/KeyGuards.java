package org.ledgejs.language.ops;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;

/** Conditions on computed keys for places that remember some. */
public final class KeyGuards {
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
}
