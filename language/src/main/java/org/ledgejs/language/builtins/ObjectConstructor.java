package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSProxy;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** The Object constructor and its properties (ECMA-262 §20.1.1, §20.1.2). */
final class ObjectConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Object", 1, ObjectConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("assign", 2, ObjectConstructor::assign)
            .method("create", 2, ObjectConstructor::createObject)
            .method("defineProperties", 2, (realm, thisValue, args) -> defineProperties(requireObject(args.get(0), "Object.defineProperties"), realm, args.get(1)))
            .method("defineProperty", 3, ObjectConstructor::defineProperty)
            .method("entries", 1, (realm, thisValue, args) -> enumerable(realm, args, ObjectOperations.Kind.ENTRIES))
            .method("freeze", 1, (realm, thisValue, args) -> setIntegrity(args.get(0), true))
            .method("fromEntries", 1, ObjectConstructor::fromEntries)
            .method("getOwnPropertyDescriptor", 2, ObjectConstructor::getOwnPropertyDescriptor)
            .method("getOwnPropertyDescriptors", 1, ObjectConstructor::getOwnPropertyDescriptors)
            .method("getOwnPropertyNames", 1, (realm, thisValue, args) -> ownKeys(realm, args.get(0), false))
            .method("getOwnPropertySymbols", 1, (realm, thisValue, args) -> ownKeys(realm, args.get(0), true))
            .method("getPrototypeOf", 1, ObjectConstructor::getPrototypeOf)
            .method("groupBy", 2, ObjectConstructor::groupBy)
            .method("hasOwn", 2, ObjectConstructor::hasOwn)
            .method("is", 2, (realm, thisValue, args) -> Comparison.sameValue(args.get(0), args.get(1)))
            .method("isExtensible", 1, (realm, thisValue, args) -> args.get(0) instanceof JSObject o && o.isExtensible())
            .method("isFrozen", 1, (realm, thisValue, args) -> !(args.get(0) instanceof JSObject o) || ObjectOperations.testIntegrityLevel(o, true))
            .method("isSealed", 1, (realm, thisValue, args) -> !(args.get(0) instanceof JSObject o) || ObjectOperations.testIntegrityLevel(o, false))
            .method("keys", 1, (realm, thisValue, args) -> enumerable(realm, args, ObjectOperations.Kind.KEYS))
            .method("preventExtensions", 1, ObjectConstructor::preventExtensions)
            .method("seal", 1, (realm, thisValue, args) -> setIntegrity(args.get(0), false))
            .method("setPrototypeOf", 2, ObjectConstructor::setPrototypeOf)
            .method("values", 1, (realm, thisValue, args) -> enumerable(realm, args, ObjectOperations.Kind.VALUES));

    private ObjectConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.OBJECT, Intrinsic.OBJECT_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §20.1.1.1. */
    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        if (newTarget != null && newTarget != args.callee()) {
            return JSObject.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.OBJECT_PROTOTYPE));
        }
        Object value = args.get(0);
        if (value == Undefined.INSTANCE || value == Null.INSTANCE) {
            return JSObject.create(realm);
        }
        return ObjectOperations.isObject(value) ? value : Conversions.toObject(realm, value);
    }

    /** §20.1.2.1. */
    private static Object assign(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject target = Conversions.toObject(realm, args.get(0));
        for (int i = 1; i < args.count(); i++) {
            Object source = args.get(i);
            if (source == Undefined.INSTANCE || source == Null.INSTANCE) {
                continue;
            }
            JSObject from = Conversions.toObject(realm, source);
            for (Object key : from.ownPropertyKeys()) {
                PropertyDescriptor own = from.getOwnProperty(key);
                if (own != null && own.isEnumerable()) {
                    ObjectOperations.set(target, key, from.get(key), true);
                }
            }
        }
        return target;
    }

    /** §20.1.2.2. */
    private static Object createObject(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Object prototype = args.get(0);
        if (!(prototype instanceof JSObject) && prototype != Null.INSTANCE) {
            throw Errors.typeError("Object prototype may only be an Object or null: " + Errors.describe(prototype));
        }
        JSObject object = JSObject.create(prototype instanceof JSObject p ? p : null);
        return args.get(1) == Undefined.INSTANCE ? object : defineProperties(object, realm, args.get(1));
    }

    /** ObjectDefineProperties (§20.1.2.3.1). */
    private static Object defineProperties(JSObject object, Realm realm, Object properties) {
        JSObject source = Conversions.toObject(realm, properties);
        List<Object> keys = new ArrayList<>();
        List<PropertyDescriptor> descriptors = new ArrayList<>();
        for (Object key : source.ownPropertyKeys()) {
            PropertyDescriptor own = source.getOwnProperty(key);
            if (own != null && own.isEnumerable()) {
                keys.add(key);
                descriptors.add(ObjectOperations.toPropertyDescriptor(source.get(key)));
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            ObjectOperations.definePropertyOrThrow(object, keys.get(i), descriptors.get(i));
        }
        return object;
    }

    /** §20.1.2.4. */
    private static Object defineProperty(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject object = requireObject(args.get(0), "Object.defineProperty");
        Object key = Conversions.toPropertyKey(args.get(1));
        ObjectOperations.definePropertyOrThrow(object, key, ObjectOperations.toPropertyDescriptor(args.get(2)));
        return object;
    }

    /** §20.1.2.5, §20.1.2.18, §20.1.2.23. */
    private static Object enumerable(Realm realm, Args args, ObjectOperations.Kind kind) {
        return ObjectOperations.createArrayFromList(realm, ObjectOperations.enumerableOwnProperties(Conversions.toObject(realm, args.get(0)), kind));
    }

    /** §20.1.2.6, §20.1.2.22. */
    private static Object setIntegrity(Object value, boolean frozen) {
        if (value instanceof JSObject object && !ObjectOperations.setIntegrityLevel(object, frozen)) {
            throw Errors.typeError("Cannot " + (frozen ? "freeze" : "seal"));
        }
        return value;
    }

    /** §20.1.2.7. */
    private static Object fromEntries(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        ObjectOperations.requireObjectCoercible(args.get(0));
        JSObject object = JSObject.create(realm);
        Iteration.forEach(args.get(0), item -> {
            if (!ObjectOperations.isObject(item)) {
                throw Errors.typeError("Iterator value " + Errors.describe(item) + " is not an entry object");
            }
            Object key = ObjectOperations.get(item, PropertyKey.of(0));
            Object value = ObjectOperations.get(item, PropertyKey.of(1));
            ObjectOperations.createDataPropertyOrThrow(object, Conversions.toPropertyKey(key), value);
        });
        return object;
    }

    /** §20.1.2.8. */
    private static Object getOwnPropertyDescriptor(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, args.get(0));
        PropertyDescriptor own = object.getOwnProperty(Conversions.toPropertyKey(args.get(1)));
        return own == null ? Undefined.INSTANCE : ObjectOperations.fromPropertyDescriptor(realm, own);
    }

    /** §20.1.2.9. */
    private static Object getOwnPropertyDescriptors(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, args.get(0));
        JSObject result = JSObject.create(realm);
        for (Object key : object.ownPropertyKeys()) {
            PropertyDescriptor own = object.getOwnProperty(key);
            if (own != null) {
                ObjectOperations.createDataPropertyOrThrow(result, key, ObjectOperations.fromPropertyDescriptor(realm, own));
            }
        }
        return result;
    }

    /** GetOwnPropertyKeys (§20.1.2.11.1). */
    private static JSArray ownKeys(Realm realm, Object value, boolean symbols) {
        List<Object> keys = new ArrayList<>();
        for (Object key : Conversions.toObject(realm, value).ownPropertyKeys()) {
            if (key instanceof Symbol == symbols) {
                keys.add(PropertyKey.toValue(key));
            }
        }
        return ObjectOperations.createArrayFromList(realm, keys);
    }

    /** §20.1.2.12. */
    private static Object getPrototypeOf(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject prototype = Conversions.toObject(realm, args.get(0)).getPrototypeOf();
        return prototype == null ? Null.INSTANCE : prototype;
    }

    /** §20.1.2.13. */
    private static Object groupBy(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject object = JSObject.create((JSObject) null);
        Grouping.groupBy(args.get(0), args.get(1), Conversions::toPropertyKey,
                (key, items) -> ObjectOperations.createDataPropertyOrThrow(object, key, ObjectOperations.createArrayFromList(realm, items)));
        return object;
    }

    /** §20.1.2.14. */
    private static Object hasOwn(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, args.get(0));
        return object.getOwnProperty(Conversions.toPropertyKey(args.get(1))) != null;
    }

    /** §20.1.2.20. */
    private static Object preventExtensions(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        if (args.get(0) instanceof JSObject object && !object.preventExtensions()) {
            throw Errors.typeError(object instanceof JSProxy ? "'preventExtensions' on proxy: trap returned falsish" : "Cannot prevent extensions");
        }
        return args.get(0);
    }

    /** §20.1.2.24. */
    private static Object setPrototypeOf(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Object value = args.get(0);
        ObjectOperations.requireObjectCoercible(value);
        Object prototype = args.get(1);
        if (!(prototype instanceof JSObject) && prototype != Null.INSTANCE) {
            throw Errors.typeError("Object prototype may only be an Object or null: " + Errors.describe(prototype));
        }
        if (value instanceof JSObject object) {
            setPrototypeOrThrow(object, prototype instanceof JSObject p ? p : null);
        }
        return value;
    }

    static void setPrototypeOrThrow(JSObject object, JSObject prototype) {
        if (!object.setPrototypeOf(prototype)) {
            throw Errors.typeError(object instanceof JSProxy ? "'setPrototypeOf' on proxy: trap returned falsish" : !object.isExtensible() ? "#<" + object.className() + "> is not extensible"
                    : object.getPrototypeOf() == null ? "Immutable prototype object 'Object.prototype' cannot have their prototype set"
                    : "Cyclic __proto__ value");
        }
    }

    private static JSObject requireObject(Object value, String method) {
        if (value instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError(method + " called on non-object");
    }
}
