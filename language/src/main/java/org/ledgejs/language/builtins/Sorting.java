package org.ledgejs.language.builtins;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Undefined;

/** SortIndexedProperties (ECMA-262 §23.1.3.30.1) in its parts: collecting the elements, ordering them, and storing them. */
final class Sorting {
    private Sorting() { }

    static void requireComparator(Object comparator) {
        if (comparator != Undefined.INSTANCE && !ObjectOperations.isCallable(comparator)) {
            throw Errors.typeError("The comparison function must be either a function or undefined");
        }
    }

    /** @param skipHoles leave absent elements out; else they count as undefined */
    static Object[] sortIndexedProperties(JSObject object, long length, Object comparator, boolean skipHoles) {
        Object[] elements = collect(object, length, skipHoles);
        Object[] values = defined(elements);
        if (comparator == Undefined.INSTANCE) {
            sortAsStrings(values);
        } else {
            MergeSort.byFunctionUncached().sort(values, comparator);
        }
        System.arraycopy(values, 0, elements, 0, values.length);
        return elements;
    }

    /** The elements, those that are not undefined first. */
    @TruffleBoundary
    static Object[] collect(JSObject object, long length, boolean skipHoles) {
        Object[] elements = object instanceof JSArray array && length == array.length() && array.storage() != null && array.isPlainToRead()
                ? array.toObjectArray() : read(object, length, skipHoles);
        int defined = 0;
        int undefined = 0;
        for (Object element : elements) {
            if (element == Undefined.INSTANCE || element == null && !skipHoles) {
                undefined++;
            } else if (element != null) {
                elements[defined++] = element;
            }
        }
        Arrays.fill(elements, defined, defined + undefined, Undefined.INSTANCE);
        return defined + undefined == elements.length ? elements : Arrays.copyOf(elements, defined + undefined);
    }

    private static Object[] read(JSObject object, long length, boolean skipHoles) {
        Object[] elements = new Object[16];
        int count = 0;
        for (long k = 0; k < length; k++) {
            TruffleSafepoint.poll(null);
            Object key = PropertyKey.of(k);
            if (!skipHoles || object.hasProperty(key)) {
                if (count == elements.length) {
                    elements = Arrays.copyOf(elements, count << 1);
                }
                elements[count++] = object.get(key);
            }
        }
        return Arrays.copyOf(elements, count);
    }

    /** The elements before the first undefined one. */
    @TruffleBoundary
    static Object[] defined(Object[] elements) {
        int count = elements.length;
        while (count > 0 && elements[count - 1] == Undefined.INSTANCE) {
            count--;
        }
        return Arrays.copyOf(elements, count);
    }

    /** Writes sorted elements to where they came from, and deletes what is left of as many. */
    @TruffleBoundary
    static void store(JSObject object, long length, Object[] sorted) {
        if (object instanceof JSArray array && length == array.length() && array.isPlainToWrite()) {
            ArrayBulk.replace(array, sorted);
            return;
        }
        for (int k = 0; k < sorted.length; k++) {
            ObjectOperations.set(object, PropertyKey.of(k), sorted[k], true);
        }
        for (long k = sorted.length; k < length; k++) {
            TruffleSafepoint.poll(null);
            ObjectOperations.deletePropertyOrThrow(object, PropertyKey.of(k));
        }
    }

    /** By their strings, each made once, in order of code units. */
    private static void sortAsStrings(Object[] values) {
        Object[] keyed = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            TruffleString key = values[i] instanceof TruffleString s ? s : Conversions.toString(values[i]);
            keyed[i] = new MergeSort.Keyed(key, values[i]);
        }
        MergeSort.byKey().sort(keyed, null);
        for (int i = 0; i < values.length; i++) {
            values[i] = ((MergeSort.Keyed) keyed[i]).value();
        }
    }
}
