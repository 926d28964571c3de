package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.GetElementNode;
import org.ledgejs.language.ops.PresentElementNode;
import org.ledgejs.language.ops.ToBooleanNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Undefined;

/** Methods that call a function for each element and make no array. */
@SuppressWarnings("unused")
final class ArrayCallbackNodes {
    private ArrayCallbackNodes() { }

    /** §23.1.3.15. */
    abstract static class ForEach extends ArrayLoopNode {
        ForEach() {
            super(ArrayCallbacks::forEach);
        }

        @Specialization(guards = "hasIntLength(array)")
        final Object ofArray(JSArray array, JSFunction callback, Object thisArgument, @Cached PresentElementNode get, @Cached CallNode call) {
            int length = (int) array.length();
            for (int k = 0; k < length; k++) {
                Object element = get.execute(array, k);
                if (element != null) {
                    call(call, callback, thisArgument, element, k, array);
                }
            }
            count(length);
            return Undefined.INSTANCE;
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument) {
            return generic(frame);
        }
    }

    /** §23.1.3.6, §23.1.3.29: every and some, which look for a callback result that is falsy or truthy. */
    abstract static class Test extends ArrayLoopNode {
        private final boolean wanted;

        Test(boolean wanted) {
            super(wanted ? ArrayCallbacks::some : ArrayCallbacks::every);
            this.wanted = wanted;
        }

        @Specialization(guards = "hasIntLength(array)")
        final boolean ofArray(JSArray array, JSFunction callback, Object thisArgument, @Cached PresentElementNode get, @Cached CallNode call,
                @Cached ToBooleanNode toBoolean) {
            int length = (int) array.length();
            int k = 0;
            for (; k < length; k++) {
                Object element = get.execute(array, k);
                if (element != null && toBoolean.execute(call(call, callback, thisArgument, element, k, array)) == wanted) {
                    break;
                }
            }
            count(k);
            return k < length == wanted;
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument) {
            return generic(frame);
        }
    }

    /** §23.1.3.9 to §23.1.3.12: holes count as undefined. */
    abstract static class Find extends ArrayLoopNode {
        private final boolean ascending;
        private final boolean index;

        /** @param index give the index rather than the element */
        Find(boolean ascending, boolean index) {
            super((realm, thisValue, args) -> ArrayCallbacks.find(realm, thisValue, args, ascending, index));
            this.ascending = ascending;
            this.index = index;
        }

        @Specialization(guards = "hasIntLength(array)")
        final Object ofArray(JSArray array, JSFunction callback, Object thisArgument, @Cached GetElementNode get, @Cached CallNode call,
                @Cached ToBooleanNode toBoolean) {
            int length = (int) array.length();
            for (int i = 0; i < length; i++) {
                int k = ascending ? i : length - 1 - i;
                Object element = get.execute(array, k);
                if (toBoolean.execute(call(call, callback, thisArgument, element, k, array))) {
                    count(i);
                    return index ? k : element;
                }
            }
            count(length);
            return index ? -1 : Undefined.INSTANCE;
        }

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object callback, Object thisArgument) {
            return generic(frame);
        }
    }

    /** §23.1.3.24, §23.1.3.25. The accumulator is kept as an int or a double while it has been nothing else. */
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

        Reduce(boolean ascending) {
            super((realm, thisValue, args) -> ArrayCallbacks.reduce(realm, thisValue, args, ascending));
            this.ascending = ascending;
        }

        @Specialization(guards = "hasIntLength(array)")
        final Object ofArray(VirtualFrame frame, JSArray array, JSFunction callback, Object initialValue,
                @Cached PresentElementNode get, @Cached CallNode call) {
            int length = (int) array.length();
            int i = 0;
            Object first = count(frame) > 1 ? initialValue : null;
            for (; first == null && i < length; i++) {
                first = get.execute(array, index(i, length));
            }
            return first == null ? BuiltinRootNode.run(NOTHING_TO_REDUCE, frame.getArguments()) : reduce(array, callback, first, i, length, get, call);
        }

        private int index(int i, int length) {
            return ascending ? i : length - 1 - i;
        }

        private Object reduce(JSArray array, JSFunction callback, Object first, int start, int length, PresentElementNode get, CallNode call) {
            // One of the three holds the value; which one is a constant for the compiler.
            Accumulator kind = covering(accumulator, first);
            int ofInt = kind == Accumulator.INT ? (int) first : 0;
            double ofDouble = kind == Accumulator.DOUBLE ? doubleValue(first) : 0;
            Object any = kind == Accumulator.ANY ? first : null;
            for (int i = start; i < length; i++) {
                int k = index(i, length);
                Object element = get.execute(array, k);
                if (element == null) {
                    continue;
                }
                Object result = call.executeWithArguments(Arguments.ofReducer(callback, boxed(kind, ofInt, ofDouble, any), element, k, array));
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

        @Specialization
        final Object other(VirtualFrame frame, Object thisValue, Object callback, Object initialValue) {
            return generic(frame);
        }
    }
}
