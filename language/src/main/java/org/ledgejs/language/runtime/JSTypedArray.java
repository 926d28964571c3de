package org.ledgejs.language.runtime;

import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.object.Shape;

/**
 * A TypedArray object (ECMA-262 §10.4.5, §23.2). The writers
 * of elements check their index themselves, since a conversion in between may have detached or shrunk the buffer.
 */
@ExportLibrary(InteropLibrary.class)
public final class JSTypedArray extends JSBufferView {
    private static final Shape TYPED_ARRAY_ROOT = shapeBuilder().shapeFlags(EXOTIC_ELEMENTS).build();
    /** What {@link #numericIndex} gives for a numeric key that no typed array can have. */
    private static final long NO_INDEX = -1;
    private static final long NOT_NUMERIC = -2;

    private final ElementType elementType;
    /** Null over an immutable buffer. */
    private final ElementType writableType;
    /** The length in elements; 0 where it follows the buffer's. */
    private final int fixedElements;

    private JSTypedArray(JSObject prototype, ElementType elementType, JSBuffer buffer, int byteOffset, int byteLength) {
        super(TYPED_ARRAY_ROOT, prototype, buffer, byteOffset, byteLength);
        this.elementType = elementType;
        this.writableType = buffer.isImmutable() ? null : elementType;
        this.fixedElements = isLengthTracking() ? 0 : byteLength >> elementType.shift();
    }

    /** @param length in elements, or {@link #AUTO}. Offset and length were checked against the buffer. */
    public static JSTypedArray create(JSObject prototype, ElementType type, JSBuffer buffer, int byteOffset, int length) {
        return new JSTypedArray(prototype, type, buffer, byteOffset, length == AUTO ? AUTO : length << type.shift());
    }

    /** An array of zeros of its intrinsic kind. */
    public static JSTypedArray create(Realm realm, ElementType type, int length) {
        JSArrayBuffer buffer = JSArrayBuffer.wrap(realm, JSBuffer.allocate((long) length << type.shift()));
        return create(realm.intrinsic(type.prototype()), type, buffer, 0, length);
    }

    /** A Uint8Array over these bytes; both sides see what the other writes. */
    public static JSTypedArray wrap(Realm realm, byte[] data) {
        return create(realm.intrinsic(Intrinsic.UINT8_ARRAY_PROTOTYPE), ElementType.UINT8, JSArrayBuffer.wrap(realm, data), 0, data.length);
    }

    public ElementType elementType() {
        return elementType;
    }

    /** The element type for those who write; null if nobody may. */
    public ElementType writableType() {
        return writableType;
    }

    private boolean isMutable() {
        return writableType != null;
    }

    @Override
    public String className() {
        return Strings.java(elementType.arrayName());
    }

    /** TypedArrayLength (§10.4.5.12) in elements; 0 when out of bounds. */
    public int validLength() {
        return viewByteLength() >> elementType.shift();
    }

    /** IsTypedArrayFixedLength (§10.4.5.14). */
    public boolean hasFixedLength() {
        return !isLengthTracking() && (buffer().isFixedLength() || buffer().isShared());
    }

    /** IsValidIntegerIndex (§10.4.5.15) of an integer. */
    public boolean isInBounds(long index) {
        return index >= 0 && index < validLength();
    }

    /** Whether it has a length of its own, and all of it is within a buffer that is not shared: what can be told at once. */
    public boolean hasFixedBounds() {
        return !isLengthTracking() && byteEnd() <= buffer().ownLength;
    }

    /** The length in elements of an array that {@link #hasFixedBounds}. */
    public int fixedElements() {
        return fixedElements;
    }

    /** {@link #isInBounds} of an array that {@link #hasFixedBounds}; false for others. */
    public boolean isInFixedBounds(int index) {
        return index >= 0 && index < fixedElements && byteEnd() <= buffer().ownLength;
    }

    private int offsetOf(ElementType type, int index) {
        return byteOffset() + (index << type.shift());
    }

    /** The element, or undefined when out of bounds. */
    public Object getElement(int index) {
        return isInBounds(index) ? getElement(elementType, index) : Undefined.INSTANCE;
    }

    /** Writes unless out of bounds. @param numeric as {@link ElementType#coerce} gives it */
    public void setElement(int index, Object numeric) {
        setElement(elementType, index, numeric);
    }

    // For nodes, which pass the array's element type as a constant of theirs.

    /** An element in bounds. */
    public Object getElement(ElementType type, int index) {
        return type.get(buffer().data(), offsetOf(type, index));
    }

    /** An element in bounds of a type that {@linkplain ElementType#isInt is int}. */
    public int getIntElement(ElementType type, int index) {
        return type.getInt(buffer().data(), offsetOf(type, index));
    }

    /** An element in bounds of a type that is not BigInt. */
    public double getDoubleElement(ElementType type, int index) {
        return type.getDouble(buffer().data(), offsetOf(type, index));
    }

    /** Writes unless out of bounds. @param numeric as {@link ElementType#coerce} gives it */
    public void setElement(ElementType type, int index, Object numeric) {
        if (isInBounds(index)) {
            type.set(buffer().data(), offsetOf(type, index), numeric);
        }
    }

    /** Writes an element in bounds of a type that is not BigInt. */
    public void setIntElement(ElementType type, int index, int value) {
        type.setInt(buffer().data(), offsetOf(type, index), value);
    }

    /** As {@link #setIntElement}. */
    public void setDoubleElement(ElementType type, int index, double value) {
        type.setDouble(buffer().data(), offsetOf(type, index), value);
    }

