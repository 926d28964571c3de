package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.ObjectPrototypeObject;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the Object prototype (ECMA-262 §20.1.3, Annex B.2.2). */
final class ObjectPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.OBJECT)
            .method("__defineGetter__", 2, (realm, thisValue, args) -> defineAccessor(realm, thisValue, args, true))
            .method("__defineSetter__", 2, (realm, thisValue, args) -> defineAccessor(realm, thisValue, args, false))
            .method("hasOwnProperty", 1, ObjectPrototype::hasOwnProperty)
            .method("__lookupGetter__", 1, (realm, thisValue, args) -> lookupAccessor(realm, thisValue, args, true))
            .method("__lookupSetter__", 1, (realm, thisValue, args) -> lookupAccessor(realm, thisValue, args, false))
            .method("isPrototypeOf", 1, ObjectPrototype::isPrototypeOf)
            .method("propertyIsEnumerable", 1, ObjectPrototype::propertyIsEnumerable)
            .method("toString", 0, ObjectPrototype::objectToString)
            .method("valueOf", 0, (realm, thisValue, args) -> Conversions.toObject(realm, thisValue))
            .accessor("__proto__", ObjectPrototype::getProto, ObjectPrototype::setProto)
            .method("toLocaleString", 0, (realm, thisValue, args) -> ObjectOperations.invoke(thisValue, PropertyKey.of("toString")));

    private ObjectPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.OBJECT_PROTOTYPE, new ObjectPrototypeObject());
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** §20.1.3.2. */
    private static Object hasOwnProperty(Realm realm, Object thisValue, Args args) {
        Object key = Conversions.toPropertyKey(args.get(0));
        return Conversions.toObject(realm, thisValue).getOwnProperty(key) != null;
    }

    /** §20.1.3.3. */
    private static Object isPrototypeOf(Realm realm, Object thisValue, Args args) {
        if (!(args.get(0) instanceof JSObject value)) {
            return false;
        }
        JSObject object = Conversions.toObject(realm, thisValue);
        for (JSObject p = value.getPrototypeOf(); p != null; p = p.getPrototypeOf()) {
            if (p == object) {
                return true;
            }
        }
        return false;
    }

    /** §20.1.3.4. */
    private static Object propertyIsEnumerable(Realm realm, Object thisValue, Args args) {
        Object key = Conversions.toPropertyKey(args.get(0));
        PropertyDescriptor own = Conversions.toObject(realm, thisValue).getOwnProperty(key);
        return own != null && own.isEnumerable();
    }

    /** §20.1.3.6. */
    static Object objectToString(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        if (thisValue == Undefined.INSTANCE) {
            return Strings.of("[object Undefined]");
        }
        if (thisValue == Null.INSTANCE) {
            return Strings.of("[object Null]");
        }
        JSObject object = Conversions.toObject(realm, thisValue);
        String builtinTag = ObjectOperations.isArray(object) ? "Array" : object.isCallable() ? "Function" : builtinTag(object.className());
        Object tag = object.get(Symbol.TO_STRING_TAG);
        return Strings.of("[object " + (tag instanceof TruffleString ? Conversions.toJavaString(tag) : builtinTag) + "]");
    }

    private static String builtinTag(String className) {
        return switch (className) {
            case "Arguments", "Error", "Boolean", "Number", "String", "Date", "RegExp" -> className;
            default -> "Object";
        };
    }

    /** §20.1.3.8.1. */
    private static Object getProto(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSObject prototype = Conversions.toObject(realm, thisValue).getPrototypeOf();
        return prototype == null ? Null.INSTANCE : prototype;
    }

    /** §20.1.3.8.2. */
    private static Object setProto(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        ObjectOperations.requireObjectCoercible(thisValue);
        Object value = args.get(0);
        if (!(value instanceof JSObject || value == Null.INSTANCE) || !(thisValue instanceof JSObject object)) {
            return Undefined.INSTANCE;
        }
        ObjectConstructor.setPrototypeOrThrow(object, value instanceof JSObject prototype ? prototype : null);
        return Undefined.INSTANCE;
    }

    /** §20.1.3.9.1, §20.1.3.9.2. */
    private static Object defineAccessor(Realm realm, Object thisValue, Args args, boolean getter) {
        JSObject object = Conversions.toObject(realm, thisValue);
        Object function = args.get(1);
        if (!ObjectOperations.isCallable(function)) {
            throw Errors.typeError("Object.prototype.__define" + (getter ? "Getter" : "Setter") + "__: Expecting function");
        }
        PropertyDescriptor descriptor = getter ? PropertyDescriptor.accessor(function, null, true, true)
                : PropertyDescriptor.accessor(null, function, true, true);
        ObjectOperations.definePropertyOrThrow(object, Conversions.toPropertyKey(args.get(0)), descriptor);
        return Undefined.INSTANCE;
    }

    /** §20.1.3.9.3, §20.1.3.9.4. */
    private static Object lookupAccessor(Realm realm, Object thisValue, Args args, boolean getter) {
        JSObject object = Conversions.toObject(realm, thisValue);
        Object key = Conversions.toPropertyKey(args.get(0));
        for (JSObject o = object; o != null; o = o.getPrototypeOf()) {
            PropertyDescriptor own = o.getOwnProperty(key);
            if (own != null) {
                return own.isAccessor() ? (getter ? own.get() : own.set()) : Undefined.INSTANCE;
            }
        }
        return Undefined.INSTANCE;
    }
}
