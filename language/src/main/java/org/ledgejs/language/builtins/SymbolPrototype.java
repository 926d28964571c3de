package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;

/** Properties of the Symbol prototype (ECMA-262 §20.4.3). */
final class SymbolPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.SYMBOL)
            .getter("description", (realm, thisValue, args) -> thisSymbol(thisValue, "description").description())
            .method("toString", 0, (realm, thisValue, args) -> Strings.of(thisSymbol(thisValue, "toString").toString()))
            .method("valueOf", 0, (realm, thisValue, args) -> thisSymbol(thisValue, "valueOf"))
            .method(Symbol.TO_PRIMITIVE, "[Symbol.toPrimitive]", 1,
                    (realm, thisValue, args) -> thisSymbol(thisValue, "[Symbol.toPrimitive]"), PropertyFlags.CONFIGURABLE_ONLY)
            .toStringTag("Symbol");

    private SymbolPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.SYMBOL_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** ThisSymbolValue (§20.4.3.4.1). */
    private static Symbol thisSymbol(Object value, String method) {
        return switch (value) {
            case Symbol s -> s;
            case JSPrimitiveWrapper wrapper when wrapper.value() instanceof Symbol s -> s;
            default -> throw Errors.typeError("Symbol.prototype." + method + " requires that 'this' be a Symbol");
        };
    }
}
