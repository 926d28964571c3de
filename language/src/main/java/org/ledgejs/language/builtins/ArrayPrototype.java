package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.IteratorKind;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;

/**
 * Properties of the Array prototype (ECMA-262 §23.1.3). The algorithms are by concern: {@link ArrayMutation},
 * {@link ArrayCopying}, {@link ArrayCallbacks}, {@link ArraySearch}.
 */
final class ArrayPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.ARRAY)
            .method("at", 1, ArraySearch::at)
            .method("concat", 1, ArrayCopying::concat)
            .method("copyWithin", 2, ArrayMutation::copyWithin)
            .method("entries", 0, (realm, thisValue, args) -> ArrayIteratorPrototype.iterator(realm, thisValue, IteratorKind.ENTRIES))
            .method("every", 1, ArrayCallbacks::every)
            .method("fill", 1, ArrayMutation::fill)
            .method("filter", 1, ArrayCallbacks::filter)
            .method("find", 1, (realm, thisValue, args) -> ArrayCallbacks.find(realm, thisValue, args, true, false))
            .method("findIndex", 1, (realm, thisValue, args) -> ArrayCallbacks.find(realm, thisValue, args, true, true))
            .method("findLast", 1, (realm, thisValue, args) -> ArrayCallbacks.find(realm, thisValue, args, false, false))
            .method("findLastIndex", 1, (realm, thisValue, args) -> ArrayCallbacks.find(realm, thisValue, args, false, true))
            .method("flat", 0, ArrayCopying::flat)
            .method("flatMap", 1, ArrayCopying::flatMap)
            .method("forEach", 1, ArrayCallbacks::forEach)
            .method("includes", 1, ArraySearch::includes)
            .method("indexOf", 1, ArraySearch::indexOf)
            .method("join", 1, ArrayJoin::join)
            .method("keys", 0, (realm, thisValue, args) -> ArrayIteratorPrototype.iterator(realm, thisValue, IteratorKind.KEYS))
            .method("lastIndexOf", 1, ArraySearch::lastIndexOf)
            .method("map", 1, ArrayCallbacks::map)
            .method("pop", 0, ArrayMutation::pop)
            .method("push", 1, ArrayMutation::push)
            .method("reduce", 1, (realm, thisValue, args) -> ArrayCallbacks.reduce(realm, thisValue, args, true))
            .method("reduceRight", 1, (realm, thisValue, args) -> ArrayCallbacks.reduce(realm, thisValue, args, false))
            .method("reverse", 0, ArrayMutation::reverse)
            .method("shift", 0, ArrayMutation::shift)
            .method("slice", 2, ArrayCopying::slice)
            .method("some", 1, ArrayCallbacks::some)
            .method("sort", 1, ArrayMutation::sort)
            .method("splice", 2, ArrayMutation::splice)
            .method("toLocaleString", 0, ArrayJoin::toLocaleString)
            .method("toReversed", 0, ArrayCopying::toReversed)
            .method("toSorted", 1, ArrayCopying::toSorted)
            .method("toSpliced", 2, ArrayCopying::toSpliced)
            .method("toString", 0, ArrayJoin::arrayToString)
            .method("unshift", 1, ArrayMutation::unshift)
            .intrinsic("values", Intrinsic.ARRAY_PROTOTYPE_VALUES)
            .method("with", 2, ArrayCopying::with)
            .intrinsic(Symbol.ITERATOR, Intrinsic.ARRAY_PROTOTYPE_VALUES, PropertyFlags.METHOD)
            .lazy(Symbol.UNSCOPABLES, ArrayPrototype::unscopables, PropertyFlags.CONFIGURABLE_ONLY);

    private static final Builtin VALUES = Builtin.function("values", 0,
            (realm, thisValue, args) -> ArrayIteratorPrototype.iterator(realm, thisValue, IteratorKind.VALUES));

    private static final String[] UNSCOPABLE = {"at", "copyWithin", "entries", "fill", "find", "findIndex", "findLast", "findLastIndex",
        "flat", "flatMap", "includes", "keys", "toReversed", "toSorted", "toSpliced", "values"};

    private ArrayPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.ARRAY_PROTOTYPE, JSArray.create(realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE), 0));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** %Array.prototype.values%, also the default iterator of arguments objects. */
    static JSObject values(Realm realm) {
        return BuiltinData.function(realm, VALUES);
    }

    /** §23.1.3.41. */
    private static Object unscopables(@SuppressWarnings("unused") Realm realm) {
        JSObject list = JSObject.create((JSObject) null);
        for (String name : UNSCOPABLE) {
            list.define(PropertyKey.of(name), true, PropertyFlags.DEFAULT);
        }
        return list;
    }
}
