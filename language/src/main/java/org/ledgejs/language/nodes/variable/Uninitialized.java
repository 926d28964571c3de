package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;

/** The error of a variable touched before its initialisation. */
public final class Uninitialized {
    private Uninitialized() { }

    @TruffleBoundary
    public static JSException error(String name, Node location) {
        return Errors.referenceError(name.equals("this")
                ? "Must call super constructor in derived class before accessing 'this' or returning from derived constructor"
                : "Cannot access '" + name + "' before initialization", location);
    }

    @TruffleBoundary
    static JSException boundTwice(Node location) {
        return Errors.referenceError("Super constructor may only be called once", location);
    }
}
