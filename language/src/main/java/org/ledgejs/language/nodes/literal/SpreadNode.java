package org.ledgejs.language.nodes.literal;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Iteration;

/** The values of a spread element or argument: an Object[], never seen by the program. */
public final class SpreadNode extends JSNode {
    @Child private JSNode iterable;

    public SpreadNode(JSNode iterable) {
        this.iterable = iterable;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return values(iterable.execute(frame));
    }

    @TruffleBoundary
    private static Object[] values(Object iterable) {
        return Iteration.iterableToList(iterable).toArray();
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
