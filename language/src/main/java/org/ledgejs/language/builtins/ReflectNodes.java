package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.ops.HasPropertyNode;
import org.ledgejs.language.ops.KeyGuards;
import org.ledgejs.language.ops.SetPropertyNode;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;

/** Reflect.get, set and has (ECMA-262 §28.1.5, §28.1.12, §28.1.8) as nodes: what traps of proxies hand on with. */
final class ReflectNodes {
    static final int KEYS = 3;

    private ReflectNodes() { }

    private static JSException notAnObject(String method) {
        return Errors.typeError("Reflect." + method + " called on non-object");
    }

    /** Reflect.get: target, key, and the receiver if there is one. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    @ImportStatic({ReflectNodes.class, KeyGuards.class})
    abstract static class Get extends JSNode {
        static JSNode create(JSNode[] arguments) {
            return ReflectNodesFactory.GetNodeGen.create(arguments);
        }

        private static Object receiver(JSObject target, Object[] rest) {
            return rest.length > 0 ? rest[0] : target;
        }

        @Specialization(guards = {"get != null", "isSameKey(key, cachedKey)"}, limit = "KEYS")
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
            return KeyGuards.isName(key) ? GetPropertyNode.create(key) : null;
        }
    }

    /** Reflect.set: target, key, value, and the receiver if there is one. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    @ImportStatic({ReflectNodes.class, KeyGuards.class})
    abstract static class Set extends JSNode {
        static JSNode create(JSNode[] arguments) {
            return ReflectNodesFactory.SetNodeGen.create(arguments);
        }

        static boolean isReceiver(JSObject target, Object[] rest) {
            return rest.length == 0 || rest[0] == target;
        }

        @Specialization(guards = {"isReceiver(target, rest)", "set != null", "isSameKey(key, cachedKey)"}, limit = "KEYS")
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
            return KeyGuards.isName(key) ? SetPropertyNode.create(key, false) : null;
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
