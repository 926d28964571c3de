package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.runtime.Conversions;

/** ToNumeric (ECMA-262 §7.1.3): the old value of {@code x++}. */
public abstract class ToNumericOperatorNode extends UnaryNode {
    @Specialization
    static int doInt(int value) {
        return value;
    }

    @Specialization(replaces = "doInt")
    static double doDouble(double value) {
        return value;
    }

    @Specialization(replaces = "doDouble")
    @TruffleBoundary
    static Object doAny(Object value) {
        return Conversions.toNumeric(value);
    }
}
