package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** The Reflect object (ECMA-262 §28.1). */
final class ReflectObject {
    private static final PropertyTable TABLE = new PropertyTable()
            .node("apply", 3, 3, FunctionCallNodes.ReflectApply::create).passingOn()
            .method("construct", 2, ReflectObject::construct)
            .method("defineProperty", 3, (realm, thisValue, args) -> {
                JSObject target = target(args, "defineProperty");
                Object key = Conversions.toPropertyKey(args.get(1));
                return target.defineOwnProperty(key, ObjectOperations.toPropertyDescriptor(args.get(2)));
            })
            .method("deleteProperty", 2, (realm, thisValue, args) -> target(args, "deleteProperty").delete(Conversions.toPropertyKey(args.get(1))))
            .nodeWithRest("get", 2, 2, ReflectNodes.Get::create)
            .method("getOwnPropertyDescriptor", 2, (realm, thisValue, args) -> {
                PropertyDescriptor own = target(args, "getOwnPropertyDescriptor").getOwnProperty(Conversions.toPropertyKey(args.get(1)));
                return own == null ? Undefined.INSTANCE : ObjectOperations.fromPropertyDescriptor(realm, own);
            })
            .method("getPrototypeOf", 1, (realm, thisValue, args) -> {
                JSObject prototype = target(args, "getPrototypeOf").getPrototypeOf();
                return prototype == null ? Null.INSTANCE : prototype;
            })
            .node("has", 2, 2, ReflectNodes.Has::create)
            .method("isExtensible", 1, (realm, thisValue, args) -> target(args, "isExtensible").isExtensible())
            .method("ownKeys", 1, ReflectObject::ownKeys)
            .method("preventExtensions", 1, (realm, thisValue, args) -> target(args, "preventExtensions").preventExtensions())
            .nodeWithRest("set", 3, 3, ReflectNodes.Set::create)
            .method("setPrototypeOf", 2, ReflectObject::setPrototypeOf)
            .toStringTag("Reflect");

    private ReflectObject() { }

    static JSObject create(Realm realm) {
        JSObject reflect = JSObject.create(realm);
        TABLE.define(realm, reflect);
        return reflect;
    }

    private static JSObject target(Args args, String method) {
        if (args.get(0) instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError("Reflect." + method + " called on non-object");
    }

    /** §28.1.2. */
    private static Object construct(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject target = constructor(realm, args.get(0));
        JSObject newTarget = args.has(2) ? constructor(realm, args.get(2)) : target;
        return ObjectOperations.construct(target, ObjectOperations.createListFromArrayLike(args.get(1)), newTarget);
    }

    private static JSObject constructor(Realm realm, Object value) {
        if (!ObjectOperations.isConstructor(value)) {
            throw Errors.typeError(Errors.describe(value) + " is not a constructor");
        }
        return Conversions.toObject(realm, value);
    }

    /** §28.1.10. */
    private static Object ownKeys(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        List<Object> keys = new ArrayList<>();
        for (Object key : target(args, "ownKeys").ownPropertyKeys()) {
            keys.add(PropertyKey.toValue(key));
        }
        return ObjectOperations.createArrayFromList(realm, keys);
    }

    /** §28.1.13. */
    private static Object setPrototypeOf(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject target = target(args, "setPrototypeOf");
        Object prototype = args.get(1);
        if (!(prototype instanceof JSObject) && prototype != Null.INSTANCE) {
            throw Errors.typeError("Object prototype may only be an Object or null: " + Errors.describe(prototype));
        }
        return target.setPrototypeOf(prototype instanceof JSObject p ? p : null);
    }
}
