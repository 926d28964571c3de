package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.IteratorKind;
import org.ledgejs.language.runtime.JSArrayIterator;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** %ArrayIteratorPrototype% (ECMA-262 §23.1.5.2). */
final class ArrayIteratorPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("next", 0, ArrayIteratorPrototype::next, Intrinsic.ARRAY_ITERATOR_NEXT)
            .toStringTag("Array Iterator");

    private ArrayIteratorPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** CreateArrayIterator (§23.1.5.1). */
    static Object iterator(Realm realm, Object thisValue, IteratorKind kind) {
        return JSArrayIterator.create(realm, Conversions.toObject(realm, thisValue), kind);
    }

    /** §23.1.5.2.1. */
    private static Object next(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        if (!(thisValue instanceof JSArrayIterator iterator)) {
            throw Errors.typeError("next method called on incompatible receiver " + Errors.describe(thisValue));
        }
        long index = iterator.advance();
        if (index < 0) {
            return Iteration.createIterResult(realm, Undefined.INSTANCE, true);
        }
        return Iteration.createIterResult(realm, value(realm, iterator, index), false);
    }

    private static Object value(Realm realm, JSArrayIterator iterator, long index) {
        try {
            return switch (iterator.kind()) {
                case KEYS -> Conversions.number(index);
                case VALUES -> iterator.array().getIndex(index);
                case ENTRIES -> ObjectOperations.createArrayFromList(realm, new Object[] {Conversions.number(index), iterator.array().getIndex(index)});
            };
        } catch (Throwable t) {
            iterator.end();
            throw t;
        }
    }
}
