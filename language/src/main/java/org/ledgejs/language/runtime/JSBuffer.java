package org.ledgejs.language.runtime;

import java.nio.ByteOrder;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidBufferOffsetException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.object.Shape;

/** What ArrayBuffer and SharedArrayBuffer objects (ECMA-262 §25.1, §25.2) have in common: bytes, and how many of them count. */
@ExportLibrary(InteropLibrary.class)
public abstract sealed class JSBuffer extends JSObject permits JSArrayBuffer, JSSharedArrayBuffer {
    /** The longest buffer: what one Java array holds. */
    public static final int MAX_BYTE_LENGTH = Integer.MAX_VALUE - 8;
    static final byte[] NO_BYTES = {};

    /** At least {@link #byteLength()} long; bytes beyond are zero. */
    byte[] data;
    /** Of an ArrayBuffer. */
    int ownLength;
    /** Null for an ArrayBuffer. */
    private final SharedBytes shared;

    JSBuffer(Shape shape, JSObject prototype, byte[] data, int byteLength, SharedBytes shared) {
        super(shape, prototype);
        this.data = data;
        this.ownLength = byteLength;
        this.shared = shared;
    }

    /** CreateByteDataBlock (§6.2.9.1). @throws JSException RangeError if there is not enough memory */
    public static byte[] allocate(long byteLength) {
        if (byteLength > MAX_BYTE_LENGTH) {
            throw allocationFailed();
        }
        try {
            return byteLength == 0 ? NO_BYTES : new byte[(int) byteLength];
        } catch (OutOfMemoryError e) {
            // One allocation that is too large for the heap leaves the heap as it was.
            throw allocationFailed();
        }
    }

    private static JSException allocationFailed() {
        return Errors.rangeError("Array buffer allocation failed");
    }

    /** The bytes themselves, not a copy; the first {@link #byteLength()} count. Changes when the buffer grows or is detached. */
    public final byte[] data() {
        return data;
    }

    /** Current length in bytes; 0 once detached. */
    public final int byteLength() {
        SharedBytes block = shared;
        return block == null ? ownLength : block.length();
    }

    /** Whether agents may share its bytes (IsSharedArrayBuffer). */
    public final boolean isShared() {
        return shared != null;
    }

    /** The block of a SharedArrayBuffer, or null. */
    public final SharedBytes sharedBytes() {
        return shared;
    }

    /** The same bytes are behind both. */
    public final boolean sharesDataWith(JSBuffer other) {
        return this == other || shared != null && shared == other.shared;
    }

    /** IsFixedLengthArrayBuffer (§25.1.3.8). */
    public abstract boolean isFixedLength();

    /** IsDetachedBuffer (§25.1.3.3). */
    public abstract boolean isDetached();

    /** IsImmutableBuffer (proposal of immutable ArrayBuffers). */
    public abstract boolean isImmutable();

    /** The most bytes it can come to have; its length if that is fixed. */
    public abstract int maxByteLength();

    // Interop: a buffer of bytes.

    private int checked(long offset, int size) throws InvalidBufferOffsetException {
        if (offset < 0 || offset > byteLength() - size) {
            throw InvalidBufferOffsetException.create(offset, size);
        }
        return (int) offset;
    }

    private long read(ByteOrder order, long offset, int shift) throws InvalidBufferOffsetException {
        return RawBytes.read(data, checked(offset, 1 << shift), shift, order == ByteOrder.LITTLE_ENDIAN);
    }

    private void write(ByteOrder order, long offset, int shift, long bits) throws InvalidBufferOffsetException, UnsupportedMessageException {
        requireWritable();
        RawBytes.write(data, checked(offset, 1 << shift), shift, bits, order == ByteOrder.LITTLE_ENDIAN);
    }

    private void requireWritable() throws UnsupportedMessageException {
        if (isImmutable()) {
            throw UnsupportedMessageException.create();
        }
    }

    @ExportMessage
    boolean hasBufferElements() {
        return true;
    }

    @ExportMessage
    boolean isBufferWritable() {
        return !isImmutable();
    }

    @ExportMessage
    long getBufferSize() {
        return byteLength();
    }

    @ExportMessage
    void readBuffer(long offset, byte[] destination, int destinationOffset, int length) throws InvalidBufferOffsetException {
        if (length < 0) {
            throw InvalidBufferOffsetException.create(offset, length);
        }
        System.arraycopy(data, checked(offset, length), destination, destinationOffset, length);
    }

    @ExportMessage
    byte readBufferByte(long offset) throws InvalidBufferOffsetException {
        return data[checked(offset, 1)];
    }

    @ExportMessage
    void writeBufferByte(long offset, byte value) throws InvalidBufferOffsetException, UnsupportedMessageException {
        requireWritable();
        data[checked(offset, 1)] = value;
    }

    @ExportMessage
    short readBufferShort(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return (short) read(order, offset, 1);
    }

    @ExportMessage
    void writeBufferShort(ByteOrder order, long offset, short value) throws InvalidBufferOffsetException, UnsupportedMessageException {
        write(order, offset, 1, value);
    }

    @ExportMessage
    int readBufferInt(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return (int) read(order, offset, 2);
    }

    @ExportMessage
    void writeBufferInt(ByteOrder order, long offset, int value) throws InvalidBufferOffsetException, UnsupportedMessageException {
        write(order, offset, 2, value);
    }

    @ExportMessage
    long readBufferLong(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return read(order, offset, 3);
    }

    @ExportMessage
    void writeBufferLong(ByteOrder order, long offset, long value) throws InvalidBufferOffsetException, UnsupportedMessageException {
        write(order, offset, 3, value);
    }

    @ExportMessage
    float readBufferFloat(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return Float.intBitsToFloat((int) read(order, offset, 2));
    }

    @ExportMessage
    void writeBufferFloat(ByteOrder order, long offset, float value) throws InvalidBufferOffsetException, UnsupportedMessageException {
        write(order, offset, 2, Float.floatToRawIntBits(value));
    }

    @ExportMessage
    double readBufferDouble(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return Double.longBitsToDouble(read(order, offset, 3));
    }

    @ExportMessage
    void writeBufferDouble(ByteOrder order, long offset, double value) throws InvalidBufferOffsetException, UnsupportedMessageException {
        write(order, offset, 3, Double.doubleToRawLongBits(value));
    }
}
