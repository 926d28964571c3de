package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSRegExpStringIterator;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** %RegExpStringIteratorPrototype% (ECMA-262 §22.2.9.2). */
final class RegExpStringIteratorPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("next", 0, RegExpStringIteratorPrototype::next)
            .toStringTag("RegExp String Iterator");

    private RegExpStringIteratorPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** §22.2.9.2.1. */
    private static Object next(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        if (!(thisValue instanceof JSRegExpStringIterator iterator)) {
            throw Errors.typeError("next method called on incompatible receiver " + Errors.describe(thisValue));
        }
        if (iterator.isDone()) {
            return Iteration.createIterResult(realm, Undefined.INSTANCE, true);
        }
        Object match;
        try {
            match = RegExpOperations.exec(realm, iterator.matcher(), iterator.string());
            if (match == Null.INSTANCE) {
                iterator.finish();
                return Iteration.createIterResult(realm, Undefined.INSTANCE, true);
            }
            if (!iterator.isGlobal()) {
                iterator.finish();
            } else if (Conversions.toString(ObjectOperations.get(match, PropertyKey.of(0))).isEmpty()) {
                RegExpMatching.advance(iterator.matcher(), iterator.string(), iterator.isUnicode());
            }
        } catch (Throwable t) {
            iterator.finish();
            throw t;
        }
        return Iteration.createIterResult(realm, match, false);
    }
}
