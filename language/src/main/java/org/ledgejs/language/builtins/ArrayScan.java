package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Looks for a value in an array that {@link JSArray#isPlainToRead}, by what kind of value and what kind of elements they are. */
final class ArrayScan {
    private ArrayScan() { }

    /** The first index from one on whose element is strictly equal to the value, or -1. */
    @TruffleBoundary
    static int indexOf(JSArray array, Object value, int from) {
        return scan(array, value, from, array.intLength(), 1);
    }

    /** The last index up to one whose element is strictly equal to the value, or -1. */
    @TruffleBoundary
    static int lastIndexOf(JSArray array, Object value, int from) {
        return scan(array, value, from, -1, -1);
    }

    /** Whether an element from an index on is the same value, zeros being one and holes undefined. */
    @TruffleBoundary
    static boolean includes(JSArray array, Object value, int from) {
        int length = array.intLength();
        if (scan(array, value, from, length, 1) >= 0) {
            return true;
        }
        return value == Undefined.INSTANCE && !array.strategy().isPacked() && hasHole(array, from, length)
                || value instanceof Double d && d.isNaN() && hasNaN(array, from, length);
    }

    private static int scan(JSArray array, Object value, int from, int end, int step) {
        int offset = array.offset();
        int position = switch (array.storage()) {
            case int[] ints -> scan(ints, array.strategy() == ArrayStrategy.INT_HOLEY, value, offset + from, offset + end, step);
            case double[] doubles -> scan(doubles, value, offset + from, offset + end, step);
            case Object[] objects -> scan(objects, value, offset + from, offset + end, step);
            case null, default -> -1;
        };
        return position < 0 ? -1 : position - offset;
    }

    private static int scan(int[] ints, boolean holey, Object value, int from, int end, int step) {
        if (!(value instanceof Integer || value instanceof Double)) {
            return -1;
        }
        int wanted = ((Number) value).intValue();
        if (wanted != ((Number) value).doubleValue() || holey && ArrayStrategy.INT_HOLEY.isHole(wanted)) {
            return -1;
        }
        for (int i = from; i != end; i += step) {
            if (ints[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int scan(double[] doubles, Object value, int from, int end, int step) {
        if (!(value instanceof Integer || value instanceof Double)) {
            return -1;
        }
        double wanted = ((Number) value).doubleValue();
        for (int i = from; i != end; i += step) {
            if (doubles[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int scan(Object[] objects, Object value, int from, int end, int step) {
        return switch (value) {
            case Integer i -> scanNumbers(objects, i, from, end, step);
            case Double d -> scanNumbers(objects, d, from, end, step);
            case TruffleString s -> scanStrings(objects, s, from, end, step);
            case Object other when other instanceof BigInt || other instanceof Boolean || ForeignValues.isForeign(other) ->
                scanEqual(objects, other, from, end, step);
            case Object other -> scanSame(objects, other, from, end, step);
        };
    }

    private static int scanNumbers(Object[] objects, double wanted, int from, int end, int step) {
        for (int i = from; i != end; i += step) {
            if (objects[i] instanceof Integer n && n == wanted || objects[i] instanceof Double d && d == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int scanStrings(Object[] objects, TruffleString wanted, int from, int end, int step) {
        int length = Strings.length(wanted);
        for (int i = from; i != end; i += step) {
            if (objects[i] == wanted || objects[i] instanceof TruffleString s && Strings.length(s) == length && Strings.equal(s, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static int scanEqual(Object[] objects, Object wanted, int from, int end, int step) {
        for (int i = from; i != end; i += step) {
            if (objects[i] != null && Comparison.isStrictlyEqual(objects[i], wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** Of values that are equal to themselves only. */
    private static int scanSame(Object[] objects, Object wanted, int from, int end, int step) {
        for (int i = from; i != end; i += step) {
            if (objects[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasHole(JSArray array, int from, int end) {
        for (int i = from; i < end; i++) {
            boolean hole = switch (array.storage()) {
                case int[] ints -> ArrayStrategy.INT_HOLEY.isHole(ints[i]);
                case double[] doubles -> ArrayStrategy.DOUBLE_HOLEY.isHole(doubles[i]);
                case Object[] objects -> objects[i] == null;
                case null, default -> true;
            };
            if (hole) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNaN(JSArray array, int from, int end) {
        int offset = array.offset();
        for (int i = offset + from; i < offset + end; i++) {
            boolean nan = switch (array.storage()) {
                case double[] doubles -> doubles[i] != doubles[i] && !(array.strategy() == ArrayStrategy.DOUBLE_HOLEY && ArrayStrategy.DOUBLE_HOLEY.isHole(doubles[i]));
                case Object[] objects -> objects[i] instanceof Double d && d.isNaN();
                case null, default -> false;
            };
            if (nan) {
                return true;
            }
        }
        return false;
    }
}
