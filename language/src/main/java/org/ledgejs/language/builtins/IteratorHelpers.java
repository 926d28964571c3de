package org.ledgejs.language.builtins;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSIteratorHelper;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** The methods of the Iterator prototype that return iterators (ECMA-262 §27.1.4). */
final class IteratorHelpers {
    private static final double MAX_SAFE_INTEGER = 9007199254740991.0;

    private IteratorHelpers() { }

    /** A body over one underlying iterator. */
    private abstract static class Over implements JSIteratorHelper.Body {
        final IteratorRecord iterated;
        final Object function;
        private long counter;

        Over(IteratorRecord iterated, Object function) {
            this.iterated = iterated;
            this.function = function;
        }

        final Object step() {
            return Iteration.stepValue(iterated);
        }

        /** The function's answer to a value and its number; the iterator is closed if it throws. */
        final Object call(Object value) {
            return IteratorPrototype.call(iterated, function, value, Conversions.number(counter++));
        }

        @Override
        public void close() {
            Iteration.close(iterated);
        }
    }

    /** §27.1.4.8. */
    static Object map(Realm realm, Object thisValue, Args args) {
        return JSIteratorHelper.create(realm, new Over(IteratorPrototype.iterated(thisValue, args.get(0), "map"), args.get(0)) {
            @Override
            public Object next() {
                Object value = step();
                return value == null ? null : call(value);
            }
        });
    }

    /** §27.1.4.4. */
    static Object filter(Realm realm, Object thisValue, Args args) {
        return JSIteratorHelper.create(realm, new Over(IteratorPrototype.iterated(thisValue, args.get(0), "filter"), args.get(0)) {
            @Override
            public Object next() {
                Object value = step();
                while (value != null && !Conversions.toBoolean(call(value))) {
                    TruffleSafepoint.poll(null);
                    value = step();
                }
                return value;
            }
        });
    }

    /** §27.1.4.11. */
    static Object take(Realm realm, Object thisValue, Args args) {
        JSObject object = IteratorPrototype.requireObject(thisValue, "take");
        double limit = limit(object, args.get(0));
        return JSIteratorHelper.create(realm, new Over(Iteration.getIteratorDirect(object), null) {
            private double remaining = limit;

            @Override
            public Object next() {
                if (remaining == 0) {
                    close();
                    return null;
                }
                remaining--;
                return step();
            }
        });
    }

    /** §27.1.4.2. */
    static Object drop(Realm realm, Object thisValue, Args args) {
        JSObject object = IteratorPrototype.requireObject(thisValue, "drop");
        double limit = limit(object, args.get(0));
        return JSIteratorHelper.create(realm, new Over(Iteration.getIteratorDirect(object), null) {
            private double remaining = limit;

            @Override
            public Object next() {
                for (; remaining > 0; remaining--) {
                    if (Iteration.step(iterated) == null) {
                        return null;
                    }
                    TruffleSafepoint.poll(null);
                }
                return step();
            }
        });
    }

    /** A count from 0 up, perhaps infinite; the iterator is closed if the argument is none. */
    private static double limit(JSObject object, Object argument) {
        try {
            double number = Conversions.toNumber(argument);
            double limit = Conversions.truncate(number);
            if (number != number || limit < 0 || limit > MAX_SAFE_INTEGER && !Double.isInfinite(limit)) {
                throw Errors.rangeError(Errors.describe(argument) + " must be positive");
            }
            return limit;
        } catch (AbstractTruffleException e) {
            IteratorPrototype.closeQuietly(object);
            throw e;
        }
    }

    /** §27.1.4.6. */
    static Object flatMap(Realm realm, Object thisValue, Args args) {
        return JSIteratorHelper.create(realm, new FlatMap(IteratorPrototype.iterated(thisValue, args.get(0), "flatMap"), args.get(0)));
    }

    private static final class FlatMap extends Over {
        private IteratorRecord inner;

        FlatMap(IteratorRecord iterated, Object mapper) {
            super(iterated, mapper);
        }

        @Override
        public Object next() {
            while (true) {
                if (inner == null) {
                    Object value = step();
                    if (value == null) {
                        return null;
                    }
                    Object mapped = call(value);
                    inner = guarded(() -> IteratorConstructor.flattenable(mapped, false));
                }
                Object value = guarded(() -> Iteration.stepValue(inner));
                if (value != null) {
                    return value;
                }
                inner = null;
                TruffleSafepoint.poll(null);
            }
        }

        private <T> T guarded(java.util.function.Supplier<T> action) {
            try {
                return action.get();
            } catch (AbstractTruffleException e) {
                Iteration.closeQuietly(iterated);
                throw e;
            }
        }

        @Override
        public void close() {
            if (inner != null) {
                guarded(() -> {
                    Iteration.close(inner);
                    return null;
                });
            }
            super.close();
        }
    }
}
