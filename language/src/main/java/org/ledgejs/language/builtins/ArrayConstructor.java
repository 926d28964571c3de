package org.ledgejs.language.builtins;

import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** The Array constructor and its properties (ECMA-262 §23.1.1, §23.1.2). */
final class ArrayConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Array", 1, ArrayConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("from", 1, ArrayConstructor::from)
            .method("fromAsync", 1, ArrayFromAsync::fromAsync)
            .method("isArray", 1, (realm, thisValue, args) -> ObjectOperations.isArray(args.get(0)))
            .method("of", 0, ArrayConstructor::of)
            .species();

    private ArrayConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.ARRAY, Intrinsic.ARRAY_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §23.1.1.1. */
    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        JSObject prototype = newTarget == null ? realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE)
                : ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.ARRAY_PROTOTYPE);
        JSArray array;
        if (args.count() == 1 && args.get(0) instanceof Number length) {
            double n = length.doubleValue();
            if (n < 0 || n > 0xFFFF_FFFFL || n != Math.floor(n)) {
                throw Errors.rangeError("Invalid array length");
            }
            array = JSArray.create(prototype, (long) n);
        } else {
            array = JSArray.create(prototype, 0);
            for (int i = 0; i < args.count(); i++) {
                array.setIndex(i, args.get(i));
            }
        }
        return array;
    }

    /** A new object of the constructor that is this, or an array. */
    static JSObject constructThis(Realm realm, Object thisValue, Object... arguments) {
        if (ObjectOperations.isConstructor(thisValue) && thisValue instanceof JSObject constructor) {
            return Conversions.toObject(realm, ObjectOperations.construct(constructor, arguments, constructor));
        }
        return ArrayCopying.newArray(realm, arguments.length == 0 ? 0 : Conversions.toLength(arguments[0]));
    }

    /** §23.1.2.1. */
    private static Object from(Realm realm, Object thisValue, Args args) {
        Object mapper = args.get(1);
        boolean mapping = mapper != Undefined.INSTANCE;
        if (mapping && !ObjectOperations.isCallable(mapper)) {
            throw Errors.typeError(Errors.describe(mapper) + " is not a function");
        }
        Object items = args.get(0);
        Object usingIterator = ObjectOperations.getMethod(items, Symbol.ITERATOR);
        if (usingIterator == Undefined.INSTANCE) {
            return fromArrayLike(realm, thisValue, args);
        }
        JSObject target = constructThis(realm, thisValue);
        Iteration.IteratorRecord iterator = Iteration.getIteratorFromMethod(items, usingIterator);
        long k = 0;
        for (Object value = Iteration.stepValue(iterator); value != null; value = Iteration.stepValue(iterator), k++) {
            try {
                Object mapped = mapping ? ObjectOperations.call(mapper, args.get(2), value, Conversions.number(k)) : value;
                ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(k), mapped);
            } catch (AbstractTruffleException e) {
                Iteration.closeQuietly(iterator);
                throw e;
            }
        }
        ArrayMutation.setLength(target, k);
        return target;
    }

    private static Object fromArrayLike(Realm realm, Object thisValue, Args args) {
        JSObject source = Conversions.toObject(realm, args.get(0));
        long length = ObjectOperations.lengthOfArrayLike(source);
        JSObject target = constructThis(realm, thisValue, Conversions.number(length));
        boolean mapping = args.get(1) != Undefined.INSTANCE;
        for (long k = 0; k < length; k++) {
            Object value = source.getIndex(k);
            Object mapped = mapping ? ObjectOperations.call(args.get(1), args.get(2), value, Conversions.number(k)) : value;
            ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(k), mapped);
        }
        ArrayMutation.setLength(target, length);
        return target;
    }

    /** §23.1.2.3. */
    private static Object of(Realm realm, Object thisValue, Args args) {
        JSObject target = constructThis(realm, thisValue, args.count());
        for (int k = 0; k < args.count(); k++) {
            ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(k), args.get(k));
        }
        ArrayMutation.setLength(target, args.count());
        return target;
    }
}
