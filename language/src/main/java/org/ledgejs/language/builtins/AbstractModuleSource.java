package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSModuleSource;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/**
 * %AbstractModuleSource% and its prototype (ECMA-262 §28.1 as the proposal of source phase imports adds it): what the classes of module
 * sources inherit from. No global names it.
 */
final class AbstractModuleSource {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("AbstractModuleSource", 0, (realm, newTarget, args) -> {
        throw Errors.typeError("AbstractModuleSource is not a constructor of its own");
    });
    private static final PropertyTable PROTOTYPE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.ABSTRACT_MODULE_SOURCE)
            .getter(Symbol.TO_STRING_TAG, "[Symbol.toStringTag]", (realm, thisValue, args) ->
                    thisValue instanceof JSModuleSource source ? Strings.of(source.className()) : Undefined.INSTANCE);

    private AbstractModuleSource() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.ABSTRACT_MODULE_SOURCE, Intrinsic.ABSTRACT_MODULE_SOURCE_PROTOTYPE, CONSTRUCTOR,
                new PropertyTable());
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.ABSTRACT_MODULE_SOURCE_PROTOTYPE, JSObject.create(realm));
        PROTOTYPE.define(realm, prototype);
        return prototype;
    }
}
