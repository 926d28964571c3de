package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.SlowPath;
import org.ledgejs.language.runtime.Comparison;

/** {@code >=} (ECMA-262 §13.10). */
public abstract class GreaterOrEqualNode extends BinaryNode {

    @Specialization
    static boolean doInt(int left, int right) {
        return left >= right;
    }

    @Specialization(replaces = "doInt")
    static boolean doDouble(double left, double right) {
        return left >= right;
    }

    @Specialization
    static boolean doString(TruffleString left, TruffleString right, @Cached TruffleString.CompareCharsUTF16Node compare) {
        return compare.execute(left, right) >= 0;
    }

    @Specialization(replaces = {"doDouble", "doString"})
    @TruffleBoundary
    boolean doAny(Object left, Object right) {
        Node outer = SlowPath.enter(this);
        try {
            return Comparison.isLessThan(left, right, true) == Boolean.FALSE;
        } finally {
            SlowPath.leave(outer);
        }
    }
}
