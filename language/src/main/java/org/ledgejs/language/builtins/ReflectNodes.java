package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.ops.HasPropertyNode;
import org.ledgejs.language.ops.SetPropertyNode;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;

/** Reflect.get, set and has (ECMA-262 §28.1.5, §28.1.12, §28.1.8) as nodes: what traps of proxies hand on with. */
final class ReflectNodes {
    static final int KEYS = 3;

    private ReflectNodes() { }

    private static JSException notAnObject(String method) {
        return Errors.typeError("Reflect." + method + " called on non-object");
    }

    /** Strings and symbols by identity, strings made anew by content. */
    static boolean isSame(Object a, Object b) {
        return a == b || a instanceof TruffleString s && b instanceof TruffleString t && Strings.length(s) == Strings.length(t) && Strings.equal(s, t);
    }

    /** Whether places may remember the key: a symbol, or a string that is no array index. */
    static boolean isName(Object key) {
        return key instanceof Symbol || key instanceof TruffleString s && PropertyKey.arrayIndex(s) < 0;
    }

    /** Reflect.get: target, key, and the receiver if there is one. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    @ImportStatic(ReflectNodes.class)
    abstract static class Get extends JSNode {
        static JSNode create(JSNode[] arguments) {
            return ReflectNodesFactory.GetNodeGen.create(arguments);
        }

        private static Object receiver(JSObject target, Object[] rest) {
            return rest.length > 0 ? rest[0] : target;
        }

        @Specialization(guards = {"get != null", "isSame(key, cachedKey)"}, limit = "KEYS")
        static Object ofName(@SuppressWarnings("unused") Object thisValue, JSObject target, Object key, Object[] rest,
                @Cached("key") @SuppressWarnings("unused") Object cachedKey, @Cached("ofConstant(key)") GetPropertyNode get) {
            return get.executeWithReceiver(target, receiver(target, rest));
        }

        @Specialization(replaces = "ofName")
        @TruffleBoundary
        static Object ofAny(@SuppressWarnings("unused") Object thisValue, Object target, Object key, Object[] rest) {
            if (!(target instanceof JSObject object)) {
                throw notAnObject("get");
            }
            return object.get(Conversions.toPropertyKey(key), receiver(object, rest));
        }

        /** Null for a key that is not remembered. */
        static GetPropertyNode ofConstant(Object key) {
            return isName(key) ? GetPropertyNode.create(key) : null;
        }
    }

    /** Reflect.set: target, key, value, and the receiver if there is one. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    @ImportStatic(ReflectNodes.class)
    abstract static class Set extends JSNode {
        static JSNode create(JSNode[] arguments) {
            return ReflectNodesFactory.SetNodeGen.create(arguments);
        }

        static boolean isReceiver(JSObject target, Object[] rest) {
            return rest.length == 0 || rest[0] == target;
        }

        @Specialization(guards = {"isReceiver(target, rest)", "set != null", "isSame(key, cachedKey)"}, limit = "KEYS")
        static boolean ofName(@SuppressWarnings("unused") Object thisValue, JSObject target, Object key, Object value, @SuppressWarnings("unused") Object[] rest,
                @Cached("key") @SuppressWarnings("unused") Object cachedKey, @Cached("ofConstant(key)") SetPropertyNode set) {
            return set.executeSet(target, value);
        }

        @Specialization(replaces = "ofName")
        @TruffleBoundary
        static boolean ofAny(@SuppressWarnings("unused") Object thisValue, Object target, Object key, Object value, Object[] rest) {
            if (!(target instanceof JSObject object)) {
                throw notAnObject("set");
            }
            return object.set(Conversions.toPropertyKey(key), value, rest.length > 0 ? rest[0] : object);
        }

        /** Null for a key that is not remembered. */
        static SetPropertyNode ofConstant(Object key) {
            return isName(key) ? SetPropertyNode.create(key, false) : null;
        }
    }

    /** Reflect.has. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Has extends JSNode {
        static JSNode create(JSNode[] arguments) {
            return ReflectNodesFactory.HasNodeGen.create(arguments);
        }

        @Specialization
        static boolean ofObject(@SuppressWarnings("unused") Object thisValue, JSObject target, Object key, @Cached HasPropertyNode has) {
            return has.execute(target, key);
        }

        @Specialization(guards = "!isJSObject(target)")
        @TruffleBoundary
        static boolean ofOther(@SuppressWarnings("unused") Object thisValue, @SuppressWarnings("unused") Object target, @SuppressWarnings("unused") Object key) {
            throw notAnObject("has");
        }

        static boolean isJSObject(Object value) {
            return value instanceof JSObject;
        }
    }
}
