package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Shared;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.ToStringNode;
import org.ledgejs.language.runtime.BigInt;
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

    @Specialization(guards = "isPlain(right)")
    TruffleString doStringLeft(TruffleString left, Object right, @Shared("toString") @Cached ToStringNode toString, @Shared("concat") @Cached TruffleString.ConcatNode concat) {
        return doString(left, toString.execute(right), concat);
    }

    @Specialization(guards = "isPlain(left)")
    TruffleString doStringRight(Object left, TruffleString right, @Shared("toString") @Cached ToStringNode toString, @Shared("concat") @Cached TruffleString.ConcatNode concat) {
        return doString(toString.execute(left), right, concat);
    }

    @Specialization
    static BigInt doBigInt(BigInt left, BigInt right) {
        return left.add(right);
    }

    @Specialization(replaces = {"doDouble", "doString", "doStringLeft", "doStringRight", "doBigInt"})
    Object doAny(Object left, Object right) {
        return Numerics.add(left, right, this);
    }

    /** A primitive of our own that is no string. */
    static boolean isPlain(Object value) {
        return value instanceof Integer || value instanceof Double || value instanceof Boolean;
    }
}
