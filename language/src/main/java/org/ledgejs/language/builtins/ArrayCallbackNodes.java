package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.GetElementNode;
import org.ledgejs.language.ops.ToBooleanNode;
import org.ledgejs.language.ops.VisitElementNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Undefined;

/** Methods that call a function for each element and make no array. */
final class ArrayCallbackNodes {
    private ArrayCallbackNodes() { }

    /** §23.1.3.15, §23.2.3.15. */
    abstract static class ForEach extends ArrayLoopNode {
        ForEach(boolean typed) {
            super(typed ? TypedArrayCallbacks::forEach : ArrayCallbacks::forEach, typed);
        }

        @Specialization
        final Object run(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument, @Cached VisitElementNode get, @Cached CallNode call) {
            if (!accepts(thisValue, callback)) {
                return generic(frame);
            }
            JSObject object = (JSObject) thisValue;
            int length = length(object);
            for (int k = 0; k < length; k++) {
                Object element = get.execute(object, k);
                if (element != null) {
                    call(call, callback, thisArgument, element, k, object);
                }
            }
            count(length);
            return Undefined.INSTANCE;
        }
    }

    /** §23.1.3.6, §23.1.3.29, §23.2.3.8, §23.2.3.28: every and some, which look for a callback result that is falsy or truthy. */
    abstract static class Test extends ArrayLoopNode {
        private final boolean wanted;

        Test(boolean typed, boolean wanted) {
            super(algorithm(typed, wanted), typed);
            this.wanted = wanted;
        }

        private static Builtin.Body algorithm(boolean typed, boolean some) {
            if (typed) {
                return some ? TypedArrayCallbacks::some : TypedArrayCallbacks::every;
            }
            return some ? ArrayCallbacks::some : ArrayCallbacks::every;
        }

        @Specialization
        final Object run(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument, @Cached VisitElementNode get, @Cached CallNode call,
                @Cached ToBooleanNode toBoolean) {
            if (!accepts(thisValue, callback)) {
                return generic(frame);
            }
            JSObject object = (JSObject) thisValue;
            int length = length(object);
            int k = 0;
            for (; k < length; k++) {
                Object element = get.execute(object, k);
                if (element != null && toBoolean.execute(call(call, callback, thisArgument, element, k, object)) == wanted) {
                    break;
                }
            }
            count(k);
            return k < length == wanted;
        }
    }

    /** §23.1.3.9 to §23.1.3.12, §23.2.3.11 to §23.2.3.14: holes count as undefined. */
    abstract static class Find extends ArrayLoopNode {
        private final boolean ascending;
        private final boolean index;

        /** @param index give the index rather than the element */
        Find(boolean typed, boolean ascending, boolean index) {
            super(typed ? (realm, thisValue, args) -> TypedArrayCallbacks.find(thisValue, args, ascending, index)
                    : (realm, thisValue, args) -> ArrayCallbacks.find(realm, thisValue, args, ascending, index), typed);
            this.ascending = ascending;
            this.index = index;
        }

        @Specialization
        final Object run(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument, @Cached GetElementNode get, @Cached CallNode call,
                @Cached ToBooleanNode toBoolean) {
            if (!accepts(thisValue, callback)) {
                return generic(frame);
            }
            JSObject object = (JSObject) thisValue;
            int length = length(object);
            for (int i = 0; i < length; i++) {
                int k = ascending ? i : length - 1 - i;
                Object element = get.execute(object, k);
                if (toBoolean.execute(call(call, callback, thisArgument, element, k, object))) {
                    count(i);
                    return index ? k : element;
                }
            }
            count(length);
            return index ? -1 : Undefined.INSTANCE;
        }
    }

    /** §23.1.3.24, §23.1.3.25, §23.2.3.23, §23.2.3.24. The accumulator is kept as an int or a double while it has been nothing else. */
    abstract static class Reduce extends ArrayLoopNode {
        private static final Builtin.Body NOTHING_TO_REDUCE = (realm, thisValue, args) -> {
            throw Errors.typeError("Reduce of empty array with no initial value");
        };

        private final boolean ascending;
        @CompilationFinal private Accumulator accumulator = Accumulator.INT;

        private enum Accumulator {
            INT, DOUBLE, ANY;

            boolean covers(Object value) {
                return this == ANY || value instanceof Integer || this == DOUBLE && value instanceof Double;
            }
        }

        Reduce(boolean typed, boolean ascending) {
            super(typed ? (realm, thisValue, args) -> TypedArrayCallbacks.reduce(thisValue, args, ascending)
                    : (realm, thisValue, args) -> ArrayCallbacks.reduce(realm, thisValue, args, ascending), typed);
            this.ascending = ascending;
        }

        @Specialization
        final Object run(VirtualFrame frame, Object thisValue, Object callback, Object initialValue,
                @Cached VisitElementNode get, @Cached CallNode call) {
            if (!accepts(thisValue, callback)) {
                return generic(frame);
            }
            JSObject object = (JSObject) thisValue;
            int length = length(object);
            int i = 0;
            Object first = count(frame) > 1 ? initialValue : null;
            for (; first == null && i < length; i++) {
                first = get.execute(object, index(i, length));
            }
            return first == null ? BuiltinRootNode.run(NOTHING_TO_REDUCE, frame.getArguments()) : reduce(object, callback, first, i, length, get, call);
        }

        private int index(int i, int length) {
            return ascending ? i : length - 1 - i;
        }

        private Object reduce(JSObject object, Object callback, Object first, int start, int length, VisitElementNode get, CallNode call) {
            // One of the three holds the value; which one is a constant for the compiler.
            Accumulator kind = covering(accumulator, first);
            int ofInt = kind == Accumulator.INT ? (int) first : 0;
            double ofDouble = kind == Accumulator.DOUBLE ? doubleValue(first) : 0;
            Object any = kind == Accumulator.ANY ? first : null;
            for (int i = start; i < length; i++) {
                int k = index(i, length);
                Object element = get.execute(object, k);
                if (element == null) {
                    continue;
                }
                Object result = call.executeWithArguments(Arguments.ofReducer(callback, boxed(kind, ofInt, ofDouble, any), element, k, object));
                kind = covering(kind, result);
                ofInt = kind == Accumulator.INT ? (int) result : 0;
                ofDouble = kind == Accumulator.DOUBLE ? doubleValue(result) : 0;
                any = kind == Accumulator.ANY ? result : null;
            }
            count(length - start);
            return boxed(kind, ofInt, ofDouble, any);
        }

        private Accumulator covering(Accumulator kind, Object value) {
            if (kind.covers(value)) {
                return kind;
            }
            CompilerDirectives.transferToInterpreterAndInvalidate();
            Accumulator wider = Accumulator.DOUBLE.covers(value) ? Accumulator.DOUBLE : Accumulator.ANY;
            if (wider.compareTo(accumulator) > 0) {
                accumulator = wider;
            }
            return wider;
        }

        private static double doubleValue(Object number) {
            return number instanceof Integer i ? i : (double) number;
        }

        private static Object boxed(Accumulator kind, int ofInt, double ofDouble, Object any) {
            return kind == Accumulator.INT ? (Object) ofInt : kind == Accumulator.DOUBLE ? (Object) ofDouble : any;
        }
    }
}
