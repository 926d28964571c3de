package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;

/** The Boolean constructor (ECMA-262 §20.3.1). */
final class BooleanConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Boolean", 1, BooleanConstructor::construct);

    private BooleanConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.BOOLEAN, Intrinsic.BOOLEAN_PROTOTYPE, CONSTRUCTOR, new PropertyTable());
    }

    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        boolean value = Conversions.toBoolean(args.get(0));
        return newTarget == null ? (Object) value
                : JSPrimitiveWrapper.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.BOOLEAN_PROTOTYPE), value);
    }
}
