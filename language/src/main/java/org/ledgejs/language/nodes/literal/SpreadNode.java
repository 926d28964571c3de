package org.ledgejs.language.nodes.literal;

import java.util.Arrays;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.property.SourceText;
import org.ledgejs.language.ops.GetIteratorNode;
import org.ledgejs.language.ops.IteratorStepValueNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSArray;

/** The values of a spread element or argument: an Object[], never seen by the program. */
public final class SpreadNode extends JSNode implements GetIteratorNode.OfExpression {
    private static final int CAPACITY = 8;

    @Child private JSNode iterable;
    @Child private GetIteratorNode getIterator = GetIteratorNode.create();
    @Child private IteratorStepValueNode step = IteratorStepValueNode.create();

    public SpreadNode(JSNode iterable) {
        this.iterable = iterable;
    }

    @Override
    public String iterableText() {
        return SourceText.of(iterable);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object source = iterable.execute(frame);
        IteratorRecord record = getIterator.execute(source);
        // Only a guess: an array's iterator need not give its elements.
        Object[] values = new Object[source instanceof JSArray array ? (int) Math.min(array.length(), 1 << 20) : CAPACITY];
        int count = 0;
        for (Object value = step.execute(record); value != null; value = step.execute(record)) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count + (count >> 1) + CAPACITY);
            }
            values[count++] = value;
            TruffleSafepoint.poll(this);
        }
        LoopNode.reportLoopCount(this, count);
        return count == values.length ? values : Arrays.copyOf(values, count);
    }

    /** Of the arguments array itself, without iterating it: a default constructor. */
    public static final class OfArguments extends JSNode {
        private final int from;

        public OfArguments(int from) {
            this.from = from;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object[] arguments = frame.getArguments();
            int first = Arguments.FIRST + from;
            return first < arguments.length ? Arrays.copyOfRange(arguments, first, arguments.length) : new Object[0];
        }
    }
}
