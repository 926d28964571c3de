package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.strings.TruffleString;

/** Values of hosts and other languages: telling them apart, turning them into ours where the language has such values. */
public final class ForeignValues {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    private ForeignValues() { }

    /** Neither an object nor a primitive of the language. */
    public static boolean isForeign(Object value) {
        return !(value instanceof JSObject || value instanceof Integer || value instanceof TruffleString || value instanceof Double
                || value instanceof Boolean || value == Undefined.INSTANCE || value == Null.INSTANCE || value instanceof Symbol || value instanceof BigInt);
    }

    /** A value from outside as guest code shall see it: host numbers, strings and nulls become ours. */
    @TruffleBoundary
    public static Object toGuest(Object value) {
        return switch (value) {
            case null -> Undefined.INSTANCE;
            case Long l -> l >= -MAX_SAFE_INTEGER && l <= MAX_SAFE_INTEGER ? Conversions.number((long) l) : BigInt.of(l);
            case Byte b -> (int) b;
            case Short s -> (int) s;
            case Float f -> Conversions.number((double) f);
            case Double d -> Conversions.number((double) d);
            case Character c -> Strings.of(String.valueOf(c));
            case String s -> Strings.of(s);
            case TruffleString s -> s.switchEncodingUncached(Strings.ENCODING);
            case JSException e -> e.value();
            default -> isForeign(value) ? foreignToGuest(value) : value;
        };
    }

    private static Object foreignToGuest(Object value) {
        try {
            if (INTEROP.isNull(value)) {
                return Null.INSTANCE;
            }
            if (INTEROP.isBoolean(value)) {
                return INTEROP.asBoolean(value);
            }
            if (INTEROP.isString(value)) {
                return INTEROP.asTruffleString(value).switchEncodingUncached(Strings.ENCODING);
            }
            if (INTEROP.isNumber(value) && !INTEROP.hasMembers(value)) {
                return number(value);
            }
            return value;
        } catch (UnsupportedMessageException e) {
            return value;
        }
    }

    private static Object number(Object value) throws UnsupportedMessageException {
        if (INTEROP.fitsInInt(value)) {
            return INTEROP.asInt(value);
        }
        if (INTEROP.fitsInDouble(value)) {
            return Conversions.number(INTEROP.asDouble(value));
        }
        if (INTEROP.fitsInBigInteger(value)) {
            return BigInt.of(INTEROP.asBigInteger(value));
        }
        return value;
    }

    /** The primitive a foreign object stands for; else its text. */
    @TruffleBoundary
    public static Object toPrimitive(Object value, Conversions.Hint hint) {
        Object converted = toGuest(value);
        if (!isForeign(converted)) {
            return converted;
        }
        try {
            if (INTEROP.isNumber(value)) {
                return number(value);
            }
            if (hint != Conversions.Hint.STRING && INTEROP.isInstant(value)) {
                return (double) INTEROP.asInstant(value).toEpochMilli();
            }
        } catch (UnsupportedMessageException e) {
            // Its text then.
        }
        return toText(value);
    }

    /** Its display string. */
    @TruffleBoundary
    public static TruffleString toText(Object value) {
        try {
            return INTEROP.asTruffleString(INTEROP.toDisplayString(value, true)).switchEncodingUncached(Strings.ENCODING);
        } catch (UnsupportedMessageException e) {
            return Strings.of("[foreign object]");
        }
    }

    @TruffleBoundary
    public static boolean toBoolean(Object value) {
        Object converted = toGuest(value);
        return isForeign(converted) || Conversions.toBoolean(converted);
    }

    @TruffleBoundary
    public static boolean isNull(Object value) {
        return INTEROP.isNull(value);
    }

    @TruffleBoundary
    public static boolean isCallable(Object value) {
        return INTEROP.isExecutable(value);
    }

    @TruffleBoundary
    public static boolean isConstructor(Object value) {
        return INTEROP.isInstantiable(value);
    }

    @TruffleBoundary
    public static boolean isArray(Object value) {
        return INTEROP.hasArrayElements(value);
    }

    /** The same foreign object. */
    @TruffleBoundary
    public static boolean isIdentical(Object a, Object b) {
        return a == b || INTEROP.isIdentical(a, b, INTEROP);
    }

    /** A hash that agrees with {@link #isIdentical}. */
    @TruffleBoundary
    public static int identityHash(Object value) {
        try {
            return INTEROP.hasIdentity(value) ? INTEROP.identityHashCode(value) : System.identityHashCode(value);
        } catch (UnsupportedMessageException e) {
            return System.identityHashCode(value);
        }
    }

    /** instanceof with a foreign class; a foreign function that is none has no instances. */
    @TruffleBoundary
    public static boolean isInstance(Object value, Object type) {
        try {
            if (INTEROP.isMetaObject(type)) {
                return INTEROP.isMetaInstance(type, value);
            }
        } catch (UnsupportedMessageException e) {
            return false;
        }
        if (!isCallable(type) && !isConstructor(type)) {
            throw Errors.typeError("Right-hand side of 'instanceof' is not callable");
        }
        return false;
    }

