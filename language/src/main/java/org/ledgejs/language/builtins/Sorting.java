package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Undefined;

import com.oracle.truffle.api.strings.TruffleString;

/** SortIndexedProperties (ECMA-262 §23.1.3.30.1) and the orders it sorts by. */
final class Sorting {
    private Sorting() { }

    static void requireComparator(Object comparator) {
        if (comparator != Undefined.INSTANCE && !ObjectOperations.isCallable(comparator)) {
            throw Errors.typeError("The comparison function must be either a function or undefined");
        }
    }

    /** @param skipHoles leave absent elements out; else they count as undefined */
    static List<Object> sortIndexedProperties(JSObject object, long length, Object comparator, boolean skipHoles) {
        List<Object> values = new ArrayList<>();
        int undefineds = 0;
        for (long k = 0; k < length; k++) {
            Object key = PropertyKey.of(k);
            if (!skipHoles || object.hasProperty(key)) {
                Object value = object.get(key);
                if (value == Undefined.INSTANCE) {
                    undefineds++;
                } else {
                    values.add(value);
                }
            }
        }
        Object[] array = values.toArray();
        if (comparator == Undefined.INSTANCE) {
            sortAsStrings(array);
        } else {
            mergeSort(array, guestComparator(comparator));
        }
        List<Object> result = new ArrayList<>(List.of(array));
        for (int i = 0; i < undefineds; i++) {
            result.add(Undefined.INSTANCE);
        }
        return result;
    }

    /** A comparator of the program as Java's; NaN counts as equal. */
    static Comparator<Object> guestComparator(Object comparator) {
        return (a, b) -> {
            Object order = ObjectOperations.call(comparator, Undefined.INSTANCE, a, b);
            if (order instanceof Integer i) {
                return i;
            }
            double d = Conversions.toNumber(order);
            return d < 0 ? -1 : d > 0 ? 1 : 0;
        };
    }

    /** By their strings, each made once, in order of code units. */
    private static void sortAsStrings(Object[] values) {
        record Keyed(TruffleString key, Object value) { }
        Object[] keyed = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            keyed[i] = new Keyed(Conversions.toString(values[i]), values[i]);
        }
        mergeSort(keyed, (a, b) -> ((Keyed) a).key().compareCharsUTF16Uncached(((Keyed) b).key()));
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Keyed) keyed[i]).value();
        }
    }

    /**
     * Stable, and content with any comparator: java.util's sort throws when a comparator contradicts itself, which a
     * program's may.
     */
    static void mergeSort(Object[] values, Comparator<Object> order) {
        if (values.length > 1) {
            mergeSort(values.clone(), values, 0, values.length, order);
        }
    }

    /** Sorts from..to of the target; both arrays hold the same elements there on entry. */
    private static void mergeSort(Object[] source, Object[] target, int from, int to, Comparator<Object> order) {
        if (to - from < 7) {
            insertionSort(target, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(target, source, from, middle, order);
        mergeSort(target, source, middle, to, order);
        if (order.compare(source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, from, target, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || left < middle && order.compare(source[left], source[right]) <= 0;
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }

    private static void insertionSort(Object[] values, int from, int to, Comparator<Object> order) {
        for (int i = from + 1; i < to; i++) {
            Object value = values[i];
            int j = i;
            while (j > from && order.compare(values[j - 1], value) > 0) {
                values[j] = values[j - 1];
                j--;
            }
            values[j] = value;
        }
    }
}