    /** TypedArraySetElement (§10.4.5.17): converts first, whatever the index. */
    @TruffleBoundary
    public void convertAndSet(long index, Object value) {
        Object numeric = elementType.coerce(value);
        if (isInBounds(index)) {
            setElement((int) index, numeric);
        }
    }

    // Internal methods: those of keys that are numbers in canonical form differ from the ordinary.

    /** The index a key means: an integer from 0 up, NO_INDEX or NOT_NUMERIC. */
    private static long numericIndex(Object key) {
        return key instanceof Long index ? index : Conversions.canonicalNumericIndex(key) != null ? NO_INDEX : NOT_NUMERIC;
    }

    @Override
    public boolean hasOrdinaryElements() {
        return false;
    }

    @Override
    public boolean preventExtensions() {
        return hasFixedLength() && super.preventExtensions();
    }

    @Override
    @TruffleBoundary
    public PropertyDescriptor getOwnProperty(Object key) {
        long index = numericIndex(key);
        if (index == NOT_NUMERIC) {
            return OrdinaryObject.getOwnProperty(this, key);
        }
        return isInBounds(index) ? PropertyDescriptor.data(getElement((int) index), isMutable(), true, isMutable()) : null;
    }

    @Override
    @TruffleBoundary
    public boolean hasProperty(Object key) {
        long index = numericIndex(key);
        return index == NOT_NUMERIC ? OrdinaryObject.hasProperty(this, key) : isInBounds(index);
    }

    @Override
    @TruffleBoundary
    public boolean defineOwnProperty(Object key, PropertyDescriptor d) {
        long index = numericIndex(key);
        if (index == NOT_NUMERIC) {
            return OrdinaryObject.defineOwnProperty(this, key, d);
        }
        boolean mutable = isMutable();
        if (!isInBounds(index) || d.configurable() != null && d.isConfigurable() != mutable || Boolean.FALSE.equals(d.enumerable()) || d.isAccessor()
                || d.writable() != null && d.isWritable() != mutable) {
            return false;
        }
        if (d.value() != null) {
            if (!mutable) {
                return Comparison.sameValue(d.value(), getElement((int) index));
            }
            convertAndSet(index, d.value());
        }
        return true;
    }

    @Override
    @TruffleBoundary
    public Object get(Object key, Object receiver) {
        long index = numericIndex(key);
        return index == NOT_NUMERIC ? OrdinaryObject.get(this, key, receiver) : getIndex(index);
    }

    @Override
    @TruffleBoundary
    public boolean set(Object key, Object value, Object receiver) {
        long index = numericIndex(key);
        if (index != NOT_NUMERIC) {
            if (receiver == this) {
                return setIndex(index, value);
            }
            if (!isInBounds(index)) {
                return true;
            }
        }
        return OrdinaryObject.set(this, key, value, receiver);
    }

    @Override
    @TruffleBoundary
    public boolean delete(Object key) {
        long index = numericIndex(key);
        return index == NOT_NUMERIC ? OrdinaryObject.delete(this, key) : !isInBounds(index);
    }

    @Override
    protected int elementFlags(long index) {
        return !isInBounds(index) ? -1 : isMutable() ? PropertyFlags.DEFAULT : PropertyFlags.NOT_WRITABLE | PropertyFlags.NOT_CONFIGURABLE;
    }

    @Override
    protected Object element(long index) {
        return isInBounds(index) ? getElement((int) index) : null;
    }

    @Override
    protected void addElementKeys(List<Object> keys) {
        int length = validLength();
        for (long i = 0; i < length; i++) {
            keys.add(i);
        }
    }

    @Override
    public Object getIndex(long index) {
        return isInBounds(index) ? getElement((int) index) : Undefined.INSTANCE;
    }

    @Override
    public boolean setIndex(long index, Object value) {
        if (!isMutable()) {
            return false;
        }
        convertAndSet(index, value);
        return true;
    }

    // Interop: an array of numbers.

    @ExportMessage
    boolean hasArrayElements() {
        return true;
    }

    @ExportMessage
    long getArraySize() {
        return validLength();
    }

    @ExportMessage
    boolean isArrayElementReadable(long index) {
        return isInBounds(index);
    }

    @ExportMessage
    boolean isArrayElementModifiable(long index) {
        return isInBounds(index) && isMutable();
    }

    @ExportMessage
    boolean isArrayElementInsertable(@SuppressWarnings("unused") long index) {
        return false;
    }

    @ExportMessage
    Object readArrayElement(long index) throws InvalidArrayIndexException {
        if (!isInBounds(index)) {
            throw InvalidArrayIndexException.create(index);
        }
        return getElement((int) index);
    }

    @ExportMessage
    @TruffleBoundary
    void writeArrayElement(long index, Object value) throws InvalidArrayIndexException, UnsupportedTypeException, UnsupportedMessageException {
        if (!isMutable()) {
            throw UnsupportedMessageException.create();
        }
        if (!isInBounds(index)) {
            throw InvalidArrayIndexException.create(index);
        }
        setElement((int) index, fromOutside(value));
    }

    private Object fromOutside(Object value) throws UnsupportedTypeException {
        InteropLibrary interop = InteropLibrary.getUncached(value);
        try {
            if (elementType.isBigInt()) {
                if (interop.fitsInBigInteger(value)) {
                    return BigInt.of(interop.asBigInteger(value));
                }
            } else if (interop.fitsInInt(value)) {
                return interop.asInt(value);
            } else if (interop.fitsInDouble(value)) {
                return interop.asDouble(value);
            } else if (interop.fitsInLong(value)) {
                return (double) interop.asLong(value);
            }
        } catch (UnsupportedMessageException e) {
            // Not a number after all.
        }
        throw UnsupportedTypeException.create(new Object[] {value}, "a number is needed");
    }
}
