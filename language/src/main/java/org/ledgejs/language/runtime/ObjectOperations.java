package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/** Operations on objects (ECMA-262 §7.3 and the object parts of §7.2), for every value. */
public final class ObjectOperations {
    private static final Object[] NO_ARGUMENTS = new Object[0];
    private static final TruffleString LENGTH = Strings.constant("length");
    private static final TruffleString CONSTRUCTOR = Strings.constant("constructor");
    private static final TruffleString PROTOTYPE = Strings.constant("prototype");

    /** What EnumerableOwnProperties lists. */
    public enum Kind { KEYS, VALUES, ENTRIES }

    private ObjectOperations() { }

    /** Type(value) is Object: ours, or one from outside. */
    public static boolean isObject(Object value) {
        return value instanceof JSObject || ForeignValues.isForeign(value);
    }

    /** IsCallable (§7.2.3). */
    public static boolean isCallable(Object value) {
        return value instanceof JSObject object ? object.isCallable() : ForeignValues.isForeign(value) && ForeignValues.isCallable(value);
    }

    /** IsConstructor (§7.2.4). */
    public static boolean isConstructor(Object value) {
        return value instanceof JSObject object ? object.isConstructor() : ForeignValues.isForeign(value) && ForeignValues.isConstructor(value);
    }

    /** IsArray (§7.2.2). @throws JSException TypeError for a revoked proxy */
    @TruffleBoundary
    public static boolean isArray(Object value) {
        return switch (value) {
            case JSArray a -> true;
            case JSProxy p -> isArray(p.checkedTarget("IsArray"));
            case ForeignObject f -> ForeignValues.isArray(f.delegate());
            default -> ForeignValues.isForeign(value) && ForeignValues.isArray(value);
        };
    }

    /** RequireObjectCoercible (§7.2.1). */
    public static Object requireObjectCoercible(Object value) {
        if (Comparison.isNullish(value)) {
            throw Errors.typeError("Cannot convert undefined or null to object");
        }
        return value;
    }

    /** As above, for a method of a prototype: "String.prototype.at called on null or undefined". */
    public static Object requireObjectCoercible(Object value, String method) {
        if (Comparison.isNullish(value)) {
            throw Errors.typeError(method + " called on null or undefined");
        }
        return value;
    }

    /** GetV (§7.3.3): of any value. @param key as {@link PropertyKey} says */
    @TruffleBoundary
    public static Object get(Object value, Object key) {
        if (value instanceof JSObject object) {
            return object.get(key, object);
        }
        if (Comparison.isNullish(value)) {
            throw Errors.cannotRead(value, key, null);
        }
        if (ForeignValues.isForeign(value)) {
            return ForeignValues.get(value, key);
        }
        if (value instanceof TruffleString string) {
            Object own = JSPrimitiveWrapper.stringProperty(string, key);
            if (own != null) {
                return own;
            }
        }
        return JSPrimitiveWrapper.prototypeOf(Realm.get(null), value).get(key, value);
    }

    /** Get (§7.3.2) of a name that is no array index. */
    @TruffleBoundary
    public static Object get(JSObject object, String name) {
        return object.get(PropertyKey.of(name), object);
    }

    /** Set (§7.3.4). @param throwing whether a refusal is a TypeError */
    @TruffleBoundary
    public static boolean set(JSObject object, Object key, Object value, boolean throwing) {
        boolean success = object.set(key, value, object);
        if (!success && throwing) {
            throw Errors.readOnly(object, key, null);
        }
        return success;
    }

    /** PutValue to a property of any value (§6.2.5.6). */
    @TruffleBoundary
    public static boolean setV(Object base, Object key, Object value, boolean throwing) {
        boolean success;
        if (base instanceof JSObject object) {
            success = object.set(key, value, object);
        } else if (Comparison.isNullish(base)) {
            throw Errors.cannotSet(base, key, null);
        } else if (ForeignValues.isForeign(base)) {
            success = ForeignValues.set(base, key, value);
        } else {
            success = !(base instanceof TruffleString string && JSPrimitiveWrapper.stringProperty(string, key) != null)
                    && JSPrimitiveWrapper.prototypeOf(Realm.get(null), base).set(key, value, base);
        }
        if (!success && throwing) {
            throw Errors.readOnly(base, key, null);
        }
        return success;
    }

    /** CreateDataProperty (§7.3.5). */
    @TruffleBoundary
    public static boolean createDataProperty(JSObject object, Object key, Object value) {
        return object.defineOwnProperty(key, PropertyDescriptor.data(value, true, true, true));
    }

    /** CreateDataPropertyOrThrow (§7.3.7). */
    @TruffleBoundary
    public static void createDataPropertyOrThrow(JSObject object, Object key, Object value) {
        definePropertyOrThrow(object, key, PropertyDescriptor.data(value, true, true, true));
    }

