package org.ledgejs.language.builtins;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleStringBuilderUTF16;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSIteratorHelper;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Methods of the Iterator prototype by the proposals for chunking, includes and join. Sizes are numbers already: nothing is coerced. */
final class IteratorChunks {
    private static final double MAX_SIZE = 0xFFFF_FFFFL;
    private static final double MAX_SAFE_INTEGER = 9007199254740991.0;

    private IteratorChunks() { }

    /** Throws after the iterator was closed. */
    private static JSException closing(JSObject iterator, JSException error) {
        IteratorPrototype.closeQuietly(iterator);
        return error;
    }

    private static long size(JSObject iterator, Object argument) {
        double size = argument instanceof Number n ? n.doubleValue() : Double.NaN;
        if (size != Math.rint(size) || Double.isInfinite(size)) {
            throw closing(iterator, Errors.typeError(Errors.describe(argument) + " is not an integer"));
        }
        if (size < 1 || size > MAX_SIZE) {
            throw closing(iterator, Errors.rangeError(Errors.describe(argument) + " is out of range"));
        }
        return (long) size;
    }

    /** A body that yields arrays of a number of values. */
    private abstract static class Gathering implements JSIteratorHelper.Body {
        final IteratorRecord iterated;
        final long size;
        private final Realm realm;
        private boolean exhausted;

        Gathering(Realm realm, IteratorRecord iterated, long size) {
            this.realm = realm;
            this.iterated = iterated;
            this.size = size;
        }

        /** The next value, or null from the first time there is none. */
        final Object step() {
            Object value = exhausted ? null : Iteration.stepValue(iterated);
            exhausted = value == null;
            TruffleSafepoint.poll(null);
            return value;
        }

        final Object array(java.util.Collection<Object> values) {
            return JSArray.create(realm, values.toArray());
        }

        @Override
        public void close() {
            Iteration.close(iterated);
        }
    }

    /** Iterator.prototype.chunks: one array after the other, the last one perhaps shorter. */
    static Object chunks(Realm realm, Object thisValue, Args args) {
        JSObject object = IteratorPrototype.requireObject(thisValue, "chunks");
        long size = size(object, args.get(0));
        return JSIteratorHelper.create(realm, new Gathering(realm, Iteration.getIteratorDirect(object), size) {
            @Override
            public Object next() {
                List<Object> chunk = new ArrayList<>();
                while (chunk.size() < size) {
                    Object value = step();
                    if (value == null) {
                        return chunk.isEmpty() ? null : array(chunk);
                    }
                    chunk.add(value);
                }
                return array(chunk);
            }
        });
    }

    /** Iterator.prototype.windows: arrays that each begin one value later. */
    static Object windows(Realm realm, Object thisValue, Args args) {
        JSObject object = IteratorPrototype.requireObject(thisValue, "windows");
        long size = size(object, args.get(0));
        String undersized = args.get(1) == Undefined.INSTANCE ? "only-full" : args.get(1) instanceof TruffleString s ? Strings.java(s) : "";
        if (!undersized.equals("only-full") && !undersized.equals("allow-partial")) {
            throw closing(object, Errors.typeError("undersized must be 'only-full' or 'allow-partial'"));
        }
        return JSIteratorHelper.create(realm, new Gathering(realm, Iteration.getIteratorDirect(object), size) {
            private final ArrayDeque<Object> window = new ArrayDeque<>();
            private boolean full;

            @Override
            public Object next() {
                if (full) {
                    window.removeFirst();
                }
                while (window.size() < size) {
                    Object value = step();
                    if (value == null) {
                        boolean partial = undersized.equals("allow-partial") && !full && !window.isEmpty();
                        full = false;
                        Object last = partial ? array(window) : null;
                        window.clear();
                        return last;
                    }
                    window.addLast(value);
                }
                full = true;
                return array(window);
            }
        });
    }

    /** Iterator.prototype.includes. */
    static Object includes(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSObject object = IteratorPrototype.requireObject(thisValue, "includes");
        double skip = skipped(object, args.get(1));
        IteratorRecord iterated = Iteration.getIteratorDirect(object);
        for (Object value = Iteration.stepValue(iterated); value != null; value = Iteration.stepValue(iterated)) {
            if (skip > 0) {
                skip--;
            } else if (Comparison.sameValueZero(value, args.get(0))) {
                Iteration.close(iterated);
                return true;
            }
            TruffleSafepoint.poll(null);
        }
        return false;
    }

    private static double skipped(JSObject iterator, Object argument) {
        if (argument == Undefined.INSTANCE) {
            return 0;
        }
        double skip = argument instanceof Number n ? n.doubleValue() : Double.NaN;
        if (skip != Math.rint(skip)) {
            throw closing(iterator, Errors.typeError(Errors.describe(argument) + " is not an integer"));
        }
        if (skip < 0 || skip > MAX_SAFE_INTEGER && !Double.isInfinite(skip)) {
            throw closing(iterator, Errors.rangeError(Errors.describe(argument) + " is out of range"));
        }
        return skip;
    }

    /** Iterator.prototype.join. */
    static Object join(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSObject object = IteratorPrototype.requireObject(thisValue, "join");
        TruffleString separator;
        try {
            separator = args.get(0) == Undefined.INSTANCE ? Strings.of(",") : Conversions.toString(args.get(0));
        } catch (AbstractTruffleException e) {
            IteratorPrototype.closeQuietly(object);
            throw e;
        }
        IteratorRecord iterated = Iteration.getIteratorDirect(object);
        TruffleStringBuilderUTF16 out = TruffleStringBuilderUTF16.createUTF16();
        boolean first = true;
        for (Object value = Iteration.stepValue(iterated); value != null; value = Iteration.stepValue(iterated)) {
            if (!first) {
                out.appendStringUncached(separator);
            }
            first = false;
            try {
                if (!Comparison.isNullish(value)) {
                    out.appendStringUncached(Conversions.toString(value));
                }
                StringLimit.check(out.byteLength());
            } catch (AbstractTruffleException e) {
                Iteration.closeQuietly(iterated);
                throw e;
            }
            TruffleSafepoint.poll(null);
        }
        return out.toStringUncached();
    }
}
