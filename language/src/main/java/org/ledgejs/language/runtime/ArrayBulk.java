package org.ledgejs.language.runtime;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * Operations on many elements of arrays at once. Callers have asked {@link JSArray#isPlainToRead} where an array is only read,
 * {@link JSArray#isPlainToWrite} where it changes.
 */
public final class ArrayBulk {
    /** The most elements an array keeps in one Java array. */
    public static final int MAX_LENGTH = Integer.MAX_VALUE - 16;

    private ArrayBulk() { }

    /** Copies elements to an Object[]; holes are null. */
    static void copy(JSArray array, int from, Object[] target, int to, int count) {
        int position = array.offset() + from;
        switch (array.storage()) {
            case Object[] objects -> System.arraycopy(objects, position, target, to, count);
            case null -> Arrays.fill(target, to, to + count, null);
            default -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = array.strategy().get(array, (long) from + i);
                }
            }
        }
    }

    /** A new array of these values, none null, of the narrowest kind; it may keep the Java array. */
    @TruffleBoundary
    public static JSArray ofValues(Realm realm, Object[] values) {
        boolean ints = true;
        for (Object value : values) {
            if (!(value instanceof Integer)) {
                ints = false;
                if (!(value instanceof Double)) {
                    return JSArray.create(realm, values);
                }
            }
        }
        DenseStrategy strategy = ints ? ArrayStrategy.INT : ArrayStrategy.DOUBLE;
        JSArray array = JSArray.createEmpty(realm);
        if (values.length > 0) {
            Object storage = ints ? new int[values.length] : new double[values.length];
            for (int i = 0; i < values.length; i++) {
                strategy.store(storage, i, values[i]);
            }
            array.become(strategy, storage, values.length);
        }
        return array;
    }

    /** A new array of a range of the elements, of the same kind. */
    @TruffleBoundary
    public static JSArray slice(Realm realm, JSArray array, int from, int to) {
        JSArray result = JSArray.createEmpty(realm);
        int start = array.offset() + from;
        int end = array.offset() + to;
        if (from >= to) {
            return result;
        }
        switch (array.storage()) {
            case int[] ints -> result.become(plain(array), Arrays.copyOfRange(ints, start, end), (long) to - from);
            case double[] doubles -> result.become(plain(array), Arrays.copyOfRange(doubles, start, end), (long) to - from);
            case Object[] objects -> result.become(plain(array), Arrays.copyOfRange(objects, start, end), (long) to - from);
            case null, default -> result.become(ArrayStrategy.EMPTY, null, (long) to - from);
        }
        return result;
    }

    private static ArrayStrategy plain(JSArray array) {
        return switch (array.strategy()) {
            case ShiftedStrategy shifted -> shifted.plain;
            case FixedStrategy fixed -> ArrayStrategy.OBJECT;
            case ArrayStrategy strategy -> strategy;
        };
    }

    /**
     * A new array of all elements of those items that are arrays, and the others themselves.
     *
     * @return null if there are too many
     */
    @TruffleBoundary
    public static JSArray concat(Realm realm, Object[] items) {
        long length = 0;
        boolean ints = true;
        boolean numbers = true;
        boolean holes = false;
        for (Object item : items) {
            if (!(item instanceof JSArray array)) {
                length++;
                ints &= item instanceof Integer;
                numbers &= item instanceof Integer || item instanceof Double;
            } else if (array.length() > 0) {
                length += array.length();
                ints &= array.storage() instanceof int[];
                numbers &= array.storage() instanceof int[] || array.storage() instanceof double[];
                holes |= !array.strategy().isPacked();
            }
        }
        if (length > MAX_LENGTH) {
            return null;
        }
        JSArray result = JSArray.createEmpty(realm);
        if (length > 0) {
            // An int that looks like a hole may be among ints: where there are holes, they become doubles.
            DenseStrategy strategy = ints && !holes ? ArrayStrategy.INT : numbers ? holes ? ArrayStrategy.DOUBLE_HOLEY : ArrayStrategy.DOUBLE
                    : holes ? ArrayStrategy.OBJECT_HOLEY : ArrayStrategy.OBJECT;
            result.become(strategy, join(strategy, items, (int) length), length);
        }
        return result;
    }

    private static Object join(DenseStrategy strategy, Object[] items, int length) {
        Object target = strategy == ArrayStrategy.INT ? new int[length] : strategy.newStorage(length);
        int to = 0;
        for (Object item : items) {
            if (!(item instanceof JSArray array)) {
                strategy.store(target, to++, item);
                continue;
            }
            int count = array.intLength();
            if (target instanceof Object[] objects) {
                copy(array, 0, objects, to, count);
            } else if (count > 0 && array.storage().getClass() == target.getClass()) {
                System.arraycopy(array.storage(), array.offset(), target, to, count);
            } else {
                for (int i = 0; i < count; i++) {
                    Object element = array.strategy().get(array, i);
                    if (element != null) {
                        strategy.store(target, to + i, element);
                    }
                }
            }
            to += count;
        }
        return target;
    }

    /** Removes the first element. @return it, undefined for a hole and where there is none */
    @TruffleBoundary
    public static Object shift(JSArray array) {
        if (array.length() == 0) {
            return Undefined.INSTANCE;
        }
        Object first = array.strategy().get(array, 0);
        int length = array.intLength() - 1;
        if (array.strategy() instanceof DenseStrategy dense) {
            if (dense.isPacked() && length >= ShiftedStrategy.MIN_LENGTH) {
                array.becomeShifted(ShiftedStrategy.of(dense), array.storage(), 0, array.length());
            } else {
                System.arraycopy(array.storage(), 1, array.storage(), 0, length);
            }
        }
        if (array.strategy() instanceof ShiftedStrategy shifted) {
            shifted.removeFirst(array);
        } else {
            array.strategy().setLength(array, length);
        }
        return first == null ? Undefined.INSTANCE : first;
    }

    /** Removes the last element. @return it, undefined for a hole and where there is none */
    @TruffleBoundary
    public static Object pop(JSArray array) {
        if (array.length() == 0) {
            return Undefined.INSTANCE;
        }
        Object last = array.strategy().get(array, array.length() - 1);
        array.strategy().setLength(array, array.length() - 1);
        return last == null ? Undefined.INSTANCE : last;
    }

    /** Puts values before the first element. @param values one at least */
    @TruffleBoundary
    public static void unshift(JSArray array, Object[] values) {
        DenseStrategy dense = accepting(array, values);
        if (dense.isPacked() && array.length() >= ShiftedStrategy.MIN_LENGTH) {
            ShiftedStrategy shifted = ShiftedStrategy.of(dense);
            array.becomeShifted(shifted, array.storage(), array.offset(), array.length());
            shifted.insertFirst(array, values);
        } else {
            splice(array, 0, 0, values);
        }
    }

    /** Replaces {@code deleteCount} elements at {@code start} by other values. */
    @TruffleBoundary
    public static void splice(JSArray array, int start, int deleteCount, Object[] values) {
        int oldLength = array.intLength();
        int newLength = oldLength - deleteCount + values.length;
        if (values.length == 0 && array.strategy() == ArrayStrategy.EMPTY) {
            array.strategy().setLength(array, newLength);
            return;
        }
        DenseStrategy dense = accepting(array, values);
        align(array);
        Object source = array.storage();
        Object target = source;
        if (dense.capacity(source) < newLength) {
            target = dense.newStorage(ArrayStrategy.grownCapacity(newLength));
            System.arraycopy(source, 0, target, 0, start);
        }
        System.arraycopy(source, start + deleteCount, target, start + values.length, oldLength - start - deleteCount);
        for (int i = 0; i < values.length; i++) {
            dense.store(target, start + i, values[i]);
        }
        if (newLength < oldLength) {
            dense.clear(target, newLength, oldLength);
        }
        array.become(dense, target, newLength);
    }

    /** Sets the elements of a range within the length to one value. Where the range is all, the length may be up to {@link #MAX_LENGTH}. */
    @TruffleBoundary
    public static void fill(JSArray array, Object value, int from, int to) {
        if (from >= to) {
            return;
        }
        if (from == 0 && to == array.length()) {
            DenseStrategy packed = DenseStrategy.packedFor(value);
            Object storage = array.strategy() instanceof DenseStrategy dense && dense.getClass() == packed.getClass() ? array.storage()
                    : packed.newStorage(to);
            packed.fill(storage, 0, to, value);
            array.become(packed, storage, to);
            return;
        }
        DenseStrategy dense = accepting(array, value);
        align(array);
        dense.fill(array.storage(), from, to, value);
    }

    /** Reverses the elements, holes among them. */
    @TruffleBoundary
    public static void reverse(JSArray array) {
        int low = array.offset();
        int high = low + array.intLength() - 1;
        switch (array.storage()) {
            case int[] ints -> {
                for (; low < high; low++, high--) {
                    int element = ints[low];
                    ints[low] = ints[high];
                    ints[high] = element;
                }
            }
            case double[] doubles -> {
                for (; low < high; low++, high--) {
                    double element = doubles[low];
                    doubles[low] = doubles[high];
                    doubles[high] = element;
                }
            }
            case Object[] objects -> {
                for (; low < high; low++, high--) {
                    Object element = objects[low];
                    objects[low] = objects[high];
                    objects[high] = element;
                }
            }
            case null, default -> { }
        }
    }

    /** Replaces the first elements by these values and makes holes of the others. @param values no more than there are elements */
    @TruffleBoundary
    public static void replace(JSArray array, Object[] values) {
        for (int i = 0; i < values.length; i++) {
            array.strategy().put(array, i, values[i]);
        }
        for (long i = values.length; i < array.length(); i++) {
            array.strategy().remove(array, i);
        }
    }

    private static void align(JSArray array) {
        if (array.strategy() instanceof ShiftedStrategy shifted) {
            shifted.align(array);
        }
    }

    /** Changes the array so that its elements may be these values. @return how it keeps them, but for an offset */
    private static DenseStrategy accepting(JSArray array, Object... values) {
        if (array.strategy() == ArrayStrategy.EMPTY) {
            int length = array.intLength();
            DenseStrategy packed = DenseStrategy.packedFor(values[0]);
            DenseStrategy strategy = length == 0 ? packed : packed.withHoles();
            array.become(strategy, strategy.newStorage(Math.max(length, 4)), length);
        }
        DenseStrategy dense = dense(array);
        for (Object value : values) {
            while (!dense.accepts(value)) {
                align(array);
                dense.generalize(array, value);
                dense = dense(array);
            }
        }
        return dense;
    }

    private static DenseStrategy dense(JSArray array) {
        return array.strategy() instanceof ShiftedStrategy shifted ? shifted.plain : (DenseStrategy) array.strategy();
    }
}
