package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The JSON object (ECMA-262 §25.5). */
final class JSONObject {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("parse", 2, JSONObject::parse)
            .method("stringify", 3, (realm, thisValue, args) -> JSONSerializer.stringify(realm, args.get(0), args.get(1), args.get(2)))
            .toStringTag("JSON");

    private JSONObject() { }

    static JSObject create(Realm realm) {
        JSObject json = JSObject.create(realm);
        TABLE.define(realm, json);
        return json;
    }

    /** §25.5.1. */
    private static Object parse(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Object value = new JSONParser(realm, Conversions.toJavaString(args.get(0))).parse();
        Object reviver = args.get(1);
        if (!ObjectOperations.isCallable(reviver)) {
            return value;
        }
        JSObject root = JSObject.create(realm);
        ObjectOperations.createDataProperty(root, Strings.EMPTY, value);
        return revive(root, Strings.EMPTY, reviver);
    }

    /** InternalizeJSONProperty (§25.5.1.1). */
    private static Object revive(JSObject holder, Object key, Object reviver) {
        Object value = holder.get(key);
        if (value instanceof JSObject object) {
            if (ObjectOperations.isArray(object)) {
                long length = ObjectOperations.lengthOfArrayLike(object);
                for (long i = 0; i < length; i++) {
                    reviveProperty(object, PropertyKey.of(i), reviver);
                }
            } else {
                for (Object name : ObjectOperations.enumerableOwnProperties(object, ObjectOperations.Kind.KEYS)) {
                    reviveProperty(object, Conversions.toPropertyKey(name), reviver);
                }
            }
        }
        return ObjectOperations.call(reviver, holder, PropertyKey.toValue(key), value);
    }

    private static void reviveProperty(JSObject object, Object key, Object reviver) {
        Object revived = revive(object, key, reviver);
        if (revived == Undefined.INSTANCE) {
            object.delete(key);
        } else {
            ObjectOperations.createDataProperty(object, key, revived);
        }
    }
}
