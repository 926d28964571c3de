package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;

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

    /** Whether what the body yielded last is a result object already: a yield* hands on what it was given. */
    public boolean yieldedResult() {
        return state == State.SUSPENDED_YIELD && activation.outcome() == Activation.Outcome.YIELDED_RESULT;
    }

    /**
     * GeneratorResume (§27.5.3.3) and GeneratorResumeAbrupt (§27.5.3.4).
     *
     * @return the iterator result object
     */
    @TruffleBoundary
    public Object resume(ResumeMode mode, Object value) {
        Object result = step(mode, value);
        return yieldedResult() ? result : Iteration.createIterResult(Realm.get(null), result, isCompleted());
    }

    /** As {@link #resume}, without the result object: the value yielded or returned; {@link #isCompleted} tells which. */
    private Object step(ResumeMode mode, Object value) {
        if (!enter(mode)) {
            return answerCompleted(mode, value);
        }
        try {
            return body().call(arguments(mode, value));
        } finally {
            leave();
        }
    }

    // The parts of resuming, for nodes that call the body themselves.

    /** Before the body runs. @return false if it does not run any more. @throws JSException TypeError if it runs already */
    public boolean enter(ResumeMode mode) {
        if (state == State.EXECUTING) {
            throw alreadyRunning();
        }
        if (state == State.SUSPENDED_START && mode != ResumeMode.NEXT) {
            state = State.COMPLETED;
        }
        if (state == State.COMPLETED) {
            return false;
        }
        state = State.EXECUTING;
        return true;
    }

    @TruffleBoundary
    private static JSException alreadyRunning() {
        return Errors.typeError("Generator is already running");
    }

    /** What a generator that has ended answers. */
    @TruffleBoundary
    public static Object answerCompleted(ResumeMode mode, Object value) {
        if (mode == ResumeMode.THROW) {
            throw Thrown.exception(value, null);
        }
        return mode == ResumeMode.RETURN ? value : Undefined.INSTANCE;
    }

    public RootCallTarget body() {
        return activation.body();
    }

    public Object[] arguments(ResumeMode mode, Object value) {
        return activation.arguments(mode, value);
    }

    /** After the body has run, however it ended. */
    public void leave() {
        state = activation.outcome() == Activation.Outcome.FINISHED ? State.COMPLETED : State.SUSPENDED_YIELD;
    }
}
