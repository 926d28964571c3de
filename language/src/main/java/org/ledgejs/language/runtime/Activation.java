package org.ledgejs.language.runtime;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.MaterializedFrame;

/** A call of a generator or async function that outlives its Java frame. */
public final class Activation {
    /** How the last stretch ended. */
    public enum Outcome {
        YIELDED,
        /** Yielded by yield*: the value is an iterator result already. */
        YIELDED_RESULT,
        AWAITING,
        /** Returned or threw: there is nothing to resume. */
        FINISHED
    }

    private final RootCallTarget body;
    private final MaterializedFrame frame;
    /** The function called, or Undefined for a module. */
    private final Object function;
    private Outcome outcome;

    /** @param body takes (undefined, function, undefined, activation, mode, value) */
    public Activation(RootCallTarget body, MaterializedFrame frame, Object function) {
        this.body = body;
        this.frame = frame;
        this.function = function;
    }

    public MaterializedFrame frame() {
        return frame;
    }

    public Object function() {
        return function;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** For the root of the body, just before it leaves with a value to come back. */
    public void suspend(Outcome how) {
        outcome = how;
    }

    /**
     * Runs the body until it suspends or ends.
     *
     * @return what was yielded, awaited or returned: see {@link #outcome}
     * @throws JSException what the body threw; it is then finished
     */
    public Object resume(ResumeMode mode, Object value) {
        return body.call(arguments(mode, value));
    }

    RootCallTarget body() {
        return body;
    }

    /** What to call the body with to run it. */
    Object[] arguments(ResumeMode mode, Object value) {
        outcome = Outcome.FINISHED;
        return new Object[] {Undefined.INSTANCE, function, Undefined.INSTANCE, this, mode, value};
    }
}
