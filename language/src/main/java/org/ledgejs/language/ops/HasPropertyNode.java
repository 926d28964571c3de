package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Symbol;

/** The in operator on values (ECMA-262 §13.10.1). */
@GenerateInline(false)
@ImportStatic({ArrayGuards.class, GetElementNode.class})
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

    @Specialization(guards = {"has != null", "isSame(key, cachedKey)"}, limit = "KEYS")
    static boolean ofName(JSObject object, TruffleString key, @Cached("key") @SuppressWarnings("unused") TruffleString cachedKey,
            @Cached("ofConstant(key)") HasNamedPropertyNode has) {
        return has.execute(object);
    }

    /** Null for an array index. */
    static HasNamedPropertyNode ofConstant(TruffleString key) {
        return PropertyKey.arrayIndex(key) < 0 ? HasNamedPropertyNode.create(key) : null;
    }

    @Specialization(guards = "key == cachedKey", limit = "KEYS")
    static boolean ofSymbol(JSObject object, Symbol key, @Cached("key") @SuppressWarnings("unused") Symbol cachedKey,
            @Cached("createOf(key)") HasNamedPropertyNode has) {
        return has.execute(object);
    }

    @NeverDefault
    static HasNamedPropertyNode createOf(Symbol key) {
        return HasNamedPropertyNode.create(key);
    }

    @Specialization(replaces = {"ofName", "ofSymbol"})
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
