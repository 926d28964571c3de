package org.ledgejs.language.runtime;

/**
 * Elements of one kind, without holes, that begin at the array's offset into its storage: what long arrays become that
 * programs use as queues, so that taking the first element, or putting one before it, moves no others.
 */
public final class ShiftedStrategy extends ArrayStrategy {
    /** Shorter arrays move their elements instead. */
    static final int MIN_LENGTH = 32;

    /** How the elements are kept, but for the offset. */
    final DenseStrategy plain;

    ShiftedStrategy(DenseStrategy plain) {
        super(true, true);
        this.plain = plain;
    }

    /** For a strategy without holes. */
    static ShiftedStrategy of(DenseStrategy plain) {
        return plain == INT ? INT_SHIFTED : plain == DOUBLE ? DOUBLE_SHIFTED : OBJECT_SHIFTED;
    }

    @Override
    Object get(JSArray array, long index) {
        return index >= array.length() ? null : plain.load(array.storage(), array.offset() + (int) index);
    }

    @Override
    void put(JSArray array, long index, Object value) {
        if (index > array.length() || !plain.accepts(value)) {
            align(array);
            array.strategy().put(array, index, value);
            return;
        }
        if (index == array.length()) {
            makeRoomBehind(array);
            array.extend(index + 1);
        }
        plain.store(array.storage(), array.offset() + (int) index, value);
    }

    /** For one more element: by moving the others to the storage's start where they leave half of it free. */
    private void makeRoomBehind(JSArray array) {
        Object storage = array.storage();
        int length = array.intLength();
        int offset = array.offset();
        if (offset + length < plain.capacity(storage)) {
            return;
        }
        Object target = offset > length ? storage : plain.newStorage(grownCapacity(length + 1));
        System.arraycopy(storage, offset, target, 0, length);
        if (target == storage) {
            plain.clear(storage, offset, offset + length);
        }
        array.becomeShifted(this, target, 0, length);
    }

    /** Removes the first element. */
    Object removeFirst(JSArray array) {
        int offset = array.offset();
        Object first = plain.load(array.storage(), offset);
        plain.clear(array.storage(), offset, offset + 1);
        array.becomeShifted(this, array.storage(), offset + 1, array.length() - 1);
        return first;
    }

    /** Puts values before the first element. @param values accepted ones */
    void insertFirst(JSArray array, Object[] values) {
        int length = array.intLength();
        int newLength = length + values.length;
        int offset = array.offset() - values.length;
        Object storage = array.storage();
        if (offset < 0) {
            int capacity = grownCapacity(newLength);
            offset = capacity - newLength;
            storage = plain.newStorage(capacity);
            System.arraycopy(array.storage(), array.offset(), storage, offset + values.length, length);
        }
        for (int i = 0; i < values.length; i++) {
            plain.store(storage, offset + i, values[i]);
        }
        array.becomeShifted(this, storage, offset, newLength);
    }

    /** Moves the elements to where the other strategies have them. */
    void align(JSArray array) {
        Object storage = array.storage();
        int offset = array.offset();
        int length = array.intLength();
        if (offset > 0) {
            System.arraycopy(storage, offset, storage, 0, length);
            plain.clear(storage, Math.max(length, offset), offset + length);
        }
        array.become(plain, storage, length);
    }

    @Override
    void remove(JSArray array, long index) {
        align(array);
        array.strategy().remove(array, index);
    }

    @Override
    void setLength(JSArray array, long length) {
        if (length > array.length()) {
            align(array);
            array.strategy().setLength(array, length);
            return;
        }
        int offset = array.offset();
        plain.clear(array.storage(), offset + (int) length, offset + array.intLength());
        array.becomeShifted(this, array.storage(), offset, length);
    }
}
