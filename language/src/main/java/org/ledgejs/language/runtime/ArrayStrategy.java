package org.ledgejs.language.runtime;

import java.util.List;

/**
 * How an array keeps its elements. Stateless: a strategy is a constant for the compiler, the state is in the array. All
 * but {@link #SPARSE} and the fixed ones promise: the array is extensible, its length writable, every element a plain
 * writable, enumerable, configurable property, and the storage has room for length elements.
 */
public abstract sealed class ArrayStrategy permits ArrayStrategy.Empty, DenseStrategy, ShiftedStrategy, FixedStrategy, ArrayStrategy.Sparse {
    /** Nothing but holes; no storage. */
    public static final ArrayStrategy EMPTY = new Empty();
    /** An int[]. */
    public static final IntStrategy INT = new IntStrategy(false);
    /** An int[] where {@link IntStrategy#HOLE} is a hole. */
    public static final IntStrategy INT_HOLEY = new IntStrategy(true);
    /** A double[]. */
    public static final DoubleStrategy DOUBLE = new DoubleStrategy(false);
    /** A double[] where one NaN is a hole. */
    public static final DoubleStrategy DOUBLE_HOLEY = new DoubleStrategy(true);
    /** An Object[]. */
    public static final ObjectStrategy OBJECT = new ObjectStrategy(false);
    /** An Object[] where null is a hole. */
    public static final ObjectStrategy OBJECT_HOLEY = new ObjectStrategy(true);
    /** An int[] from an offset on, packed. */
    public static final ShiftedStrategy INT_SHIFTED = new ShiftedStrategy(INT);
    public static final ShiftedStrategy DOUBLE_SHIFTED = new ShiftedStrategy(DOUBLE);
    public static final ShiftedStrategy OBJECT_SHIFTED = new ShiftedStrategy(OBJECT);
    /** A sorted map, for what does not fit the others. */
    public static final ArrayStrategy SPARSE = new Sparse();

    /** More holes at once than this, relative to the elements, make an array sparse. */
    private static final int MAX_GAP = 1 << 16;
    /** Arrays created with a greater length start sparse. */
    public static final int MAX_PREALLOCATED = 1 << 25;

    private final boolean packed;
    private final boolean fast;

    ArrayStrategy(boolean packed, boolean fast) {
        this.packed = packed;
        this.fast = fast;
    }

    /** The element, or null for a hole and beyond. */
    abstract Object get(JSArray array, long index);

    /** Flags of the element; -1 for a hole. */
    int flags(JSArray array, long index) {
        return get(array, index) == null ? -1 : PropertyFlags.DEFAULT;
    }

    /** Writes a plain element; may change the array's strategy and length. */
    abstract void put(JSArray array, long index, Object value);

    /** Makes a hole. */
    abstract void remove(JSArray array, long index);

    /** Sets another length: elements beyond go, holes come. */
    abstract void setLength(JSArray array, long length);

    /** No holes, for certain. */
    public final boolean isPacked() {
        return packed;
    }

    /** The promise of the class: plain elements of an extensible array. */
    public final boolean isFast() {
        return fast;
    }

    void addKeys(JSArray array, List<Object> keys) {
        for (long i = 0; i < array.length(); i++) {
            if (get(array, i) != null) {
                keys.add(i);
            }
        }
    }

    /** A writing beyond the end stays dense. */
    static boolean isDense(long length, long index) {
        return index <= length + (length >> 1) + MAX_GAP && index < Integer.MAX_VALUE - 16;
    }

    static int grownCapacity(int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, needed + ((long) needed >> 1) + 12);
    }

    static final class Empty extends ArrayStrategy {
        Empty() {
            super(false, true);
        }

        @Override
        Object get(JSArray array, long index) {
            return null;
        }

        @Override
        void put(JSArray array, long index, Object value) {
            long length = Math.max(array.length(), index + 1);
            if (!isDense(0, index) && index >= array.length() || length > MAX_PREALLOCATED) {
                array.toSparse();
                array.putElement(index, value, PropertyFlags.DEFAULT);
                return;
            }
            boolean append = index == 0 && array.length() == 0;
            int capacity = append ? 4 : (int) length;
            switch (value) {
                case Integer i when append || i != IntStrategy.HOLE ->
                    array.become(append ? INT : INT_HOLEY, IntStrategy.holes(capacity), length);
                case Double d -> array.become(append ? DOUBLE : DOUBLE_HOLEY, DoubleStrategy.holes(capacity), length);
                default -> array.become(append ? OBJECT : OBJECT_HOLEY, new Object[capacity], length);
            }
            array.strategy().put(array, index, value);
        }

        @Override
        void remove(JSArray array, long index) { }

        @Override
        void setLength(JSArray array, long length) {
            array.become(this, null, length);
        }

        @Override
        void addKeys(JSArray array, List<Object> keys) { }
    }

    /** The elements are in the object's element table. */
    static final class Sparse extends ArrayStrategy {
        Sparse() {
            super(false, false);
        }

        @Override
        Object get(JSArray array, long index) {
            return array.elements.get(index);
        }

        @Override
        int flags(JSArray array, long index) {
            return array.elements.flags(index);
        }

        @Override
        void put(JSArray array, long index, Object value) {
            array.elements.put(index, value, PropertyFlags.DEFAULT);
            array.extend(index + 1);
        }

        @Override
        void remove(JSArray array, long index) {
            array.elements.remove(index);
        }

        @Override
        void setLength(JSArray array, long length) {
            throw new IllegalStateException("sparse arrays go through ArraySetLength");
        }

        @Override
        void addKeys(JSArray array, List<Object> keys) {
            array.elements.addKeys(keys);
        }
    }
}
