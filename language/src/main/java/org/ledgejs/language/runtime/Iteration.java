package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

/** Operations on iterators (ECMA-262 §7.4). */
public final class Iteration {
    static final TruffleString NEXT = Strings.constant("next");
    private static final TruffleString RETURN = Strings.constant("return");
    public static final TruffleString VALUE = Strings.constant("value");
    public static final TruffleString DONE = Strings.constant("done");

    private Iteration() { }

    /** An Iterator Record (§7.4.1). */
    public static final class IteratorRecord {
        public final Object iterator;
        public final Object next;
        public boolean done;

        public IteratorRecord(Object iterator, Object next) {
            this.iterator = iterator;
            this.next = next;
        }

        public boolean done() {
            return done;
        }

        /** An array iterator over values, with the next method it was born with: what it gives are the elements. */
        public boolean givesElements() {
            return isArrayIterator() && ((JSArrayIterator) iterator).kind() == IteratorKind.VALUES;
        }

        /** An array iterator with the next method it was born with. */
        public boolean isArrayIterator() {
            return iterator instanceof JSArrayIterator && hasNext(Intrinsic.ARRAY_ITERATOR_NEXT);
        }

        /** An iterator of a Map or Set with the next method it was born with. */
        public boolean isTableIterator() {
            return iterator instanceof JSTableIterator table && hasNext(table.isMap() ? Intrinsic.MAP_ITERATOR_NEXT : Intrinsic.SET_ITERATOR_NEXT);
        }

        /** An iterator of a string with the next method it was born with. */
        public boolean isStringIterator() {
            return iterator instanceof JSStringIterator && hasNext(Intrinsic.STRING_ITERATOR_NEXT);
        }

        /** A generator with the next method it was born with. */
        public boolean isGenerator() {
            return iterator instanceof JSGenerator && hasNext(Intrinsic.GENERATOR_NEXT);
        }

        private boolean hasNext(Intrinsic intrinsic) {
            return next instanceof JSFunction function && function == function.realm().intrinsic(intrinsic);
        }
    }

    /** GetIterator with kind sync (§7.4.4). */
    @TruffleBoundary
    public static IteratorRecord getIterator(Object value) {
        Object method = iteratorMethod(value, Symbol.ITERATOR);
        if (method == Undefined.INSTANCE) {
            throw Errors.notIterable(value, null);
        }
        return getIteratorFromMethod(value, method);
    }

    /** What {@code value[Symbol.iterator]} is, undefined of undefined and null. */
    @TruffleBoundary
    public static Object iteratorMethod(Object value) {
        return Comparison.isNullish(value) ? Undefined.INSTANCE : ObjectOperations.get(value, Symbol.ITERATOR);
    }

    /** GetIterator with the method that was read already, whatever it is. */
    @TruffleBoundary
    public static IteratorRecord getIterator(Object value, Object method) {
        if (!ObjectOperations.isCallable(method)) {
            throw Errors.notIterable(value, null);
        }
        return getIteratorFromMethod(value, method);
    }

    /** GetMethod(value, @@iterator), undefined for undefined and null. */
    private static Object iteratorMethod(Object value, Symbol key) {
        return Comparison.isNullish(value) ? Undefined.INSTANCE : iterableMethod(value, key);
    }

    private static Object iterableMethod(Object value, Symbol key) {
        Object method = ObjectOperations.get(value, key);
        if (Comparison.isNullish(method)) {
            return Undefined.INSTANCE;
        }
        if (!ObjectOperations.isCallable(method)) {
            throw key == Symbol.ITERATOR ? Errors.notIterable(value, null) : Errors.typeError(Errors.describe(value) + " is not async iterable");
        }
        return method;
    }

    /** GetIterator with kind async: wraps a sync iterator where the value has no other. */
    @TruffleBoundary
    public static IteratorRecord getAsyncIterator(Object value) {
        Object method = iteratorMethod(value, Symbol.ASYNC_ITERATOR);
        if (method != Undefined.INSTANCE) {
            return getIteratorFromMethod(value, method);
        }
        Object sync = iteratorMethod(value, Symbol.ITERATOR);
        if (sync == Undefined.INSTANCE) {
            throw Errors.typeError(Errors.describe(value) + " is not async iterable");
        }
        return createAsyncFromSyncIterator(getIteratorFromMethod(value, sync));
    }

    /** CreateAsyncFromSyncIterator (§27.1.6.1); the methods are on the intrinsic prototype. */
    @TruffleBoundary
    public static IteratorRecord createAsyncFromSyncIterator(IteratorRecord sync) {
        JSObject iterator = new AsyncFromSyncIterator(Realm.get(null).intrinsic(Intrinsic.ASYNC_FROM_SYNC_ITERATOR_PROTOTYPE), sync);
        return new IteratorRecord(iterator, iterator.get(NEXT));
    }

    /** An async-from-sync iterator object: only what it wraps. */
    public static final class AsyncFromSyncIterator extends JSObject {
        private static final Shape ASYNC_FROM_SYNC_ROOT = shapeBuilder().build();
        public final IteratorRecord sync;

