package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;

import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Methods of Array.prototype that give a new array. */
final class ArrayCopying {
    private ArrayCopying() { }

    /** ArraySpeciesCreate (§10.4.2.3). */
    static JSObject arraySpeciesCreate(JSObject original, long length) {
        Realm realm = Realm.get(null);
        if (!ObjectOperations.isArray(original)) {
            return newArray(realm, length);
        }
        Object constructor = original.get(PropertyKey.of("constructor"));
        if (ObjectOperations.isConstructor(constructor) && constructor instanceof JSObject c) {
            Realm other = ObjectOperations.functionRealm(c);
            if (other != realm && c == other.intrinsic(Intrinsic.ARRAY)) {
                constructor = Undefined.INSTANCE;
            }
        }
        if (constructor instanceof JSObject c) {
            Object species = c.get(Symbol.SPECIES);
            constructor = species == Null.INSTANCE ? Undefined.INSTANCE : species;
        }
        if (constructor == Undefined.INSTANCE || constructor == realm.intrinsic(Intrinsic.ARRAY)) {
            return newArray(realm, length);
        }
        if (!ObjectOperations.isConstructor(constructor)) {
            throw Errors.typeError("object.constructor[Symbol.species] is not a constructor");
        }
        JSObject species = Conversions.toObject(realm, constructor);
        return Conversions.toObject(realm, ObjectOperations.construct(species, new Object[] {Conversions.number(length)}, species));
    }

