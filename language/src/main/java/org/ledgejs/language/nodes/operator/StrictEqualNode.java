package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.ops.StrictEqualsNode;

/** {@code ===} (ECMA-262 §13.11). */
public abstract class StrictEqualNode extends BinaryNode {

    @Specialization
    static boolean doInt(int left, int right) {
        return left == right;
    }

    @Specialization(replaces = "doInt")
    static boolean doDouble(double left, double right) {
        return left == right;
    }

    @Specialization
    static boolean doBoolean(boolean left, boolean right) {
        return left == right;
    }

    @Specialization(replaces = {"doDouble", "doBoolean"})
    static boolean doAny(Object left, Object right, @Cached StrictEqualsNode equals) {
        return equals.execute(left, right);
    }
}
