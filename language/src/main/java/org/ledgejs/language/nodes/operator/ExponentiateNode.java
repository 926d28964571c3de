package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Specialization;

/** {@code **} (ECMA-262 §13.6). */
public abstract class ExponentiateNode extends BinaryNode {

    @Specialization
    static double doDouble(double left, double right) {
        return right == 2 ? left * left : Numerics.exponentiate(left, right);
    }

    @Specialization(replaces = "doDouble")
    Object doAny(Object left, Object right) {
        return Numerics.apply(Numerics.Operator.EXPONENTIATE, left, right, this);
    }
}
