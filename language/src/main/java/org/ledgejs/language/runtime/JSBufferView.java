package org.ledgejs.language.runtime;

import com.oracle.truffle.api.object.Shape;

/** What typed arrays and DataViews have in common: a stretch of a buffer that may follow the buffer's length, or fall out of it. */
public abstract sealed class JSBufferView extends JSObject permits JSTypedArray, JSDataView {
    /** For a length: up to the end of the buffer, wherever that is. */
    public static final int AUTO = -1;

    private final JSBuffer buffer;
    private final int byteOffset;
    /** In bytes, or {@link #AUTO}. */
    private final int fixedLength;
    private final int byteEnd;

    JSBufferView(Shape shape, JSObject prototype, JSBuffer buffer, int byteOffset, int fixedLength) {
        super(shape, prototype);
        this.buffer = buffer;
        this.byteOffset = byteOffset;
        this.fixedLength = fixedLength;
        this.byteEnd = byteOffset + fixedLength;
    }

    /** [[ViewedArrayBuffer]]. */
    public final JSBuffer buffer() {
        return buffer;
    }

    /** [[ByteOffset]], whatever became of the buffer. */
    public final int byteOffset() {
        return byteOffset;
    }

    /** Where in the buffer a view of fixed length ends. */
    final int byteEnd() {
        return byteEnd;
    }

    /** Its length is the buffer's, less the offset. */
    public final boolean isLengthTracking() {
        return fixedLength == AUTO;
    }

    /** IsTypedArrayOutOfBounds (§10.4.5.13), IsViewOutOfBounds (§25.3.1.4): detached, or shrunk from under it. */
    public final boolean isOutOfBounds() {
        return buffer.isDetached() || (fixedLength == AUTO ? byteOffset : byteEnd) > buffer.byteLength();
    }

    /** How many bytes may be accessed from the offset on; 0 when out of bounds. */
    public final int viewByteLength() {
        int available = buffer.byteLength();
        if (fixedLength != AUTO) {
            return byteEnd <= available ? fixedLength : 0;
        }
        return Math.max(0, available - byteOffset);
    }
}
