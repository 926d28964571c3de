package org.ledgejs.language.runtime;

import java.util.Arrays;

/** Elements in an int[]. */
public final class IntStrategy extends DenseStrategy {
    /** A hole, when the strategy has holes. */
    public static final int HOLE = Integer.MIN_VALUE;

    IntStrategy(boolean holey) {
        super(holey);
    }

    static int[] holes(int capacity) {
        int[] storage = new int[capacity];
        Arrays.fill(storage, HOLE);
        return storage;
    }

    @Override
    Object newStorage(int capacity) {
        return holes(capacity);
    }

    @Override
    int capacity(Object storage) {
        return ((int[]) storage).length;
    }

    @Override
    Object load(Object storage, int position) {
        int element = ((int[]) storage)[position];
        return isHole(element) ? null : (Object) element;
    }

    @Override
    boolean accepts(Object value) {
        return value instanceof Integer i && accepts((int) i);
    }

    @Override
    void store(Object storage, int position, Object value) {
        ((int[]) storage)[position] = (int) value;
    }

    @Override
    void fill(Object storage, int from, int to, Object value) {
        Arrays.fill((int[]) storage, from, to, (int) value);
    }

    @Override
    void generalize(JSArray array, Object value) {
        if (value instanceof Double || value instanceof Integer) {
            toDouble(array);
        } else {
            toObject(array);
        }
    }

    /** The element at an index below the length; {@link #HOLE} may be one if the strategy has holes. */
    public int getInt(JSArray array, int index) {
        return ((int[]) array.presentStorage())[index];
    }

    public boolean isHole(int element) {
        return holey && element == HOLE;
    }

    /** Whether the value may be an element. */
    public boolean accepts(int value) {
        return !holey || value != HOLE;
    }

    public void setInt(JSArray array, int index, int value) {
        ((int[]) array.presentStorage())[index] = value;
    }

    /** Appends one element: index is the length. */
    public void append(JSArray array, int value) {
        int index = array.intLength();
        int[] storage = (int[]) array.presentStorage();
        if (index == storage.length) {
            storage = Arrays.copyOf(storage, grownCapacity(index + 1));
            array.setStorage(storage);
        }
        storage[index] = value;
        array.extend(index + 1L);
    }

    /** Removes and returns the last element, where there is one and no holes. */
    public int removeLast(JSArray array) {
        int last = array.intLength() - 1;
        int[] storage = (int[]) array.presentStorage();
        int element = storage[last];
        array.shrink(last);
        return element;
    }

    @Override
    Object get(JSArray array, long index) {
        return index >= array.length() ? null : load(array.storage(), (int) index);
    }

    @Override
    void put(JSArray array, long index, Object value) {
        if (!(value instanceof Integer i) || !accepts((int) i)) {
            generalize(array, value);
            array.strategy().put(array, index, value);
        } else if (index < array.length()) {
            setInt(array, (int) index, i);
        } else if (index == array.length()) {
            append(array, i);
        } else if (isDense(array.length(), index)) {
            array.become(toHoley(array), array.storage(), array.length());
            array.strategy().setLength(array, index + 1);
            array.strategy().put(array, index, value);
        } else {
            array.toSparse();
            array.putElement(index, value, PropertyFlags.DEFAULT);
        }
    }

    /** The strategy with holes for these elements, converting them if one looks like a hole. */
    private ArrayStrategy toHoley(JSArray array) {
        if (holey) {
            return this;
        }
        int[] storage = (int[]) array.presentStorage();
        for (int i = 0; i < array.length(); i++) {
            if (storage[i] == HOLE) {
                toDouble(array);
                return DOUBLE_HOLEY;
            }
        }
        return INT_HOLEY;
    }

    private void toDouble(JSArray array) {
        int[] storage = (int[]) array.presentStorage();
        double[] doubles = DoubleStrategy.holes(storage.length);
        for (int i = 0; i < array.length(); i++) {
            doubles[i] = isHole(storage[i]) ? DoubleStrategy.HOLE : storage[i];
        }
        array.become(holey ? DOUBLE_HOLEY : DOUBLE, doubles, array.length());
    }

    private void toObject(JSArray array) {
        int[] storage = (int[]) array.presentStorage();
        Object[] objects = new Object[storage.length];
        for (int i = 0; i < array.length(); i++) {
            objects[i] = isHole(storage[i]) ? null : (Object) storage[i];
        }
        array.become(holey ? OBJECT_HOLEY : OBJECT, objects, array.length());
    }

    @Override
    void remove(JSArray array, long index) {
        if (index < array.length()) {
            array.become(toHoley(array), array.storage(), array.length());
            if (array.storage() instanceof int[] storage) {
                storage[(int) index] = HOLE;
            } else {
                array.strategy().remove(array, index);
            }
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
            array.become(toHoley(array), array.storage(), array.length());
            if (!(array.storage() instanceof int[] storage)) {
                array.strategy().setLength(array, length);
                return;
            }
            if (length > storage.length) {
                storage = Arrays.copyOf(storage, grownCapacity((int) length));
            }
            Arrays.fill(storage, array.intLength(), (int) length, HOLE);
            array.become(array.strategy(), storage, length);
        }
    }
}
