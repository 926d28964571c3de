package org.ledgejs.language.runtime;

import java.util.function.Consumer;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.HostHooks.Rejection;

/** Abstract operations of promises (ECMA-262 §27.2.1, §27.2.4.7, §27.2.5.4.1). */
public final class Promises {
    private static final Object CONSTRUCTOR = PropertyKey.of("constructor");
    private static final Object THEN = PropertyKey.of("then");

    private Promises() { }

    /** What happens when a promise is settled: a handler of the program, or of Java. */
    sealed interface Reaction {
        void fulfilled(Object value);

        void rejected(Object reason);
    }

    /**
     * A reaction with what is carried along to it.
     *
     * @param hooked the promise it is told of as, if it knows of none itself
     */
    private record CarryingReaction(Agent agent, Reaction reaction, Object continuation, JSPromise hooked) implements Reaction {
        @Override
        public void fulfilled(Object value) {
            agent.setContinuation(continuation);
            enter();
            reaction.fulfilled(value);
            leave();
        }

        @Override
        public void rejected(Object reason) {
            agent.setContinuation(continuation);
            enter();
            reaction.rejected(reason);
            leave();
        }

        private void enter() {
            if (hooked != null && agent.promiseHook() != null) {
                agent.promiseHook().before(hooked);
            }
        }

        private void leave() {
            PromiseHook hook = hooked == null ? null : agent.promiseHook();
            if (hook != null) {
                hook.resolved(hooked);
                hook.after(hooked);
            }
        }
    }

    /**
     * A PromiseReaction pair (§27.2.1.2).
     *
     * @param capability what the handler's result resolves, or null
     */
    private record GuestReaction(PromiseCapability capability, Object onFulfilled, Object onRejected) implements Reaction {
        @Override
        public void fulfilled(Object value) {
            run(onFulfilled, value, false);
        }

        @Override
        public void rejected(Object reason) {
            run(onRejected, reason, true);
        }

        private void run(Object handler, Object argument, boolean rejection) {
            if (capability == null || !(capability.promise() instanceof JSPromise derived)) {
                react(handler, argument, rejection);
                return;
            }
            Agent agent = Agent.get(null);
            if (agent.promiseHook() != null) {
                agent.promiseHook().before(derived);
            }
            react(handler, argument, rejection);
            // The reaction may have set one.
            if (agent.promiseHook() != null) {
                agent.promiseHook().after(derived);
            }
        }

        /** NewPromiseReactionJob (§27.2.2.1). */
        private void react(Object handler, Object argument, boolean rejection) {
            boolean rejecting = rejection;
            Object result = argument;
            if (ObjectOperations.isCallable(handler)) {
                try {
                    result = ObjectOperations.call(handler, Undefined.INSTANCE, argument);
                    rejecting = false;
                } catch (AbstractTruffleException e) {
                    result = Thrown.valueOf(e);
                    rejecting = true;
                }
            }
            if (capability == null) {
                return;
            }
            if (rejecting) {
                capability.reject(result);
            } else {
                capability.resolve(result);
            }
        }
    }

    private record JavaReaction(Consumer<Object> onFulfilled, Consumer<Object> onRejected) implements Reaction {
        @Override
        public void fulfilled(Object value) {
            onFulfilled.accept(value);
        }

        @Override
        public void rejected(Object reason) {
            onRejected.accept(reason);
        }
    }

    /** A pending promise of the intrinsic kind. */
    @TruffleBoundary
    public static JSPromise create(Realm realm) {
        return announced(realm, JSPromise.create(realm.intrinsic(Intrinsic.PROMISE_PROTOTYPE)));
    }

    /** Tells who wants to know of a new promise. */
    public static JSPromise announced(Realm realm, JSPromise promise) {
        PromiseHook hook = realm.agent().promiseHook();
        if (hook != null) {
            hook.init(promise);
        }
        return promise;
    }

    private static void tellResolved(JSPromise promise) {
        PromiseHook hook = Realm.get(null).agent().promiseHook();
        if (hook != null) {
            hook.resolved(promise);
        }
    }

    /** What promise resolve functions do (§27.2.1.3.2) after their once-only check. */
    @TruffleBoundary
    public static void resolve(JSPromise promise, Object resolution) {
        if (promise.state() != JSPromise.State.PENDING) {
            return;
        }
        tellResolved(promise);
        if (resolution == promise) {
            reject(promise, Errors.typeError("Chaining cycle detected for promise #<Promise>").value());
            return;
        }
        if (!(resolution instanceof JSObject thenable)) {
            fulfill(promise, resolution);
            return;
        }
        Object then;
        try {
            then = thenable.get(THEN);
        } catch (AbstractTruffleException e) {
            reject(promise, Thrown.valueOf(e));
            return;
        }
        if (!ObjectOperations.isCallable(then)) {
            fulfill(promise, resolution);
            return;
        }
        Realm realm = Realm.get(null);
        realm.agent().enqueueJob(() -> resolveThenable(realm, promise, thenable, then));
    }

