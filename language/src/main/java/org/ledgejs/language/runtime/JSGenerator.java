package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** A generator object (ECMA-262 §27.5). */
public final class JSGenerator extends JSObject {
    private enum State { SUSPENDED_START, SUSPENDED_YIELD, EXECUTING, COMPLETED }

    private final Activation activation;
    private State state = State.SUSPENDED_START;

    private JSGenerator(JSObject prototype, Activation activation) {
        super(ROOT, prototype);
        this.activation = activation;
    }

    public static JSGenerator create(JSObject prototype, Activation activation) {
        return new JSGenerator(prototype, activation);
    }

    @Override
    public String className() {
        return "Generator";
    }

    /** Whether its body has ended. */
    public boolean isCompleted() {
        return state == State.COMPLETED;
    }

    /**
     * GeneratorResume (§27.5.3.3) and GeneratorResumeAbrupt (§27.5.3.4).
     *
     * @return the iterator result object
     */
    @TruffleBoundary
    public Object resume(ResumeMode mode, Object value) {
        Object result = step(mode, value);
        return activation.outcome() == Activation.Outcome.YIELDED_RESULT && state == State.SUSPENDED_YIELD ? result
                : Iteration.createIterResult(Realm.get(null), result, state == State.COMPLETED);
    }

    /** As {@link #resume}, without the result object: the value yielded or returned; {@link #isCompleted} tells which. */
    private Object step(ResumeMode mode, Object value) {
        if (state == State.EXECUTING) {
            throw Errors.typeError("Generator is already running");
        }
        if (state == State.SUSPENDED_START && mode != ResumeMode.NEXT) {
            state = State.COMPLETED;
        }
        if (state == State.COMPLETED) {
            if (mode == ResumeMode.THROW) {
                throw Thrown.exception(value, null);
            }
            return mode == ResumeMode.RETURN ? value : Undefined.INSTANCE;
        }
        state = State.EXECUTING;
        boolean suspended = false;
        try {
            Object result = activation.resume(mode, value);
            suspended = activation.outcome() != Activation.Outcome.FINISHED;
            return result;
        } finally {
            state = suspended ? State.SUSPENDED_YIELD : State.COMPLETED;
        }
    }
}
