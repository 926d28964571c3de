package org.ledgejs.language.runtime;

/** Elements in an Object[] without holes, of an array that is not extensible, sealed or frozen as a whole. */
public final class FixedStrategy extends ArrayStrategy {
    static final FixedStrategy NOT_EXTENSIBLE = new FixedStrategy(PropertyFlags.DEFAULT);
    static final FixedStrategy SEALED = new FixedStrategy(PropertyFlags.NOT_CONFIGURABLE);
    static final FixedStrategy FROZEN = new FixedStrategy(PropertyFlags.NOT_CONFIGURABLE | PropertyFlags.NOT_WRITABLE);

    private final int flags;

    private FixedStrategy(int flags) {
        super(true, false);
        this.flags = flags;
    }

    /** The flags of every element. */
    int elementFlags() {
        return flags;
    }

    /** The element at an index below the length. */
    public Object getObject(JSArray array, int index) {
        return ((Object[]) array.storage())[index];
    }

    @Override
    Object get(JSArray array, long index) {
        return index >= array.length() ? null : getObject(array, (int) index);
    }

    @Override
    int flags(JSArray array, long index) {
        return index >= array.length() ? -1 : flags;
    }

    @Override
    void put(JSArray array, long index, Object value) {
        if (index < array.length() && flags == PropertyFlags.DEFAULT) {
            ((Object[]) array.storage())[(int) index] = value;
            return;
        }
        array.toSparse();
        array.putElement(index, value, PropertyFlags.DEFAULT);
    }

    @Override
    void remove(JSArray array, long index) {
        array.toSparse();
        array.removeElement(index);
    }

    @Override
    void setLength(JSArray array, long length) {
        throw new IllegalStateException("fixed arrays go through ArraySetLength");
    }
}
