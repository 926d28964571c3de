package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSWeakMap;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.language.runtime.WeakTable;

/** Properties of the WeakMap prototype (ECMA-262 §24.3.3). */
final class WeakMapPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.WEAK_MAP)
            .method("delete", 1, (realm, thisValue, args) -> table(thisValue, "delete").remove(args.get(0)))
            .method("get", 1, (realm, thisValue, args) -> orUndefined(table(thisValue, "get").get(args.get(0))))
            .method("getOrInsert", 2, WeakMapPrototype::getOrInsert)
            .method("getOrInsertComputed", 2, WeakMapPrototype::getOrInsertComputed)
            .method("has", 1, (realm, thisValue, args) -> table(thisValue, "has").get(args.get(0)) != null)
            .method("set", 2, (realm, thisValue, args) -> {
                table(thisValue, "set").put(requireKey(args.get(0)), args.get(1));
                return thisValue;
            })
            .toStringTag("WeakMap");

    private WeakMapPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.WEAK_MAP_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        return prototype;
    }

    private static WeakTable table(Object value, String method) {
        if (value instanceof JSWeakMap map) {
            return map.table();
        }
        throw Errors.typeError("Method WeakMap.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    private static Object orUndefined(Object value) {
        return value == null ? Undefined.INSTANCE : value;
    }

    private static Object requireKey(Object key) {
        if (!WeakTable.canBeHeldWeakly(key)) {
            throw Errors.typeError("Invalid value used as weak map key");
        }
        return key;
    }

    /** §24.3.3.4. */
    private static Object getOrInsert(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        WeakTable table = table(thisValue, "getOrInsert");
        Object present = table.get(requireKey(args.get(0)));
        if (present != null) {
            return present;
        }
        table.put(args.get(0), args.get(1));
        return args.get(1);
    }

    /** §24.3.3.5. */
    private static Object getOrInsertComputed(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        WeakTable table = table(thisValue, "getOrInsertComputed");
        Object key = requireKey(args.get(0));
        ArrayCallbacks.requireCallable(args.get(1));
        Object present = table.get(key);
        if (present != null) {
            return present;
        }
        Object value = ObjectOperations.call(args.get(1), Undefined.INSTANCE, key);
        table.put(key, value);
        return value;
    }
}
