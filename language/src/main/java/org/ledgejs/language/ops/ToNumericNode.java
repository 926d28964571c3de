package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Conversions;

/** ToNumeric (ECMA-262 §7.1.3). */
@GenerateUncached
@GenerateInline(false)
public abstract class ToNumericNode extends Node {
    @NeverDefault
    public static ToNumericNode create() {
        return ToNumericNodeGen.create();
    }

    public static ToNumericNode getUncached() {
        return ToNumericNodeGen.getUncached();
    }

    /** @return an Integer, Double or BigInt */
    public abstract Object execute(Object value);

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
        return Conversions.toNumeric(value);
    }
}