    @TruffleBoundary
    public static Object call(Object callee, Object... arguments) {
        try {
            return toGuest(INTEROP.execute(callee, arguments));
        } catch (ArityException | UnsupportedTypeException e) {
            throw Errors.typeError(e.getMessage());
        } catch (UnsupportedMessageException e) {
            throw Errors.notAFunction(callee, null);
        }
    }

    @TruffleBoundary
    public static Object construct(Object callee, Object... arguments) {
        try {
            return toGuest(INTEROP.instantiate(callee, arguments));
        } catch (ArityException | UnsupportedTypeException e) {
            throw Errors.typeError(e.getMessage());
        } catch (UnsupportedMessageException e) {
            throw Errors.notAConstructor(callee, null);
        }
    }

    /** An element or member; undefined if there is none. @param key as {@link PropertyKey} says */
    @TruffleBoundary
    public static Object get(Object object, Object key) {
        try {
            if (key instanceof Long index && INTEROP.hasArrayElements(object)) {
                return INTEROP.isArrayElementReadable(object, index) ? toGuest(INTEROP.readArrayElement(object, index)) : Undefined.INSTANCE;
            }
            if (INTEROP.hasHashEntries(object) && INTEROP.isHashEntryReadable(object, PropertyKey.toValue(key))) {
                return toGuest(INTEROP.readHashValue(object, PropertyKey.toValue(key)));
            }
            if (key instanceof Symbol) {
                return prototypeProperty(object, key);
            }
            String name = key.toString();
            if (INTEROP.isMemberReadable(object, name)) {
                return toGuest(INTEROP.readMember(object, name));
            }
            if (name.equals("length")) {
                return length(object);
            }
            return prototypeProperty(object, key);
        } catch (InteropException e) {
            return Undefined.INSTANCE;
        }
    }

    private static Object length(Object object) throws UnsupportedMessageException {
        return INTEROP.hasArrayElements(object) ? Conversions.number(INTEROP.getArraySize(object)) : Undefined.INSTANCE;
    }

    /** Foreign arrays, functions and iterables have the methods of ours. */
    private static Object prototypeProperty(Object object, Object key) {
        JSObject prototype = prototype(object);
        return prototype == null ? Undefined.INSTANCE : prototype.get(key, object);
    }

    /** The prototype whose methods a foreign object has, or null. */
    @TruffleBoundary
    public static JSObject prototype(Object object) {
        Realm realm = Realm.get(null);
        if (INTEROP.hasArrayElements(object)) {
            return realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE);
        }
        if (INTEROP.isExecutable(object) || INTEROP.isInstantiable(object)) {
            return realm.intrinsic(Intrinsic.FUNCTION_PROTOTYPE);
        }
        if (JSForeignIterator.isIterable(object)) {
            return realm.intrinsic(Intrinsic.FOREIGN_ITERABLE_PROTOTYPE);
        }
        return INTEROP.isNull(object) ? null : realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE);
    }

    /** @return false if the object refused */
    @TruffleBoundary
    public static boolean set(Object object, Object key, Object value) {
        try {
            if (key instanceof Long index && INTEROP.hasArrayElements(object)) {
                INTEROP.writeArrayElement(object, index, value);
            } else if (!(key instanceof Symbol) && INTEROP.isMemberWritable(object, key.toString())) {
                INTEROP.writeMember(object, key.toString(), value);
            } else if (INTEROP.hasHashEntries(object)) {
                INTEROP.writeHashEntry(object, PropertyKey.toValue(key), value);
            } else {
                return false;
            }
            return true;
        } catch (UnsupportedTypeException e) {
            throw Errors.typeError(e.getMessage());
        } catch (InteropException e) {
            return false;
        }
    }

    @TruffleBoundary
    public static boolean has(Object object, Object key) {
        if (key instanceof Long index && INTEROP.hasArrayElements(object)) {
            return INTEROP.isArrayElementExisting(object, index);
        }
        return !(key instanceof Symbol) && INTEROP.isMemberExisting(object, key.toString())
                || INTEROP.hasHashEntries(object) && INTEROP.isHashEntryExisting(object, PropertyKey.toValue(key));
    }

    @TruffleBoundary
    public static boolean delete(Object object, Object key) {
        try {
            if (key instanceof Long index && INTEROP.hasArrayElements(object)) {
                INTEROP.removeArrayElement(object, index);
            } else if (!(key instanceof Symbol) && INTEROP.isMemberRemovable(object, key.toString())) {
                INTEROP.removeMember(object, key.toString());
            } else if (INTEROP.hasHashEntries(object) && INTEROP.isHashEntryRemovable(object, PropertyKey.toValue(key))) {
                INTEROP.removeHashEntry(object, PropertyKey.toValue(key));
            } else {
                return !has(object, key);
            }
            return true;
        } catch (InteropException e) {
            return false;
        }
    }

    /** An object of ours in front of a foreign one, for operations that need a JSObject. */
    public static JSObject wrap(Realm realm, Object value) {
        return new ForeignObject(realm, value);
    }
}
