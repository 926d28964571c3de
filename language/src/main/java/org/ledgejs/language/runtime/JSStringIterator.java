package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/** A string iterator (ECMA-262 §22.1.5): code point by code point. */
public final class JSStringIterator extends JSObject {
    /** Null when exhausted. */
    private TruffleString string;
    private int position;

    private JSStringIterator(JSObject prototype, TruffleString string) {
        super(ROOT, prototype);
        this.string = string;
    }

    @TruffleBoundary
    public static JSStringIterator create(Realm realm, TruffleString string) {
        return new JSStringIterator(realm.intrinsic(Intrinsic.STRING_ITERATOR_PROTOTYPE), string);
    }

    /** The next code point as a string, or null from the first time there is none. */
    @TruffleBoundary
    public TruffleString advance() {
        if (string == null) {
            return null;
        }
        int length = Strings.length(string);
        if (position >= length) {
            string = null;
            return null;
        }
        char first = Strings.charAt(string, position++);
        if (Character.isHighSurrogate(first) && position < length && Character.isLowSurrogate(Strings.charAt(string, position))) {
            position++;
            return Strings.substring(string, position - 2, position);
        }
        return TruffleString.fromCodePointUncached(first, Strings.ENCODING, true);
    }

    @Override
    public String className() {
        return "String Iterator";
    }
}
