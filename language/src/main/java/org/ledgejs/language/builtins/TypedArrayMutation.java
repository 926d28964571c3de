package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** Methods of %TypedArray%.prototype that change the array they are called on. */
final class TypedArrayMutation {
    private TypedArrayMutation() { }

    /** §23.2.3.6. */
    static Object copyWithin(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = TypedArrayPrototype.writableThis(thisValue, "copyWithin");
        int length = array.validLength();
        int target = (int) RelativeIndex.start(args.get(0), length);
        int start = (int) RelativeIndex.start(args.get(1), length);
        int end = (int) RelativeIndex.end(args.get(2), length);
        int count = Math.min(end - start, length - target);
        if (count > 0) {
            TypedArrayCreation.requireInBounds(array, "%TypedArray%.prototype.copyWithin");
            // The conversions may have shrunk it.
            count = Math.min(count, array.validLength() - Math.max(start, target));
            if (count > 0) {
                byte[] data = array.buffer().data();
                int shift = array.elementType().shift();
                System.arraycopy(data, array.byteOffset() + (start << shift), data, array.byteOffset() + (target << shift), count << shift);
            }
        }
        return array;
    }

    /** §23.2.3.9. */
    static Object fill(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = TypedArrayPrototype.writableThis(thisValue, "fill");
        int length = array.validLength();
        Object value = array.elementType().coerce(args.get(0));
        int start = (int) RelativeIndex.start(args.get(1), length);
        int end = (int) RelativeIndex.end(args.get(2), length);
        TypedArrayCreation.requireInBounds(array, "%TypedArray%.prototype.fill");
        end = Math.min(end, array.validLength());
        if (start < end) {
            array.setElement(start, value);
            repeat(array, start, end);
        }
        return array;
    }

    /** Copies the element at start to all up to end, doubling the stretch copied. */
    private static void repeat(JSTypedArray array, int start, int end) {
        byte[] data = array.buffer().data();
        int shift = array.elementType().shift();
        int from = array.byteOffset() + (start << shift);
        int total = end - start << shift;
        for (int done = 1 << shift; done < total; done <<= 1) {
            System.arraycopy(data, from, data, from + done, Math.min(done, total - done));
        }
    }

    /** §23.2.3.25. */
    static Object reverse(@SuppressWarnings("unused") Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSTypedArray array = TypedArrayPrototype.writableThis(thisValue, "reverse");
        int length = array.validLength();
        for (int lower = 0; lower < length / 2; lower++) {
            int upper = length - 1 - lower;
            Object lowerValue = array.getElement(lower);
            array.setElement(lower, array.getElement(upper));
            array.setElement(upper, lowerValue);
        }
        return array;
    }

    /** §23.2.3.26. */
    static Object set(Realm realm, Object thisValue, Args args) {
        if (!(thisValue instanceof JSTypedArray target)) {
            throw Errors.typeError("this is not a typed array.");
        }
        TypedArrayCreation.requireMutable(target, "%TypedArray%.prototype.set");
        double offset = Conversions.toIntegerOrInfinity(args.get(1));
        if (offset < 0) {
            throw outOfBounds();
        }
        TypedArrayCreation.requireInBounds(target, "%TypedArray%.prototype.set");
        int targetLength = target.validLength();
        if (args.get(0) instanceof JSTypedArray source) {
            TypedArrayCreation.requireInBounds(source, "%TypedArray%.prototype.set");
            requireSameContent(target, source);
            int length = source.validLength();
            if (length + offset > targetLength) {
                throw outOfBounds();
            }
            copyElements(source, target, (int) offset, length);
            return Undefined.INSTANCE;
        }
        JSObject source = Conversions.toObject(realm, args.get(0));
        long length = ObjectOperations.lengthOfArrayLike(source);
        if (length + offset > targetLength) {
            throw outOfBounds();
        }
        for (int k = 0; k < length; k++) {
            target.convertAndSet((int) offset + k, source.getIndex(k));
        }
        return Undefined.INSTANCE;
    }

    private static RuntimeException outOfBounds() {
        return Errors.rangeError("offset is out of bounds");
    }

    static void requireSameContent(JSTypedArray a, JSTypedArray b) {
        if (a.elementType().isBigInt() != b.elementType().isBigInt()) {
            throw Errors.typeError("Cannot mix BigInt and other types, use explicit conversions");
        }
    }

    /** Copies the first elements of the source to an offset of the target, as if through a copy where they overlap. */
    static void copyElements(JSTypedArray source, JSTypedArray target, int offset, int length) {
        ElementType from = source.elementType();
        ElementType to = target.elementType();
        byte[] data = source.buffer().data();
        int start = source.byteOffset();
        int targetStart = target.byteOffset() + (offset << to.shift());
        if (from == to || from.shift() == 0 && to.shift() == 0 && to != ElementType.UINT8_CLAMPED) {
            System.arraycopy(data, start, target.buffer().data(), targetStart, length << from.shift());
            return;
        }
        if (source.buffer().sharesDataWith(target.buffer())) {
            byte[] copy = new byte[length << from.shift()];
            System.arraycopy(data, start, copy, 0, copy.length);
            data = copy;
            start = 0;
        }
        byte[] targetData = target.buffer().data();
        for (int k = 0; k < length; k++) {
            to.set(targetData, targetStart + (k << to.shift()), from.get(data, start + (k << from.shift())));
        }
    }

    /** §23.2.3.29. */
    static Object sort(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        Sorting.requireComparator(args.get(0));
        JSTypedArray array = TypedArrayPrototype.writableThis(thisValue, "sort");
        TypedArraySorting.sort(array, array, args.get(0));
        return array;
    }
}
