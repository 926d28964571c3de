package org.ledgejs.language.builtins;

import java.util.function.LongBinaryOperator;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.RawBytes;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** The Atomics object (ECMA-262 §25.4); waiting is in {@link AtomicsWaiting}. */
final class AtomicsObject {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("add", 3, (realm, thisValue, args) -> readModifyWrite(args, (a, b) -> a + b))
            .method("and", 3, (realm, thisValue, args) -> readModifyWrite(args, (a, b) -> a & b))
            .method("compareExchange", 4, AtomicsObject::compareExchange)
            .method("exchange", 3, (realm, thisValue, args) -> readModifyWrite(args, (a, b) -> b))
            .method("isLockFree", 1, AtomicsObject::isLockFree)
            .method("load", 2, AtomicsObject::load)
            .method("notify", 3, AtomicsWaiting::notify)
            .method("or", 3, (realm, thisValue, args) -> readModifyWrite(args, (a, b) -> a | b))
            .method("pause", 0, AtomicsObject::pause)
            .method("store", 3, AtomicsObject::store)
            .method("sub", 3, (realm, thisValue, args) -> readModifyWrite(args, (a, b) -> a - b))
            .method("wait", 4, AtomicsWaiting::await)
            .method("waitAsync", 4, AtomicsWaiting::waitAsync)
            .method("xor", 3, (realm, thisValue, args) -> readModifyWrite(args, (a, b) -> a ^ b))
            .toStringTag("Atomics");

    private AtomicsObject() { }

    static JSObject create(Realm realm) {
        JSObject atomics = JSObject.create(realm);
        TABLE.define(realm, atomics);
        return atomics;
    }

    /** ValidateIntegerTypedArray (§25.4.3.1). */
    static JSTypedArray validate(Object value, boolean waitable) {
        JSTypedArray array = TypedArrayCreation.validate(value, "Atomics operation");
        ElementType type = array.elementType();
        boolean accepted = waitable ? type == ElementType.INT32 || type == ElementType.BIG_INT64 : !type.isFloat() && type != ElementType.UINT8_CLAMPED;
        if (!accepted) {
            throw Errors.typeError(Errors.describe(value) + " is not an " + (waitable ? "Int32Array or BigInt64Array" : "integer typed array"));
        }
        return array;
    }

    /** As {@link #validate}, for an operation that writes. */
    private static JSTypedArray validateWritable(Object value) {
        if (value instanceof JSTypedArray array) {
            TypedArrayCreation.requireMutable(array, "Atomics operation");
        }
        return validate(value, false);
    }

    /** ValidateAtomicAccess (§25.4.3.2). @return the element's offset in the buffer */
    static int validateAccess(JSTypedArray array, Object requestIndex) {
        int length = array.validLength();
        long index = Conversions.toIndex(requestIndex, "Invalid atomic access index");
        if (index >= length) {
            throw Errors.rangeError("Invalid atomic access index");
        }
        return array.byteOffset() + ((int) index << array.elementType().shift());
    }

    /** RevalidateAtomicAccess (§25.4.3.4): the conversion of a value may have shrunk the buffer. */
    private static void revalidate(JSTypedArray array, int offset) {
        TypedArrayCreation.requireInBounds(array, "Atomics operation");
        if (offset >= array.byteOffset() + array.viewByteLength()) {
            throw Errors.rangeError("Invalid atomic access index");
        }
    }

    /** ToBigInt, or ToIntegerOrInfinity as a Number. */
    private static Object toInteger(ElementType type, Object value) {
        return type.isBigInt() ? Conversions.toBigInt(value) : Conversions.number(Conversions.toIntegerOrInfinity(value));
    }

    /** AtomicReadModifyWrite (§25.4.3.14). */
    private static Object readModifyWrite(Args args, LongBinaryOperator operation) {
        JSTypedArray array = validateWritable(args.get(0));
        int offset = validateAccess(array, args.get(1));
        ElementType type = array.elementType();
        long operand = type.toBits(toInteger(type, args.get(2)));
        revalidate(array, offset);
        byte[] data = array.buffer().data();
        long before = RawBytes.readVolatile(data, offset, type.shift());
        while (true) {
            long found = RawBytes.compareAndExchange(data, offset, type.shift(), before, operation.applyAsLong(before, operand));
            if (found == before) {
                return type.fromBits(before);
            }
            before = found;
        }
    }

    /** §25.4.6. */
    private static Object compareExchange(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSTypedArray array = validateWritable(args.get(0));
        int offset = validateAccess(array, args.get(1));
        ElementType type = array.elementType();
        long expected = type.toBits(toInteger(type, args.get(2)));
        long replacement = type.toBits(toInteger(type, args.get(3)));
        revalidate(array, offset);
        return type.fromBits(RawBytes.compareAndExchange(array.buffer().data(), offset, type.shift(), expected, replacement));
    }

    /** §25.4.8. */
    private static Object isLockFree(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        double size = Conversions.toIntegerOrInfinity(args.get(0));
        return size == 1 || size == 2 || size == 4 || size == 8;
    }

    /** §25.4.9. */
    private static Object load(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSTypedArray array = validate(args.get(0), false);
        int offset = validateAccess(array, args.get(1));
        revalidate(array, offset);
        return array.elementType().fromBits(RawBytes.readVolatile(array.buffer().data(), offset, array.elementType().shift()));
    }

    /** §25.4.11. */
    private static Object pause(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        boolean integral = args.get(0) instanceof Integer || args.get(0) instanceof Double d && d == Math.rint(d) && !Double.isInfinite(d);
        if (args.get(0) != Undefined.INSTANCE && !integral) {
            throw Errors.typeError("Atomics.pause: the iteration number must be an integer");
        }
        Thread.onSpinWait();
        return Undefined.INSTANCE;
    }

    /** §25.4.12. */
    private static Object store(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSTypedArray array = validateWritable(args.get(0));
        int offset = validateAccess(array, args.get(1));
        ElementType type = array.elementType();
        Object value = toInteger(type, args.get(2));
        revalidate(array, offset);
        RawBytes.writeVolatile(array.buffer().data(), offset, type.shift(), type.toBits(value));
        return value;
    }

    /** The bits of the value a wait compares with. */
    static long expectedBits(ElementType type, Object value) {
        return type.isBigInt() ? ((BigInt) type.coerce(value)).longValue() : Conversions.toInt32(value);
    }
}
