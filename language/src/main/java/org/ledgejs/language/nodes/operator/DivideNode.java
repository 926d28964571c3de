package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.runtime.BigInt;

/** {@code /} (ECMA-262 §13.7). */
public abstract class DivideNode extends BinaryNode {

    /** Only what divides exactly stays an int. */
    @Specialization(rewriteOn = ArithmeticException.class)
    static int doInt(int left, int right) {
        if (right <= 0 || left % right != 0) {
            throw new ArithmeticException();
        }
        return left / right;
    }

    @Specialization(replaces = "doInt")
    static double doDouble(double left, double right) {
        return left / right;
    }

    @Specialization
    BigInt doBigInt(BigInt left, BigInt right) {
        return Numerics.apply(Numerics.Operator.DIVIDE, left, right, this);
    }

    @Specialization(replaces = {"doDouble", "doBigInt"})
    Object doAny(Object left, Object right) {
        return Numerics.apply(Numerics.Operator.DIVIDE, left, right, this);
    }
}
