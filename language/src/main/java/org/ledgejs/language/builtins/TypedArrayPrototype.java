package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.IteratorKind;
import org.ledgejs.language.runtime.JSArrayIterator;
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
            .method("entries", 0, (realm, thisValue, args) -> iterator(realm, thisValue, "entries", IteratorKind.ENTRIES))
            .method("every", 1, TypedArrayCallbacks::every)
            .method("fill", 1, TypedArrayMutation::fill)
            .method("filter", 1, TypedArrayCallbacks::filter)
            .method("find", 1, (realm, thisValue, args) -> TypedArrayCallbacks.find(thisValue, args, "find", true, false))
            .method("findIndex", 1, (realm, thisValue, args) -> TypedArrayCallbacks.find(thisValue, args, "findIndex", true, true))
            .method("findLast", 1, (realm, thisValue, args) -> TypedArrayCallbacks.find(thisValue, args, "findLast", false, false))
            .method("findLastIndex", 1, (realm, thisValue, args) -> TypedArrayCallbacks.find(thisValue, args, "findLastIndex", false, true))
            .method("forEach", 1, TypedArrayCallbacks::forEach)
            .method("includes", 1, TypedArraySearch::includes)
            .method("indexOf", 1, TypedArraySearch::indexOf)
            .method("join", 1, TypedArraySearch::join)
            .method("keys", 0, (realm, thisValue, args) -> iterator(realm, thisValue, "keys", IteratorKind.KEYS))
            .method("lastIndexOf", 1, TypedArraySearch::lastIndexOf)
            .nodeGetter("length", TypedArrayNodes.Length.FACTORY)
            .method("map", 1, TypedArrayCallbacks::map)
            .method("reduce", 1, (realm, thisValue, args) -> TypedArrayCallbacks.reduce(thisValue, args, "reduce", true))
            .method("reduceRight", 1, (realm, thisValue, args) -> TypedArrayCallbacks.reduce(thisValue, args, "reduceRight", false))
            .method("reverse", 0, TypedArrayMutation::reverse)
            .method("set", 1, TypedArrayMutation::set)
            .method("slice", 2, TypedArrayCopying::slice)
            .method("some", 1, TypedArrayCallbacks::some)
            .method("sort", 1, TypedArrayMutation::sort)
            .method("subarray", 2, TypedArrayCopying::subarray)
            .method("toLocaleString", 0, TypedArraySearch::toLocaleString)
            .method("toReversed", 0, TypedArrayCopying::toReversed)
            .method("toSorted", 1, TypedArrayCopying::toSorted)
            .lazy("toString", realm -> realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE).get(PropertyKey.of("toString")), PropertyFlags.METHOD)
            .method("values", 0, (realm, thisValue, args) -> iterator(realm, thisValue, "values", IteratorKind.VALUES))
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

    private static Object iterator(Realm realm, Object thisValue, String method, IteratorKind kind) {
        return JSArrayIterator.create(realm, validThis(thisValue, method), kind);
    }
}
