package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** An Iterator Helper object (ECMA-262 §27.1.2.1): what map, filter, concat and their like return. Behaves as a generator. */
public final class JSIteratorHelper extends JSObject {
    private final Body body;
    private State state = State.START;

    private enum State { START, YIELDED, RUNNING, COMPLETED }

    /** What the helper does between yields. */
    public interface Body {
        /** The next value, or null when there is none: then everything is closed that has to be. A throw ends the helper too. */
        Object next();

        /** Closes the underlying iterators. */
        void close();
    }

    private JSIteratorHelper(JSObject prototype, Body body) {
        super(ROOT, prototype);
        this.body = body;
    }

    public static JSIteratorHelper create(Realm realm, Body body) {
        return new JSIteratorHelper(realm.intrinsic(Intrinsic.ITERATOR_HELPER_PROTOTYPE), body);
    }

    /** The next value, or null. */
    @TruffleBoundary
    public Object advance() {
        requireIdle();
        if (state == State.COMPLETED) {
            return null;
        }
        state = State.RUNNING;
        Object value = null;
        try {
            value = body.next();
        } finally {
            state = value == null ? State.COMPLETED : State.YIELDED;
        }
        return value;
    }

    /** Ends the helper. */
    @TruffleBoundary
    public void finish() {
        requireIdle();
        if (state != State.COMPLETED) {
            state = state == State.START ? State.COMPLETED : State.RUNNING;
            try {
                body.close();
            } finally {
                state = State.COMPLETED;
            }
        }
    }

    private void requireIdle() {
        if (state == State.RUNNING) {
            throw Errors.typeError("Generator is already running");
        }
    }

    @Override
    public String className() {
        return "Iterator Helper";
    }
}
