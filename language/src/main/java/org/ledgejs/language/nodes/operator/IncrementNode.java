package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.ops.SlowPath;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;

/** The arithmetic of {@code ++} and {@code --} (ECMA-262 §13.4): adds 1 or -1. */
public abstract class IncrementNode extends StepNode {
    IncrementNode(int step) {
        super(step);
    }

    @Specialization(rewriteOn = ArithmeticException.class)
    int doInt(int value) {
        return Math.addExact(value, step);
    }

    @Specialization(replaces = "doInt")
    double doDouble(double value) {
        return value + step;
    }

    @Specialization(replaces = "doDouble")
    @TruffleBoundary
    Object doAny(Object value) {
        Node outer = SlowPath.enter(this);
        try {
            Object numeric = Conversions.toNumeric(value);
            return numeric instanceof BigInt big ? big.add(BigInt.of(step)) : Conversions.number(((Number) numeric).doubleValue() + step);
        } finally {
            SlowPath.leave(outer);
        }
    }
}
