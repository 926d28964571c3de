package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** Methods of %TypedArray%.prototype that give a new array. */
final class TypedArrayCopying {
    private TypedArrayCopying() { }

    /** §23.2.3.27. */
    static Object slice(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "slice");
        int length = array.validLength();
        int start = (int) RelativeIndex.start(args.get(0), length);
        int end = (int) RelativeIndex.end(args.get(1), length);
        int count = Math.max(end - start, 0);
        JSTypedArray target = TypedArrayCreation.speciesCreateOfLength(array, count);
        if (count == 0) {
            return target;
        }
        TypedArrayCreation.requireInBounds(array, "%TypedArray%.prototype.slice");
        count = Math.min(end, array.validLength()) - start;
        if (array.elementType() == target.elementType()) {
            copyBytes(array, start, target, Math.min(count, target.validLength()));
        } else {
            for (int k = 0; k < count; k++) {
                target.convertAndSet(k, array.getElement(start + k));
            }
        }
        return target;
    }

    private static void copyBytes(JSTypedArray source, int start, JSTypedArray target, int count) {
        if (count <= 0) {
            return;
        }
        int shift = source.elementType().shift();
        byte[] from = source.buffer().data();
        byte[] to = target.buffer().data();
        int fromOffset = source.byteOffset() + (start << shift);
        int toOffset = target.byteOffset();
        if (from == to && fromOffset < toOffset) {
            // Byte after byte, so that what was just written is read again: the specification's order shows here.
            for (int i = 0; i < count << shift; i++) {
                to[toOffset + i] = from[fromOffset + i];
            }
        } else {
            System.arraycopy(from, fromOffset, to, toOffset, count << shift);
        }
    }

    /** §23.2.3.30. */
    static Object subarray(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        if (!(thisValue instanceof JSTypedArray array)) {
            throw Errors.typeError("this is not a typed array.");
        }
        int length = array.validLength();
        int begin = (int) RelativeIndex.start(args.get(0), length);
        boolean toEnd = args.get(1) == Undefined.INSTANCE && array.isLengthTracking();
        int end = toEnd ? 0 : (int) RelativeIndex.end(args.get(1), length);
        Object beginByteOffset = array.byteOffset() + (begin << array.elementType().shift());
        return toEnd ? TypedArrayCreation.speciesCreate(array, array.buffer(), beginByteOffset)
                : TypedArrayCreation.speciesCreate(array, array.buffer(), beginByteOffset, Math.max(end - begin, 0));
    }

    /** §23.2.3.32. */
    static Object toReversed(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "toReversed");
        int length = array.validLength();
        JSTypedArray target = TypedArrayCreation.createSameType(realm, array, length);
        for (int k = 0; k < length; k++) {
            target.setElement(k, array.getElement(length - 1 - k));
        }
        return target;
    }

    /** §23.2.3.33. */
    static Object toSorted(Realm realm, Object thisValue, Args args) {
        Sorting.requireComparator(args.get(0));
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "toSorted");
        JSTypedArray target = TypedArrayCreation.createSameType(realm, array, array.validLength());
        TypedArraySorting.sort(array, target, args.get(0));
        return target;
    }

    /** §23.2.3.36. */
    static Object with(Realm realm, Object thisValue, Args args) {
        JSTypedArray array = TypedArrayPrototype.validThis(thisValue, "with");
        int length = array.validLength();
        double relative = Conversions.toIntegerOrInfinity(args.get(0));
        double index = relative >= 0 ? relative : length + relative;
        Object value = array.elementType().coerce(args.get(1));
        if (index < 0 || index >= array.validLength()) {
            throw Errors.rangeError("Invalid typed array index");
        }
        JSTypedArray target = TypedArrayCreation.createSameType(realm, array, length);
        for (int k = 0; k < length; k++) {
            target.convertAndSet(k, k == (int) index ? value : array.getElement(k));
        }
        return target;
    }
}
