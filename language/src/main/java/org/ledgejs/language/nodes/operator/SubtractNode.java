package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.runtime.BigInt;

/** {@code -} (ECMA-262 §13.8.2). */
public abstract class SubtractNode extends BinaryNode {

    @Specialization(rewriteOn = ArithmeticException.class)
    static int doInt(int left, int right) {
        return Math.subtractExact(left, right);
    }

    @Specialization(replaces = "doInt")
    static double doDouble(double left, double right) {
        return left - right;
    }

    @Specialization
    BigInt doBigInt(BigInt left, BigInt right) {
        return Numerics.apply(Numerics.Operator.SUBTRACT, left, right, this);
    }

    @Specialization(replaces = {"doDouble", "doBigInt"})
    Object doAny(Object left, Object right) {
        return Numerics.apply(Numerics.Operator.SUBTRACT, left, right, this);
    }
}
