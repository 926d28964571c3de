package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSIteratorHelper;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Iterator.zip and Iterator.zipKeyed (ECMA-262 §27.1.3.2.3, §27.1.3.2.4). */
final class IteratorZip {
    private IteratorZip() { }

    private enum Mode { SHORTEST, LONGEST, STRICT }

    /** The options of both functions. @param padding an object or undefined */
    private record Options(Mode mode, Object padding) {
        static Options of(Object value) {
            if (value == Undefined.INSTANCE) {
                return new Options(Mode.SHORTEST, value);
            }
            JSObject options = requireObject(value);
            Object mode = options.get(PropertyKey.of("mode"));
            Mode known = mode == Undefined.INSTANCE ? Mode.SHORTEST : mode instanceof TruffleString s ? switch (Strings.java(s)) {
                case "shortest" -> Mode.SHORTEST;
                case "longest" -> Mode.LONGEST;
                case "strict" -> Mode.STRICT;
                default -> null;
            } : null;
            if (known == null) {
                throw Errors.typeError("mode must be 'shortest', 'longest' or 'strict'");
            }
            Object padding = known == Mode.LONGEST ? options.get(PropertyKey.of("padding")) : Undefined.INSTANCE;
            return new Options(known, padding == Undefined.INSTANCE ? padding : requireObject(padding));
        }
    }

    private static JSObject requireObject(Object value) {
        if (value instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError(Errors.describe(value) + " is not an object");
    }

    static Object zip(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject iterables = requireObject(args.get(0));
        Options options = Options.of(args.get(1));
        List<IteratorRecord> iterators = new ArrayList<>();
        IteratorRecord input = Iteration.getIterator(iterables);
        while (true) {
            Object next = guarded(iterators, () -> Iteration.stepValue(input));
            if (next == null) {
                break;
            }
            List<IteratorRecord> open = new ArrayList<>(iterators);
            open.addFirst(input);
            iterators.add(guarded(open, () -> IteratorConstructor.flattenable(next, false)));
        }
        List<Object> padding = guarded(iterators, () -> padding(options, iterators.size()));
        return JSIteratorHelper.create(realm, new Zip(iterators, options.mode(), padding,
                values -> ObjectOperations.createArrayFromList(realm, values)));
    }

    private static List<Object> padding(Options options, int count) {
        List<Object> padding = new ArrayList<>();
        if (options.mode() == Mode.LONGEST && options.padding() != Undefined.INSTANCE) {
            IteratorRecord iterator = Iteration.getIterator(options.padding());
            while (padding.size() < count && !iterator.done) {
                Object value = Iteration.stepValue(iterator);
                if (value != null) {
                    padding.add(value);
                }
            }
            if (!iterator.done) {
                Iteration.close(iterator);
            }
        }
        while (padding.size() < count) {
            padding.add(Undefined.INSTANCE);
        }
        return padding;
    }

    static Object zipKeyed(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject iterables = requireObject(args.get(0));
        Options options = Options.of(args.get(1));
        List<IteratorRecord> iterators = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        for (Object key : iterables.ownPropertyKeys()) {
            IteratorRecord iterator = guarded(iterators, () -> iterator(iterables, key));
            if (iterator != null) {
                keys.add(key);
                iterators.add(iterator);
            }
        }
        List<Object> padding = new ArrayList<>();
        for (Object key : keys) {
            padding.add(options.padding() instanceof JSObject object ? guarded(iterators, () -> object.get(key)) : Undefined.INSTANCE);
        }
        return JSIteratorHelper.create(realm, new Zip(iterators, options.mode(), padding, values -> {
            JSObject result = JSObject.create((JSObject) null);
            for (int i = 0; i < values.size(); i++) {
                ObjectOperations.createDataPropertyOrThrow(result, keys.get(i), values.get(i));
            }
            return result;
        }));
    }

    private static IteratorRecord iterator(JSObject iterables, Object key) {
        PropertyDescriptor own = iterables.getOwnProperty(key);
        if (own == null || !own.isEnumerable()) {
            return null;
        }
        Object value = iterables.get(key);
        return value == Undefined.INSTANCE ? null : IteratorConstructor.flattenable(value, false);
    }

    /** IfAbruptCloseIterators (§7.4.13). */
    private static <T> T guarded(List<IteratorRecord> open, Supplier<T> action) {
        try {
            return action.get();
        } catch (AbstractTruffleException e) {
            closeAllQuietly(open);
            throw e;
        }
    }

    private static void closeAllQuietly(List<IteratorRecord> open) {
        for (IteratorRecord iterator : open.reversed()) {
            Iteration.closeQuietly(iterator);
        }
    }

    /** IteratorZip (§27.1.2.2). */
    private static final class Zip implements JSIteratorHelper.Body {
        /** Null where an iterator is done and its padding stands in. */
        private final IteratorRecord[] iterators;
        private final List<IteratorRecord> open;
        private final Mode mode;
        private final List<Object> padding;
        private final Function<List<Object>, Object> finish;

        Zip(List<IteratorRecord> iterators, Mode mode, List<Object> padding, Function<List<Object>, Object> finish) {
            this.iterators = iterators.toArray(new IteratorRecord[0]);
            this.open = new ArrayList<>(iterators);
            this.mode = mode;
            this.padding = padding;
            this.finish = finish;
        }

        @Override
        public Object next() {
            if (iterators.length == 0) {
                return null;
            }
            List<Object> results = new ArrayList<>();
            for (int i = 0; i < iterators.length; i++) {
                Object value = iterators[i] == null ? padding.get(i) : step(iterators[i]);
                if (value == null) {
                    if (mode == Mode.STRICT) {
                        requireAllDone(i);
                        return null;
                    }
                    if (mode == Mode.SHORTEST || open.isEmpty()) {
                        close();
                        return null;
                    }
                    iterators[i] = null;
                    value = padding.get(i);
                }
                results.add(value);
            }
            return finish.apply(results);
        }

        /** The next value, or null: then, or when it throws, the iterator is open no more. */
        private Object step(IteratorRecord iterator) {
            Object value;
            try {
                value = Iteration.stepValue(iterator);
            } catch (AbstractTruffleException e) {
                open.remove(iterator);
                closeAllQuietly(open);
                throw e;
            }
            if (value == null) {
                open.remove(iterator);
            }
            return value;
        }

        private void requireAllDone(int first) {
            for (int k = first == 0 ? 1 : iterators.length; k < iterators.length; k++) {
                IteratorRecord iterator = iterators[k];
                Object result;
                try {
                    result = Iteration.step(iterator);
                } catch (AbstractTruffleException e) {
                    open.remove(iterator);
                    closeAllQuietly(open);
                    throw e;
                }
                if (result != null) {
                    throw lengthsDiffer();
                }
                open.remove(iterator);
            }
            if (first != 0) {
                throw lengthsDiffer();
            }
        }

        private AbstractTruffleException lengthsDiffer() {
            AbstractTruffleException error = Errors.typeError("Iterators of zip have different lengths");
            closeAllQuietly(open);
            return error;
        }

        /** IteratorCloseAll after a normal completion: the first throw counts, and all are closed. */
        @Override
        public void close() {
            AbstractTruffleException error = null;
            for (IteratorRecord iterator : open.reversed()) {
                if (error != null) {
                    Iteration.closeQuietly(iterator);
                    continue;
                }
                try {
                    Iteration.close(iterator);
                } catch (AbstractTruffleException e) {
                    error = e;
                }
            }
            if (error != null) {
                throw error;
            }
        }
    }
}