    /** NewPromiseResolveThenableJob (§27.2.2.2). */
    private static void resolveThenable(Realm realm, JSPromise promise, JSObject thenable, Object then) {
        if (thenable instanceof JSPromise inner && then == realm.intrinsic(Intrinsic.PROMISE_THEN) && inner.isPristine(realm)) {
            // What the general way comes to, without two function objects.
            then(inner, value -> resolve(promise, value), reason -> reject(promise, reason));
            return;
        }
        PromiseCapability functions = PromiseCapability.resolvingFunctions(realm, promise);
        try {
            ObjectOperations.call(then, thenable, functions.resolveFunction(), functions.rejectFunction());
        } catch (AbstractTruffleException e) {
            functions.reject(Thrown.valueOf(e));
        }
    }

    @TruffleBoundary
    public static void fulfill(JSPromise promise, Object value) {
        Realm realm = Realm.get(null);
        for (Reaction reaction : promise.settle(JSPromise.State.FULFILLED, value)) {
            realm.agent().enqueueReaction(() -> reaction.fulfilled(value));
        }
    }

    /** RejectPromise (§27.2.1.7). */
    @TruffleBoundary
    public static void reject(JSPromise promise, Object reason) {
        if (promise.state() != JSPromise.State.PENDING) {
            return;
        }
        tellResolved(promise);
        Realm realm = Realm.get(null);
        var waiting = promise.settle(JSPromise.State.REJECTED, reason);
        if (!promise.isHandled()) {
            realm.agent().hooks().promiseRejection(promise, Rejection.REJECT, reason);
        }
        for (Reaction reaction : waiting) {
            realm.agent().enqueueReaction(() -> reaction.rejected(reason));
        }
    }

    /** PromiseResolve (§27.2.4.7.1) with %Promise%: what await starts with. */
    @TruffleBoundary
    public static JSPromise promiseResolve(Realm realm, Object value) {
        if (value instanceof JSPromise promise && promise.get(CONSTRUCTOR) == realm.intrinsic(Intrinsic.PROMISE)) {
            return promise;
        }
        JSPromise promise = create(realm);
        resolve(promise, value);
        return promise;
    }

    /** PromiseResolve with any constructor. */
    @TruffleBoundary
    public static Object promiseResolve(JSObject constructor, Object value) {
        if (value instanceof JSPromise promise && promise.get(CONSTRUCTOR) == constructor) {
            return promise;
        }
        PromiseCapability capability = PromiseCapability.of(constructor);
        capability.resolve(value);
        return capability.promise();
    }

    /** PerformPromiseThen with handlers in Java and no result: they run as jobs and must not throw JSException. */
    @TruffleBoundary
    public static void then(JSPromise promise, Consumer<Object> onFulfilled, Consumer<Object> onRejected) {
        perform(promise, new JavaReaction(onFulfilled, onRejected), null);
    }

    /** PerformPromiseThen (§27.2.5.4.1). @param capability what the handlers' result resolves, or null */
    @TruffleBoundary
    public static void then(JSPromise promise, Object onFulfilled, Object onRejected, PromiseCapability capability) {
        perform(promise, new GuestReaction(capability, onFulfilled, onRejected), null);
    }

    /**
     * Await (§27.7.5.3) without the suspension; throws if the value's constructor getter does. To those who are told of promises, what follows is one of
     * its own.
     *
     * @param outer the promise of the function that awaits, or null
     */
    @TruffleBoundary
    static void await(Realm realm, Object value, JSPromise outer, Consumer<Object> onFulfilled, Consumer<Object> onRejected) {
        PromiseHook hook = realm.agent().promiseHook();
        JSPromise rest = null;
        if (hook != null) {
            hook.deriving(outer);
        }
        JSPromise promise = promiseResolve(realm, value);
        if (hook != null) {
            hook.deriving(null);
            rest = JSPromise.create(realm.intrinsic(Intrinsic.PROMISE_PROTOTYPE));
            hook.derived(rest, promise);
        }
        perform(promise, new JavaReaction(onFulfilled, onRejected), rest);
    }

    private static void perform(JSPromise promise, Reaction bare, JSPromise hooked) {
        Realm realm = Realm.get(null);
        Object continuation = realm.agent().continuation();
        Reaction reaction = continuation == null && hooked == null ? bare : new CarryingReaction(realm.agent(), bare, continuation, hooked);
        switch (promise.state()) {
            case PENDING -> promise.addReaction(reaction);
            case FULFILLED -> {
                Object value = promise.result();
                realm.agent().enqueueReaction(() -> reaction.fulfilled(value));
            }
            case REJECTED -> {
                Object reason = promise.result();
                if (!promise.isHandled()) {
                    realm.agent().hooks().promiseRejection(promise, Rejection.HANDLE, reason);
                }
                realm.agent().enqueueReaction(() -> reaction.rejected(reason));
            }
        }
        promise.setHandled();
    }
}
