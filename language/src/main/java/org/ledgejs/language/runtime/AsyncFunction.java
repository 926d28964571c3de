package org.ledgejs.language.runtime;

import java.util.function.Consumer;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;

/** Drives an async function's activation from await to await (ECMA-262 §27.7.5). */
public final class AsyncFunction {
    private final Realm realm;
    private final Activation activation;
    private final Consumer<Object> onReturn;
    private final Consumer<Object> onThrow;
    /** What the call gave, or null where it is something else. */
    private final JSPromise promise;

    private AsyncFunction(Realm realm, Activation activation, JSPromise promise, Consumer<Object> onReturn, Consumer<Object> onThrow) {
        this.realm = realm;
        this.promise = promise;
        this.activation = activation;
        this.onReturn = onReturn;
        this.onThrow = onThrow;
    }

    /** AsyncFunctionStart: runs to the first await. */
    @TruffleBoundary
    public static JSPromise start(Realm realm, Activation activation) {
        JSPromise promise = Promises.create(realm);
        new AsyncFunction(realm, activation, promise, value -> Promises.resolve(promise, value), reason -> Promises.reject(promise, reason))
                .run(ResumeMode.NEXT, Undefined.INSTANCE);
        return promise;
    }

    /** As {@link #start}, with its end told to one of two listeners: the body of an asynchronous module. */
    @TruffleBoundary
    public static void start(Realm realm, Activation activation, Consumer<Object> onReturn, Consumer<Object> onThrow) {
        new AsyncFunction(realm, activation, null, onReturn, onThrow).run(ResumeMode.NEXT, Undefined.INSTANCE);
    }

    /** A promise rejected with what binding the parameters threw. */
    @TruffleBoundary
    public static JSPromise rejected(Realm realm, AbstractTruffleException exception) {
        JSPromise promise = Promises.create(realm);
        Promises.reject(promise, Thrown.valueOf(exception));
        return promise;
    }

    private void run(ResumeMode firstMode, Object firstValue) {
        ResumeMode mode = firstMode;
        Object value = firstValue;
        while (true) {
            Object result;
            try {
                result = activation.resume(mode, value);
            } catch (AbstractTruffleException exception) {
                onThrow.accept(Thrown.valueOf(exception));
                return;
            }
            if (activation.outcome() != Activation.Outcome.AWAITING) {
                onReturn.accept(result);
                return;
            }
            try {
                Promises.await(realm, result, promise, this::resumed, this::failed);
                return;
            } catch (AbstractTruffleException exception) {
                mode = ResumeMode.THROW;
                value = Thrown.valueOf(exception);
            }
        }
    }

    private void resumed(Object value) {
        run(ResumeMode.NEXT, value);
    }

    private void failed(Object reason) {
        run(ResumeMode.THROW, reason);
    }
}
