package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.ops.SlowPath;
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
    Object doAny(Object value) {
        Node outer = SlowPath.enter(this);
        try {
            return Conversions.toNumeric(value);
        } finally {
            SlowPath.leave(outer);
        }
    }
}
