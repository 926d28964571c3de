package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.GetElementNode;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Undefined;

/** Methods that look for an element. */
final class ArraySearchNodes {
    private ArraySearchNodes() { }

    /** §23.1.3.1. */
    abstract static class At extends ArrayMethodNode {
        At() {
            super(ArraySearch::at);
        }

        @Specialization
        final Object at(VirtualFrame frame, Object thisValue, Object index, @Cached GetElementNode get) {
            if (!(thisValue instanceof JSArray array && index instanceof Integer i && fits(array.length()))) {
                return generic(frame);
            }
            int k = i >= 0 ? i : array.intLength() + i;
            return k < 0 || k >= array.length() ? Undefined.INSTANCE : get.execute(array, k);
        }
    }

    /** §23.1.3.16. */
    abstract static class Includes extends ArrayMethodNode {
        Includes() {
            super(ArraySearch::includes);
        }

        @Specialization
        final Object includes(VirtualFrame frame, Object thisValue, Object value, Object from) {
            return thisValue instanceof JSArray array && array.isPlainToRead() && isPosition(from)
                    ? ArrayScan.includes(array, value, (int) RelativeIndex.start(from, array.length())) : generic(frame);
        }
    }

    /** §23.1.3.17. */
    abstract static class IndexOf extends ArrayMethodNode {
        IndexOf() {
            super(ArraySearch::indexOf);
        }

        @Specialization
        final Object indexOf(VirtualFrame frame, Object thisValue, Object value, Object from) {
            return thisValue instanceof JSArray array && array.isPlainToRead() && isPosition(from)
                    ? ArrayScan.indexOf(array, value, (int) RelativeIndex.start(from, array.length())) : generic(frame);
        }
    }

    /** §23.1.3.20. */
    abstract static class LastIndexOf extends ArrayMethodNode {
        LastIndexOf() {
            super(ArraySearch::lastIndexOf);
        }

        @Specialization
        final Object lastIndexOf(VirtualFrame frame, Object thisValue, Object value) {
            return thisValue instanceof JSArray array && array.isPlainToRead() && count(frame) == 1
                    ? ArrayScan.lastIndexOf(array, value, array.intLength() - 1) : generic(frame);
        }
    }
}
