package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Shared;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.ToStringNode;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Strings;

/** {@code +} (ECMA-262 §13.8.1). */
public abstract class AddNode extends BinaryNode {

    @Specialization(rewriteOn = ArithmeticException.class)
    static int doInt(int left, int right) {
        return Math.addExact(left, right);
    }

    @Specialization(replaces = "doInt")
    static double doDouble(double left, double right) {
        return left + right;
    }

    @Specialization
    TruffleString doString(TruffleString left, TruffleString right, @Shared("concat") @Cached TruffleString.ConcatNode concat) {
        Numerics.checkLength(left, right, this);
        return concat.execute(left, right, Strings.ENCODING, true);
    }

    @Specialization(guards = "isConcatenation(left, right)", replaces = "doString")
    TruffleString doConcatenation(Object left, Object right, @Cached ToStringNode toString, @Shared("concat") @Cached TruffleString.ConcatNode concat) {
        TruffleString first = toString.execute(left);
        return doString(first, toString.execute(right), concat);
    }

    @Specialization
    static BigInt doBigInt(BigInt left, BigInt right) {
        return left.add(right);
    }

    @Specialization(guards = "isWithObject(left, right)")
    static Object doObjects(Object left, Object right, @Cached AddObjectsNode add) {
        return add.execute(left, right);
    }

    static boolean isWithObject(Object left, Object right) {
        return left instanceof JSObject || right instanceof JSObject;
    }

    @Specialization(replaces = {"doDouble", "doConcatenation", "doBigInt", "doObjects"})
    Object doAny(Object left, Object right) {
        return Numerics.add(left, right, this);
    }

    /** A string with a string, number or boolean. */
    static boolean isConcatenation(Object left, Object right) {
        return left instanceof TruffleString && isPlain(right) || right instanceof TruffleString && isPlain(left);
    }

    private static boolean isPlain(Object value) {
        return value instanceof TruffleString || value instanceof Integer || value instanceof Double || value instanceof Boolean;
    }
}
