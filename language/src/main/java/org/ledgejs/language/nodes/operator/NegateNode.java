package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.ops.SlowPath;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;

/** Unary {@code -} (ECMA-262 §13.5.5). */
public abstract class NegateNode extends UnaryNode {
    /** -0 and the negative of the smallest are no ints. */
    @Specialization(rewriteOn = ArithmeticException.class)
    static int doInt(int value) {
        if (value == 0) {
            throw new ArithmeticException();
        }
        return Math.negateExact(value);
    }

    @Specialization(replaces = "doInt")
    static double doDouble(double value) {
        return -value;
    }

    @Specialization(replaces = "doDouble")
    @TruffleBoundary
    Object doAny(Object value) {
        Node outer = SlowPath.enter(this);
        try {
            Object numeric = Conversions.toNumeric(value);
            return numeric instanceof BigInt big ? big.negate() : Conversions.number(-((Number) numeric).doubleValue());
        } finally {
            SlowPath.leave(outer);
        }
    }
}
