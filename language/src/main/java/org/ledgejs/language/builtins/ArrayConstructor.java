package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
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
    private static final Builtin CONSTRUCTOR = Builtin.nodeConstructor("Array", 1, 1, arguments -> ArrayConstructNodeGen.create(arguments));
    private static final PropertyTable STATICS = new PropertyTable()
            .node("from", 1, 3, arguments -> ArrayFromNodeGen.create(arguments))
            .method("fromAsync", 1, ArrayFromAsync::fromAsync)
            .method("isArray", 1, (realm, thisValue, args) -> ObjectOperations.isArray(args.get(0)))
            .node("of", 0, 0, arguments -> ArrayOfNodeGen.create(arguments))
            .species(Intrinsic.ARRAY_SPECIES);

    private ArrayConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.ARRAY, Intrinsic.ARRAY_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §23.1.1.1. */
    static Object construct(Realm realm, JSObject newTarget, Args args) {
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
    static Object from(Realm realm, Object thisValue, Args args) {
        Object mapper = args.get(1);
        boolean mapping = mapper != Undefined.INSTANCE;
        if (mapping && !ObjectOperations.isCallable(mapper)) {
            throw Errors.typeError(Errors.describe(mapper) + " is not a function");
        }
        Object items = args.get(0);
        Object usingIterator = ObjectOperations.getMethod(items, Symbol.ITERATOR);
        if (usingIterator == Undefined.INSTANCE) {
            JSObject source = Conversions.toObject(realm, items);
            long length = ObjectOperations.lengthOfArrayLike(source);
            return fromArrayLike(constructThis(realm, thisValue, Conversions.number(length)), source, length, mapper, args.get(2));
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

    /** The part of from that makes an array of the realm of something with a length. */
    @TruffleBoundary
    static JSArray fromArrayLike(Realm realm, JSObject source, long length, Object mapper, Object thisArgument) {
        JSArray target = ArrayCopying.newArray(realm, length);
        fromArrayLike(target, source, length, mapper, thisArgument);
        return target;
    }

    private static JSObject fromArrayLike(JSObject target, JSObject source, long length, Object mapper, Object thisArgument) {
        for (long k = 0; k < length; k++) {
            TruffleSafepoint.poll(null);
            Object value = source.getIndex(k);
            Object mapped = mapper == Undefined.INSTANCE ? value : ObjectOperations.call(mapper, thisArgument, value, Conversions.number(k));
            ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(k), mapped);
        }
        ArrayMutation.setLength(target, length);
        return target;
    }

    /** §23.1.2.3. */
    static Object of(Realm realm, Object thisValue, Args args) {
        JSObject target = constructThis(realm, thisValue, args.count());
        for (int k = 0; k < args.count(); k++) {
            ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(k), args.get(k));
        }
        ArrayMutation.setLength(target, args.count());
        return target;
    }
}
