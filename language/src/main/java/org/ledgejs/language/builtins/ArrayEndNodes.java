package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.ArrayAppendNode;
import org.ledgejs.language.ops.ArrayGuards;
import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.JSArray;

/** Methods that work on an array's ends: stacks and queues. */
@SuppressWarnings("unused")
final class ArrayEndNodes {
    private ArrayEndNodes() { }

    /** §23.1.3.23. */
    abstract static class Push extends ArrayMethodNode {
        Push() {
            super(ArrayMutation::push);
        }

        @Specialization(guards = {"count(frame) == 1", "isPlainToWrite(array)"})
        static int one(VirtualFrame frame, JSArray array, Object value, @Cached ArrayAppendNode append) {
            append.execute(array, value);
            return (int) array.length();
        }

        @Specialization(guards = {"isPlainToWrite(array)", "hasRoom(frame, array)"})
        static int several(VirtualFrame frame, JSArray array, Object value) {
            for (Object each : rest(frame, 0)) {
                array.push(each);
            }
            return (int) array.length();
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object value) {
            return generic(frame);
        }
    }

    /** §23.1.3.22. */
    @ImportStatic(ArrayGuards.class)
    abstract static class Pop extends ArrayMethodNode {
        Pop() {
            super(ArrayMutation::pop);
        }

        @Specialization(guards = {"hasInts(array)", "array.length() > 0"})
        static int ofInts(JSArray array) {
            return ArrayStrategy.INT.removeLast(array);
        }

        @Specialization(guards = {"hasDoubles(array)", "array.length() > 0"})
        static double ofDoubles(JSArray array) {
            return ArrayStrategy.DOUBLE.removeLast(array);
        }

        @Specialization(guards = {"hasObjects(array)", "array.length() > 0"})
        static Object ofObjects(JSArray array) {
            return ArrayStrategy.OBJECT.removeLast(array);
        }

        @Specialization(guards = "isPlainToWrite(array)")
        static Object ofPlain(JSArray array) {
            return ArrayBulk.pop(array);
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue) {
            return generic(frame);
        }
    }

    /** §23.1.3.27. */
    abstract static class Shift extends ArrayMethodNode {
        Shift() {
            super(ArrayMutation::shift);
        }

        @Specialization(guards = "isPlainToWrite(array)")
        static Object ofPlain(JSArray array) {
            return ArrayBulk.shift(array);
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue) {
            return generic(frame);
        }
    }

    /** §23.1.3.37. */
    abstract static class Unshift extends ArrayMethodNode {
        Unshift() {
            super(ArrayMutation::unshift);
        }

        @Specialization(guards = {"count(frame) > 0", "isPlainToWrite(array)", "hasRoom(frame, array)"})
        static int ofPlain(VirtualFrame frame, JSArray array) {
            ArrayBulk.unshift(array, rest(frame, 0));
            return (int) array.length();
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue) {
            return generic(frame);
        }
    }
}
