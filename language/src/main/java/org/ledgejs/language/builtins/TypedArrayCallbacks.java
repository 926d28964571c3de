package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/**
 * Methods of %TypedArray%.prototype that call a function for each element. Unlike those of arrays they visit every index of
 * the length at the start: an element that is gone meanwhile is undefined.
 */
final class TypedArrayCallbacks {
    private TypedArrayCallbacks() { }

    private static JSTypedArray receiver(Object thisValue, Args args, String method) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, method);
        ArrayCallbacks.requireCallable(args.get(0));
        return array;
    }

    private static Object call(JSTypedArray array, Args args, Object element, int index) {
        return ObjectOperations.call(args.get(0), args.get(1), element, index, array);
    }

    /** §23.2.3.8. */
    static Object every(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        return !test(receiver(thisValue, args, "every"), args, false);
    }

    /** §23.2.3.28. */
    static Object some(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        return test(receiver(thisValue, args, "some"), args, true);
    }

    /** Whether any callback result is truthy or falsy, as wanted. */
    private static boolean test(JSTypedArray array, Args args, boolean wanted) {
        int length = array.validLength();
        for (int k = 0; k < length; k++) {
            if (Conversions.toBoolean(call(array, args, array.getElement(k), k)) == wanted) {
                return true;
            }
        }
        return false;
    }

    /** §23.2.3.10. */
    static Object filter(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = receiver(thisValue, args, "filter");
        int length = array.validLength();
        Object[] kept = new Object[length];
        int count = 0;
        for (int k = 0; k < length; k++) {
            Object element = array.getElement(k);
            if (Conversions.toBoolean(call(array, args, element, k))) {
                kept[count++] = element;
            }
        }
        return createOf(array, kept, count);
    }

    /** An array of the exemplar's species with the first of these values. */
    static JSTypedArray createOf(JSTypedArray exemplar, Object[] values, int count) {
        JSTypedArray target = TypedArrayCreation.speciesCreateOfLength(exemplar, count);
        for (int k = 0; k < count; k++) {
            target.convertAndSet(k, values[k]);
        }
        return target;
    }

    /** §23.2.3.15. */
    static Object forEach(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = receiver(thisValue, args, "forEach");
        int length = array.validLength();
        for (int k = 0; k < length; k++) {
            call(array, args, array.getElement(k), k);
        }
        return Undefined.INSTANCE;
    }

    /** §23.2.3.22. */
    static Object map(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = receiver(thisValue, args, "map");
        int length = array.validLength();
        JSTypedArray target = TypedArrayCreation.speciesCreateOfLength(array, length);
        for (int k = 0; k < length; k++) {
            target.convertAndSet(k, call(array, args, array.getElement(k), k));
        }
        return target;
    }

    /** §23.2.3.11 to §23.2.3.14. */
    static Object find(Object thisValue, Args args, boolean ascending, boolean index) {
        JSTypedArray array = receiver(thisValue, args, (ascending ? "find" : "findLast") + (index ? "Index" : ""));
        return ArrayCallbacks.findViaPredicate(array, array.validLength(), args, ascending, index);
    }

    /** §23.2.3.23, §23.2.3.24. */
    static Object reduce(Object thisValue, Args args, boolean ascending) {
        JSTypedArray array = receiver(thisValue, args, ascending ? "reduce" : "reduceRight");
        int length = array.validLength();
        Object accumulator = args.has(1) ? args.get(1) : null;
        for (int i = 0; i < length; i++) {
            int k = ascending ? i : length - 1 - i;
            Object element = array.getElement(k);
            accumulator = accumulator == null ? element : ObjectOperations.call(args.get(0), Undefined.INSTANCE, accumulator, element, k, array);
        }
        if (accumulator == null) {
            throw Errors.typeError("Reduce of empty array with no initial value");
        }
        return accumulator;
    }
}
