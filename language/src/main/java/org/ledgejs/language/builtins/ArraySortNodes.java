package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSFunction;

/** Sorting by a function of the program, which is inlined. */
@SuppressWarnings("unused")
final class ArraySortNodes {
    private ArraySortNodes() { }

    /** Sorts elements as {@link Sorting#collect} gives them. */
    private static void sort(Object[] elements, JSFunction comparator, MergeSort sort) {
        Object[] values = Sorting.defined(elements);
        sort.sort(values, comparator);
        System.arraycopy(values, 0, elements, 0, values.length);
    }

    /** §23.1.3.30. */
    abstract static class Sort extends ArrayMethodNode {
        Sort() {
            super(ArrayMutation::sort);
        }

        @Specialization(guards = "isPlainToRead(array)")
        static JSArray ofPlain(JSArray array, JSFunction comparator, @Cached("byFunction()") MergeSort sort) {
            long length = array.length();
            Object[] elements = Sorting.collect(array, length, true);
            sort(elements, comparator, sort);
            Sorting.store(array, length, elements);
            return array;
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object comparator) {
            return generic(frame);
        }

        static MergeSort byFunction() {
            return MergeSort.byFunction();
        }
    }

    /** §23.1.3.34. */
    abstract static class ToSorted extends ArrayMethodNode {
        ToSorted() {
            super(ArrayCopying::toSorted);
        }

        @Specialization(guards = "isPlainToRead(array)")
        static JSArray ofPlain(VirtualFrame frame, JSArray array, JSFunction comparator, @Cached("byFunction()") MergeSort sort) {
            JSArray target = ArrayBulk.slice(realm(frame), array, 0, (int) array.length());
            Object[] elements = Sorting.collect(array, array.length(), false);
            sort(elements, comparator, sort);
            ArrayBulk.replace(target, elements);
            return target;
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object comparator) {
            return generic(frame);
        }

        static MergeSort byFunction() {
            return MergeSort.byFunction();
        }
    }
}
