package org.ledgejs.language.nodes.call;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.literal.ArrayLiteralNode;
import org.ledgejs.language.runtime.Arguments;

/** Evaluates the arguments of a call (ECMA-262 §13.3.8.1) into an array laid out as {@link Arguments} says. */
public abstract class ArgumentListNode extends Node {

    public abstract Object[] execute(VirtualFrame frame, Object thisValue, Object function, Object newTarget);

    /** @param spread which expressions give arrays of arguments; null if none does */
    public static ArgumentListNode create(JSNode[] expressions, boolean[] spread) {
        return spread == null ? new Fixed(expressions) : new WithSpread(expressions, spread);
    }

    private static final class Fixed extends ArgumentListNode {
        @Children private final JSNode[] expressions;

        Fixed(JSNode[] expressions) {
            this.expressions = expressions;
        }

        @Override
        @ExplodeLoop
        public Object[] execute(VirtualFrame frame, Object thisValue, Object function, Object newTarget) {
            Object[] result = new Object[Arguments.FIRST + expressions.length];
            result[Arguments.THIS] = thisValue;
            result[Arguments.FUNCTION] = function;
            result[Arguments.NEW_TARGET] = newTarget;
            for (int i = 0; i < expressions.length; i++) {
                result[Arguments.FIRST + i] = expressions[i].execute(frame);
            }
            return result;
        }
    }

    private static final class WithSpread extends ArgumentListNode {
        @Children private final JSNode[] expressions;
        @CompilationFinal(dimensions = 1) private final boolean[] spread;

        WithSpread(JSNode[] expressions, boolean[] spread) {
            this.expressions = expressions;
            this.spread = spread;
        }

        @Override
        @ExplodeLoop
        public Object[] execute(VirtualFrame frame, Object thisValue, Object function, Object newTarget) {
            Object[] values = new Object[expressions.length];
            for (int i = 0; i < expressions.length; i++) {
                values[i] = expressions[i].execute(frame);
            }
            return create(thisValue, function, newTarget, values);
        }

        @TruffleBoundary
        private Object[] create(Object thisValue, Object function, Object newTarget, Object[] values) {
            return Arguments.construct(thisValue, function, newTarget, ArrayLiteralNode.flatten(values, spread));
        }
    }
}
