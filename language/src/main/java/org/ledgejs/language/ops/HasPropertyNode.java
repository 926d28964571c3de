package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;

/** The in operator on values (ECMA-262 §13.10.1). */
@GenerateUncached
@GenerateInline(false)
public abstract class HasPropertyNode extends Node {
    @NeverDefault
    public static HasPropertyNode create() {
        return HasPropertyNodeGen.create();
    }

    /** @param key a value, or a property key already */
    public abstract boolean execute(Object object, Object key);

    @Specialization
    @TruffleBoundary
    static boolean ofObject(JSObject object, Object key) {
        return object.hasProperty(Conversions.toPropertyKey(key));
    }

    @Specialization(guards = "!isJSObject(object)")
    @TruffleBoundary
    boolean ofOther(Object object, Object key) {
        if (!ObjectOperations.isObject(object)) {
            throw Errors.notSearchable(key, object, this);
        }
        return ForeignValues.has(object, Conversions.toPropertyKey(key));
    }

    static boolean isJSObject(Object value) {
        return value instanceof JSObject;
    }
}