    /** ArrayCreate (§10.4.2.2). */
    static JSArray newArray(Realm realm, long length) {
        if (length > 0xFFFF_FFFFL) {
            throw Errors.rangeError("Invalid array length");
        }
        return JSArray.create(realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE), length);
    }

    /** §23.1.3.2. */
    static Object concat(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        JSObject target = arraySpeciesCreate(object, 0);
        double n = 0;
        for (int i = -1; i < args.count(); i++) {
            Object item = i < 0 ? object : args.get(i);
            if (isConcatSpreadable(item)) {
                JSObject source = (JSObject) item;
                long length = ObjectOperations.lengthOfArrayLike(source);
                requireLength(n + length);
                for (long k = 0; k < length; k++) {
                    TruffleSafepoint.poll(null);
                    Object key = PropertyKey.of(k);
                    if (source.hasProperty(key)) {
                        ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of((long) n + k), source.get(key));
                    }
                }
                n += length;
            } else {
                requireLength(n + 1);
                ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of((long) n), item);
                n++;
            }
        }
        ArrayMutation.setLength(target, n);
        return target;
    }

    private static void requireLength(double length) {
        if (length > ArrayMutation.MAX_LENGTH) {
            throw Errors.typeError("Array.prototype.concat: length exceeds the maximum of 2**53-1");
        }
    }

    /** IsConcatSpreadable (§23.1.3.2.1). */
    private static boolean isConcatSpreadable(Object value) {
        if (!(value instanceof JSObject object)) {
            return false;
        }
        Object spreadable = object.get(Symbol.IS_CONCAT_SPREADABLE);
        return spreadable == Undefined.INSTANCE ? ObjectOperations.isArray(object) : Conversions.toBoolean(spreadable);
    }

    /** §23.1.3.13. */
    static Object flat(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        double depth = args.get(0) == Undefined.INSTANCE ? 1 : Math.max(0, Conversions.toIntegerOrInfinity(args.get(0)));
        JSObject target = arraySpeciesCreate(object, 0);
        flatten(target, object, length, 0, depth, null, null);
        return target;
    }

    /** §23.1.3.14. */
    static Object flatMap(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        if (!ObjectOperations.isCallable(args.get(0))) {
            throw Errors.typeError("flatMap mapper function is not callable");
        }
        JSObject target = arraySpeciesCreate(object, 0);
        flatten(target, object, length, 0, 1, args.get(0), args.get(1));
        return target;
    }

    /** Appends the elements of what is an array. */
    @TruffleBoundary
    static void appendElements(JSArray target, Object array) {
        JSObject source = Conversions.toObject(array);
        flatten(target, source, ObjectOperations.lengthOfArrayLike(source), target.length(), 0, null, null);
    }

    /** FlattenIntoArray (§23.1.3.13.1). @return the next free index of the target */
    private static long flatten(JSObject target, JSObject source, long length, long start, double depth, Object mapper, Object thisArgument) {
        long to = start;
        for (long k = 0; k < length; k++) {
            TruffleSafepoint.poll(null);
            Object key = PropertyKey.of(k);
            if (!source.hasProperty(key)) {
                continue;
            }
            Object element = source.get(key);
            if (mapper != null) {
                element = ObjectOperations.call(mapper, thisArgument, element, Conversions.number(k), source);
            }
            if (depth > 0 && ObjectOperations.isArray(element)) {
                JSObject nested = Conversions.toObject(element);
                to = flatten(target, nested, ObjectOperations.lengthOfArrayLike(nested), to, depth - 1, null, null);
            } else {
                ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(to++), element);
            }
        }
        return to;
    }

    /** §23.1.3.28. */
    static Object slice(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        long start = RelativeIndex.start(args.get(0), length);
        long end = RelativeIndex.end(args.get(1), length);
        JSObject target = arraySpeciesCreate(object, Math.max(end - start, 0));
        long n = 0;
        for (long k = start; k < end; k++, n++) {
            TruffleSafepoint.poll(null);
            Object key = PropertyKey.of(k);
            if (object.hasProperty(key)) {
                ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(n), object.get(key));
            }
        }
        ArrayMutation.setLength(target, n);
        return target;
    }

    /** §23.1.3.33. */
    static Object toReversed(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = requireArrayLength(ObjectOperations.lengthOfArrayLike(object));
        if (isPlain(object)) {
            JSArray copy = ArrayBulk.slice(realm, (JSArray) object, 0, (int) length);
            ArrayBulk.reverse(copy);
            return copy;
        }
        List<Object> values = new ArrayList<>();
        for (long k = length - 1; k >= 0; k--) {
            TruffleSafepoint.poll(null);
            values.add(object.getIndex(k));
        }
        return ObjectOperations.createArrayFromList(realm, values);
    }

    /** §23.1.3.34. */
    static Object toSorted(Realm realm, Object thisValue, Args args) {
        Sorting.requireComparator(args.get(0));
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = requireArrayLength(ObjectOperations.lengthOfArrayLike(object));
        return JSArray.create(realm, Sorting.sortIndexedProperties(object, length, args.get(0), false));
    }

    /** §23.1.3.35. */
    static Object toSpliced(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        long start = RelativeIndex.start(args.get(0), length);
        int inserted = Math.max(0, args.count() - 2);
        long skipped = RelativeIndex.skipCount(args.count(), args.get(1), length, start);
        double newLength = (double) length + inserted - skipped;
        if (newLength > ArrayMutation.MAX_LENGTH) {
            throw Errors.typeError("Array.prototype.toSpliced: length exceeds the maximum of 2**53-1");
        }
        requireArrayLength((long) newLength);
        if (isPlain(object) && length == ((JSArray) object).length() && newLength <= ArrayBulk.MAX_LENGTH) {
            JSArray copy = ArrayBulk.slice(realm, (JSArray) object, 0, (int) length);
            ArrayBulk.splice(copy, (int) start, (int) skipped, args.from(2));
            return copy;
        }
        List<Object> values = new ArrayList<>();
        for (long k = 0; k < start; k++) {
            TruffleSafepoint.poll(null);
            values.add(object.getIndex(k));
        }
        for (int i = 0; i < inserted; i++) {
            values.add(args.get(2 + i));
        }
        for (long k = start + skipped; k < length; k++) {
            TruffleSafepoint.poll(null);
            values.add(object.getIndex(k));
        }
        return ObjectOperations.createArrayFromList(realm, values);
    }

    /** §23.1.3.39. */
    static Object with(Realm realm, Object thisValue, Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        long length = ObjectOperations.lengthOfArrayLike(object);
        double relative = Conversions.toIntegerOrInfinity(args.get(0));
        double index = relative >= 0 ? relative : length + relative;
        if (index < 0 || index >= length) {
            throw Errors.rangeError("Invalid index : " + Conversions.toJavaString(relative));
        }
        requireArrayLength(length);
        if (isPlain(object) && length == ((JSArray) object).length()) {
            JSArray copy = ArrayBulk.slice(realm, (JSArray) object, 0, (int) length);
            ArrayBulk.fill(copy, args.get(1), (int) index, (int) index + 1);
            return copy;
        }
        List<Object> values = new ArrayList<>();
        for (long k = 0; k < length; k++) {
            TruffleSafepoint.poll(null);
            values.add(k == (long) index ? args.get(1) : object.getIndex(k));
        }
        return ObjectOperations.createArrayFromList(realm, values);
    }

    /** An array without holes. */
    private static boolean isPlain(JSObject object) {
        return object instanceof JSArray array && array.strategy().isPacked();
    }

    private static long requireArrayLength(long length) {
        if (length > 0xFFFF_FFFFL) {
            throw Errors.rangeError("Invalid array length");
        }
        return length;
    }
}
