package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSForeignIterator;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** What lets foreign iterables, iterators and hash entries take part in the iteration protocol (ECMA-262 §27.1.1). */
final class ForeignIteratorPrototype {
    private static final PropertyTable ITERATOR = new PropertyTable()
            .method("next", 0, (realm, thisValue, args) -> {
                if (!(thisValue instanceof JSForeignIterator iterator)) {
                    throw Errors.typeError("next method called on incompatible receiver " + Errors.describe(thisValue));
                }
                Object value = iterator.advance();
                return Iteration.createIterResult(realm, value == null ? Undefined.INSTANCE : value, value == null);
            })
            .toStringTag("Foreign Iterator");
    private static final PropertyTable ITERABLE = new PropertyTable()
            .method(Symbol.ITERATOR, "[Symbol.iterator]", 0, (realm, thisValue, args) -> JSForeignIterator.create(realm, thisValue));

    private ForeignIteratorPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
        ITERATOR.define(realm, prototype);
        return prototype;
    }

    /** The prototype of the iterables themselves. */
    static JSObject createIterable(Realm realm) {
        JSObject prototype = JSObject.create(realm);
        ITERABLE.define(realm, prototype);
        return prototype;
    }
}
