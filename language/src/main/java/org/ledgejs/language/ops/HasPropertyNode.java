package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;

/** The in operator on values (ECMA-262 §13.10.1). */
@GenerateInline(false)
@ImportStatic({ArrayGuards.class, KeyGuards.class})
public abstract class HasPropertyNode extends Node {
    static final int KEYS = 3;

    @NeverDefault
    public static HasPropertyNode create() {
        return HasPropertyNodeGen.create();
    }

    /** @param key a value, or a property key already */
    public abstract boolean execute(Object object, Object key);

    @Specialization(guards = "isPacked(array, index)")
    static boolean ofElement(@SuppressWarnings("unused") JSArray array, @SuppressWarnings("unused") int index) {
        return true;
    }

    @Specialization(guards = {"has != null", "isSameKey(key, cachedKey)"}, limit = "KEYS")
    static boolean ofName(JSObject object, @SuppressWarnings("unused") Object key, @Cached("key") @SuppressWarnings("unused") Object cachedKey,
            @Cached("ofConstant(key)") HasNamedPropertyNode has) {
        return has.execute(object);
    }

    /** Null for a key that is not remembered. */
    static HasNamedPropertyNode ofConstant(Object key) {
        return KeyGuards.isName(key) ? HasNamedPropertyNode.create(key) : null;
    }

    @Specialization(replaces = "ofName")
    @TruffleBoundary
    boolean ofObject(JSObject object, Object key) {
        Node outer = SlowPath.enter(this);
        try {
            return object.hasProperty(Conversions.toPropertyKey(key));
        } finally {
            SlowPath.leave(outer);
        }
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
