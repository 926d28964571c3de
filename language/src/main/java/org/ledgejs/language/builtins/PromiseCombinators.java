package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PromiseCapability;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Thrown;
import org.ledgejs.language.runtime.Undefined;

/** Promise.all, allSettled, any and race (ECMA-262 §27.2.4.1 to §27.2.4.5), allKeyed and allSettledKeyed (proposal of await dictionary). */
final class PromiseCombinators {
    enum Kind { ALL, ALL_SETTLED, ANY, RACE }

    /** The values of one combination and how many are still awaited (the loop itself counts as one). */
    private static final class Collection {
        final Kind kind;
        final PromiseCapability capability;
        final JSObject constructor;
        final Object promiseResolve;
        /** The keys of the values where they come from the properties of an object; else null. */
        final List<Object> keys;
        final List<Object> values = new ArrayList<>();
        int remaining = 1;

        Collection(Kind kind, PromiseCapability capability, JSObject constructor, Object promiseResolve, boolean keyed) {
            this.keys = keyed ? new ArrayList<>() : null;
            this.kind = kind;
            this.capability = capability;
            this.constructor = constructor;
            this.promiseResolve = promiseResolve;
        }

        /** One turn of the loop: takes part in a value that may be a promise. */
        void add(Realm realm, Object value) {
            Object onFulfilled = capability.resolveFunction();
            Object onRejected = capability.rejectFunction();
            Element element = new Element(this, values.size());
            if (kind != Kind.RACE) {
                values.add(Undefined.INSTANCE);
            }
            Object promise = ObjectOperations.call(promiseResolve, constructor, value);
            if (kind != Kind.RACE) {
                remaining++;
            }
            switch (kind) {
                case ALL -> onFulfilled = BuiltinData.closure(realm, STORE, element);
                case ANY -> onRejected = BuiltinData.closure(realm, STORE, element);
                case ALL_SETTLED -> {
                    onFulfilled = BuiltinData.closure(realm, STORE_FULFILLED, element);
                    onRejected = BuiltinData.closure(realm, STORE_REJECTED, element);
                }
                case RACE -> { }
            }
            ObjectOperations.invoke(promise, PropertyKey.of("then"), onFulfilled, onRejected);
        }

        /** CreateKeyedPromiseCombinatorResultObject. */
        private JSObject keyedResult() {
            JSObject result = JSObject.create((JSObject) null);
            for (int i = 0; i < values.size(); i++) {
                ObjectOperations.createDataProperty(result, keys.get(i), values.get(i));
            }
            return result;
        }

        void finished(Realm realm) {
            if (--remaining > 0) {
                return;
            }
            if (kind == Kind.ANY) {
                JSObject error = (JSObject) Errors.error(Intrinsic.AGGREGATE_ERROR_PROTOTYPE, "All promises were rejected").value();
                error.define(PropertyKey.of("errors"), ObjectOperations.createArrayFromList(realm, values), PropertyFlags.METHOD);
                capability.reject(error);
            } else {
                capability.resolve(keys != null ? keyedResult() : ObjectOperations.createArrayFromList(realm, values));
            }
        }
    }

    /** The element functions of one index; called at most once between them. */
    private static final class Element {
        final Collection collection;
        final int index;
        boolean called;

        Element(Collection collection, int index) {
            this.collection = collection;
            this.index = index;
        }

        Object store(Realm realm, Object value) {
            if (!called) {
                called = true;
                collection.values.set(index, value);
                collection.finished(realm);
            }
            return Undefined.INSTANCE;
        }
    }

    private static final Builtin STORE = Builtin.function("", 1, (realm, thisValue, args) -> args.<Element>state().store(realm, args.get(0)));
    private static final Builtin STORE_FULFILLED = Builtin.function("", 1, (realm, thisValue, args) -> settled(realm, args.state(), args.get(0), true));
    private static final Builtin STORE_REJECTED = Builtin.function("", 1, (realm, thisValue, args) -> settled(realm, args.state(), args.get(0), false));

    private PromiseCombinators() { }

    private static Object settled(Realm realm, Element element, Object value, boolean fulfilled) {
        if (element.called) {
            return Undefined.INSTANCE;
        }
        JSObject entry = JSObject.create(realm);
        ObjectOperations.createDataProperty(entry, PropertyKey.of("status"), Strings.of(fulfilled ? "fulfilled" : "rejected"));
        ObjectOperations.createDataProperty(entry, PropertyKey.of(fulfilled ? "value" : "reason"), value);
        return element.store(realm, entry);
    }

    /** Promise.allKeyed, or allSettledKeyed for ALL_SETTLED. */
    static Object combineKeyed(Realm realm, Object constructor, Object promises, Kind kind) {
        PromiseCapability capability = PromiseCapability.of(constructor);
        try {
            JSObject factory = Conversions.toObject(realm, constructor);
            Object promiseResolve = promiseResolve(factory);
            if (!(promises instanceof JSObject object)) {
                throw Errors.typeError(Errors.describe(promises) + " is not an object");
            }
            Collection collection = new Collection(kind, capability, factory, promiseResolve, true);
            for (Object key : object.ownPropertyKeys()) {
                PropertyDescriptor descriptor = object.getOwnProperty(key);
                if (descriptor != null && descriptor.isEnumerable()) {
                    Object value = object.get(key);
                    collection.keys.add(key);
                    collection.add(realm, value);
                }
            }
            collection.finished(realm);
        } catch (AbstractTruffleException e) {
            capability.reject(Thrown.valueOf(e));
        }
        return capability.promise();
    }

    /** GetPromiseResolve (§27.2.4.1.1). */
    private static Object promiseResolve(JSObject constructor) {
        Object promiseResolve = constructor.get(PropertyKey.of("resolve"));
        if (!ObjectOperations.isCallable(promiseResolve)) {
            throw Errors.typeError("Promise resolve or reject function is not callable");
        }
        return promiseResolve;
    }

    static Object combine(Realm realm, Object constructor, Object iterable, Kind kind) {
        PromiseCapability capability = PromiseCapability.of(constructor);
        Iteration.IteratorRecord iterator = null;
        try {
            JSObject factory = Conversions.toObject(realm, constructor);
            Object promiseResolve = promiseResolve(factory);
            iterator = Iteration.getIterator(iterable);
            Collection collection = new Collection(kind, capability, factory, promiseResolve, false);
            for (Object next = Iteration.stepValue(iterator); next != null; next = Iteration.stepValue(iterator)) {
                collection.add(realm, next);
            }
            if (kind != Kind.RACE) {
                collection.finished(realm);
            }
        } catch (AbstractTruffleException e) {
            if (iterator != null && !iterator.done) {
                Iteration.closeQuietly(iterator);
            }
            capability.reject(Thrown.valueOf(e));
        }
        return capability.promise();
    }
}
