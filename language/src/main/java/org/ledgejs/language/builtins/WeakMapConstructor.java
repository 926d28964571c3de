package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSWeakMap;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;

/** The WeakMap constructor (ECMA-262 §24.3.1). */
final class WeakMapConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("WeakMap", 0, WeakMapConstructor::construct);

    private WeakMapConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.WEAK_MAP, Intrinsic.WEAK_MAP_PROTOTYPE, CONSTRUCTOR, new PropertyTable());
    }

    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor WeakMap requires 'new'");
        }
        JSWeakMap map = JSWeakMap.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.WEAK_MAP_PROTOTYPE));
        MapConstructor.addEntries(map, args.get(0), "set");
        return map;
    }
}
