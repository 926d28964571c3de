package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PromiseCapability;
import org.ledgejs.language.runtime.PromiseHook;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the Promise prototype (ECMA-262 §27.2.5). */
final class PromisePrototype {
    private static final Object THEN = PropertyKey.of("then");
    private static final PropertyTable TABLE = new PropertyTable()
            .method("catch", 1, (realm, thisValue, args) -> ObjectOperations.invoke(thisValue, THEN, Undefined.INSTANCE, args.get(0)))
            .intrinsic("constructor", Intrinsic.PROMISE)
            .method("finally", 1, PromisePrototype::promiseFinally)
            .intrinsic("then", Intrinsic.PROMISE_THEN)
            .toStringTag("Promise");
    private static final Builtin PROMISE_THEN = Builtin.function("then", 2, PromisePrototype::promiseThen);

    /** What the functions of finally share: its callback and the species constructor. */
    private record Finally(Object onFinally, JSObject constructor) { }

    private static final Builtin THEN_FINALLY = Builtin.function("", 1, (realm, thisValue, args) -> settle(realm, args.state(), args.get(0), false));
    private static final Builtin CATCH_FINALLY = Builtin.function("", 1, (realm, thisValue, args) -> settle(realm, args.state(), args.get(0), true));
    private static final Builtin VALUE = Builtin.function("", 0, (realm, thisValue, args) -> args.state());
    private static final Builtin THROWER = Builtin.function("", 0, (realm, thisValue, args) -> {
        throw new JSException(args.state(), null);
    });

    private PromisePrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.PROMISE_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        return prototype;
    }

    static JSObject then(Realm realm) {
        return BuiltinData.function(realm, PROMISE_THEN);
    }

    /** §27.2.5.4. */
    private static Object promiseThen(Realm realm, Object thisValue, Args args) {
        if (!(thisValue instanceof JSPromise promise)) {
            throw Errors.typeError("Method Promise.prototype.then called on incompatible receiver " + Errors.describe(thisValue));
        }
        JSObject constructor = ObjectOperations.speciesConstructor(promise, Intrinsic.PROMISE);
        PromiseHook hook = realm.agent().promiseHook();
        if (hook != null) {
            hook.deriving(promise);
        }
        PromiseCapability capability = PromiseCapability.of(constructor);
        Promises.then(promise, args.get(0), args.get(1), capability);
        return capability.promise();
    }

    /** §27.2.5.3. */
    private static Object promiseFinally(Realm realm, Object thisValue, Args args) {
        if (!(thisValue instanceof JSObject promise)) {
            throw Errors.typeError("Promise.prototype.finally called on a non-object");
        }
        JSObject constructor = ObjectOperations.speciesConstructor(promise, Intrinsic.PROMISE);
        Object onFinally = args.get(0);
        if (!ObjectOperations.isCallable(onFinally)) {
            return ObjectOperations.invoke(promise, THEN, onFinally, onFinally);
        }
        Finally state = new Finally(onFinally, constructor);
        return ObjectOperations.invoke(promise, THEN, BuiltinData.closure(realm, THEN_FINALLY, state), BuiltinData.closure(realm, CATCH_FINALLY, state));
    }

    /** Calls back, waits for what it returns, then goes on with the value or the reason. */
    private static Object settle(Realm realm, Finally state, Object value, boolean rejected) {
        Object result = ObjectOperations.call(state.onFinally(), Undefined.INSTANCE);
        Object promise = Promises.promiseResolve(state.constructor(), result);
        return ObjectOperations.invoke(promise, THEN, BuiltinData.closure(realm, rejected ? THROWER : VALUE, value));
    }
}
