package org.ledgejs.language.runtime;

import com.oracle.truffle.api.object.Shape;

/** A DataView object (ECMA-262 §25.3). */
public final class JSDataView extends JSBufferView {
    private static final Shape DATA_VIEW_ROOT = shapeBuilder().build();

    private JSDataView(JSObject prototype, JSBuffer buffer, int byteOffset, int byteLength) {
        super(DATA_VIEW_ROOT, prototype, buffer, byteOffset, byteLength);
    }

    /** @param byteLength in bytes, or {@link #AUTO}. Both were checked against the buffer. */
    public static JSDataView create(JSObject prototype, JSBuffer buffer, int byteOffset, int byteLength) {
        return new JSDataView(prototype, buffer, byteOffset, byteLength);
    }

    @Override
    public String className() {
        return "DataView";
    }
}
