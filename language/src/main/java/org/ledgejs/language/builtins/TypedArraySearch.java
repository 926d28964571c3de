package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Methods of %TypedArray%.prototype that look for an element, or make text of all. */
final class TypedArraySearch {
    private TypedArraySearch() { }

    /** §23.2.3.1. */
    static Object at(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "at");
        int length = array.validLength();
        double relative = Conversions.toIntegerOrInfinity(args.get(0));
        double k = relative >= 0 ? relative : length + relative;
        return k < 0 || k >= length ? Undefined.INSTANCE : array.getElement((int) k);
    }

    /** §23.2.3.16. */
    static Object includes(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "includes");
        return ArraySearch.includes(array, array.validLength(), args);
    }

    /** §23.2.3.17. */
    static Object indexOf(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "indexOf");
        int length = array.validLength();
        int start = length == 0 ? 0 : (int) RelativeIndex.start(args.get(1), length);
        int end = Math.min(length, array.validLength());
        for (int k = start; k < end; k++) {
            if (Comparison.isStrictlyEqual(array.getElement(k), args.get(0))) {
                return k;
            }
        }
        return -1;
    }

    /** §23.2.3.20. */
    static Object lastIndexOf(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "lastIndexOf");
        int length = array.validLength();
        if (length == 0) {
            return -1;
        }
        double from = args.has(1) ? Conversions.toIntegerOrInfinity(args.get(1)) : length - 1;
        double start = from >= 0 ? Math.min(from, length - 1) : length + from;
        for (int k = (int) Math.max(-1, Math.min(start, array.validLength() - 1)); k >= 0; k--) {
            if (Comparison.isStrictlyEqual(array.getElement(k), args.get(0))) {
                return k;
            }
        }
        return -1;
    }

    /** §23.2.3.18. */
    static Object join(Realm realm, Object thisValue, Args args) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "join");
        int length = array.validLength();
        TruffleString separator = args.get(0) == Undefined.INSTANCE ? Strings.of(",") : Conversions.toString(args.get(0));
        return ArrayJoin.join(realm, array, length, separator, Conversions::toString);
    }

    /** §23.2.3.31. */
    static Object toLocaleString(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "toLocaleString");
        return ArrayJoin.join(realm, array, array.validLength(), Strings.of(","), ArrayJoin::localeString);
    }
}
