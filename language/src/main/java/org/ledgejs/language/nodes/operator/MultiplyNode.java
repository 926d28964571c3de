package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.runtime.BigInt;

/** {@code *} (ECMA-262 §13.7). */
public abstract class MultiplyNode extends BinaryNode {

    /** A product of -0 is no int. */
    @Specialization(rewriteOn = ArithmeticException.class)
    static int doInt(int left, int right) {
        int product = Math.multiplyExact(left, right);
        if (product == 0 && (left < 0 || right < 0)) {
            throw new ArithmeticException();
        }
        return product;
    }

    @Specialization(replaces = "doInt")
    static double doDouble(double left, double right) {
        return left * right;
    }

    @Specialization
    BigInt doBigInt(BigInt left, BigInt right) {
        return Numerics.apply(Numerics.Operator.MULTIPLY, left, right, this);
    }

    @Specialization(replaces = {"doDouble", "doBigInt"})
    Object doAny(Object left, Object right) {
        return Numerics.apply(Numerics.Operator.MULTIPLY, left, right, this);
    }
}
