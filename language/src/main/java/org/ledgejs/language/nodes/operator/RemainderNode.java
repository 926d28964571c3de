package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.runtime.BigInt;

/** {@code %} (ECMA-262 §13.7). */
public abstract class RemainderNode extends BinaryNode {

    /** A remainder of -0 is no int. */
    @Specialization(rewriteOn = ArithmeticException.class)
    static int doInt(int left, int right) {
        if (right <= 0) {
            throw new ArithmeticException();
        }
        int remainder = left % right;
        if (remainder == 0 && left < 0) {
            throw new ArithmeticException();
        }
        return remainder;
    }

    @Specialization(replaces = "doInt")
    static double doDouble(double left, double right) {
        int a = (int) left;
        int b = (int) right;
        // Most are integers, and dividing those is ten times as fast.
        return a > 0 && b > 0 && a == left && b == right ? a % b : left % right;
    }

    @Specialization
    BigInt doBigInt(BigInt left, BigInt right) {
        return Numerics.apply(Numerics.Operator.REMAINDER, left, right, this);
    }

    @Specialization(replaces = {"doDouble", "doBigInt"})
    Object doAny(Object left, Object right) {
        return Numerics.apply(Numerics.Operator.REMAINDER, left, right, this);
    }
}
