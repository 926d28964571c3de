package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Conversions;

/** ToNumber (ECMA-262 §7.1.4): an Integer stays one. */
@GenerateUncached
@GenerateInline(false)
public abstract class ToNumberNode extends Node {
    @NeverDefault
    public static ToNumberNode create() {
        return ToNumberNodeGen.create();
    }

    public static ToNumberNode getUncached() {
        return ToNumberNodeGen.getUncached();
    }

    /** @return an Integer or Double */
    public abstract Object execute(Object value);

    public final double executeDouble(Object value) {
        Object number = execute(value);
        return number instanceof Integer i ? i : (double) number;
    }

    @Specialization
    static int ofInt(int value) {
        return value;
    }

    @Specialization
    static double ofDouble(double value) {
        return value;
    }

    @Specialization(replaces = {"ofInt", "ofDouble"})
    static Object ofAny(Object value) {
        return value instanceof Integer || value instanceof Double ? value : Conversions.number(Conversions.toNumber(value));
    }
}
