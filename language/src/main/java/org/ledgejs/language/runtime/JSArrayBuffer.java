package org.ledgejs.language.runtime;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;

/** An ArrayBuffer object (ECMA-262 §25.1): fixed, resizable or immutable, and unless it is that it may be detached from its bytes. */
public final class JSArrayBuffer extends JSBuffer {
    private static final Shape ARRAY_BUFFER_ROOT = shapeBuilder().build();
    private static final int FIXED = -1;

    private final int maximum;
    private final boolean immutable;
    private boolean detached;
    /** [[ArrayBufferDetachKey]]: who alone may detach it, or null for anybody. */
    private Object detachKey;
    private Runnable onDetach;

    private JSArrayBuffer(JSObject prototype, byte[] data, int byteLength, int maximum, boolean immutable) {
        super(ARRAY_BUFFER_ROOT, prototype, data, byteLength, null);
        this.maximum = maximum;
        this.immutable = immutable;
    }

    /** A buffer of zeros with the intrinsic prototype. */
    public static JSArrayBuffer create(Realm realm, int byteLength) {
        return wrap(realm, allocate(byteLength));
    }

    /** A buffer of fixed length over these bytes: both sides see what the other writes. */
    public static JSArrayBuffer wrap(Realm realm, byte[] data) {
        return create(realm.intrinsic(Intrinsic.ARRAY_BUFFER_PROTOTYPE), data);
    }

    /** As {@link #wrap}, with a prototype. */
    public static JSArrayBuffer create(JSObject prototype, byte[] data) {
        return new JSArrayBuffer(prototype, data, data.length, FIXED, false);
    }

    /** AllocateImmutableArrayBuffer (proposal of immutable ArrayBuffers): nobody may write to the bytes any more. */
    public static JSArrayBuffer createImmutable(Realm realm, byte[] data) {
        return new JSArrayBuffer(realm.intrinsic(Intrinsic.ARRAY_BUFFER_PROTOTYPE), data, data.length, FIXED, true);
    }

    /** A resizable buffer of zeros. @throws JSException RangeError if the maximum is more than a buffer can be */
    public static JSArrayBuffer createResizable(JSObject prototype, int byteLength, long maximum) {
        if (maximum > MAX_BYTE_LENGTH) {
            throw Errors.rangeError("Array buffer allocation failed");
        }
        return new JSArrayBuffer(prototype, allocate(byteLength), byteLength, (int) maximum, false);
    }

    @Override
    public String className() {
        return "ArrayBuffer";
    }

    @Override
    public boolean isFixedLength() {
        return maximum == FIXED;
    }

    @Override
    public boolean isDetached() {
        return detached;
    }

    @Override
    public boolean isImmutable() {
        return immutable;
    }

    @Override
    public int maxByteLength() {
        return detached ? 0 : maximum == FIXED ? ownLength : maximum;
    }

    /** Only a call of {@link #detach(Object)} with this key detaches it from now on: the memory of a WebAssembly instance. */
    public void setDetachKey(Object key) {
        detachKey = key;
    }

    public boolean hasDetachKey() {
        return detachKey != null;
    }

    /** Runs once, when the buffer is detached. */
    public void onDetach(Runnable action) {
        onDetach = action;
    }

    /** DetachArrayBuffer (§25.1.3.5). @param key the detach key, or null. @throws JSException TypeError if it has another key or is immutable */
    @TruffleBoundary
    public void detach(Object key) {
        if (detachKey != key || immutable) {
            throw Errors.typeError("ArrayBuffer is not detachable and could not be cloned.");
        }
        if (detached) {
            return;
        }
        detached = true;
        data = NO_BYTES;
        ownLength = 0;
        if (onDetach != null) {
            onDetach.run();
        }
    }

    /** Gives a resizable buffer another length, up to its maximum; new bytes are zero. */
    @TruffleBoundary
    public void resize(int byteLength) {
        if (byteLength > data.length) {
            // Growth by halves keeps a series of small steps from copying each time.
            long capacity = Math.min(maximum, Math.max(byteLength, data.length + (long) data.length / 2));
            byte[] larger = allocate(capacity);
            System.arraycopy(data, 0, larger, 0, ownLength);
            data = larger;
        } else if (byteLength < ownLength) {
            Arrays.fill(data, byteLength, ownLength, (byte) 0);
        }
        ownLength = byteLength;
    }

    /** A copy of the bytes that count. */
    public byte[] toByteArray() {
        return Arrays.copyOf(data, ownLength);
    }
}