    /** DefinePropertyOrThrow (§7.3.8). */
    @TruffleBoundary
    public static void definePropertyOrThrow(JSObject object, Object key, PropertyDescriptor descriptor) {
        if (!object.defineOwnProperty(key, descriptor)) {
            if (!(object instanceof JSProxy) && !object.isExtensible() && object.getOwnProperty(key) == null) {
                throw Errors.typeError("Cannot define property " + Errors.keyText(key) + ", object is not extensible");
            }
            throw object instanceof JSProxy ? Errors.typeError("'defineProperty' on proxy: trap returned falsish for property '" + Errors.keyText(key) + "'")
                    : Errors.typeError("Cannot redefine property: " + Errors.keyText(key));
        }
    }

    /** DeletePropertyOrThrow (§7.3.9). */
    @TruffleBoundary
    public static void deletePropertyOrThrow(JSObject object, Object key) {
        if (!object.delete(key)) {
            throw Errors.cannotDelete(object, key, null);
        }
    }

    /** GetMethod (§7.3.10): callable, or Undefined. */
    @TruffleBoundary
    public static Object getMethod(Object value, Object key) {
        Object method = get(value, key);
        if (Comparison.isNullish(method)) {
            return Undefined.INSTANCE;
        }
        if (!isCallable(method)) {
            throw Errors.typeError(Errors.describe(method) + " is not a function");
        }
        return method;
    }

    /** Call (§7.3.13). */
    @TruffleBoundary
    public static Object call(Object function, Object thisValue, Object... arguments) {
        if (function instanceof JSObject object) {
            return object.call(thisValue, arguments);
        }
        if (!isCallable(function)) {
            throw Errors.notAFunction(function, null);
        }
        return ForeignValues.call(function, arguments);
    }

    /** Construct (§7.3.14). */
    @TruffleBoundary
    public static Object construct(JSObject function, Object[] arguments, JSObject newTarget) {
        return function.construct(arguments, newTarget);
    }

    public static Object construct(JSObject function, Object... arguments) {
        return construct(function, arguments, function);
    }

    /** Invoke (§7.3.19). */
    @TruffleBoundary
    public static Object invoke(Object value, Object key, Object... arguments) {
        Object function = get(value, key);
        if (!isCallable(function)) {
            throw Errors.notAFunction(Errors.keyText(key));
        }
        return call(function, value, arguments);
    }

    public static Object invoke(Object value, String name, Object... arguments) {
        return invoke(value, PropertyKey.of(name), arguments);
    }

    /** LengthOfArrayLike (§7.3.17). */
    @TruffleBoundary
    public static long lengthOfArrayLike(JSObject object) {
        return object instanceof JSArray array ? array.length() : Conversions.toLength(object.get(LENGTH, object));
    }

    /** CreateArrayFromList (§7.3.16): the array keeps the array of values. */
    public static JSArray createArrayFromList(Realm realm, Object... values) {
        return JSArray.create(realm, values);
    }

    @TruffleBoundary
    public static JSArray createArrayFromList(Realm realm, List<?> values) {
        return JSArray.create(realm, values.toArray());
    }

    /** CreateListFromArrayLike (§7.3.18). */
    @TruffleBoundary
    public static Object[] createListFromArrayLike(Object value) {
        if (!isObject(value)) {
            throw Errors.typeError("CreateListFromArrayLike called on non-object");
        }
        JSObject object = Conversions.toObject(value);
        long length = lengthOfArrayLike(object);
        if (length > Integer.MAX_VALUE >> 2) {
            throw Errors.rangeError("Invalid array length");
        }
        Object[] list = new Object[(int) length];
        for (int i = 0; i < list.length; i++) {
            list[i] = object.getIndex(i);
        }
        return list;
    }

    /** SpeciesConstructor (§7.3.23). @param fallback the default constructor */
    @TruffleBoundary
    public static JSObject speciesConstructor(JSObject object, Intrinsic fallback) {
        Object constructor = object.get(CONSTRUCTOR, object);
        if (constructor == Undefined.INSTANCE) {
            return Realm.get(null).intrinsic(fallback);
        }
        if (!isObject(constructor)) {
            throw Errors.typeError("The .constructor property is not an object");
        }
        Object species = get(constructor, Symbol.SPECIES);
        if (Comparison.isNullish(species)) {
            return Realm.get(null).intrinsic(fallback);
        }
        if (species instanceof JSObject result && result.isConstructor()) {
            return result;
        }
        throw Errors.typeError("object.constructor[Symbol.species] is not a constructor");
    }

