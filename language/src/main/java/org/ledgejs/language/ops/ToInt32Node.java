package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Conversions;

/** ToInt32 (ECMA-262 §7.1.6); ToUint32 is the same bits. */
@GenerateUncached
@GenerateInline(false)
public abstract class ToInt32Node extends Node {
    @NeverDefault
    public static ToInt32Node create() {
        return ToInt32NodeGen.create();
    }

    public static ToInt32Node getUncached() {
        return ToInt32NodeGen.getUncached();
    }

    public abstract int execute(Object value);

    @Specialization
    static int ofInt(int value) {
        return value;
    }

    @Specialization(guards = "fits(value)")
    static int ofSmallDouble(double value) {
        return (int) (long) value;
    }

    static boolean fits(double value) {
        return value >= Long.MIN_VALUE && value < 0x1p63;
    }

    @Specialization(replaces = "ofSmallDouble")
    static int ofDouble(double value) {
        return Conversions.toInt32(value);
    }

    @Specialization(replaces = {"ofInt", "ofDouble"})
    static int ofAny(Object value) {
        return Conversions.toInt32(value);
    }
}
