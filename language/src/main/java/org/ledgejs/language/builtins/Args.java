package org.ledgejs.language.builtins;

import java.util.Arrays;

import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.ClosureFunction;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;

/** The arguments of a builtin written as a Java function. */
public final class Args {
    private final Object[] arguments;

    /** @param arguments laid out as {@link Arguments} says */
    public Args(Object[] arguments) {
        this.arguments = arguments;
    }

    /** Argument i, or undefined. */
    public Object get(int i) {
        return Arguments.get(arguments, i);
    }

    public int count() {
        return Arguments.count(arguments);
    }

    public boolean has(int i) {
        return i < count();
    }

    /** The arguments from i on. */
    public Object[] from(int i) {
        return i >= count() ? new Object[0] : Arrays.copyOfRange(arguments, Arguments.FIRST + i, arguments.length);
    }

    /** The builtin's own function object. */
    public JSFunction callee() {
        return (JSFunction) arguments[Arguments.FUNCTION];
    }

    /** Null when called as a function. */
    JSObject newTarget() {
        return arguments[Arguments.NEW_TARGET] instanceof JSObject newTarget ? newTarget : null;
    }

    /** What {@link BuiltinData#closure} gave the function. */
    @SuppressWarnings("unchecked")
    public <T> T state() {
        return (T) ((ClosureFunction) arguments[Arguments.FUNCTION]).state();
    }
}
