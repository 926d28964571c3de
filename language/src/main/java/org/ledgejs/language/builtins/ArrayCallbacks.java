package org.ledgejs.language.builtins;

import com.oracle.truffle.api.TruffleSafepoint;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** Methods of Array.prototype that call a function for each element. */
final class ArrayCallbacks {
    private ArrayCallbacks() { }

    /** What is done with the result of a callback; true ends the loop. */
    @FunctionalInterface
    private interface Step {
        boolean accept(long index, Object element, Object result);
    }

    static void requireCallable(Object callback) {
        if (!ObjectOperations.isCallable(callback)) {
            throw Errors.typeError(Errors.describe(callback) + " is not a function");
        }
    }

    /** Calls back for each element that exists, in order, over the length at the start. */
    private static void each(JSObject object, long length, Args args, Step step) {
        for (long k = 0; k < length; k++) {
            TruffleSafepoint.poll(null);
            Object key = PropertyKey.of(k);
            if (object.hasProperty(key)) {
                Object element = object.get(key);
                Object result = ObjectOperations.call(args.get(0), args.get(1), element, Conversions.number(k), object);
                if (step.accept(k, element, result)) {
                    return;
                }
            }
        }
    }

    /** §23.1.3.6. */
    static Object every(Realm realm, Object thisValue, Args args) {
        return !(boolean) test(realm, thisValue, args, false);
    }

    /** §23.1.3.29. */
    static Object some(Realm realm, Object thisValue, Args args) {
        return test(realm, thisValue, args, true);
    }

    /** Whether any callback result is truthy or falsy, as wanted. */
    private static Object test(Realm realm, Object thisValue, Args args, boolean wanted) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        requireCallable(args.get(0));
        boolean[] found = {false};
        each(object, length, args, (k, element, result) -> found[0] = Conversions.toBoolean(result) == wanted);
        return found[0];
    }

    /** §23.1.3.8. */
    static Object filter(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        requireCallable(args.get(0));
        JSObject target = ArrayCopying.arraySpeciesCreate(object, 0);
        long[] to = {0};
        each(object, length, args, (k, element, result) -> {
            if (Conversions.toBoolean(result)) {
                ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(to[0]++), element);
            }
            return false;
        });
        return target;
    }

    /** §23.1.3.15. */
    static Object forEach(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        requireCallable(args.get(0));
        each(object, length, args, (k, element, result) -> false);
        return Undefined.INSTANCE;
    }

    /** §23.1.3.21. */
    static Object map(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        requireCallable(args.get(0));
        JSObject target = ArrayCopying.arraySpeciesCreate(object, length);
        each(object, length, args, (k, element, result) -> {
            ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(k), result);
            return false;
        });
        return target;
    }

    /** §23.1.3.9 to §23.1.3.12. */
    static Object find(Realm realm, Object thisValue, Args args, boolean ascending, boolean index) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        requireCallable(args.get(0));
        return findViaPredicate(object, length, args, ascending, index);
    }

    /** FindViaPredicate (§23.1.3.12.1): holes count as undefined. @return the element, or its index */
    static Object findViaPredicate(JSObject object, long length, Args args, boolean ascending, boolean index) {
        for (long i = 0; i < length; i++) {
            TruffleSafepoint.poll(null);
            long k = ascending ? i : length - 1 - i;
            Object element = object.getIndex(k);
            if (Conversions.toBoolean(ObjectOperations.call(args.get(0), args.get(1), element, Conversions.number(k), object))) {
                return index ? Conversions.number(k) : element;
            }
        }
        return index ? (Object) (-1) : Undefined.INSTANCE;
    }

    /** §23.1.3.24, §23.1.3.25. */
    static Object reduce(Realm realm, Object thisValue, Args args, boolean ascending) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        requireCallable(args.get(0));
        Object accumulator = args.has(1) ? args.get(1) : null;
        for (long i = 0; i < length; i++) {
            TruffleSafepoint.poll(null);
            Object key = PropertyKey.of(ascending ? i : length - 1 - i);
            if (object.hasProperty(key)) {
                Object element = object.get(key);
                accumulator = accumulator == null ? element : ObjectOperations.call(args.get(0), Undefined.INSTANCE, accumulator, element,
                        Conversions.number(ascending ? i : length - 1 - i), object);
            }
        }
        if (accumulator == null) {
            throw Errors.typeError("Reduce of empty array with no initial value");
        }
        return accumulator;
    }
}
