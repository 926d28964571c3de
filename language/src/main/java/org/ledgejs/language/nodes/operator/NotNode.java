package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.ops.ToBooleanNode;

/** {@code !} (ECMA-262 §13.5.7). */
public abstract class NotNode extends UnaryNode {
    @Specialization
    static boolean doBoolean(boolean value) {
        return !value;
    }

    @Specialization(replaces = "doBoolean")
    static boolean doAny(Object value, @Cached ToBooleanNode toBoolean) {
        return !toBoolean.execute(value);
    }
}
