package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.ArrayAppendNode;
import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.JSArray;

/** Methods that work on an array's ends: stacks and queues. */
final class ArrayEndNodes {
    private ArrayEndNodes() { }

    /** §23.1.3.23. */
    abstract static class Push extends ArrayMethodNode {
        Push() {
            super(ArrayMutation::push);
        }

        @Specialization
        final Object push(VirtualFrame frame, Object thisValue, Object value, @Cached ArrayAppendNode append) {
            if (!(thisValue instanceof JSArray array && array.isPlainToWrite() && hasRoom(frame, array))) {
                return generic(frame);
            }
            if (count(frame) == 1) {
                append.execute(array, value);
            } else {
                for (Object each : rest(frame, 0)) {
                    array.push(each);
                }
            }
            return array.intLength();
        }
    }

    /** §23.1.3.22. */
    abstract static class Pop extends ArrayMethodNode {
        Pop() {
            super(ArrayMutation::pop);
        }

        @Specialization
        final Object pop(VirtualFrame frame, Object thisValue) {
            if (!(thisValue instanceof JSArray array)) {
                return generic(frame);
            }
            if (array.length() > 0) {
                ArrayStrategy strategy = array.strategy();
                if (strategy == ArrayStrategy.INT) {
                    return ArrayStrategy.INT.removeLast(array);
                }
                if (strategy == ArrayStrategy.OBJECT) {
                    return ArrayStrategy.OBJECT.removeLast(array);
                }
                if (strategy == ArrayStrategy.DOUBLE) {
                    return ArrayStrategy.DOUBLE.removeLast(array);
                }
            }
            return array.isPlainToWrite() ? ArrayBulk.pop(array) : generic(frame);
        }
    }

    /** §23.1.3.27. */
    abstract static class Shift extends ArrayMethodNode {
        Shift() {
            super(ArrayMutation::shift);
        }

        @Specialization
        final Object shift(VirtualFrame frame, Object thisValue) {
            return thisValue instanceof JSArray array && array.isPlainToWrite() ? ArrayBulk.shift(array) : generic(frame);
        }
    }

    /** §23.1.3.37. */
    abstract static class Unshift extends ArrayMethodNode {
        Unshift() {
            super(ArrayMutation::unshift);
        }

        @Specialization
        final Object unshift(VirtualFrame frame, Object thisValue) {
            if (!(thisValue instanceof JSArray array && count(frame) > 0 && array.isPlainToWrite() && hasRoom(frame, array))) {
                return generic(frame);
            }
            ArrayBulk.unshift(array, rest(frame, 0));
            return array.intLength();
        }
    }
}
