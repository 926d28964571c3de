package org.ledgejs.language.runtime;

import java.util.Arrays;

/** Elements in a double[]. */
public final class DoubleStrategy extends DenseStrategy {
    private static final long HOLE_BITS = 0x7FF8_0000_DEAD_0001L;
    /** A NaN that no computation of the program gives: NaNs are made canonical on the way in. */
    public static final double HOLE = Double.longBitsToDouble(HOLE_BITS);

    DoubleStrategy(boolean holey) {
        super(holey);
    }

    static double[] holes(int capacity) {
        double[] storage = new double[capacity];
        Arrays.fill(storage, HOLE);
        return storage;
    }

    /** As elements are kept: there is one NaN. */
    static double canonical(double value) {
        return value != value ? Double.NaN : value;
    }

    private static double canonical(Object number) {
        return number instanceof Integer i ? i : canonical((double) number);
    }

    @Override
    Object newStorage(int capacity) {
        return holes(capacity);
    }

    @Override
    int capacity(Object storage) {
        return ((double[]) storage).length;
    }

    @Override
    Object load(Object storage, int position) {
        double element = ((double[]) storage)[position];
        return isHole(element) ? null : Conversions.number(element);
    }

    @Override
    boolean accepts(Object value) {
        return value instanceof Double || value instanceof Integer;
    }

    @Override
    void store(Object storage, int position, Object value) {
        ((double[]) storage)[position] = canonical(value);
    }

    @Override
    void fill(Object storage, int from, int to, Object value) {
        Arrays.fill((double[]) storage, from, to, canonical(value));
    }

    @Override
    void generalize(JSArray array, Object value) {
        toObject(array);
    }

    /** The element at an index below the length. */
    public double getDouble(JSArray array, int index) {
        return ((double[]) array.presentStorage())[index];
    }

    public boolean isHole(double element) {
        return holey && Double.doubleToRawLongBits(element) == HOLE_BITS;
    }

    public void setDouble(JSArray array, int index, double value) {
        ((double[]) array.presentStorage())[index] = canonical(value);
    }

    /** Appends one element: index is the length. */
    public void append(JSArray array, double value) {
        int index = array.intLength();
        double[] storage = (double[]) array.presentStorage();
        if (index == storage.length) {
            storage = Arrays.copyOf(storage, grownCapacity(index + 1));
            array.setStorage(storage);
        }
        storage[index] = canonical(value);
        array.extend(index + 1L);
    }

    /** Removes and returns the last element, where there is one and no holes. */
    public double removeLast(JSArray array) {
        int last = array.intLength() - 1;
        double[] storage = (double[]) array.presentStorage();
        double element = storage[last];
        array.shrink(last);
        return element;
    }

    @Override
    Object get(JSArray array, long index) {
        return index >= array.length() ? null : load(array.storage(), (int) index);
    }

    @Override
    void put(JSArray array, long index, Object value) {
        double number;
        switch (value) {
            case Double d -> number = d;
            case Integer i -> number = i;
            default -> {
                toObject(array);
                array.strategy().put(array, index, value);
                return;
            }
        }
        if (index < array.length()) {
            setDouble(array, (int) index, number);
        } else if (index == array.length()) {
            append(array, number);
        } else if (isDense(array.length(), index)) {
            setLength(array, index + 1);
            DOUBLE_HOLEY.setDouble(array, (int) index, number);
        } else {
            array.toSparse();
            array.putElement(index, value, PropertyFlags.DEFAULT);
        }
    }

    private void toObject(JSArray array) {
        double[] storage = (double[]) array.presentStorage();
        Object[] objects = new Object[storage.length];
        for (int i = 0; i < array.length(); i++) {
            objects[i] = isHole(storage[i]) ? null : Conversions.number(storage[i]);
        }
        array.become(holey ? OBJECT_HOLEY : OBJECT, objects, array.length());
    }

    @Override
    void remove(JSArray array, long index) {
        if (index < array.length()) {
            ((double[]) array.presentStorage())[(int) index] = HOLE;
            array.become(DOUBLE_HOLEY, array.storage(), array.length());
        }
    }

    @Override
    void setLength(JSArray array, long length) {
        if (length <= array.length()) {
            array.become(this, array.storage(), length);
        } else if (!isDense(array.length(), length)) {
            array.toSparse();
            array.extend(length);
        } else {
            double[] storage = (double[]) array.presentStorage();
            if (length > storage.length) {
                storage = Arrays.copyOf(storage, grownCapacity((int) length));
            }
            Arrays.fill(storage, array.intLength(), (int) length, HOLE);
            array.become(DOUBLE_HOLEY, storage, length);
        }
    }
}
