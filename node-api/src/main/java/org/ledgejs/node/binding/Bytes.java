package org.ledgejs.node.binding;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSBufferView;
import org.ledgejs.language.runtime.Realm;

/**
 * The window of a view on the bytes of its buffer: the bytes themselves, not a copy. Holds as long as the buffer is neither resized nor detached;
 * after that it is a window on bytes nobody sees.
 *
 * @param offset where the window starts in the array
 */
public record Bytes(byte[] array, int offset, int length) {

    /** The window of an ArrayBufferView, or all of an ArrayBuffer. @throws org.ledgejs.language.runtime.JSException TypeError for another value */
    public static Bytes of(Object view) {
        if (view instanceof JSBufferView v) {
            byte[] data = v.buffer().data();
            return new Bytes(data, Math.min(v.byteOffset(), data.length), v.viewByteLength());
        }
        if (view instanceof JSBuffer b) {
            return new Bytes(b.data(), 0, b.byteLength());
        }
        throw Errors.typeError("argument must be a buffer");
    }

    /** All of an array. */
    public static Bytes of(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /** Bytes as natives give them back: a fresh ArrayBuffer over the array, which the caller no longer uses. */
    public static JSArrayBuffer toBuffer(Realm realm, byte[] array) {
        return JSArrayBuffer.wrap(realm, array);
    }

    /** A part; what is outside is cut off. */
    public Bytes slice(double from, double to) {
        int start = (int) Math.clamp(from, 0, length);
        int end = (int) Math.clamp(to, start, length);
        return new Bytes(array, offset + start, end - start);
    }

    public byte get(int index) {
        return array[offset + index];
    }

    public byte[] copy() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    public ByteBuffer buffer() {
        return ByteBuffer.wrap(array, offset, length);
    }
}
