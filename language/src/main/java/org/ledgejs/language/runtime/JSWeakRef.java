package org.ledgejs.language.runtime;

import java.lang.ref.WeakReference;

/** A WeakRef instance (ECMA-262 §26.1). */
public final class JSWeakRef extends JSObject {
    private final WeakReference<Object> target;

    private JSWeakRef(JSObject prototype, Object target) {
        super(ROOT, prototype);
        this.target = new WeakReference<>(target);
    }

    public static JSWeakRef create(JSObject prototype, Object target) {
        return new JSWeakRef(prototype, target);
    }

    /** The target, or null when it is gone. */
    public Object target() {
        return target.get();
    }

    @Override
    public String className() {
        return "WeakRef";
    }
}
