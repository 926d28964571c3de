package org.ledgejs.language.runtime;

/** Elements one after the other in a Java array: what {@link ArrayBulk} and {@link ShiftedStrategy} need to know of its kind. */
public abstract sealed class DenseStrategy extends ArrayStrategy permits IntStrategy, DoubleStrategy, ObjectStrategy {
    final boolean holey;

    DenseStrategy(boolean holey) {
        super(!holey, true);
        this.holey = holey;
    }

    /** The strategy without holes for a value. */
    static DenseStrategy packedFor(Object value) {
        return value instanceof Integer ? INT : value instanceof Double ? DOUBLE : OBJECT;
    }

    final DenseStrategy withHoles() {
        return this instanceof IntStrategy ? INT_HOLEY : this instanceof DoubleStrategy ? DOUBLE_HOLEY : OBJECT_HOLEY;
    }

    /** A Java array of this kind, of holes. */
    abstract Object newStorage(int capacity);

    abstract int capacity(Object storage);

    /** The element at a position of the storage, or null for a hole. */
    abstract Object load(Object storage, int position);

    /** Whether the value may be an element. */
    abstract boolean accepts(Object value);

    /** Writes an accepted value. */
    abstract void store(Object storage, int position, Object value);

    /** Writes an accepted value to each position of a range. */
    abstract void fill(Object storage, int from, int to, Object value);

    /** Forgets what lies beyond the length. */
    void clear(@SuppressWarnings("unused") Object storage, @SuppressWarnings("unused") int from, @SuppressWarnings("unused") int to) { }

    /** Changes the array of this strategy to one whose strategy accepts the value. */
    abstract void generalize(JSArray array, Object value);
}
