package org.ledgejs.language.runtime;

import java.util.ArrayDeque;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;

/** An async generator object (ECMA-262 §27.6): its activation and the queue of requests to it. */
public final class JSAsyncGenerator extends JSObject {
    private enum State { SUSPENDED_START, SUSPENDED_YIELD, EXECUTING, DRAINING, COMPLETED }

    private record Request(ResumeMode mode, Object value, JSPromise promise) { }

    private final Realm realm;
    private final Activation activation;
    private final ArrayDeque<Request> queue = new ArrayDeque<>();
    private State state = State.SUSPENDED_START;

    private JSAsyncGenerator(Realm realm, JSObject prototype, Activation activation) {
        super(ROOT, prototype);
        this.realm = realm;
        this.activation = activation;
    }

    public static JSAsyncGenerator create(Realm realm, JSObject prototype, Activation activation) {
        return new JSAsyncGenerator(realm, prototype, activation);
    }

    @Override
    public String className() {
        return "AsyncGenerator";
    }

    /** What next, return and throw of the prototype do: queues the request and starts what can start. The promise of its result. */
    @TruffleBoundary
    public JSPromise enqueue(ResumeMode mode, Object value) {
        JSPromise promise = Promises.create(Realm.get(null));
        if (mode != ResumeMode.RETURN && state == State.COMPLETED && queue.isEmpty()) {
            settle(promise, mode, mode == ResumeMode.THROW ? value : Undefined.INSTANCE, true);
            return promise;
        }
        queue.add(new Request(mode, value, promise));
        switch (state) {
            case SUSPENDED_START -> {
                if (mode == ResumeMode.NEXT) {
                    run(mode, value);
                } else {
                    state = State.COMPLETED;
                    drain();
                }
            }
            case SUSPENDED_YIELD -> run(mode, value);
            case COMPLETED -> drain();
            case EXECUTING, DRAINING -> { }
        }
        return promise;
    }

    /** Runs the body; goes on with waiting requests while it yields at once. */
    private void run(ResumeMode firstMode, Object firstValue) {
        ResumeMode mode = firstMode;
        Object value = firstValue;
        while (true) {
            state = State.EXECUTING;
            Object result;
            try {
                result = activation.resume(mode, value);
            } catch (AbstractTruffleException exception) {
                finish(ResumeMode.THROW, Thrown.valueOf(exception));
                return;
            }
            switch (activation.outcome()) {
                case AWAITING -> {
                    try {
                        Promises.await(realm, result, null, v -> run(ResumeMode.NEXT, v), e -> run(ResumeMode.THROW, e));
                        return;
                    } catch (AbstractTruffleException exception) {
                        mode = ResumeMode.THROW;
                        value = Thrown.valueOf(exception);
                    }
                }
                case YIELDED, YIELDED_RESULT -> {
                    settle(queue.poll().promise, ResumeMode.NEXT, result, false);
                    if (queue.isEmpty()) {
                        state = State.SUSPENDED_YIELD;
                        return;
                    }
                    mode = queue.peek().mode;
                    value = queue.peek().value;
                }
                case FINISHED -> {
                    finish(ResumeMode.NEXT, result);
                    return;
                }
            }
        }
    }

    private void finish(ResumeMode mode, Object value) {
        state = State.COMPLETED;
        settle(queue.poll().promise, mode, value, true);
        drain();
    }

    /** AsyncGeneratorDrainQueue (§27.6.3.9): answers requests to a generator that has ended. */
    private void drain() {
        while (!queue.isEmpty()) {
            Request request = queue.peek();
            if (request.mode == ResumeMode.RETURN) {
                state = State.DRAINING;
                try {
                    Promises.await(realm, request.value, null, v -> returned(ResumeMode.NEXT, v), e -> returned(ResumeMode.THROW, e));
                    return;
                } catch (AbstractTruffleException exception) {
                    settle(queue.poll().promise, ResumeMode.THROW, Thrown.valueOf(exception), true);
                }
            } else {
                queue.poll();
                settle(request.promise, request.mode, request.mode == ResumeMode.THROW ? request.value : Undefined.INSTANCE, true);
            }
        }
        state = State.COMPLETED;
    }

    /** The value of a return request was awaited. */
    private void returned(ResumeMode mode, Object value) {
        settle(queue.poll().promise, mode, value, true);
        drain();
    }

    private void settle(JSPromise promise, ResumeMode mode, Object value, boolean done) {
        if (mode == ResumeMode.THROW) {
            Promises.reject(promise, value);
        } else {
            Promises.resolve(promise, Iteration.createIterResult(realm, value, done));
        }
    }
}
