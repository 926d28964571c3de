package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.runtime.BigInt;

/** {@code |} (ECMA-262 §13.12). */
public abstract class BitwiseOrNode extends BinaryNode {

    @Specialization
    static int doInt(int left, int right) {
        return left | right;
    }

    @Specialization(replaces = "doInt")
    static int doDouble(double left, double right) {
        return doInt(Int32.of(left), Int32.of(right));
    }

    @Specialization
    BigInt doBigInt(BigInt left, BigInt right) {
        return Numerics.apply(Numerics.Operator.OR, left, right, this);
    }

    @Specialization(replaces = {"doDouble", "doBigInt"})
    Object doAny(Object left, Object right) {
        return Numerics.apply(Numerics.Operator.OR, left, right, this);
    }
}
