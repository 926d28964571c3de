package org.ledgejs.language.runtime;

import com.oracle.truffle.api.object.Shape;

/** A DisposableStack or AsyncDisposableStack object (ECMA-262 2027 §27.3, §27.4). */
public final class JSDisposableStack extends JSObject {
    private static final Shape DISPOSABLE_STACK_ROOT = shapeBuilder().build();

    private final boolean async;
    /** Null once disposed. */
    private DisposeCapability capability;

    private JSDisposableStack(JSObject prototype, boolean async, DisposeCapability capability) {
        super(DISPOSABLE_STACK_ROOT, prototype);
        this.async = async;
        this.capability = capability;
    }

    public static JSDisposableStack create(JSObject prototype, boolean async, DisposeCapability capability) {
        return new JSDisposableStack(prototype, async, capability);
    }

    public boolean isAsync() {
        return async;
    }

    /** What it is to dispose of, or null once it has. */
    public DisposeCapability capability() {
        return capability;
    }

    /** From now on it is disposed. @return what it held, or null if it was before */
    public DisposeCapability take() {
        DisposeCapability held = capability;
        capability = null;
        return held;
    }

    @Override
    public String className() {
        return async ? "AsyncDisposableStack" : "DisposableStack";
    }
}
