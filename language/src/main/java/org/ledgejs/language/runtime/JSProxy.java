package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

/** A Proxy exotic object (ECMA-262 §10.5): every internal method asks a trap and checks that the answer keeps the invariants. */
public final class JSProxy extends JSObject {
    private static final Shape PROXY_ROOT = shapeBuilder().shapeFlags(EXOTIC_ELEMENTS).build();

    private final boolean callable;
    private final boolean constructor;
    /** Null once revoked. */
    private JSObject target;
    private JSObject handler;

    private JSProxy(JSObject target, JSObject handler) {
        super(PROXY_ROOT, null);
        this.target = target;
        this.handler = handler;
        this.callable = target.isCallable();
        this.constructor = target.isConstructor();
    }

    /** ProxyCreate (§10.5.14). */
    @TruffleBoundary
    public static JSProxy create(Object target, Object handler) {
        if (!ObjectOperations.isObject(target) || !ObjectOperations.isObject(handler)) {
            throw Errors.typeError("Cannot create proxy with a non-object as target or handler");
        }
        return new JSProxy(Conversions.toObject(target), Conversions.toObject(handler));
    }

    public void revoke() {
        target = null;
        handler = null;
    }

    /** Null once revoked. */
    public JSObject target() {
        return target;
    }

    /** Null once revoked. */
    public JSObject handler() {
        return handler;
    }

    /** The target. @throws JSException TypeError once revoked */
    public JSObject checkedTarget(String operation) {
        if (handler == null) {
            throw Errors.typeError("Cannot perform '" + operation + "' on a proxy that has been revoked");
        }
        return target;
    }

    /** The trap, or Undefined. Asking for it may revoke the proxy: the operation goes on with the target and handler it began with. */
    private Object trap(String name) {
        checkedTarget(name);
        return ObjectOperations.getMethod(handler, PropertyKey.of(name));
    }

    private static JSException broken(String trap, String text) {
        return Errors.typeError("'" + trap + "' on proxy: " + text);
    }

    private static String quoted(Object key) {
        return "'" + PropertyKey.toDisplay(key) + "'";
    }

    @Override
    public String className() {
        return callable ? "Function" : "Object";
    }

    @Override
    public boolean hasOrdinaryNamedProperties() {
        return false;
    }

    @Override
    public boolean hasOrdinaryElements() {
        return false;
    }

    @Override
    protected boolean hasExoticPrototype() {
        return true;
    }

    @Override
    @TruffleBoundary
    public JSObject getPrototypeOf() {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("getPrototypeOf");
        if (trap == Undefined.INSTANCE) {
            return t.getPrototypeOf();
        }
        Object result = ObjectOperations.call(trap, h, t);
        if (!(result instanceof JSObject) && result != Null.INSTANCE) {
            throw broken("getPrototypeOf", "trap returned neither object nor null");
        }
        JSObject prototype = result instanceof JSObject object ? object : null;
        if (!t.isExtensible() && t.getPrototypeOf() != prototype) {
            throw broken("getPrototypeOf", "proxy target is non-extensible but the trap did not return its actual prototype");
        }
        return prototype;
    }

    @Override
    @TruffleBoundary
    public boolean setPrototypeOf(JSObject value) {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("setPrototypeOf");
        if (trap == Undefined.INSTANCE) {
            return t.setPrototypeOf(value);
        }
        if (!Conversions.toBoolean(ObjectOperations.call(trap, h, t, value == null ? Null.INSTANCE : value))) {
            return false;
        }
        if (!t.isExtensible() && t.getPrototypeOf() != value) {
            throw broken("setPrototypeOf", "trap returned truish for setting a new prototype on the non-extensible proxy target");
        }
        return true;
    }

    @Override
    @TruffleBoundary
    public boolean isExtensible() {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("isExtensible");
        if (trap == Undefined.INSTANCE) {
            return t.isExtensible();
        }
        boolean result = Conversions.toBoolean(ObjectOperations.call(trap, h, t));
        if (result != t.isExtensible()) {
            throw broken("isExtensible", "trap result does not reflect extensibility of proxy target (which is '" + t.isExtensible() + "')");
        }
        return result;
    }

