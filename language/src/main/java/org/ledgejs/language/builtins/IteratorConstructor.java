package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSIteratorHelper;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSWrappedIterator;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** The Iterator constructor and its properties (ECMA-262 §27.1.3). */
final class IteratorConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Iterator", 0, IteratorConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("concat", 0, IteratorConstructor::concat)
            .method("from", 1, IteratorConstructor::from)
            .method("zip", 1, IteratorZip::zip)
            .method("zipKeyed", 1, IteratorZip::zipKeyed);

    private IteratorConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.ITERATOR, Intrinsic.ITERATOR_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §27.1.3.1: only for subclasses. */
    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor Iterator requires 'new'");
        }
        if (newTarget == args.callee()) {
            throw Errors.typeError("Abstract class Iterator not directly constructable");
        }
        return JSObject.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.ITERATOR_PROTOTYPE));
    }

    /** §27.1.3.2.2. */
    private static Object from(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        IteratorRecord record = flattenable(args.get(0), true);
        return Comparison.ordinaryHasInstance(realm.intrinsic(Intrinsic.ITERATOR), record.iterator) ? record.iterator
                : JSWrappedIterator.create(realm, record);
    }

    /** GetIteratorFlattenable (§7.4.5). @param strings whether a string is iterated, other primitives never are */
    static IteratorRecord flattenable(Object value, boolean strings) {
        if (!(value instanceof JSObject) && !(strings && value instanceof TruffleString)) {
            throw Errors.typeError(Errors.describe(value) + " is not an object");
        }
        Object method = ObjectOperations.getMethod(value, Symbol.ITERATOR);
        Object iterator = method == Undefined.INSTANCE ? value : ObjectOperations.call(method, value);
        if (!(iterator instanceof JSObject object)) {
            throw Errors.typeError(Errors.describe(iterator) + " is not an object");
        }
        return Iteration.getIteratorDirect(object);
    }

    private record Iterable(Object value, Object method) { }

    /** §27.1.3.2.1. */
    private static Object concat(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        List<Iterable> iterables = new ArrayList<>();
        for (int i = 0; i < args.count(); i++) {
            Object item = args.get(i);
            if (!(item instanceof JSObject)) {
                throw Errors.typeError(Errors.describe(item) + " is not an object");
            }
            Object method = ObjectOperations.getMethod(item, Symbol.ITERATOR);
            if (method == Undefined.INSTANCE) {
                throw Errors.notIterable(item, null);
            }
            iterables.add(new Iterable(item, method));
        }
        return JSIteratorHelper.create(realm, new Concatenation(iterables));
    }

    private static final class Concatenation implements JSIteratorHelper.Body {
        private final List<Iterable> iterables;
        private int index;
        private IteratorRecord current;

        Concatenation(List<Iterable> iterables) {
            this.iterables = iterables;
        }

        @Override
        public Object next() {
            while (true) {
                if (current == null) {
                    if (index == iterables.size()) {
                        return null;
                    }
                    Iterable iterable = iterables.get(index++);
                    current = Iteration.getIteratorFromMethod(iterable.value(), iterable.method());
                }
                Object value = Iteration.stepValue(current);
                if (value != null) {
                    return value;
                }
                current = null;
            }
        }

        @Override
        public void close() {
            if (current != null) {
                Iteration.close(current);
            }
        }
    }
}
