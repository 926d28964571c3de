package org.ledgejs.language.runtime;

/**
 * A PromiseCapability Record (ECMA-262 §27.2.1.1). For the intrinsic constructor the two functions are made only when
 * asked for.
 */
public final class PromiseCapability {
    private final Object promise;
    private Object resolve;
    private Object reject;
    /** Set for intrinsic promises: their resolving functions share one "already resolved". */
    private final Resolving resolving;

    /** What the two resolving functions of a promise share (§27.2.1.3). */
    public static final class Resolving {
        private final JSPromise promise;
        private boolean alreadyResolved;

        Resolving(JSPromise promise) {
            this.promise = promise;
        }

        public void resolve(Object value) {
            if (alreadyResolved) {
                report(HostHooks.Rejection.RESOLVE_AFTER_RESOLVED, value);
            } else {
                alreadyResolved = true;
                Promises.resolve(promise, value);
            }
        }

        public void reject(Object reason) {
            if (alreadyResolved) {
                report(HostHooks.Rejection.REJECT_AFTER_RESOLVED, reason);
            } else {
                alreadyResolved = true;
                Promises.reject(promise, reason);
            }
        }

        private void report(HostHooks.Rejection operation, Object value) {
            Agent.get(null).hooks().promiseRejection(promise, operation, value);
        }
    }

    private PromiseCapability(Object promise, Object resolve, Object reject, Resolving resolving) {
        this.promise = promise;
        this.resolve = resolve;
        this.reject = reject;
        this.resolving = resolving;
    }

    /** A new intrinsic promise. */
    public static PromiseCapability create(Realm realm) {
        return resolvingFunctions(realm, Promises.create(realm));
    }

    /** CreateResolvingFunctions of an existing promise. */
    public static PromiseCapability resolvingFunctions(@SuppressWarnings("unused") Realm realm, JSPromise promise) {
        return new PromiseCapability(promise, null, null, new Resolving(promise));
    }

    /** NewPromiseCapability (§27.2.1.5). */
    public static PromiseCapability of(Object constructor) {
        Realm realm = Realm.get(null);
        if (constructor == realm.intrinsic(Intrinsic.PROMISE)) {
            return create(realm);
        }
        if (!ObjectOperations.isConstructor(constructor)) {
            throw Errors.typeError(Errors.describe(constructor) + " is not a constructor");
        }
        JSObject c = Conversions.toObject(realm, constructor);
        Object[] functions = {Undefined.INSTANCE, Undefined.INSTANCE};
        Object promise = ObjectOperations.construct(c, new Object[] {realm.agent().intrinsics().capabilityExecutor(realm, functions)}, c);
        if (!ObjectOperations.isCallable(functions[0])) {
            throw Errors.typeError("Promise resolve function is not callable");
        }
        if (!ObjectOperations.isCallable(functions[1])) {
            throw Errors.typeError("Promise reject function is not callable");
        }
        return new PromiseCapability(promise, functions[0], functions[1], null);
    }

    public Object promise() {
        return promise;
    }

    public Object resolveFunction() {
        if (resolve == null) {
            Realm realm = Realm.get(null);
            resolve = realm.agent().intrinsics().resolvingFunction(realm, resolving, true);
        }
        return resolve;
    }

    public Object rejectFunction() {
        if (reject == null) {
            Realm realm = Realm.get(null);
            reject = realm.agent().intrinsics().resolvingFunction(realm, resolving, false);
        }
        return reject;
    }

    public void resolve(Object value) {
        if (resolving != null) {
            resolving.resolve(value);
        } else {
            ObjectOperations.call(resolve, Undefined.INSTANCE, value);
        }
    }

    public void reject(Object reason) {
        if (resolving != null) {
            resolving.reject(reason);
        } else {
            ObjectOperations.call(reject, Undefined.INSTANCE, reason);
        }
    }
}
