package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the Iterator prototype (ECMA-262 §27.1.4); those that return iterators are in {@link IteratorHelpers} and {@link IteratorChunks}. */
final class IteratorPrototype {
    private static final TruffleString TAG = Strings.constant("Iterator");
    private static final TruffleString RETURN = Strings.constant("return");
    private static final PropertyTable TABLE = new PropertyTable()
            .accessor("constructor", (realm, thisValue, args) -> realm.intrinsic(Intrinsic.ITERATOR),
                    (realm, thisValue, args) -> setIgnoringPrototype(realm, thisValue, PropertyKey.of("constructor"), args.get(0)))
            .method("chunks", 1, IteratorChunks::chunks)
            .method("drop", 1, IteratorHelpers::drop)
            .method("every", 1, IteratorPrototype::every)
            .method("filter", 1, IteratorHelpers::filter)
            .method("find", 1, IteratorPrototype::find)
            .method("flatMap", 1, IteratorHelpers::flatMap)
            .method("forEach", 1, IteratorPrototype::forEach)
            .method("includes", 1, IteratorChunks::includes)
            .method("join", 1, IteratorChunks::join)
            .method("map", 1, IteratorHelpers::map)
            .method("reduce", 1, IteratorPrototype::reduce)
            .method("some", 1, IteratorPrototype::some)
            .method("take", 1, IteratorHelpers::take)
            .method("toArray", 0, IteratorPrototype::toArray)
            .method("windows", 1, IteratorChunks::windows)
            .method(Symbol.ITERATOR, "[Symbol.iterator]", 0, (realm, thisValue, args) -> thisValue)
            .method(Symbol.DISPOSE, "[Symbol.dispose]", 0, IteratorPrototype::dispose)
            .accessor(Symbol.TO_STRING_TAG, "[Symbol.toStringTag]", (realm, thisValue, args) -> TAG,
                    (realm, thisValue, args) -> setIgnoringPrototype(realm, thisValue, Symbol.TO_STRING_TAG, args.get(0)));

    private IteratorPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.ITERATOR_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** SetterThatIgnoresPrototypeProperties (§27.1.4.1.1): so that an assignment to an iterator does what it did before. */
    private static Object setIgnoringPrototype(Realm realm, Object thisValue, Object key, Object value) {
        JSObject object = requireObject(thisValue, "setter");
        if (object == realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE)) {
            throw Errors.typeError("Cannot assign to this property of Iterator.prototype");
        }
        if (object.getOwnProperty(key) == null) {
            ObjectOperations.createDataPropertyOrThrow(object, key, value);
        } else {
            ObjectOperations.set(object, key, value, true);
        }
        return Undefined.INSTANCE;
    }

    static JSObject requireObject(Object thisValue, String method) {
        if (thisValue instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError("Iterator.prototype." + method + " called on non-object");
    }

    /** The iterator that is this, with a function to call; closed if the function is none. */
    static IteratorRecord iterated(Object thisValue, Object function, String method) {
        JSObject object = requireObject(thisValue, method);
        if (!ObjectOperations.isCallable(function)) {
            closeQuietly(object);
            throw Errors.typeError(Errors.describe(function) + " is not a function");
        }
        return Iteration.getIteratorDirect(object);
    }

    static void closeQuietly(JSObject iterator) {
        Iteration.closeQuietly(new IteratorRecord(iterator, Undefined.INSTANCE));
    }

    /** Calls; closes the iterator if that throws. */
    static Object call(IteratorRecord iterated, Object function, Object... arguments) {
        try {
            return ObjectOperations.call(function, Undefined.INSTANCE, arguments);
        } catch (AbstractTruffleException e) {
            Iteration.closeQuietly(iterated);
            throw e;
        }
    }

    /** Calls the function with each value and its number, until it answers as asked. @return the value, or null */
    private static Object search(IteratorRecord iterated, Object predicate, boolean wanted) {
        long counter = 0;
        for (Object value = Iteration.stepValue(iterated); value != null; value = Iteration.stepValue(iterated)) {
            if (Conversions.toBoolean(call(iterated, predicate, value, Conversions.number(counter))) == wanted) {
                Iteration.close(iterated);
                return value;
            }
            counter++;
            TruffleSafepoint.poll(null);
        }
        return null;
    }

    /** §27.1.4.3. */
    private static Object every(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        return search(iterated(thisValue, args.get(0), "every"), args.get(0), false) == null;
    }

    /** §27.1.4.5. */
    private static Object find(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        Object found = search(iterated(thisValue, args.get(0), "find"), args.get(0), true);
        return found == null ? Undefined.INSTANCE : found;
    }

    /** §27.1.4.10. */
    private static Object some(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        return search(iterated(thisValue, args.get(0), "some"), args.get(0), true) != null;
    }

    /** §27.1.4.7. */
    private static Object forEach(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        IteratorRecord iterated = iterated(thisValue, args.get(0), "forEach");
        long counter = 0;
        for (Object value = Iteration.stepValue(iterated); value != null; value = Iteration.stepValue(iterated)) {
            call(iterated, args.get(0), value, Conversions.number(counter++));
            TruffleSafepoint.poll(null);
        }
        return Undefined.INSTANCE;
    }

    /** §27.1.4.9. */
    private static Object reduce(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        IteratorRecord iterated = iterated(thisValue, args.get(0), "reduce");
        long counter = 0;
        Object accumulator;
        if (args.has(1)) {
            accumulator = args.get(1);
        } else {
            accumulator = Iteration.stepValue(iterated);
            if (accumulator == null) {
                throw Errors.typeError("Reduce of a done iterator with no initial value");
            }
            counter = 1;
        }
        for (Object value = Iteration.stepValue(iterated); value != null; value = Iteration.stepValue(iterated)) {
            accumulator = call(iterated, args.get(0), accumulator, value, Conversions.number(counter++));
            TruffleSafepoint.poll(null);
        }
        return accumulator;
    }

    /** §27.1.4.12. */
    private static Object toArray(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        IteratorRecord iterated = Iteration.getIteratorDirect(requireObject(thisValue, "toArray"));
        List<Object> items = new ArrayList<>();
        for (Object value = Iteration.stepValue(iterated); value != null; value = Iteration.stepValue(iterated)) {
            items.add(value);
            TruffleSafepoint.poll(null);
        }
        return ObjectOperations.createArrayFromList(realm, items);
    }

    /** §27.1.4.14. */
    private static Object dispose(@SuppressWarnings("unused") Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        Object method = ObjectOperations.getMethod(thisValue, RETURN);
        if (method != Undefined.INSTANCE) {
            ObjectOperations.call(method, thisValue);
        }
        return Undefined.INSTANCE;
    }
}
