package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.ImplicitCast;
import com.oracle.truffle.api.dsl.TypeSystem;

/** The type system of all nodes: an int may stand where a double is asked for. */
@TypeSystem
public abstract class JSTypes {
    @ImplicitCast
    public static double intToDouble(int value) {
        return value;
    }
}
