package org.ledgejs.language.runtime;

import com.oracle.truffle.api.object.Shape;

/** A SharedArrayBuffer object (ECMA-262 §25.2): one agent's view of {@link SharedBytes}. */
public final class JSSharedArrayBuffer extends JSBuffer {
    private static final Shape SHARED_ARRAY_BUFFER_ROOT = shapeBuilder().build();

    private JSSharedArrayBuffer(JSObject prototype, SharedBytes block) {
        super(SHARED_ARRAY_BUFFER_ROOT, prototype, block.data(), 0, block);
    }

    public static JSSharedArrayBuffer create(JSObject prototype, SharedBytes block) {
        return new JSSharedArrayBuffer(prototype, block);
    }

    /** The view of a block that came from another agent. */
    public static JSSharedArrayBuffer wrap(Realm realm, SharedBytes block) {
        return create(realm.intrinsic(Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE), block);
    }

    @Override
    public String className() {
        return "SharedArrayBuffer";
    }

    @Override
    public boolean isFixedLength() {
        return !sharedBytes().isGrowable();
    }

    @Override
    public boolean isDetached() {
        return false;
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    public int maxByteLength() {
        return sharedBytes().maximum();
    }
}
