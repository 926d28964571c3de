package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.ops.SlowPath;
import org.ledgejs.language.runtime.Conversions;

/** Unary {@code +} (ECMA-262 §13.5.4). */
public abstract class ToNumberOperatorNode extends UnaryNode {
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
            return Conversions.number(Conversions.toNumber(value));
        } finally {
            SlowPath.leave(outer);
        }
    }
}
