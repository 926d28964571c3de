package org.ledgejs.language.builtins;

import com.oracle.truffle.api.TruffleSafepoint;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** Methods of Array.prototype that look for an element. */
final class ArraySearch {
    private ArraySearch() { }

    /** §23.1.3.1. */
    static Object at(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        double relative = Conversions.toIntegerOrInfinity(args.get(0));
        double k = relative >= 0 ? relative : length + relative;
        return k < 0 || k >= length ? Undefined.INSTANCE : object.getIndex((long) k);
    }

    /** §23.1.3.16: holes are undefined, NaN is found. */
    static Object includes(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        return includes(object, ObjectOperations.lengthOfArrayLike(object), args);
    }

    static boolean includes(JSObject object, long length, Args args) {
        if (length == 0) {
            return false;
        }
        for (long k = RelativeIndex.start(args.get(1), length); k < length; k++) {
            TruffleSafepoint.poll(null);
            if (Comparison.sameValueZero(object.getIndex(k), args.get(0))) {
                return true;
            }
        }
        return false;
    }

    /** §23.1.3.17. */
    static Object indexOf(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        if (length == 0) {
            return -1;
        }
        for (long k = RelativeIndex.start(args.get(1), length); k < length; k++) {
            TruffleSafepoint.poll(null);
            if (holds(object, k, args.get(0))) {
                return Conversions.number(k);
            }
        }
        return -1;
    }

    /** §23.1.3.20. */
    static Object lastIndexOf(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        if (length == 0) {
            return -1;
        }
        double from = args.has(1) ? Conversions.toIntegerOrInfinity(args.get(1)) : length - 1;
        double start = from >= 0 ? Math.min(from, length - 1) : length + from;
        for (long k = (long) start; k >= 0 && start >= 0; k--) {
            TruffleSafepoint.poll(null);
            if (holds(object, k, args.get(0))) {
                return Conversions.number(k);
            }
        }
        return -1;
    }

    private static boolean holds(JSObject object, long k, Object value) {
        Object key = PropertyKey.of(k);
        return object.hasProperty(key) && Comparison.isStrictlyEqual(object.get(key), value);
    }
}
