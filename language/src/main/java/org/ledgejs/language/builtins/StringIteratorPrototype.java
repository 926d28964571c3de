package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSStringIterator;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** %StringIteratorPrototype% (ECMA-262 §22.1.5.1). */
final class StringIteratorPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("next", 0, StringIteratorPrototype::next, Intrinsic.STRING_ITERATOR_NEXT)
            .toStringTag("String Iterator");

    private StringIteratorPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** §22.1.5.1.1. */
    private static Object next(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        if (!(thisValue instanceof JSStringIterator iterator)) {
            throw Errors.typeError("next method called on incompatible receiver " + Errors.describe(thisValue));
        }
        TruffleString character = iterator.advance();
        return character == null ? Iteration.createIterResult(realm, Undefined.INSTANCE, true) : Iteration.createIterResult(realm, character, false);
    }
}
