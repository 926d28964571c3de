package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.strings.TruffleString;

/** The properties of objects as members, with the semantics of the language: what the interop messages of {@link JSObject} and of the global bindings do. */
public final class InteropMembers {
    private static final TruffleString CONSTRUCTOR = Strings.constant("constructor");

    private InteropMembers() { }

    static Object key(String member) {
        return PropertyKey.of(Strings.of(member));
    }

    static Object names(JSObject object) {
        return new InteropArray(enumerableNames(object));
    }

    /** Own names, without the indices of what has array elements. */
    @TruffleBoundary
    public static Object[] enumerableNames(JSObject object) {
        List<Object> names = new ArrayList<>();
        boolean elements = object instanceof JSArray || object instanceof JSArguments || object instanceof JSTypedArray;
        for (Object key : object.ownPropertyKeys()) {
            if (key instanceof Symbol || elements && key instanceof Long) {
                continue;
            }
            if (isEnumerable(object, key)) {
                names.add(PropertyKey.toValue(key));
            }
        }
        return names.toArray();
    }

    private static boolean isEnumerable(JSObject object, Object key) {
        if (object.hasOrdinaryNamedProperties() && object.hasOrdinaryElements()) {
            return PropertyFlags.enumerable(OrdinaryObject.ownFlags(object, key));
        }
        PropertyDescriptor descriptor = object.getOwnProperty(key);
        return descriptor != null && descriptor.isEnumerable();
    }

    @TruffleBoundary
    public static boolean isReadable(JSObject object, String member) {
        return object.hasProperty(key(member));
    }

    @TruffleBoundary
    public static Object read(JSObject object, String member) throws UnknownIdentifierException {
        Object key = key(member);
        Object value = object.get(key, object);
        if (value == Undefined.INSTANCE && !object.hasProperty(key)) {
            throw UnknownIdentifierException.create(member);
        }
        return value;
    }

    /** A property that an assignment would change. */
    @TruffleBoundary
    public static boolean isModifiable(JSObject object, String member) {
        Object key = key(member);
        if (object instanceof JSProxy) {
            return object.hasProperty(key);
        }
        for (JSObject o = object; o != null; o = o.prototype()) {
            if (o instanceof JSProxy) {
                return o.hasProperty(key);
            }
            PropertyDescriptor descriptor = o.getOwnProperty(key);
            if (descriptor != null) {
                return descriptor.isAccessor() ? descriptor.set() != Undefined.INSTANCE
                        : descriptor.isWritable() && !(object instanceof JSModuleNamespace) && (o == object || object.isExtensible());
            }
        }
        return false;
    }

    @TruffleBoundary
    public static boolean isInsertable(JSObject object, String member) {
        return object.isExtensible() && !object.hasProperty(key(member));
    }

    @TruffleBoundary
    public static void write(JSObject object, String member, Object value) throws UnsupportedMessageException, UnknownIdentifierException {
        if (!object.set(key(member), ForeignValues.toGuest(value), object)) {
            if (object.hasProperty(key(member))) {
                throw UnsupportedMessageException.create();
            }
            throw UnknownIdentifierException.create(member);
        }
    }

    @TruffleBoundary
    public static boolean isRemovable(JSObject object, String member) {
        PropertyDescriptor descriptor = object.getOwnProperty(key(member));
        return descriptor != null && descriptor.isConfigurable();
    }

    @TruffleBoundary
    public static void remove(JSObject object, String member) throws UnsupportedMessageException, UnknownIdentifierException {
        if (object.getOwnProperty(key(member)) == null) {
            throw UnknownIdentifierException.create(member);
        }
        if (!object.delete(key(member))) {
            throw UnsupportedMessageException.create();
        }
    }

    @TruffleBoundary
    public static boolean isInvocable(JSObject object, String member) {
        Object method = object instanceof JSProxy ? object.get(key(member), object) : peek(object, key(member));
        return isExecutable(method);
    }

    @TruffleBoundary
    public static Object invoke(JSObject object, String member, Object[] arguments) throws UnknownIdentifierException, UnsupportedMessageException {
        Object method = object.get(key(member), object);
        if (method == Undefined.INSTANCE && !object.hasProperty(key(member))) {
            throw UnknownIdentifierException.create(member);
        }
        if (!isExecutable(method)) {
            throw UnsupportedMessageException.create();
        }
        return call(method, object, arguments);
    }

