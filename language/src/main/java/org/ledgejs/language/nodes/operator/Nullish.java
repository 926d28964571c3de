package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Undefined, null, or a null of another language. */
public final class Nullish {
    private Nullish() { }

    public static boolean test(Object value) {
        if (value == Undefined.INSTANCE || value == Null.INSTANCE) {
            return true;
        }
        return !(value instanceof JSObject || value instanceof TruffleString || value instanceof Symbol || value instanceof BigInt)
                && value instanceof TruffleObject && isForeignNull(value);
    }

    @TruffleBoundary
    private static boolean isForeignNull(Object value) {
        return InteropLibrary.getUncached(value).isNull(value);
    }
}
