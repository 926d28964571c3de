package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** The Intl object (ECMA-402 §8), as far as it is there. */
final class IntlObject {
    private static final PropertyTable TABLE = new PropertyTable()
            .toStringTag("Intl")
            .method("getCanonicalLocales", 1, (realm, thisValue, args) -> IntlLocales.toArray(realm, IntlLocales.list(realm, args.get(0))))
            .intrinsic("Collator", Intrinsic.INTL_COLLATOR)
            .intrinsic("Segmenter", Intrinsic.INTL_SEGMENTER);

    private IntlObject() { }

    static JSObject create(Realm realm) {
        JSObject intl = JSObject.create(realm);
        TABLE.define(realm, intl);
        return intl;
    }
}