    /** May be called without new. */
    public static boolean isExecutable(Object value) {
        return switch (value) {
            case JSFunction function -> !function.data().kind().isClassConstructor();
            case JSBoundFunction bound -> isExecutable(bound.target());
            case JSProxy proxy -> proxy.isCallable() && (proxy.target() == null || isExecutable(proxy.target()));
            default -> ObjectOperations.isCallable(value);
        };
    }

    /** Calls with undefined as this. */
    public static Object callExecutable(Object function, Object[] arguments) throws UnsupportedMessageException {
        if (!isExecutable(function)) {
            throw UnsupportedMessageException.create();
        }
        return call(function, Undefined.INSTANCE, arguments);
    }

    @TruffleBoundary
    static Object call(Object function, Object thisValue, Object[] arguments) {
        try {
            return ObjectOperations.call(function, thisValue, toGuest(arguments));
        } finally {
            settle();
        }
    }

    @TruffleBoundary
    static Object construct(JSObject constructor, Object[] arguments) {
        try {
            return constructor.construct(toGuest(arguments), constructor);
        } finally {
            settle();
        }
    }

    static Object[] toGuest(Object[] arguments) {
        Object[] result = new Object[arguments.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ForeignValues.toGuest(arguments[i]);
        }
        return result;
    }

    /** A call from outside ends: promise jobs run, unless guest code is still waiting further down the stack. */
    @TruffleBoundary
    static void settle() {
        Agent agent = Agent.get(null);
        if (agent.hasJobs() && !isGuestRunning()) {
            agent.settle();
        }
    }

    private static boolean isGuestRunning() {
        return Truffle.getRuntime().iterateFrames(frame -> frame.getCallTarget() instanceof RootCallTarget target
                && target.getRootNode().getLanguageInfo() != null ? Boolean.TRUE : null) != null;
    }

    @TruffleBoundary
    public static boolean hasReadSideEffects(JSObject object, String member) {
        return object instanceof JSProxy || isAccessor(object, key(member));
    }

    private static boolean isAccessor(JSObject object, Object key) {
        for (JSObject o = object; o != null && !(o instanceof JSProxy); o = o.prototype()) {
            PropertyDescriptor descriptor = o.getOwnProperty(key);
            if (descriptor != null) {
                return descriptor.isAccessor();
            }
        }
        return false;
    }

    /** A data property, own or inherited, read without running anything; else undefined. */
    @TruffleBoundary
    static Object peek(JSObject object, Object key) {
        for (JSObject o = object; o != null && !(o instanceof JSProxy); o = o.prototype()) {
            PropertyDescriptor descriptor = o.getOwnProperty(key);
            if (descriptor != null) {
                return descriptor.isAccessor() ? Undefined.INSTANCE : descriptor.value();
            }
        }
        return Undefined.INSTANCE;
    }

    @TruffleBoundary
    static boolean isIterable(JSObject object) {
        return !(object instanceof JSModuleNamespace) && ObjectOperations.isCallable(peek(object, Symbol.ITERATOR));
    }

    /** An iterator whose results are there when they are asked for. */
    @TruffleBoundary
    static boolean isIterator(JSObject object) {
        return !(object instanceof JSModuleNamespace) && ObjectOperations.isCallable(peek(object, Iteration.NEXT))
                && !ObjectOperations.isCallable(peek(object, Symbol.ASYNC_ITERATOR));
    }

    /** The class of a value as a meta object: its constructor, or null. */
    @TruffleBoundary
    public static JSObject metaObject(Object value) {
        JSObject start = prototypeOf(value);
        return start != null && peek(start, CONSTRUCTOR) instanceof JSFunction constructor && constructor.isConstructor() ? constructor : null;
    }

    /** Where the methods of a value come from, without asking anybody; null where there are none, or only a trap knows. */
    @TruffleBoundary
    static JSObject prototypeOf(Object value) {
        if (value instanceof JSObject object) {
            return object instanceof JSModuleNamespace || object instanceof JSProxy ? null : object.prototype();
        }
        return Comparison.isNullish(value) || ForeignValues.isForeign(value) ? null : JSPrimitiveWrapper.prototypeOf(Realm.get(null), value);
    }
}
