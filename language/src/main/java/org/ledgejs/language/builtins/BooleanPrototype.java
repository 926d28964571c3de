package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** Properties of the Boolean prototype (ECMA-262 §20.3.3). */
final class BooleanPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.BOOLEAN)
            .method("toString", 0, (realm, thisValue, args) -> Strings.of(Boolean.toString(thisBoolean(thisValue, "toString"))))
            .method("valueOf", 0, (realm, thisValue, args) -> thisBoolean(thisValue, "valueOf"));

    private BooleanPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.BOOLEAN_PROTOTYPE,
                JSPrimitiveWrapper.create(realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE), false));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** ThisBooleanValue (§20.3.3.3.1). */
    private static boolean thisBoolean(Object value, String method) {
        return switch (value) {
            case Boolean b -> b;
            case JSPrimitiveWrapper wrapper when wrapper.value() instanceof Boolean b -> b;
            default -> throw Errors.typeError("Boolean.prototype." + method + " requires that 'this' be a Boolean");
        };
    }
}
