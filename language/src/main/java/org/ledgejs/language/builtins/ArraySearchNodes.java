package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.GetElementNode;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Undefined;

/** Methods that look for an element. */
@SuppressWarnings("unused")
final class ArraySearchNodes {
    private ArraySearchNodes() { }

    /** §23.1.3.1. */
    abstract static class At extends ArrayMethodNode {
        At() {
            super(ArraySearch::at);
        }

        @Specialization(guards = "fits(array.length())")
        static Object ofArray(JSArray array, int index, @Cached GetElementNode get) {
            int k = index >= 0 ? index : (int) array.length() + index;
            return k < 0 || k >= array.length() ? Undefined.INSTANCE : get.execute(array, k);
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object index) {
            return generic(frame);
        }
    }

    /** §23.1.3.16. */
    abstract static class Includes extends ArrayMethodNode {
        Includes() {
            super(ArraySearch::includes);
        }

        @Specialization(guards = {"isPlainToRead(array)", "isPosition(from)"})
        static boolean ofPlain(JSArray array, Object value, Object from) {
            return ArrayScan.includes(array, value, (int) RelativeIndex.start(from, array.length()));
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object value, Object from) {
            return generic(frame);
        }
    }

    /** §23.1.3.17. */
    abstract static class IndexOf extends ArrayMethodNode {
        IndexOf() {
            super(ArraySearch::indexOf);
        }

        @Specialization(guards = {"isPlainToRead(array)", "isPosition(from)"})
        static int ofPlain(JSArray array, Object value, Object from) {
            return ArrayScan.indexOf(array, value, (int) RelativeIndex.start(from, array.length()));
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object value, Object from) {
            return generic(frame);
        }
    }

    /** §23.1.3.20. */
    abstract static class LastIndexOf extends ArrayMethodNode {
        LastIndexOf() {
            super(ArraySearch::lastIndexOf);
        }

        @Specialization(guards = {"count(frame) == 1", "isPlainToRead(array)"})
        static int ofPlain(VirtualFrame frame, JSArray array, Object value) {
            return ArrayScan.lastIndexOf(array, value, (int) array.length() - 1);
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object value) {
            return generic(frame);
        }
    }
}