    @Override
    @TruffleBoundary
    public boolean preventExtensions() {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("preventExtensions");
        if (trap == Undefined.INSTANCE) {
            return t.preventExtensions();
        }
        boolean result = Conversions.toBoolean(ObjectOperations.call(trap, h, t));
        if (result && t.isExtensible()) {
            throw broken("preventExtensions", "trap returned truish but the proxy target is extensible");
        }
        return result;
    }

    @Override
    @TruffleBoundary
    public PropertyDescriptor getOwnProperty(Object key) {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("getOwnPropertyDescriptor");
        if (trap == Undefined.INSTANCE) {
            return t.getOwnProperty(key);
        }
        Object answer = ObjectOperations.call(trap, h, t, PropertyKey.toValue(key));
        if (!(answer instanceof JSObject) && answer != Undefined.INSTANCE) {
            throw broken("getOwnPropertyDescriptor", "trap returned neither object nor undefined for property " + quoted(key));
        }
        PropertyDescriptor actual = t.getOwnProperty(key);
        if (answer == Undefined.INSTANCE) {
            checkMayBeAbsent(t, key, actual, "getOwnPropertyDescriptor", "trap returned undefined");
            return null;
        }
        boolean extensible = t.isExtensible();
        PropertyDescriptor result = complete(ObjectOperations.toPropertyDescriptor(answer));
        if (!OrdinaryObject.validateAndApply(null, key, extensible, result, actual)) {
            throw broken("getOwnPropertyDescriptor", "trap returned descriptor for property " + quoted(key)
                    + " that is incompatible with the existing property in the proxy target");
        }
        if (!result.isConfigurable()) {
            if (actual == null || actual.isConfigurable()) {
                throw broken("getOwnPropertyDescriptor", "trap reported non-configurability for property " + quoted(key)
                        + " which is either non-existent or configurable in the proxy target");
            }
            if (result.writable() != null && !result.isWritable() && actual.isWritable()) {
                throw broken("getOwnPropertyDescriptor", "trap reported non-configurable and writable for property " + quoted(key)
                        + " which is non-configurable, non-writable in the proxy target");
            }
        }
        return result;
    }

    private static void checkMayBeAbsent(JSObject t, Object key, PropertyDescriptor actual, String trap, String what) {
        if (actual == null) {
            return;
        }
        if (!actual.isConfigurable()) {
            throw broken(trap, what + " for property " + quoted(key) + (trap.equals("has") ? " which exists in the proxy target as non-configurable" : " which is non-configurable in the proxy target"));
        }
        if (!t.isExtensible()) {
            throw broken(trap, what + " for property " + quoted(key) + " but the proxy target is not extensible");
        }
    }

    /** CompletePropertyDescriptor (§6.2.6.6). */
    private static PropertyDescriptor complete(PropertyDescriptor d) {
        if (d.isAccessor()) {
            return PropertyDescriptor.accessor(d.get() == null ? Undefined.INSTANCE : d.get(), d.set() == null ? Undefined.INSTANCE : d.set(),
                    d.isEnumerable(), d.isConfigurable());
        }
        return PropertyDescriptor.data(d.value() == null ? Undefined.INSTANCE : d.value(), d.isWritable(), d.isEnumerable(), d.isConfigurable());
    }

