package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Specialization;

/** {@code +} with a constant int on the right (ECMA-262 §13.8.1). */
public abstract class AddIntNode extends StepNode {
    AddIntNode(int constant) {
        super(constant);
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
    Object doAny(Object value) {
        return Numerics.add(value, step, this);
    }
}
