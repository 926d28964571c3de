package org.ledgejs.language.builtins;

import java.util.ArrayDeque;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleStringBuilderUTF16;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** join, toString and toLocaleString of arrays. An array met again inside itself is the empty string, as engines agree. */
final class ArrayJoin {
    private ArrayJoin() { }

    @FunctionalInterface
    interface Part {
        TruffleString of(Object element);
    }

    /** §23.1.3.18. */
    static Object join(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        TruffleString separator = args.get(0) == Undefined.INSTANCE ? Strings.of(",") : Conversions.toString(args.get(0));
        return join(realm, object, length, separator, Conversions::toString);
    }

    /** §23.1.3.32. */
    static Object toLocaleString(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        return join(realm, object, length, Strings.of(","), ArrayJoin::localeString);
    }

    static TruffleString localeString(Object element) {
        return Conversions.toString(ObjectOperations.invoke(element, PropertyKey.of("toLocaleString")));
    }

    /** §23.1.3.36. */
    static Object arrayToString(Realm realm, Object thisValue, Args args) {
        JSObject array = Conversions.toObject(realm, thisValue);
        Object join = array.get(PropertyKey.of("join"));
        return ObjectOperations.isCallable(join) ? ObjectOperations.call(join, array)
                : ObjectPrototype.objectToString(realm, array, args);
    }

    static Object join(Realm realm, JSObject object, long length, TruffleString separator, Part part) {
        ArrayDeque<Object> open = realm.agent().openJoins();
        for (Object other : open) {
            if (other == object) {
                return Strings.EMPTY;
            }
        }
        open.push(object);
        try {
            long bytes = 0;
            TruffleStringBuilderUTF16 text = TruffleStringBuilderUTF16.createUTF16();
            for (long k = 0; k < length; k++) {
                TruffleSafepoint.poll(null);
                if (k > 0) {
                    text.appendStringUncached(separator);
                }
                Object element = object.getIndex(k);
                if (!Comparison.isNullish(element)) {
                    TruffleString string = part.of(element);
                    bytes += string.byteLength(Strings.ENCODING);
                    text.appendStringUncached(string);
                }
                StringLimit.check(bytes + k * separator.byteLength(Strings.ENCODING));
            }
            return text.toStringUncached();
        } finally {
            open.pop();
        }
    }
}
