package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSFunction;

/** Sorting by a function of the program, which is inlined. */
abstract class ArraySortNode extends ArrayMethodNode {
    private final boolean inPlace;

    /** @param inPlace for sort (§23.1.3.30), else for toSorted (§23.1.3.34) */
    ArraySortNode(boolean inPlace) {
        super(inPlace ? ArrayMutation::sort : ArrayCopying::toSorted);
        this.inPlace = inPlace;
    }

    @Specialization
    final Object sort(VirtualFrame frame, Object thisValue, Object comparator, @Cached("byFunction()") MergeSort sort) {
        if (!(thisValue instanceof JSArray array && comparator instanceof JSFunction && array.isPlainToRead())) {
            return generic(frame);
        }
        long length = array.length();
        JSArray target = inPlace ? array : ArrayBulk.slice(realm(frame), array, 0, (int) length);
        Object[] elements = Sorting.collect(array, length, inPlace);
        Object[] values = Sorting.defined(elements);
        sort.sort(values, comparator);
        System.arraycopy(values, 0, elements, 0, values.length);
        Sorting.store(target, length, elements);
        return target;
    }

    @NeverDefault
    static MergeSort byFunction() {
        return MergeSort.byFunction();
    }
}
