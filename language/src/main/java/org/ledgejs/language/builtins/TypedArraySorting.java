package org.ledgejs.language.builtins;

import java.util.Arrays;

import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.Undefined;

/** Sorting of typed arrays: by value without a comparator, which Java's own sorts do in place. */
final class TypedArraySorting {
    private TypedArraySorting() { }

    /** Writes the sorted elements of the source to the target, which may be the same array. */
    static void sort(JSTypedArray source, JSTypedArray target, Object comparator) {
        ElementType type = source.elementType();
        int length = source.validLength();
        if (comparator != Undefined.INSTANCE) {
            Object[] values = new Object[length];
            for (int k = 0; k < length; k++) {
                values[k] = source.getElement(k);
            }
            MergeSort.byFunctionUncached().sort(values, comparator);
            for (int k = 0; k < length; k++) {
                target.setElement(k, values[k]);
            }
        } else if (type.isBigInt()) {
            sortBits(source, target, length);
        } else if (type.isInt()) {
            int[] values = new int[length];
            for (int k = 0; k < length; k++) {
                values[k] = source.getIntElement(type, k);
            }
            Arrays.sort(values);
            for (int k = 0; k < length; k++) {
                target.setIntElement(type, k, values[k]);
            }
        } else {
            double[] values = new double[length];
            for (int k = 0; k < length; k++) {
                values[k] = source.getDoubleElement(type, k);
            }
            // As wanted: -0 before 0, NaN last.
            Arrays.sort(values);
            for (int k = 0; k < length; k++) {
                target.setDoubleElement(type, k, values[k]);
            }
        }
    }

    /** 64-bit integers as longs; unsigned ones with the sign bit turned, so that they compare as unsigned. */
    private static void sortBits(JSTypedArray source, JSTypedArray target, int length) {
        ElementType type = source.elementType();
        long flip = type == ElementType.BIG_UINT64 ? Long.MIN_VALUE : 0;
        long[] values = new long[length];
        for (int k = 0; k < length; k++) {
            values[k] = type.toBits(source.getElement(k)) ^ flip;
        }
        Arrays.sort(values);
        for (int k = 0; k < length; k++) {
            target.setElement(k, type.fromBits(values[k] ^ flip));
        }
    }
}
