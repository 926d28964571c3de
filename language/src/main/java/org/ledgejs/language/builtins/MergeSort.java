package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.ToNumberNode;
import org.ledgejs.language.runtime.Undefined;

/**
 * Sorts values. Stable, and content with any order: java.util's sort throws when a comparator contradicts itself, which a
 * program's may. Merges runs of two, four, eight and so on, without recursion, so that a comparator is inlined into it.
 */
abstract class MergeSort extends Node {
    /** Runs at least this long may well be in order already. */
    private static final int ASK_FIRST = 8;

    /** By a function of the program. */
    @NeverDefault
    static MergeSort byFunction() {
        return new ByFunction(CallNode.create(), ToNumberNode.create());
    }

    /** As {@link #byFunction}, for where there is no node. */
    static MergeSort byFunctionUncached() {
        return new ByFunction(CallNode.getUncached(), ToNumberNode.getUncached());
    }

    /** Of {@link Keyed} values. */
    static MergeSort byKey() {
        return new ByKey();
    }

    /** @param order what {@link #compare} may need to know */
    final void sort(Object[] values, Object order) {
        int length = values.length;
        Object[] source = values;
        Object[] target = length > 1 ? new Object[length] : values;
        for (long width = 1; width < length; width <<= 1) {
            for (long from = 0; from < length; from += width << 1) {
                merge(source, target, (int) from, (int) Math.min(from + width, length), (int) Math.min(from + (width << 1), length), order);
            }
            Object[] merged = target;
            target = source;
            source = merged;
        }
        if (source != values) {
            System.arraycopy(source, 0, values, 0, length);
        }
    }

    private void merge(Object[] source, Object[] target, int from, int middle, int to, Object order) {
        if (middle == to || middle - from >= ASK_FIRST && compare(order, source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, from, target, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right == to || left < middle && compare(order, source[left], source[right]) <= 0;
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }

    /** Negative, zero or positive, as a belongs before, beside or after b. */
    abstract int compare(Object order, Object a, Object b);

    /** A value and its string. */
    record Keyed(TruffleString key, Object value) { }

    private static final class ByKey extends MergeSort {
        @Override
        int compare(Object order, Object a, Object b) {
            return ((Keyed) a).key().compareCharsUTF16Uncached(((Keyed) b).key());
        }
    }

    /** CompareArrayElements (ECMA-262 §23.1.3.30.2) with a comparator; NaN counts as equal. */
    private static final class ByFunction extends MergeSort {
        @Child private CallNode call;
        @Child private ToNumberNode toNumber;

        ByFunction(CallNode call, ToNumberNode toNumber) {
            this.call = call;
            this.toNumber = toNumber;
        }

        @Override
        int compare(Object order, Object a, Object b) {
            Object result = call.execute(order, Undefined.INSTANCE, a, b);
            if (result instanceof Integer i) {
                return i;
            }
            double d = toNumber.executeDouble(result);
            return d < 0 ? -1 : d > 0 ? 1 : 0;
        }
    }
}
