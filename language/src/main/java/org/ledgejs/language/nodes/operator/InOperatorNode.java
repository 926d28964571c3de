package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Shared;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.ops.HasPropertyNode;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;

/** {@code in} (ECMA-262 §13.10.1). */
public abstract class InOperatorNode extends BinaryNode {
    @Specialization
    static boolean doObject(Object key, JSObject object, @Shared("has") @Cached HasPropertyNode has) {
        return has.execute(object, key);
    }

    @Specialization(replaces = "doObject")
    boolean doAny(Object key, Object object, @Shared("has") @Cached HasPropertyNode has) {
        if (!ObjectOperations.isObject(object)) {
            throw noObject(key, object);
        }
        return has.execute(object, key);
    }

    @TruffleBoundary
    private JSException noObject(Object key, Object object) {
        return Errors.notSearchable(key, object, this);
    }
}
