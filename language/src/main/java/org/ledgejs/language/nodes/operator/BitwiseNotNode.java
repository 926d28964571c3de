package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.ops.SlowPath;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;

/** {@code ~} (ECMA-262 §13.5.6). */
public abstract class BitwiseNotNode extends UnaryNode {
    @Specialization
    static int doInt(int value) {
        return ~value;
    }

    @Specialization(replaces = "doInt")
    static int doDouble(double value) {
        return ~Int32.of(value);
    }

    @Specialization(replaces = "doDouble")
    @TruffleBoundary
    Object doAny(Object value) {
        Node outer = SlowPath.enter(this);
        try {
            Object numeric = Conversions.toNumeric(value);
            return numeric instanceof BigInt big ? (Object) big.not() : (Object) ~Int32.of(((Number) numeric).doubleValue());
        } finally {
            SlowPath.leave(outer);
        }
    }
}
