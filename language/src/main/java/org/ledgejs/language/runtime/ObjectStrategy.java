package org.ledgejs.language.runtime;

import java.util.Arrays;
import java.util.Objects;

import com.oracle.truffle.api.CompilerDirectives;

/** Elements in an Object[]; unused room holds null. */
public final class ObjectStrategy extends DenseStrategy {
    ObjectStrategy(boolean holey) {
        super(holey);
    }

    /** An array of exactly this class, which is quickest to see, and takes any element without being asked. */
    private static Object[] objects(Object storage) {
        return CompilerDirectives.castExact(Objects.requireNonNull(storage), Object[].class);
    }

    @Override
    Object newStorage(int capacity) {
        return new Object[capacity];
    }

    @Override
    int capacity(Object storage) {
        return objects(storage).length;
    }

    @Override
    Object load(Object storage, int position) {
        return objects(storage)[position];
    }

    @Override
    boolean accepts(Object value) {
        return true;
    }

    @Override
    void store(Object storage, int position, Object value) {
        objects(storage)[position] = value;
    }

    @Override
    void fill(Object storage, int from, int to, Object value) {
        Arrays.fill(objects(storage), from, to, value);
    }

    @Override
    void clear(Object storage, int from, int to) {
        Arrays.fill(objects(storage), from, to, null);
    }

    @Override
    void generalize(JSArray array, Object value) { }

    /** The element at an index below the length, null for a hole. */
    public Object getObject(JSArray array, int index) {
        return objects(array.storage())[index];
    }

    public void setObject(JSArray array, int index, Object value) {
        objects(array.storage())[index] = value;
    }

    /** Appends one element: index is the length. */
    public void append(JSArray array, Object value) {
        int index = array.intLength();
        Object[] storage = objects(array.storage());
        if (index == storage.length) {
            storage = Arrays.copyOf(storage, grownCapacity(index + 1));
            array.setStorage(storage);
        }
        storage[index] = value;
        array.extend(index + 1L);
    }

    /** Removes and returns the last element, where there is one and no holes. */
    public Object removeLast(JSArray array) {
        int last = array.intLength() - 1;
        Object[] storage = objects(array.storage());
        Object element = storage[last];
        storage[last] = null;
        array.shrink(last);
        return element;
    }

    @Override
    Object get(JSArray array, long index) {
        return index >= array.length() ? null : getObject(array, (int) index);
    }

    @Override
    void put(JSArray array, long index, Object value) {
        if (index < array.length()) {
            setObject(array, (int) index, value);
        } else if (index == array.length()) {
            append(array, value);
        } else if (isDense(array.length(), index)) {
            setLength(array, index + 1);
            OBJECT_HOLEY.setObject(array, (int) index, value);
        } else {
            array.toSparse();
            array.putElement(index, value, PropertyFlags.DEFAULT);
        }
    }

    @Override
    void remove(JSArray array, long index) {
        if (index < array.length()) {
            objects(array.storage())[(int) index] = null;
            array.become(OBJECT_HOLEY, array.storage(), array.length());
        }
    }

    @Override
    void setLength(JSArray array, long length) {
        Object[] storage = objects(array.storage());
        if (length <= array.length()) {
            Arrays.fill(storage, (int) length, array.intLength(), null);
            array.become(this, storage, length);
        } else if (!isDense(array.length(), length)) {
            array.toSparse();
            array.extend(length);
        } else {
            if (length > storage.length) {
                storage = Arrays.copyOf(storage, grownCapacity((int) length));
            }
            array.become(OBJECT_HOLEY, storage, length);
        }
    }
}
