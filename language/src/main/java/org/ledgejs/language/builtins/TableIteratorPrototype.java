package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTableIterator;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** %MapIteratorPrototype% and %SetIteratorPrototype% (ECMA-262 §24.1.5.2, §24.2.6.2). */
final class TableIteratorPrototype {
    private static final PropertyTable MAP = table(true, "Map Iterator");
    private static final PropertyTable SET = table(false, "Set Iterator");

    private TableIteratorPrototype() { }

    private static PropertyTable table(boolean map, String tag) {
        return new PropertyTable().method("next", 0, (realm, thisValue, args) -> next(realm, thisValue, map),
                map ? Intrinsic.MAP_ITERATOR_NEXT : Intrinsic.SET_ITERATOR_NEXT).toStringTag(tag);
    }

    static JSObject create(Realm realm, boolean map) {
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
        (map ? MAP : SET).define(realm, prototype);
        return prototype;
    }

    private static Object next(Realm realm, Object thisValue, boolean map) {
        if (!(thisValue instanceof JSTableIterator iterator) || iterator.isMap() != map) {
            throw Errors.typeError("next method called on incompatible receiver " + Errors.describe(thisValue));
        }
        int index = iterator.advance();
        if (index < 0) {
            return Iteration.createIterResult(realm, Undefined.INSTANCE, true);
        }
        return Iteration.createIterResult(realm, iterator.get(realm, index), false);
    }
}
