package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.nodes.Node;

/** Between values that are thrown and the Java exceptions that carry them. */
public final class Thrown {
    private Thrown() { }

    /** The value a catch clause sees: what the program threw, or the exception object of another language. */
    public static Object valueOf(AbstractTruffleException exception) {
        return exception instanceof JSException js ? js.value() : exception;
    }

    /** The exception that throws the value; an exception of another language is thrown again as itself. */
    public static RuntimeException exception(Object value, Node location) {
        return value instanceof TruffleObject && !(value instanceof JSObject) ? foreign(value, location) : new JSException(value, location);
    }

    @TruffleBoundary
    private static RuntimeException foreign(Object value, Node location) {
        if (value instanceof AbstractTruffleException exception) {
            return exception;
        }
        InteropLibrary interop = InteropLibrary.getUncached(value);
        if (interop.isException(value)) {
            try {
                return interop.throwException(value);
            } catch (UnsupportedMessageException e) {
                return new JSException(value, location);
            } catch (AbstractTruffleException e) {
                return e;
            }
        }
        return new JSException(value, location);
    }
}
