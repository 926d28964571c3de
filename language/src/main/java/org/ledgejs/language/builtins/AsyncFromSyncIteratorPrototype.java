package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PromiseCapability;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Thrown;
import org.ledgejs.language.runtime.Undefined;

/** %AsyncFromSyncIteratorPrototype% (ECMA-262 §27.1.6.2). */
final class AsyncFromSyncIteratorPrototype {
    private static final TruffleString RETURN = Strings.constant("return");
    private static final TruffleString THROW = Strings.constant("throw");
    private static final PropertyTable TABLE = new PropertyTable()
            .method("next", 1, (realm, thisValue, args) -> settle(realm, sync(thisValue), AsyncFromSyncIteratorPrototype::next, args))
            .method("return", 1, (realm, thisValue, args) -> settle(realm, sync(thisValue), AsyncFromSyncIteratorPrototype::returnValue, args))
            .method("throw", 1, (realm, thisValue, args) -> settle(realm, sync(thisValue), AsyncFromSyncIteratorPrototype::throwValue, args));

    private AsyncFromSyncIteratorPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ASYNC_ITERATOR_PROTOTYPE));
        TABLE.define(realm, prototype);
        return prototype;
    }

    private static IteratorRecord sync(Object thisValue) {
        return ((Iteration.AsyncFromSyncIterator) thisValue).sync;
    }

    @FunctionalInterface
    private interface Operation {
        void run(Realm realm, IteratorRecord sync, Args args, PromiseCapability capability);
    }

    /** A promise for what the operation does; its throw rejects. */
    private static Object settle(Realm realm, IteratorRecord sync, Operation operation, Args args) {
        PromiseCapability capability = PromiseCapability.create(realm);
        try {
            operation.run(realm, sync, args, capability);
        } catch (AbstractTruffleException e) {
            capability.reject(Thrown.valueOf(e));
        }
        return capability.promise();
    }

    /** §27.1.6.2.1. */
    private static void next(Realm realm, IteratorRecord sync, Args args, PromiseCapability capability) {
        proceed(realm, Iteration.next(sync, args.from(0)), capability, sync, true);
    }

    /** §27.1.6.2.2. */
    private static void returnValue(Realm realm, IteratorRecord sync, Args args, PromiseCapability capability) {
        Object method = ObjectOperations.getMethod(sync.iterator, RETURN);
        if (method == Undefined.INSTANCE) {
            capability.resolve(Iteration.createIterResult(realm, args.get(0), true));
            return;
        }
        proceed(realm, requireObject(ObjectOperations.call(method, sync.iterator, args.from(0))), capability, sync, false);
    }

    /** §27.1.6.2.3. */
    private static void throwValue(Realm realm, IteratorRecord sync, Args args, PromiseCapability capability) {
        Object method = ObjectOperations.getMethod(sync.iterator, THROW);
        if (method == Undefined.INSTANCE) {
            sync.done = true;
            Iteration.close(sync);
            throw Errors.typeError("The iterator does not provide a 'throw' method");
        }
        proceed(realm, requireObject(ObjectOperations.call(method, sync.iterator, args.from(0))), capability, sync, true);
    }

    private static Object requireObject(Object result) {
        if (!ObjectOperations.isObject(result)) {
            throw Errors.typeError("Iterator result " + Errors.describe(result) + " is not an object");
        }
        return result;
    }

    /** AsyncFromSyncIteratorContinuation (§27.1.6.4). */
    private static void proceed(Realm realm, Object result, PromiseCapability capability, IteratorRecord sync, boolean closing) {
        boolean done = Conversions.toBoolean(ObjectOperations.get(result, Iteration.DONE));
        Object value = ObjectOperations.get(result, Iteration.VALUE);
        boolean closeOnReject = closing && !done;
        JSPromise promise;
        try {
            promise = Promises.promiseResolve(realm, value);
        } catch (AbstractTruffleException e) {
            if (closeOnReject) {
                Iteration.closeQuietly(sync);
            }
            throw e;
        }
        Promises.then(promise, v -> capability.resolve(Iteration.createIterResult(realm, v, done)), reason -> {
            if (closeOnReject) {
                Iteration.closeQuietly(sync);
            }
            capability.reject(reason);
        });
    }
}
