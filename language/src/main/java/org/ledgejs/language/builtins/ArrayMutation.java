package org.ledgejs.language.builtins;

import com.oracle.truffle.api.TruffleSafepoint;

import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** Methods of Array.prototype that change the array they are called on. */
final class ArrayMutation {
    static final double MAX_LENGTH = 0x1p53 - 1;

    private ArrayMutation() { }

    static void setLength(JSObject object, double length) {
        ObjectOperations.set(object, PropertyKey.of("length"), Conversions.number(length), true);
    }

    private static void requireLength(double length, String method) {
        if (length > MAX_LENGTH) {
            throw Errors.typeError("Array.prototype." + method + ": length exceeds the maximum of 2**53-1");
        }
    }

    /** Moves an element, or its absence. */
    private static void move(JSObject object, long from, long to) {
        Object fromKey = PropertyKey.of(from);
        Object toKey = PropertyKey.of(to);
        if (object.hasProperty(fromKey)) {
            ObjectOperations.set(object, toKey, object.get(fromKey), true);
        } else {
            ObjectOperations.deletePropertyOrThrow(object, toKey);
        }
    }

    /** §23.1.3.4. */
    static Object copyWithin(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        long to = RelativeIndex.start(args.get(0), length);
        long from = RelativeIndex.start(args.get(1), length);
        long count = Math.min(RelativeIndex.end(args.get(2), length) - from, length - to);
        boolean backwards = from < to && to < from + count;
        for (long k = 0; k < count; k++) {
            TruffleSafepoint.poll(null);
            long offset = backwards ? count - 1 - k : k;
            move(object, from + offset, to + offset);
        }
        return object;
    }

    /** §23.1.3.7. */
    static Object fill(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        long start = RelativeIndex.start(args.get(1), length);
        long end = RelativeIndex.end(args.get(2), length);
        if (object instanceof JSArray array && length == array.length() && (array.isPlainToWrite() || start == 0 && end == length && array.isPlainToFill())) {
            ArrayBulk.fill(array, args.get(0), (int) start, (int) end);
            return object;
        }
        for (long k = start; k < end; k++) {
            TruffleSafepoint.poll(null);
            ObjectOperations.set(object, PropertyKey.of(k), args.get(0), true);
        }
        return object;
    }

    /** §23.1.3.22. */
    static Object pop(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        if (length == 0) {
            setLength(object, 0);
            return Undefined.INSTANCE;
        }
        Object key = PropertyKey.of(length - 1);
        Object element = object.get(key);
        ObjectOperations.deletePropertyOrThrow(object, key);
        setLength(object, length - 1);
        return element;
    }

    /** §23.1.3.23. */
    static Object push(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        requireLength((double) length + args.count(), "push");
        for (int i = 0; i < args.count(); i++) {
            ObjectOperations.set(object, PropertyKey.of(length + i), args.get(i), true);
        }
        setLength(object, length + args.count());
        return Conversions.number(length + args.count());
    }

    /** §23.1.3.26. */
    static Object reverse(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        if (object instanceof JSArray array && array.isPlainToWrite()) {
            ArrayBulk.reverse(array);
            return array;
        }
        long length = ObjectOperations.lengthOfArrayLike(object);
        for (long lower = 0; lower < length / 2; lower++) {
            TruffleSafepoint.poll(null);
            Object lowerKey = PropertyKey.of(lower);
            Object upperKey = PropertyKey.of(length - 1 - lower);
            boolean lowerExists = object.hasProperty(lowerKey);
            Object lowerValue = lowerExists ? object.get(lowerKey) : null;
            boolean upperExists = object.hasProperty(upperKey);
            Object upperValue = upperExists ? object.get(upperKey) : null;
            if (upperExists) {
                ObjectOperations.set(object, lowerKey, upperValue, true);
            } else if (lowerExists) {
                ObjectOperations.deletePropertyOrThrow(object, lowerKey);
            }
            if (lowerExists) {
                ObjectOperations.set(object, upperKey, lowerValue, true);
            } else if (upperExists) {
                ObjectOperations.deletePropertyOrThrow(object, upperKey);
            }
        }
        return object;
    }

    /** §23.1.3.27. */
    static Object shift(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        if (length == 0) {
            setLength(object, 0);
            return Undefined.INSTANCE;
        }
        Object first = object.get(PropertyKey.of(0));
        for (long k = 1; k < length; k++) {
            TruffleSafepoint.poll(null);
            move(object, k, k - 1);
        }
        ObjectOperations.deletePropertyOrThrow(object, PropertyKey.of(length - 1));
        setLength(object, length - 1);
        return first;
    }

    /** §23.1.3.30. */
    static Object sort(Realm realm, Object thisValue, Args args) {
        Sorting.requireComparator(args.get(0));
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        Sorting.store(object, length, Sorting.sortIndexedProperties(object, length, args.get(0), true));
        return object;
    }

    /** §23.1.3.31. */
    static Object splice(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        long start = RelativeIndex.start(args.get(0), length);
        int inserted = Math.max(0, args.count() - 2);
        long deleted = RelativeIndex.skipCount(args.count(), args.get(1), length, start);
        requireLength((double) length + inserted - deleted, "splice");
        JSObject removed = ArrayCopying.arraySpeciesCreate(object, deleted);
        for (long k = 0; k < deleted; k++) {
            TruffleSafepoint.poll(null);
            Object from = PropertyKey.of(start + k);
            if (object.hasProperty(from)) {
                ObjectOperations.createDataPropertyOrThrow(removed, PropertyKey.of(k), object.get(from));
            }
        }
        setLength(removed, deleted);
        if (inserted < deleted) {
            for (long k = start; k < length - deleted; k++) {
                TruffleSafepoint.poll(null);
                move(object, k + deleted, k + inserted);
            }
            for (long k = length; k > length - deleted + inserted; k--) {
                TruffleSafepoint.poll(null);
                ObjectOperations.deletePropertyOrThrow(object, PropertyKey.of(k - 1));
            }
        } else if (inserted > deleted) {
            for (long k = length - deleted; k > start; k--) {
                TruffleSafepoint.poll(null);
                move(object, k + deleted - 1, k + inserted - 1);
            }
        }
        for (int i = 0; i < inserted; i++) {
            ObjectOperations.set(object, PropertyKey.of(start + i), args.get(2 + i), true);
        }
        setLength(object, length - deleted + inserted);
        return removed;
    }

    /** §23.1.3.37. */
    static Object unshift(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        int count = args.count();
        if (count > 0) {
            requireLength((double) length + count, "unshift");
            for (long k = length; k > 0; k--) {
                TruffleSafepoint.poll(null);
                move(object, k - 1, k + count - 1);
            }
            for (int i = 0; i < count; i++) {
                ObjectOperations.set(object, PropertyKey.of(i), args.get(i), true);
            }
        }
        setLength(object, length + count);
        return Conversions.number(length + count);
    }
}
