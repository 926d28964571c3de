package org.ledgejs.language.builtins;

import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PromiseCapability;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Thrown;
import org.ledgejs.language.runtime.Undefined;

/** The Promise constructor and its properties (ECMA-262 §27.2.3, §27.2.4). */
final class PromiseConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Promise", 1, PromiseConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("all", 1, (realm, thisValue, args) -> PromiseCombinators.combine(realm, thisValue, args.get(0), PromiseCombinators.Kind.ALL))
            .method("allKeyed", 1, (realm, thisValue, args) -> PromiseCombinators.combineKeyed(realm, thisValue, args.get(0), PromiseCombinators.Kind.ALL))
            .method("allSettled", 1, (realm, thisValue, args) -> PromiseCombinators.combine(realm, thisValue, args.get(0), PromiseCombinators.Kind.ALL_SETTLED))
            .method("allSettledKeyed", 1, (realm, thisValue, args) -> PromiseCombinators.combineKeyed(realm, thisValue, args.get(0), PromiseCombinators.Kind.ALL_SETTLED))
            .method("any", 1, (realm, thisValue, args) -> PromiseCombinators.combine(realm, thisValue, args.get(0), PromiseCombinators.Kind.ANY))
            .method("race", 1, (realm, thisValue, args) -> PromiseCombinators.combine(realm, thisValue, args.get(0), PromiseCombinators.Kind.RACE))
            .method("reject", 1, PromiseConstructor::reject)
            .method("resolve", 1, PromiseConstructor::resolve, Intrinsic.PROMISE_RESOLVE)
            .method("try", 1, PromiseConstructor::promiseTry)
            .method("withResolvers", 0, PromiseConstructor::withResolvers)
            .species();

    private PromiseConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.PROMISE, Intrinsic.PROMISE_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §27.2.3.1. */
    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Promise constructor cannot be invoked without 'new'");
        }
        Object executor = args.get(0);
        if (!ObjectOperations.isCallable(executor)) {
            throw Errors.typeError("Promise resolver " + Errors.describe(executor) + " is not a function");
        }
        JSPromise promise = Promises.announced(realm, JSPromise.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.PROMISE_PROTOTYPE)));
        PromiseCapability functions = PromiseCapability.resolvingFunctions(realm, promise);
        try {
            ObjectOperations.call(executor, Undefined.INSTANCE, functions.resolveFunction(), functions.rejectFunction());
        } catch (AbstractTruffleException e) {
            functions.reject(Thrown.valueOf(e));
        }
        return promise;
    }

    /** §27.2.4.6. */
    private static Object reject(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        PromiseCapability capability = PromiseCapability.of(thisValue);
        capability.reject(args.get(0));
        return capability.promise();
    }

    /** §27.2.4.7. */
    private static Object resolve(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        if (!(thisValue instanceof JSObject constructor)) {
            throw Errors.typeError("PromiseResolve called on non-object");
        }
        return Promises.promiseResolve(constructor, args.get(0));
    }

    /** §27.2.4.8. */
    private static Object promiseTry(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        if (!(thisValue instanceof JSObject)) {
            throw Errors.typeError("Promise.try called on non-object");
        }
        PromiseCapability capability = PromiseCapability.of(thisValue);
        Object result;
        try {
            result = ObjectOperations.call(args.get(0), Undefined.INSTANCE, args.from(1));
        } catch (AbstractTruffleException e) {
            capability.reject(Thrown.valueOf(e));
            return capability.promise();
        }
        capability.resolve(result);
        return capability.promise();
    }

    /** §27.2.4.9. */
    private static Object withResolvers(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        PromiseCapability capability = PromiseCapability.of(thisValue);
        JSObject result = JSObject.create(realm);
        ObjectOperations.createDataProperty(result, PropertyKey.of("promise"), capability.promise());
        ObjectOperations.createDataProperty(result, PropertyKey.of("resolve"), capability.resolveFunction());
        ObjectOperations.createDataProperty(result, PropertyKey.of("reject"), capability.rejectFunction());
        return result;
    }
}
