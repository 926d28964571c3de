package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** %TypedArray%, which all typed array constructors inherit from (ECMA-262 §23.2.1, §23.2.2). */
final class TypedArrayConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("TypedArray", 0, (realm, newTarget, args) -> {
        throw Errors.typeError("Abstract class TypedArray not directly constructable");
    });
    private static final PropertyTable STATICS = new PropertyTable()
            .method("from", 1, TypedArrayConstructor::from)
            .method("of", 0, TypedArrayConstructor::of)
            .species();

    private TypedArrayConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.TYPED_ARRAY, Intrinsic.TYPED_ARRAY_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    private static JSObject requireConstructor(Object value) {
        if (ObjectOperations.isConstructor(value) && value instanceof JSObject constructor) {
            return constructor;
        }
        throw Errors.typeError(Errors.describe(value) + " is not a constructor");
    }

    /** §23.2.2.1. */
    private static Object from(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSObject constructor = requireConstructor(thisValue);
        Object mapper = args.get(1);
        if (mapper != Undefined.INSTANCE) {
            ArrayCallbacks.requireCallable(mapper);
        }
        Object source = args.get(0);
        Object usingIterator = ObjectOperations.getMethod(source, Symbol.ITERATOR);
        JSObject values = usingIterator != Undefined.INSTANCE ? list(realm, source, usingIterator) : Conversions.toObject(realm, source);
        int length = requireLength(ObjectOperations.lengthOfArrayLike(values));
        JSTypedArray target = TypedArrayCreation.createOfLength(constructor, length);
        for (int k = 0; k < length; k++) {
            Object value = values.getIndex(k);
            target.convertAndSet(k, mapper == Undefined.INSTANCE ? value : ObjectOperations.call(mapper, args.get(2), value, k));
        }
        return target;
    }

    /** IteratorToList of GetIteratorFromMethod, as an array that nobody else sees. */
    static JSArray list(Realm realm, Object iterable, Object method) {
        Iteration.IteratorRecord iterator = Iteration.getIteratorFromMethod(iterable, method);
        List<Object> values = new ArrayList<>();
        for (Object value = Iteration.stepValue(iterator); value != null; value = Iteration.stepValue(iterator)) {
            values.add(value);
        }
        return ObjectOperations.createArrayFromList(realm, values);
    }

    static int requireLength(long length) {
        if (length > Integer.MAX_VALUE) {
            throw Errors.rangeError("Invalid typed array length: " + length);
        }
        return (int) length;
    }

    /** §23.2.2.2. */
    private static Object of(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray target = TypedArrayCreation.createOfLength(requireConstructor(thisValue), args.count());
        for (int k = 0; k < args.count(); k++) {
            target.convertAndSet(k, args.get(k));
        }
        return target;
    }
}