    @Override
    @TruffleBoundary
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("defineProperty");
        if (trap == Undefined.INSTANCE) {
            return t.defineOwnProperty(key, descriptor);
        }
        Object object = ObjectOperations.fromPropertyDescriptor(Realm.get(null), descriptor);
        if (!Conversions.toBoolean(ObjectOperations.call(trap, h, t, PropertyKey.toValue(key), object))) {
            return false;
        }
        PropertyDescriptor actual = t.getOwnProperty(key);
        boolean settingNotConfigurable = descriptor.configurable() != null && !descriptor.isConfigurable();
        if (actual == null) {
            if (!t.isExtensible()) {
                throw broken("defineProperty", "trap returned truish for adding property " + quoted(key) + "  to the non-extensible proxy target");
            }
            if (settingNotConfigurable) {
                throw definedNotConfigurable(key);
            }
            return true;
        }
        if (!OrdinaryObject.validateAndApply(null, key, t.isExtensible(), descriptor, actual)) {
            throw broken("defineProperty", "trap returned truish for adding property " + quoted(key)
                    + "  that is incompatible with the existing property in the proxy target");
        }
        if (settingNotConfigurable && actual.isConfigurable()) {
            throw definedNotConfigurable(key);
        }
        if (actual.isData() && !actual.isConfigurable() && actual.isWritable() && descriptor.writable() != null && !descriptor.isWritable()) {
            throw broken("defineProperty", "trap returned truish for defining non-configurable property " + quoted(key)
                    + " which cannot be non-writable");
        }
        return true;
    }

    private static JSException definedNotConfigurable(Object key) {
        return broken("defineProperty", "trap returned truish for defining non-configurable property " + quoted(key)
                + " which is either non-existent or configurable in the proxy target");
    }

    @Override
    @TruffleBoundary
    public boolean hasProperty(Object key) {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("has");
        if (trap == Undefined.INSTANCE) {
            return t.hasProperty(key);
        }
        boolean result = Conversions.toBoolean(ObjectOperations.call(trap, h, t, PropertyKey.toValue(key)));
        if (!result) {
            checkAbsent(t, key);
        }
        return result;
    }

    /** Step 9 of [[HasProperty]] (§10.5.7). @throws JSException TypeError if the trap must not deny the property */
    @TruffleBoundary
    public static void checkAbsent(JSObject target, Object key) {
        checkMayBeAbsent(target, key, target.getOwnProperty(key), "has", "trap returned falsish");
    }

    @Override
    @TruffleBoundary
    public Object get(Object key, Object receiver) {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("get");
        if (trap == Undefined.INSTANCE) {
            return t.get(key, receiver);
        }
        Object result = ObjectOperations.call(trap, h, t, PropertyKey.toValue(key), receiver);
        checkRead(t, key, result);
        return result;
    }

    /** Steps 9 and 10 of [[Get]] (§10.5.8). @throws JSException TypeError if the trap must not answer this */
    @TruffleBoundary
    public static void checkRead(JSObject target, Object key, Object result) {
        PropertyDescriptor actual = target.getOwnProperty(key);
        if (actual != null && !actual.isConfigurable()) {
            if (actual.isData() && !actual.isWritable() && !Comparison.sameValue(result, actual.value())) {
                throw broken("get", "property " + quoted(key) + " is a read-only and non-configurable data property on the proxy target "
                        + "but the proxy did not return its actual value (expected '" + Errors.describe(actual.value()) + "' but got '"
                        + Errors.describe(result) + "')");
            }
            if (actual.isAccessor() && actual.get() == Undefined.INSTANCE && result != Undefined.INSTANCE) {
                throw broken("get", "property " + quoted(key) + " is a non-configurable accessor property on the proxy target and does not have "
                        + "a getter function, but the trap did not return 'undefined' (got '" + Errors.describe(result) + "')");
            }
        }
    }

    @Override
    @TruffleBoundary
    public boolean set(Object key, Object value, Object receiver) {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("set");
        if (trap == Undefined.INSTANCE) {
            return t.set(key, value, receiver);
        }
        if (!Conversions.toBoolean(ObjectOperations.call(trap, h, t, PropertyKey.toValue(key), value, receiver))) {
            return false;
        }
        checkWritten(t, key, value);
        return true;
    }

    /** Steps 10 and 11 of [[Set]] (§10.5.9). @throws JSException TypeError if the trap must not say that it wrote this */
    @TruffleBoundary
    public static void checkWritten(JSObject target, Object key, Object value) {
        PropertyDescriptor actual = target.getOwnProperty(key);
        if (actual != null && !actual.isConfigurable()) {
            if (actual.isData() && !actual.isWritable() && !Comparison.sameValue(value, actual.value())) {
                throw broken("set", "trap returned truish for property " + quoted(key)
                        + " which exists in the proxy target as a non-configurable and non-writable data property with a different value");
            }
            if (actual.isAccessor() && actual.set() == Undefined.INSTANCE) {
                throw broken("set", "trap returned truish for property " + quoted(key)
                        + " which exists in the proxy target as a non-configurable and non-writable accessor property without a setter");
            }
        }
    }

    @Override
    @TruffleBoundary
    public boolean delete(Object key) {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("deleteProperty");
        if (trap == Undefined.INSTANCE) {
            return t.delete(key);
        }
        if (!Conversions.toBoolean(ObjectOperations.call(trap, h, t, PropertyKey.toValue(key)))) {
            return false;
        }
        checkMayBeAbsent(t, key, t.getOwnProperty(key), "deleteProperty", "trap returned truish");
        return true;
    }

    @Override
    @TruffleBoundary
    public List<Object> ownPropertyKeys() {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("ownKeys");
        if (trap == Undefined.INSTANCE) {
            return t.ownPropertyKeys();
        }
        Object answer = ObjectOperations.call(trap, h, t);
        List<Object> result = new ArrayList<>();
        Set<Object> unchecked = new HashSet<>();
        for (Object value : ObjectOperations.createListFromArrayLike(answer)) {
            if (!(value instanceof TruffleString) && !(value instanceof Symbol)) {
                throw Errors.typeError(Errors.describe(value) + " is not a valid property name");
            }
            Object key = Conversions.toPropertyKey(value);
            if (!unchecked.add(key)) {
                throw broken("ownKeys", "trap returned duplicate entries");
            }
            result.add(key);
        }
        checkOwnKeys(t, unchecked);
        return result;
    }

    private static void checkOwnKeys(JSObject t, Set<Object> unchecked) {
        boolean extensible = t.isExtensible();
        List<Object> configurable = new ArrayList<>();
        List<Object> fixed = new ArrayList<>();
        for (Object key : t.ownPropertyKeys()) {
            PropertyDescriptor descriptor = t.getOwnProperty(key);
            (descriptor != null && !descriptor.isConfigurable() ? fixed : configurable).add(key);
        }
        for (Object key : fixed) {
            if (!unchecked.remove(key)) {
                throw broken("ownKeys", "trap result did not include " + quoted(key));
            }
        }
        if (extensible) {
            return;
        }
        for (Object key : configurable) {
            if (!unchecked.remove(key)) {
                throw broken("ownKeys", "trap result did not include " + quoted(key));
            }
        }
        if (!unchecked.isEmpty()) {
            throw broken("ownKeys", "trap returned extra keys but proxy target is non-extensible");
        }
    }

    @Override
    public boolean isCallable() {
        return callable;
    }

    @Override
    public boolean isConstructor() {
        return constructor;
    }

    @Override
    @TruffleBoundary
    public Object call(Object thisValue, Object... arguments) {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("apply");
        if (trap == Undefined.INSTANCE) {
            return ObjectOperations.call(t, thisValue, arguments);
        }
        return ObjectOperations.call(trap, h, t, thisValue, JSArray.create(Realm.get(null), arguments));
    }

    @Override
    @TruffleBoundary
    public Object construct(Object[] arguments, JSObject newTarget) {
        JSObject t = target;
        Object h = handler;
        Object trap = trap("construct");
        if (trap == Undefined.INSTANCE) {
            return t.construct(arguments, newTarget);
        }
        Object result = ObjectOperations.call(trap, h, t, JSArray.create(Realm.get(null), arguments), newTarget);
        if (!ObjectOperations.isObject(result)) {
            throw Errors.typeError("'construct' on proxy: trap returned non-object ('" + Errors.describe(result) + "')");
        }
        return result;
    }
}
