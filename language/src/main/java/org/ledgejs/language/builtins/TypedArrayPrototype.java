package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.IteratorKind;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/**
 * Properties of the %TypedArray% prototype (ECMA-262 §23.2.3). The algorithms are by concern: {@link TypedArrayMutation},
 * {@link TypedArrayCopying}, {@link TypedArrayCallbacks}, {@link TypedArraySearch}.
 */
final class TypedArrayPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("at", 1, TypedArraySearch::at)
            .getter("buffer", (realm, thisValue, args) -> thisArray(thisValue, "buffer").buffer())
            .nodeGetter("byteLength", TypedArrayNodes.ByteLength.FACTORY)
            .nodeGetter("byteOffset", TypedArrayNodes.ByteOffset.FACTORY)
            .intrinsic("constructor", Intrinsic.TYPED_ARRAY)
            .method("copyWithin", 2, TypedArrayMutation::copyWithin)
            .node("entries", 0, 0, arguments -> IteratorNodesFactory.OverTypedArrayNodeGen.create(IteratorKind.ENTRIES, arguments))
            .node("every", 1, 2, arguments -> ArrayCallbackNodesFactory.TestNodeGen.create(true, false, arguments))
            .method("fill", 1, TypedArrayMutation::fill)
            .node("filter", 1, 2, arguments -> TypedArrayNodesFactory.FilterNodeGen.create(arguments))
            .node("find", 1, 2, arguments -> ArrayCallbackNodesFactory.FindNodeGen.create(true, true, false, arguments))
            .node("findIndex", 1, 2, arguments -> ArrayCallbackNodesFactory.FindNodeGen.create(true, true, true, arguments))
            .node("findLast", 1, 2, arguments -> ArrayCallbackNodesFactory.FindNodeGen.create(true, false, false, arguments))
            .node("findLastIndex", 1, 2, arguments -> ArrayCallbackNodesFactory.FindNodeGen.create(true, false, true, arguments))
            .node("forEach", 1, 2, arguments -> ArrayCallbackNodesFactory.ForEachNodeGen.create(true, arguments))
            .method("includes", 1, TypedArraySearch::includes)
            .method("indexOf", 1, TypedArraySearch::indexOf)
            .method("join", 1, TypedArraySearch::join)
            .node("keys", 0, 0, arguments -> IteratorNodesFactory.OverTypedArrayNodeGen.create(IteratorKind.KEYS, arguments))
            .method("lastIndexOf", 1, TypedArraySearch::lastIndexOf)
            .nodeGetter("length", TypedArrayNodes.Length.FACTORY)
            .node("map", 1, 2, arguments -> TypedArrayNodesFactory.MapNodeGen.create(arguments))
            .node("reduce", 1, 2, arguments -> ArrayCallbackNodesFactory.ReduceNodeGen.create(true, true, arguments))
            .node("reduceRight", 1, 2, arguments -> ArrayCallbackNodesFactory.ReduceNodeGen.create(true, false, arguments))
            .method("reverse", 0, TypedArrayMutation::reverse)
            .method("set", 1, TypedArrayMutation::set)
            .method("slice", 2, TypedArrayCopying::slice)
            .node("some", 1, 2, arguments -> ArrayCallbackNodesFactory.TestNodeGen.create(true, true, arguments))
            .method("sort", 1, TypedArrayMutation::sort)
            .method("subarray", 2, TypedArrayCopying::subarray)
            .method("toLocaleString", 0, TypedArraySearch::toLocaleString)
            .method("toReversed", 0, TypedArrayCopying::toReversed)
            .method("toSorted", 1, TypedArrayCopying::toSorted)
            .lazy("toString", realm -> realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE).get(PropertyKey.of("toString")), PropertyFlags.METHOD)
            .node("values", 0, 0, arguments -> IteratorNodesFactory.OverTypedArrayNodeGen.create(IteratorKind.VALUES, arguments))
            .method("with", 2, TypedArrayCopying::with)
            .getter(Symbol.TO_STRING_TAG, "[Symbol.toStringTag]",
                    (realm, thisValue, args) -> thisValue instanceof JSTypedArray array ? array.elementType().arrayName() : Undefined.INSTANCE);

    private TypedArrayPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.TYPED_ARRAY_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        prototype.define(Symbol.ITERATOR, prototype.get(PropertyKey.of("values")), PropertyFlags.METHOD);
        return prototype;
    }

    /** The receiver of a getter: it may be out of bounds. */
    static JSTypedArray thisArray(Object value, String name) {
        if (value instanceof JSTypedArray array) {
            return array;
        }
        throw Errors.typeError("Receiver should be a typed array: get %TypedArray%.prototype." + name + " called on " + Errors.describe(value));
    }

    /** ValidateTypedArray for the method of a name. */
    static JSTypedArray validThis(Object value, String method) {
        return TypedArrayCreation.validate(value, "%TypedArray%.prototype." + method);
    }

    /** As {@link #validThis}, for a method that writes to its receiver. */
    static JSTypedArray writableThis(Object value, String method) {
        return TypedArrayCreation.validateWritable(value, "%TypedArray%.prototype." + method);
    }
}