    /** GetPrototypeFromConstructor (§10.1.14). */
    @TruffleBoundary
    public static JSObject prototypeFromConstructor(JSObject newTarget, Intrinsic fallback) {
        return newTarget.get(PROTOTYPE, newTarget) instanceof JSObject prototype ? prototype : functionRealm(newTarget).intrinsic(fallback);
    }

    /** GetFunctionRealm (§7.3.25). */
    @TruffleBoundary
    public static Realm functionRealm(JSObject function) {
        return switch (function) {
            case JSFunction f -> f.realm();
            case JSBoundFunction b -> functionRealm(b.target());
            case JSWrappedFunction w -> w.realm();
            case JSProxy p -> functionRealm(p.checkedTarget("GetFunctionRealm"));
            default -> Realm.get(null);
        };
    }

    /** CopyDataProperties (§7.3.26). @param excluded property keys */
    @TruffleBoundary
    public static void copyDataProperties(JSObject target, Object source, List<Object> excluded) {
        if (Comparison.isNullish(source)) {
            return;
        }
        JSObject from = Conversions.toObject(source);
        for (Object key : from.ownPropertyKeys()) {
            if (excluded.contains(key)) {
                continue;
            }
            PropertyDescriptor descriptor = from.getOwnProperty(key);
            if (descriptor != null && descriptor.isEnumerable()) {
                createDataProperty(target, key, from.get(key, from));
            }
        }
    }

    /** SetIntegrityLevel (§7.3.15). @param frozen frozen rather than sealed */
    @TruffleBoundary
    public static boolean setIntegrityLevel(JSObject object, boolean frozen) {
        if (!object.preventExtensions()) {
            return false;
        }
        if (object instanceof JSArray array) {
            array.setElementsIntegrity(frozen);
        }
        PropertyDescriptor sealed = new PropertyDescriptor(null, null, null, null, null, false);
        PropertyDescriptor constant = new PropertyDescriptor(null, null, null, false, null, false);
        for (Object key : object.ownPropertyKeys()) {
            if (!frozen) {
                definePropertyOrThrow(object, key, sealed);
                continue;
            }
            PropertyDescriptor current = object.getOwnProperty(key);
            if (current != null) {
                definePropertyOrThrow(object, key, current.isAccessor() ? sealed : constant);
            }
        }
        return true;
    }

    /** TestIntegrityLevel (§7.3.16). */
    @TruffleBoundary
    public static boolean testIntegrityLevel(JSObject object, boolean frozen) {
        if (object.isExtensible()) {
            return false;
        }
        for (Object key : object.ownPropertyKeys()) {
            PropertyDescriptor current = object.getOwnProperty(key);
            if (current != null && (current.isConfigurable() || frozen && current.isData() && current.isWritable())) {
                return false;
            }
        }
        return true;
    }

    /** EnumerableOwnProperties (§7.3.24). */
    @TruffleBoundary
    public static List<Object> enumerableOwnProperties(JSObject object, Kind kind) {
        Realm realm = Realm.get(null);
        List<Object> result = new ArrayList<>();
        for (Object key : object.ownPropertyKeys()) {
            if (key instanceof Symbol) {
                continue;
            }
            PropertyDescriptor descriptor = object.getOwnProperty(key);
            if (descriptor == null || !descriptor.isEnumerable()) {
                continue;
            }
            result.add(switch (kind) {
                case KEYS -> PropertyKey.toValue(key);
                case VALUES -> object.get(key, object);
                case ENTRIES -> createArrayFromList(realm, PropertyKey.toValue(key), object.get(key, object));
            });
        }
        return result;
    }

    /** HasOwnProperty (§7.3.12). */
    @TruffleBoundary
    public static boolean hasOwnProperty(JSObject object, Object key) {
        return object.getOwnProperty(key) != null;
    }

    /** FromPropertyDescriptor (§6.2.6.4): an object, or Undefined for null. */
    @TruffleBoundary
    public static Object fromPropertyDescriptor(Realm realm, PropertyDescriptor descriptor) {
        if (descriptor == null) {
            return Undefined.INSTANCE;
        }
        JSObject object = JSObject.create(realm);
        field(object, "value", descriptor.value());
        field(object, "writable", descriptor.writable());
        field(object, "get", descriptor.get());
        field(object, "set", descriptor.set());
        field(object, "enumerable", descriptor.enumerable());
        field(object, "configurable", descriptor.configurable());
        return object;
    }

    private static void field(JSObject object, String name, Object value) {
        if (value != null) {
            object.define(PropertyKey.of(name), value, PropertyFlags.DEFAULT);
        }
    }

