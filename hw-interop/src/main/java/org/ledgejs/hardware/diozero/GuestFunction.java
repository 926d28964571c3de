package org.ledgejs.hardware.diozero;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import org.ledgejs.hardware.embedded.EmbeddedException;

/** A function of the program, to be called on the agent's thread only. */
record GuestFunction(Object value) {

    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    /** The function in an argument, or {@code null} for null and {@code undefined}. */
    @TruffleBoundary
    static GuestFunction optional(String method, Object value) {
        if (INTEROP.isNull(value)) {
            return null;
        }
        if (!INTEROP.isExecutable(value)) {
            throw EmbeddedException.typeError(method + ": the argument is a function");
        }
        return new GuestFunction(value);
    }

    /** Calls it; what it throws passes through, for the agent's loop to report. */
    @TruffleBoundary
    void call(Object... arguments) {
        try {
            INTEROP.execute(value, arguments);
        } catch (InteropException e) {
            throw EmbeddedException.typeError("a listener cannot be called: " + e.getMessage());
        }
    }

    @TruffleBoundary
    boolean same(GuestFunction other) {
        return value == other.value
                || INTEROP.hasIdentity(value) && INTEROP.isIdentical(value, other.value, INTEROP);
    }
}
