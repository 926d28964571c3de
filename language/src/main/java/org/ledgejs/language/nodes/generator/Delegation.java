package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.ResumeMode;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Conversions;

import com.oracle.truffle.api.strings.TruffleString;

/** The calls a yield* makes on the iterator it delegates to (ECMA-262 §15.5.5). */
final class Delegation {
    private static final TruffleString RETURN = Strings.constant("return");
    private static final TruffleString THROW = Strings.constant("throw");
    private static final TruffleString DONE = Strings.constant("done");
    private static final TruffleString VALUE = Strings.constant("value");

    private Delegation() { }

    @TruffleBoundary
    static IteratorRecord iterator(Object iterable, boolean async) {
        return async ? Iteration.getAsyncIterator(iterable) : Iteration.getIterator(iterable);
    }

    /** Passes the request on. Null if it was a return or throw and the iterator has no such method. */
    @TruffleBoundary
    static Object pass(IteratorRecord record, ResumeMode mode, Object value) {
        if (mode == ResumeMode.NEXT) {
            return ObjectOperations.call(record.next, record.iterator, value);
        }
        Object method = ObjectOperations.getMethod(record.iterator, mode == ResumeMode.RETURN ? RETURN : THROW);
        return ObjectOperations.isCallable(method) ? ObjectOperations.call(method, record.iterator, value) : null;
    }

    @TruffleBoundary
    static Object next(IteratorRecord record) {
        return ObjectOperations.call(record.next, record.iterator);
    }

    @TruffleBoundary
    static void requireObject(Object result) {
        if (!ObjectOperations.isObject(result)) {
            throw Errors.typeError("Iterator result " + Errors.describe(result) + " is not an object");
        }
    }

    @TruffleBoundary
    static boolean done(Object result) {
        return Conversions.toBoolean(ObjectOperations.get(result, DONE));
    }

    @TruffleBoundary
    static Object value(Object result) {
        return ObjectOperations.get(result, VALUE);
    }

    @TruffleBoundary
    static void close(IteratorRecord record) {
        Iteration.close(record);
    }

    /** The result of the iterator's return method, or null if there is none: the first half of AsyncIteratorClose. */
    @TruffleBoundary
    static Object callReturn(IteratorRecord record) {
        Object method = ObjectOperations.getMethod(record.iterator, RETURN);
        return ObjectOperations.isCallable(method) ? ObjectOperations.call(method, record.iterator) : null;
    }

    @TruffleBoundary
    static RuntimeException noThrowMethod(Node location) {
        return Errors.typeError("The iterator does not provide a 'throw' method", location);
    }

    static boolean isObject(Object value) {
        return value instanceof JSObject || ObjectOperations.isObject(value);
    }
}
