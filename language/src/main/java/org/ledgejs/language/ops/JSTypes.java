package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.TypeCast;
import com.oracle.truffle.api.dsl.TypeCheck;
import com.oracle.truffle.api.dsl.TypeSystem;
import com.oracle.truffle.api.nodes.UnexpectedResultException;

/**
 * The type system of all nodes: an int may stand where a double is asked for. So an operator that saw a double asks its operands for
 * doubles, and is given them unboxed, whatever mixture of ints and doubles they compute.
 */
@TypeSystem
public abstract class JSTypes {
    @TypeCheck(double.class)
    public static boolean isDouble(Object value) {
        return value instanceof Double || value instanceof Integer;
    }

    @TypeCast(double.class)
    public static double asDouble(Object value) {
        return value instanceof Integer i ? i : (double) value;
    }

    /** The value of an int or a double out of its box. */
    public static double expectDouble(Object value) throws UnexpectedResultException {
        if (value instanceof Double d) {
            return d;
        }
        if (value instanceof Integer i) {
            return i;
        }
        throw new UnexpectedResultException(value);
    }

    public static int expectInt(Object value) throws UnexpectedResultException {
        if (value instanceof Integer i) {
            return i;
        }
        throw new UnexpectedResultException(value);
    }
}
