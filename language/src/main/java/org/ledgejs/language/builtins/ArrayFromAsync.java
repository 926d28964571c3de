package org.ledgejs.language.builtins;

import java.util.function.Consumer;

import com.oracle.truffle.api.strings.TruffleString;

import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PromiseCapability;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Thrown;
import org.ledgejs.language.runtime.Undefined;

/** Array.fromAsync (ECMA-262 §23.1.2.2): an async function written as what happens between its awaits. */
final class ArrayFromAsync {
    private static final TruffleString RETURN = Strings.constant("return");

    private final Realm realm;
    private final PromiseCapability capability;
    private final Object mapper;
    private final Object mapperThis;
    private JSObject target;
    /** Null when reading an array-like. */
    private IteratorRecord iterator;
    private JSObject arrayLike;
    private long length;
    private long k;

    private ArrayFromAsync(Realm realm, PromiseCapability capability, Object mapper, Object mapperThis) {
        this.realm = realm;
        this.capability = capability;
        this.mapper = mapper;
        this.mapperThis = mapperThis;
    }

    static Object fromAsync(Realm realm, Object thisValue, Args args) {
        PromiseCapability capability = PromiseCapability.create(realm);
        ArrayFromAsync run = new ArrayFromAsync(realm, capability, args.get(1), args.get(2));
        run.guarded(() -> run.start(thisValue, args.get(0)));
        return capability.promise();
    }

    /** Runs a part of the function: its throw rejects the promise. */
    private void guarded(Runnable part) {
        try {
            part.run();
        } catch (AbstractTruffleException e) {
            capability.reject(Thrown.valueOf(e));
        }
    }

    /** Await (§27.7.5.3). The parts run guarded. */
    private void await(Object value, Consumer<Object> then, Consumer<Object> otherwise) {
        Promises.then(Promises.promiseResolve(realm, value), result -> guarded(() -> then.accept(result)), reason -> guarded(() -> otherwise.accept(reason)));
    }

    private void fail(Object reason) {
        capability.reject(reason);
    }

    private boolean isMapping() {
        return mapper != Undefined.INSTANCE;
    }

    private void start(Object constructor, Object items) {
        if (isMapping() && !ObjectOperations.isCallable(mapper)) {
            throw Errors.typeError(Errors.describe(mapper) + " is not a function");
        }
        Object async = ObjectOperations.getMethod(items, Symbol.ASYNC_ITERATOR);
        Object sync = async == Undefined.INSTANCE ? ObjectOperations.getMethod(items, Symbol.ITERATOR) : async;
        if (sync == Undefined.INSTANCE) {
            arrayLike = Conversions.toObject(realm, items);
            length = ObjectOperations.lengthOfArrayLike(arrayLike);
            target = ArrayConstructor.constructThis(realm, constructor, Conversions.number(length));
            nextElement();
            return;
        }
        IteratorRecord record = Iteration.getIteratorFromMethod(items, sync);
        iterator = async == Undefined.INSTANCE ? Iteration.createAsyncFromSyncIterator(record) : record;
        target = ArrayConstructor.constructThis(realm, constructor);
        nextResult();
    }

    private void finish(long count) {
        ArrayMutation.setLength(target, count);
        capability.resolve(target);
    }

    // From an iterator.

    private void nextResult() {
        await(ObjectOperations.call(iterator.next, iterator.iterator), this::gotResult, this::fail);
    }

    private void gotResult(Object result) {
        if (!ObjectOperations.isObject(result)) {
            throw Errors.typeError("Iterator result " + Errors.describe(result) + " is not an object");
        }
        if (Conversions.toBoolean(ObjectOperations.get(result, Iteration.DONE))) {
            finish(k);
            return;
        }
        Object value = ObjectOperations.get(result, Iteration.VALUE);
        if (!isMapping()) {
            define(value);
            return;
        }
        try {
            await(ObjectOperations.call(mapper, mapperThis, value, Conversions.number(k)), this::define, this::closeAndFail);
        } catch (AbstractTruffleException e) {
            closeAndFail(Thrown.valueOf(e));
        }
    }

    private void define(Object value) {
        try {
            ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(k), value);
        } catch (AbstractTruffleException e) {
            closeAndFail(Thrown.valueOf(e));
            return;
        }
        k++;
        nextResult();
    }

    /** AsyncIteratorClose (§7.4.13) with a throw completion: waits for the iterator, whose own failure counts for nothing. */
    private void closeAndFail(Object reason) {
        try {
            Object method = ObjectOperations.getMethod(iterator.iterator, RETURN);
            if (method != Undefined.INSTANCE) {
                await(ObjectOperations.call(method, iterator.iterator), result -> fail(reason), error -> fail(reason));
                return;
            }
        } catch (AbstractTruffleException e) {
            // The first reason counts.
        }
        fail(reason);
    }

    // From an array-like.

    private void nextElement() {
        if (k >= length) {
            finish(length);
            return;
        }
        await(arrayLike.getIndex(k), this::gotElement, this::fail);
    }

    private void gotElement(Object value) {
        if (isMapping()) {
            await(ObjectOperations.call(mapper, mapperThis, value, Conversions.number(k)), this::defineElement, this::fail);
        } else {
            defineElement(value);
        }
    }

    private void defineElement(Object value) {
        ObjectOperations.createDataPropertyOrThrow(target, PropertyKey.of(k), value);
        k++;
        nextElement();
    }
}
