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
 * {@link ArrayCopying}, {@link ArrayCallbacks}, {@link ArraySearch}. What loops call, and what calls functions in loops, are nodes
 * that leave to those what is not usual.
 */
final class ArrayPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.ARRAY)
            .node("at", 1, 1, arguments -> ArraySearchNodesFactory.AtNodeGen.create(arguments))
            .node("concat", 1, 0, arguments -> ArrayCopyNodesFactory.ConcatNodeGen.create(arguments))
            .method("copyWithin", 2, ArrayMutation::copyWithin)
            .node("entries", 0, 0, arguments -> IteratorNodesFactory.OverArrayNodeGen.create(IteratorKind.ENTRIES, arguments))
            .node("every", 1, 2, arguments -> ArrayCallbackNodesFactory.TestNodeGen.create(false, false, arguments))
            .method("fill", 1, ArrayMutation::fill)
            .node("filter", 1, 2, arguments -> ArrayMappingNodesFactory.FilterNodeGen.create(arguments))
            .node("find", 1, 2, arguments -> ArrayCallbackNodesFactory.FindNodeGen.create(false, true, false, arguments))
            .node("findIndex", 1, 2, arguments -> ArrayCallbackNodesFactory.FindNodeGen.create(false, true, true, arguments))
            .node("findLast", 1, 2, arguments -> ArrayCallbackNodesFactory.FindNodeGen.create(false, false, false, arguments))
            .node("findLastIndex", 1, 2, arguments -> ArrayCallbackNodesFactory.FindNodeGen.create(false, false, true, arguments))
            .method("flat", 0, ArrayCopying::flat)
            .node("flatMap", 1, 2, arguments -> ArrayMappingNodesFactory.FlatMapNodeGen.create(arguments))
            .node("forEach", 1, 2, arguments -> ArrayCallbackNodesFactory.ForEachNodeGen.create(false, arguments))
            .node("includes", 1, 2, arguments -> ArraySearchNodesFactory.IncludesNodeGen.create(arguments))
            .node("indexOf", 1, 2, arguments -> ArraySearchNodesFactory.IndexOfNodeGen.create(arguments))
            .method("join", 1, ArrayJoin::join)
            .node("keys", 0, 0, arguments -> IteratorNodesFactory.OverArrayNodeGen.create(IteratorKind.KEYS, arguments))
            .node("lastIndexOf", 1, 1, arguments -> ArraySearchNodesFactory.LastIndexOfNodeGen.create(arguments))
            .node("map", 1, 2, arguments -> ArrayMappingNodesFactory.MapNodeGen.create(arguments))
            .node("pop", 0, 0, arguments -> ArrayEndNodesFactory.PopNodeGen.create(arguments))
            .node("push", 1, 1, arguments -> ArrayEndNodesFactory.PushNodeGen.create(arguments))
            .node("reduce", 1, 2, arguments -> ArrayCallbackNodesFactory.ReduceNodeGen.create(false, true, arguments))
            .node("reduceRight", 1, 2, arguments -> ArrayCallbackNodesFactory.ReduceNodeGen.create(false, false, arguments))
            .method("reverse", 0, ArrayMutation::reverse)
            .node("shift", 0, 0, arguments -> ArrayEndNodesFactory.ShiftNodeGen.create(arguments))
            .node("slice", 2, 2, arguments -> ArrayCopyNodesFactory.SliceNodeGen.create(arguments))
            .node("some", 1, 2, arguments -> ArrayCallbackNodesFactory.TestNodeGen.create(false, true, arguments))
            .node("sort", 1, 1, arguments -> ArraySortNodeGen.create(true, arguments))
            .node("splice", 2, 2, arguments -> ArrayCopyNodesFactory.SpliceNodeGen.create(arguments))
            .method("toLocaleString", 0, ArrayJoin::toLocaleString)
            .method("toReversed", 0, ArrayCopying::toReversed)
            .node("toSorted", 1, 1, arguments -> ArraySortNodeGen.create(false, arguments))
            .method("toSpliced", 2, ArrayCopying::toSpliced)
            .method("toString", 0, ArrayJoin::arrayToString)
            .node("unshift", 1, 0, arguments -> ArrayEndNodesFactory.UnshiftNodeGen.create(arguments))
            .intrinsic("values", Intrinsic.ARRAY_PROTOTYPE_VALUES)
            .method("with", 2, ArrayCopying::with)
            .intrinsic(Symbol.ITERATOR, Intrinsic.ARRAY_PROTOTYPE_VALUES, PropertyFlags.METHOD)
            .lazy(Symbol.UNSCOPABLES, ArrayPrototype::unscopables, PropertyFlags.CONFIGURABLE_ONLY);

    private static final Builtin VALUES = Builtin.node("values", 0, 0,
            arguments -> IteratorNodesFactory.OverArrayNodeGen.create(IteratorKind.VALUES, arguments));

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
