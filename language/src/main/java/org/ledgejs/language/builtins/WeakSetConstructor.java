package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSWeakSet;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.WeakTable;

/** The WeakSet constructor and prototype (ECMA-262 §24.4). */
final class WeakSetConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("WeakSet", 0, WeakSetConstructor::construct);
    private static final PropertyTable PROTOTYPE = new PropertyTable()
            .method("add", 1, (realm, thisValue, args) -> {
                WeakTable table = table(thisValue, "add");
                if (!WeakTable.canBeHeldWeakly(args.get(0))) {
                    throw Errors.typeError("Invalid value used in weak set");
                }
                table.put(args.get(0), true);
                return thisValue;
            })
            .intrinsic("constructor", Intrinsic.WEAK_SET)
            .method("delete", 1, (realm, thisValue, args) -> table(thisValue, "delete").remove(args.get(0)))
            .method("has", 1, (realm, thisValue, args) -> table(thisValue, "has").get(args.get(0)) != null)
            .toStringTag("WeakSet");

    private WeakSetConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.WEAK_SET, Intrinsic.WEAK_SET_PROTOTYPE, CONSTRUCTOR, new PropertyTable());
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.WEAK_SET_PROTOTYPE, JSObject.create(realm));
        PROTOTYPE.define(realm, prototype);
        return prototype;
    }

    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor WeakSet requires 'new'");
        }
        JSWeakSet set = JSWeakSet.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.WEAK_SET_PROTOTYPE));
        SetConstructor.addValues(set, args.get(0));
        return set;
    }

    private static WeakTable table(Object value, String method) {
        if (value instanceof JSWeakSet set) {
            return set.table();
        }
        throw Errors.typeError("Method WeakSet.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }
}
