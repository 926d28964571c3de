package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Specialization;

/** {@code >>>} (ECMA-262 §13.9.3). */
public abstract class UnsignedRightShiftNode extends BinaryNode {

    @Specialization(rewriteOn = ArithmeticException.class)
    static int doInt(int left, int right) {
        int shifted = left >>> right;
        if (shifted < 0) {
            throw new ArithmeticException();
        }
        return shifted;
    }

    @Specialization(replaces = "doInt")
    static double doUnsigned(int left, int right) {
        return (left & 0xFFFF_FFFFL) >>> (right & 31);
    }

    @Specialization(replaces = {"doInt", "doUnsigned"})
    static double doDouble(double left, double right) {
        return doUnsigned(Int32.of(left), Int32.of(right));
    }

    @Specialization(replaces = "doDouble")
    Object doAny(Object left, Object right) {
        return Numerics.apply(Numerics.Operator.UNSIGNED_RIGHT_SHIFT, left, right, this);
    }
}
