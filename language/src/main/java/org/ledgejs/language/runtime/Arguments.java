package org.ledgejs.language.runtime;

import java.util.Arrays;

import com.oracle.truffle.api.frame.VirtualFrame;

/** The arguments array of every call target: this, the function, new.target, then the arguments. */
public final class Arguments {
    public static final int THIS = 0;
    public static final int FUNCTION = 1;
    public static final int NEW_TARGET = 2;
    public static final int FIRST = 3;

    private Arguments() { }

    public static Object[] create(Object thisValue, Object function, Object... arguments) {
        return construct(thisValue, function, Undefined.INSTANCE, arguments);
    }

    public static Object[] construct(Object thisValue, Object function, Object newTarget, Object... arguments) {
        Object[] result = new Object[FIRST + arguments.length];
        result[THIS] = thisValue;
        result[FUNCTION] = function;
        result[NEW_TARGET] = newTarget;
        System.arraycopy(arguments, 0, result, FIRST, arguments.length);
        return result;
    }

    /** The arguments proper. */
    public static Object[] rest(Object[] arguments) {
        return Arrays.copyOfRange(arguments, FIRST, arguments.length);
    }

    /** Of a callback: an element, its index, and what it is an element of. */
    public static Object[] ofCallback(Object thisValue, Object function, Object element, Object index, Object object) {
        return new Object[] {thisValue, function, Undefined.INSTANCE, element, index, object};
    }

    public static Object[] ofReducer(Object function, Object accumulator, Object element, Object index, Object object) {
        return new Object[] {Undefined.INSTANCE, function, Undefined.INSTANCE, accumulator, element, index, object};
    }

    /** The function's new.target. */
    public static Object newTarget(Object[] arguments) {
        Object newTarget = arguments[NEW_TARGET];
        return newTarget instanceof Replaced replaced ? replaced.newTarget : newTarget;
    }

    /**
     * Stands where new.target does while a loop of the function runs as compiled code in another frame.
     *
     * @param frame the one that is taken up again after the loop
     */
    public record Replaced(VirtualFrame frame, Object newTarget) { }

    public static int count(Object[] arguments) {
        return arguments.length - FIRST;
    }

    public static Object get(Object[] arguments, int index) {
        return FIRST + index < arguments.length ? arguments[FIRST + index] : Undefined.INSTANCE;
    }
}