    /** ToPropertyDescriptor (§6.2.6.5). */
    @TruffleBoundary
    public static PropertyDescriptor toPropertyDescriptor(Object value) {
        if (!(value instanceof JSObject object)) {
            throw Errors.typeError("Property description must be an object: " + Errors.describe(value));
        }
        Boolean enumerable = flag(object, "enumerable");
        Boolean configurable = flag(object, "configurable");
        Object data = present(object, "value");
        Boolean writable = flag(object, "writable");
        Object get = present(object, "get");
        if (get != null && get != Undefined.INSTANCE && !isCallable(get)) {
            throw Errors.typeError("Getter must be a function: " + Errors.describe(get));
        }
        Object set = present(object, "set");
        if (set != null && set != Undefined.INSTANCE && !isCallable(set)) {
            throw Errors.typeError("Setter must be a function: " + Errors.describe(set));
        }
        if ((get != null || set != null) && (data != null || writable != null)) {
            throw Errors.typeError("Invalid property descriptor. Cannot both specify accessors and a value or writable attribute");
        }
        return new PropertyDescriptor(data, get, set, writable, enumerable, configurable);
    }

    private static Object present(JSObject object, String name) {
        TruffleString key = PropertyKey.of(name);
        return object.hasProperty(key) ? object.get(key, object) : null;
    }

    private static Boolean flag(JSObject object, String name) {
        Object value = present(object, name);
        return value == null ? null : (Boolean) Conversions.toBoolean(value);
    }

    /** The text SetFunctionName gives a function for a property key or private name. */
    @TruffleBoundary
    public static TruffleString functionName(Object key, String prefix) {
        TruffleString name = switch (key) {
            case TruffleString s -> s;
            case Symbol symbol -> symbol.description() instanceof TruffleString s ? Strings.of("[" + Strings.java(s) + "]") : Strings.EMPTY;
            default -> Strings.of(key.toString());
        };
        return prefix == null ? name : Strings.concat(Strings.of(prefix + " "), name);
    }

    /** SetFunctionName (§10.2.9). @param prefix "get", "set", or null */
    @TruffleBoundary
    public static void setFunctionName(JSObject function, Object key, String prefix) {
        function.define(FunctionShapes.NAME_KEY, functionName(key, prefix), PropertyFlags.CONFIGURABLE_ONLY);
    }

    // Private elements live in the object's shape under the key of their PrivateName.

    /** PrivateGet (§7.3.31). */
    @TruffleBoundary
    public static Object privateGet(Object object, PrivateName name) {
        Object stored = privateStored(object, name, "read", "from");
        if (name.isField()) {
            return stored;
        }
        if (name.method != null) {
            return name.method;
        }
        if (name.getter == null) {
            throw Errors.typeError("'" + name + "' was defined without a getter");
        }
        return call(name.getter, object, NO_ARGUMENTS);
    }

    private static Object privateStored(Object object, PrivateName name, String verb, String preposition) {
        Object stored = object instanceof JSObject o ? Properties.stored(o, name.key) : null;
        if (stored == null) {
            if (Comparison.isNullish(object)) {
                throw verb.equals("read") ? Errors.cannotRead(object, name, null) : Errors.cannotSet(object, name, null);
            }
            throw Errors.typeError("Cannot " + verb + " private member " + name + " " + preposition + " an object whose class did not declare it");
        }
        return stored;
    }

    /** PrivateSet (§7.3.32). */
    @TruffleBoundary
    public static void privateSet(Object object, PrivateName name, Object value) {
        privateStored(object, name, "write", "to");
        if (name.isField()) {
            Properties.write((JSObject) object, name.key, value);
        } else if (name.method != null) {
            throw Errors.typeError("Private method '" + name + "' is not writable");
        } else if (name.setter == null) {
            throw Errors.typeError("'" + name + "' was defined without a setter");
        } else {
            call(name.setter, object, value);
        }
    }

    /** PrivateFieldAdd, PrivateMethodOrAccessorAdd (§7.3.28 f.). @param value of a field; ignored for a method or accessor */
    @TruffleBoundary
    public static void privateAdd(JSObject object, PrivateName name, Object value) {
        if (Properties.has(object, name.key)) {
            throw Errors.typeError("Cannot initialize " + name + " twice on the same object");
        }
        if ((object.getShape().getFlags() & JSObject.NOT_EXTENSIBLE) != 0) {
            throw Errors.typeError("Cannot define private element " + name + ", object is not extensible");
        }
        Properties.put(object, name.key, name.isField() ? value : Undefined.INSTANCE, PropertyFlags.DEFAULT);
    }

    public static boolean privateHas(Object object, PrivateName name) {
        if (!(object instanceof JSObject o)) {
            throw Errors.notSearchable(name, object, null);
        }
        return Properties.has(o, name.key);
    }
}