        AsyncFromSyncIterator(JSObject prototype, IteratorRecord sync) {
            super(ASYNC_FROM_SYNC_ROOT, prototype);
            this.sync = sync;
        }
    }

    /** GetIteratorFromMethod (§7.4.3). */
    @TruffleBoundary
    public static IteratorRecord getIteratorFromMethod(Object value, Object method) {
        return iteratorRecord(ObjectOperations.call(method, value));
    }

    /** Of what the method gave. @throws JSException TypeError if that is no object */
    @TruffleBoundary
    public static IteratorRecord iteratorRecord(Object iterator) {
        if (!ObjectOperations.isObject(iterator)) {
            throw Errors.typeError("Result of the Symbol.iterator method is not an object");
        }
        return new IteratorRecord(iterator, ObjectOperations.get(iterator, NEXT));
    }

    /** GetIteratorDirect (§7.4.2). */
    @TruffleBoundary
    public static IteratorRecord getIteratorDirect(JSObject object) {
        return new IteratorRecord(object, object.get(NEXT));
    }

    /** IteratorNext (§7.4.6): the result object. A throw marks the record done. */
    @TruffleBoundary
    public static Object next(IteratorRecord record, Object... arguments) {
        try {
            Object result = ObjectOperations.call(record.next, record.iterator, arguments);
            if (!ObjectOperations.isObject(result)) {
                throw Errors.typeError("Iterator result " + Errors.describe(result) + " is not an object");
            }
            return result;
        } catch (Throwable t) {
            record.done = true;
            throw t;
        }
    }

    /** IteratorStep (§7.4.9): the result object, or null when done. */
    @TruffleBoundary
    public static Object step(IteratorRecord record) {
        Object result = next(record);
        try {
            if (Conversions.toBoolean(ObjectOperations.get(result, DONE))) {
                record.done = true;
                return null;
            }
            return result;
        } catch (Throwable t) {
            record.done = true;
            throw t;
        }
    }

    /** IteratorStepValue (§7.4.10): the value, or null when done. */
    @TruffleBoundary
    public static Object stepValue(IteratorRecord record) {
        if (record.givesElements()) {
            return stepElement(record);
        }
        Object result = step(record);
        if (result == null) {
            return null;
        }
        try {
            return ObjectOperations.get(result, VALUE);
        } catch (Throwable t) {
            record.done = true;
            throw t;
        }
    }

    /** As {@link #stepValue} does it for an array: without result objects, which nobody could see. */
    private static Object stepElement(IteratorRecord record) {
        JSArrayIterator iterator = (JSArrayIterator) record.iterator;
        JSObject array = iterator.array();
        try {
            long index = array == null ? -1 : iterator.advance();
            if (index < 0) {
                record.done = true;
                return null;
            }
            return array.getIndex(index);
        } catch (Throwable t) {
            record.done = true;
            iterator.end();
            throw t;
        }
    }

    /** IteratorClose after a normal completion (§7.4.11). */
    @TruffleBoundary
    public static void close(IteratorRecord record) {
        Object method = ObjectOperations.getMethod(record.iterator, RETURN);
        if (method != Undefined.INSTANCE) {
            Object result = ObjectOperations.call(method, record.iterator);
            if (!ObjectOperations.isObject(result)) {
                throw Errors.typeError("Iterator result " + Errors.describe(result) + " is not an object");
            }
        }
    }

    /** IteratorClose after a throw: what closing throws is forgotten. */
    @TruffleBoundary
    public static void closeQuietly(IteratorRecord record) {
        try {
            Object method = ObjectOperations.getMethod(record.iterator, RETURN);
            if (method != Undefined.INSTANCE) {
                ObjectOperations.call(method, record.iterator);
            }
        } catch (AbstractTruffleException e) {
            // The first throw counts.
        }
    }

    /** CreateIteratorResultObject (§7.4.14). */
    @TruffleBoundary
    public static JSObject createIterResult(Realm realm, Object value, boolean done) {
        JSObject result = JSObject.create(realm);
        Properties.put(result, VALUE, value, PropertyFlags.DEFAULT);
        Properties.put(result, DONE, done, PropertyFlags.DEFAULT);
        return result;
    }

    /** Hands each value on; closes the iterator if that throws. */
    @TruffleBoundary
    public static void forEach(Object iterable, Consumer<Object> action) {
        forEach(getIterator(iterable), action);
    }

    @TruffleBoundary
    public static void forEach(IteratorRecord record, Consumer<Object> action) {
        for (Object value = stepValue(record); value != null; value = stepValue(record)) {
            try {
                action.accept(value);
            } catch (Throwable t) {
                closeQuietly(record);
                throw t;
            }
            TruffleSafepoint.poll(null);
        }
    }

    /** IteratorToList (§7.4.15) of an iterable. */
    @TruffleBoundary
    public static List<Object> iterableToList(Object iterable) {
        List<Object> list = new ArrayList<>();
        forEach(iterable, list::add);
        return list;
    }
}
