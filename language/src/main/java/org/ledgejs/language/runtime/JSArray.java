package org.ledgejs.language.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.object.Shape;

/** An Array exotic object (ECMA-262 §10.4.2). An {@link ArrayStrategy} says how it keeps its elements. */
@ExportLibrary(InteropLibrary.class)
public final class JSArray extends JSObject {
    public static final long MAX_LENGTH = 0xFFFF_FFFFL;
    private static final int LENGTH_FLAGS = PropertyFlags.NOT_ENUMERABLE | PropertyFlags.NOT_CONFIGURABLE | PropertyFlags.VIRTUAL;
    public static final Shape ARRAY_ROOT = shapeBuilder().addConstantProperty(FunctionShapes.LENGTH_KEY, new Length(), LENGTH_FLAGS).build();

    private ArrayStrategy strategy;
    /** An int[], double[] or Object[], or null; see the strategy. */
    private Object storage;
    /** Where in the storage the elements begin: 0 but for a {@link ShiftedStrategy}. */
    private int offset;
    /** Of 32 bits without sign: what compiled loops compare with their index is an int. */
    private int length;

    private JSArray(JSObject prototype, ArrayStrategy strategy, Object storage, long length) {
        super(ARRAY_ROOT, prototype);
        this.strategy = strategy;
        this.storage = storage;
        this.length = (int) length;
    }

    /** The length property of arrays: a constant of their root shape, so that its value is read from the array. */
    private static final class Length implements VirtualProperty {
        @Override
        public Object get(JSObject holder) {
            return Conversions.number(((JSArray) holder).length());
        }

        @Override
        public boolean set(JSObject holder, Object value) {
            return ((JSArray) holder).setLength(PropertyDescriptor.valueOnly(value));
        }
    }

    /** An array of these elements, none of them null; it keeps the Java array. */
    public static JSArray create(Realm realm, Object... values) {
        return create(realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE), values);
    }

    public static JSArray create(JSObject prototype, Object[] values) {
        return values.length == 0 ? empty(prototype) : new JSArray(prototype, ArrayStrategy.OBJECT, exact(values), values.length);
    }

    /** An Object[] that takes any element: not of strings, say. */
    private static Object[] exact(Object[] values) {
        return values.getClass() == Object[].class ? values : Arrays.copyOf(values, values.length, Object[].class);
    }

    /** As {@link #create(Realm, Object...)}, where null is a hole. */
    public static JSArray createWithHoles(Realm realm, Object[] values) {
        return new JSArray(realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE), ArrayStrategy.OBJECT_HOLEY, exact(values), values.length);
    }

    /** An array of these numbers; it keeps the Java array. */
    public static JSArray create(Realm realm, int[] values) {
        return new JSArray(realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE), ArrayStrategy.INT, values, values.length);
    }

    /** An array of these numbers, NaNs canonical; it keeps the Java array. */
    public static JSArray create(Realm realm, double[] values) {
        return new JSArray(realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE), ArrayStrategy.DOUBLE, values, values.length);
    }

    public static JSArray createEmpty(Realm realm) {
        return empty(realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE));
    }

    private static JSArray empty(JSObject prototype) {
        return new JSArray(prototype, ArrayStrategy.EMPTY, null, 0);
    }

    /** ArrayCreate (§10.4.2.2): of holes. @throws JSException RangeError beyond 2<sup>32</sup>-1 */
    public static JSArray create(JSObject prototype, long length) {
        if (length > MAX_LENGTH) {
            throw Errors.rangeError("Invalid array length");
        }
        return new JSArray(prototype, ArrayStrategy.EMPTY, null, length);
    }

    public static JSArray create(Realm realm, long length) {
        return create(realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE), length);
    }

    public long length() {
        return Integer.toUnsignedLong(length);
    }

    /** The length as an int: negative from 2<sup>31</sup> on, which no strategy with a storage has. */
    public int intLength() {
        return length;
    }

    public ArrayStrategy strategy() {
        return strategy;
    }

    /** As the strategy says; its content beyond the length means nothing. */
    public Object storage() {
        return storage;
    }

    /** The storage where the strategy is one that has some. Compiled code that knows it is not null sees its class by one comparison. */
    Object presentStorage() {
        return Objects.requireNonNull(storage);
    }

    /** Where in the storage the first element is. */
    public int offset() {
        return offset;
    }

    /** Reading an element, or what is there instead of it, runs no code of the program: own elements or undefined. */
    public boolean isPlainToRead() {
        return strategy.isPacked() || strategy.isFast() && length() <= ArrayBulk.MAX_LENGTH && inheritsNoElements();
    }

    /** Moreover, elements may be written, added and removed, and nothing has a say in it. */
    public boolean isPlainToWrite() {
        return isPlainToFill() && (strategy != ArrayStrategy.EMPTY || length() <= ArrayStrategy.MAX_PREALLOCATED);
    }

    /** As above if all elements are written; of a long array of holes it costs too much to write a few. */
    public boolean isPlainToFill() {
        return strategy.isFast() && inheritsNoElements() && length() <= ArrayBulk.MAX_LENGTH;
    }

    // For strategies.

    void become(ArrayStrategy newStrategy, Object newStorage, long newLength) {
        strategy = newStrategy;
        storage = newStorage;
        offset = 0;
        length = (int) newLength;
    }

    void becomeShifted(ShiftedStrategy newStrategy, Object newStorage, int newOffset, long newLength) {
        become(newStrategy, newStorage, newLength);
        offset = newOffset;
    }

    void setStorage(Object newStorage) {
        storage = newStorage;
    }

    void extend(long newLength) {
        length = (int) Math.max(length(), newLength);
    }

    void shrink(long newLength) {
        length = (int) newLength;
    }

    /** Makes an array without elements one whose first element does not go unnoticed: all fast paths are for others. @return false if it has elements */
    boolean giveUpElementStorage() {
        if (length != 0) {
            return false;
        }
        toSparse();
        return true;
    }

    void toSparse() {
        if (strategy == ArrayStrategy.SPARSE) {
            return;
        }
        ElementTable table = new ElementTable();
        int flags = strategy instanceof FixedStrategy fixed ? fixed.elementFlags() : PropertyFlags.DEFAULT;
        if (strategy != ArrayStrategy.EMPTY) {
            for (long i = 0; i < length(); i++) {
                Object value = strategy.get(this, i);
                if (value != null) {
                    table.put(i, value, flags);
                }
            }
        }
        elements = table;
        become(ArrayStrategy.SPARSE, null, length());
    }

    // Internal methods.

    @Override
    public String className() {
        return "Array";
    }

    @Override
    protected int elementFlags(long index) {
        return strategy.flags(this, index);
    }

    @Override
    protected Object element(long index) {
        return strategy.get(this, index);
    }

    @Override
    protected void putElement(long index, Object value, int flags) {
        if (flags == PropertyFlags.DEFAULT && strategy.isFast()) {
            strategy.put(this, index, value);
            return;
        }
        if (strategy instanceof FixedStrategy && strategy.flags(this, index) == flags && flags == PropertyFlags.DEFAULT) {
            strategy.put(this, index, value);
            return;
        }
        toSparse();
        if (isReliedOn()) {
            StableObjects.changing(this);
        }
        elements.put(index, value, flags);
        extend(index + 1);
    }

    @Override
    protected void removeElement(long index) {
        strategy.remove(this, index);
    }

    @Override
    protected void addElementKeys(List<Object> keys) {
        strategy.addKeys(this, keys);
    }

    @Override
    @TruffleBoundary
    public Object getIndex(long index) {
        Object value = strategy.get(this, index);
        return value != null && !(value instanceof Accessor) ? value : get(PropertyKey.of(index), this);
    }

    @Override
    @TruffleBoundary
    public boolean setIndex(long index, Object value) {
        if (strategy.isFast() && index < MAX_LENGTH && (strategy.get(this, index) != null || inheritsNoElements())) {
            strategy.put(this, index, value);
            return true;
        }
        return set(PropertyKey.of(index), value, this);
    }

    private boolean lengthWritable() {
        return strategy.isFast() || PropertyFlags.writable(Properties.flags(this, FunctionShapes.LENGTH_KEY));
    }

    @Override
    @TruffleBoundary
    public boolean preventExtensions() {
        if (strategy.isFast()) {
            fix(FixedStrategy.NOT_EXTENSIBLE);
        }
        return super.preventExtensions();
    }

    /** Changes to a fixed strategy where there are no holes, else to the sparse one. */
    private void fix(FixedStrategy fixed) {
        if (!strategy.isPacked() || length == 0) {
            toSparse();
        } else {
            become(fixed, toObjectArray(), length());
        }
    }

    /** SetIntegrityLevel for all elements at once, after {@link #preventExtensions}. */
    void setElementsIntegrity(boolean frozen) {
        if (strategy instanceof FixedStrategy fixed && (frozen || fixed != FixedStrategy.FROZEN)) {
            strategy = frozen ? FixedStrategy.FROZEN : FixedStrategy.SEALED;
        }
    }

    @Override
    @TruffleBoundary
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (FunctionShapes.LENGTH_KEY.equals(key)) {
            return setLength(descriptor);
        }
        if (key instanceof Long index && index >= length() && !lengthWritable()) {
            return false;
        }
        return OrdinaryObject.defineOwnProperty(this, key, descriptor);
    }

    /** The Set of length that many methods end with. @throws JSException TypeError if refused */
    @TruffleBoundary
    public void setLengthOrThrow(long newLength) {
        if (strategy.isFast() && newLength <= MAX_LENGTH) {
            strategy.setLength(this, newLength);
        } else {
            ObjectOperations.set(this, FunctionShapes.LENGTH_KEY, Conversions.number(newLength), true);
        }
    }

    /** ArraySetLength (§10.4.2.4). */
    @TruffleBoundary
    private boolean setLength(PropertyDescriptor d) {
        long newLength = length();
        if (d.value() != null) {
            newLength = Conversions.toUint32(d.value());
            if (newLength != Conversions.toNumber(d.value())) {
                throw Errors.rangeError("Invalid array length");
            }
        }
        boolean writable = lengthWritable();
        if (d.isConfigurable() || d.isEnumerable() || d.isAccessor() || !writable && (d.isWritable() || newLength != length())) {
            return false;
        }
        boolean complete = true;
        if (strategy.isFast()) {
            strategy.setLength(this, newLength);
        } else if (newLength != length()) {
            complete = truncate(newLength);
        }
        if (writable && d.writable() != null && !d.isWritable()) {
            toSparse();
            Properties.setFlags(this, FunctionShapes.LENGTH_KEY, LENGTH_FLAGS | PropertyFlags.NOT_WRITABLE);
        }
        return complete;
    }

    /** Deletes from the end, up to an element that may not go. */
    private boolean truncate(long newLength) {
        toSparse();
        for (long last = elements.previous(length() - 1); last >= newLength; last = elements.previous(last)) {
            if (!PropertyFlags.configurable(elements.flags(last))) {
                length = (int) (last + 1);
                return false;
            }
            elements.remove(last);
        }
        length = (int) newLength;
        return true;
    }

    // For builtins; see also ArrayBulk.

    /** The elements as a new Java array, null for holes. Only where {@link ArrayStrategy#isFast} or packed. */
    @TruffleBoundary
    public Object[] toObjectArray() {
        Object[] result = new Object[length];
        ArrayBulk.copy(this, 0, result, 0, result.length);
        return result;
    }

    /** Gives an array without elements its first one, as an int. */
    public void start(int value, int capacity) {
        int[] ints = new int[capacity];
        ints[0] = value;
        become(ArrayStrategy.INT, ints, 1);
    }

    public void start(double value, int capacity) {
        double[] doubles = new double[capacity];
        doubles[0] = DoubleStrategy.canonical(value);
        become(ArrayStrategy.DOUBLE, doubles, 1);
    }

    public void start(Object value, int capacity) {
        Object[] objects = new Object[capacity];
        objects[0] = value;
        become(ArrayStrategy.OBJECT, objects, 1);
    }

    /** Gives an array of holes its first element. @param value no number */
    public void startAt(int index, Object value) {
        Object[] objects = new Object[length];
        objects[index] = value;
        become(ArrayStrategy.OBJECT_HOLEY, objects, length());
    }

    /** As {@link #startAt}, for a number: marks all holes, which is not worth its size in every place. */
    @TruffleBoundary
    public void startAtNumber(int index, Object value) {
        if (value instanceof Integer i && i != IntStrategy.HOLE) {
            int[] ints = IntStrategy.holes(length);
            ints[index] = i;
            become(ArrayStrategy.INT_HOLEY, ints, length());
        } else {
            double[] doubles = DoubleStrategy.holes(length);
            doubles[index] = DoubleStrategy.canonical(((Number) value).doubleValue());
            become(ArrayStrategy.DOUBLE_HOLEY, doubles, length());
        }
    }

    /** Adds an element at the end of an array under construction, or of one that is plain to write. */
    @TruffleBoundary
    public void push(Object value) {
        strategy.put(this, length(), value);
    }

    // To the polyglot world: elements; holes read as undefined.

    @ExportMessage
    boolean hasArrayElements() {
        return true;
    }

    @ExportMessage
    long getArraySize() {
        return length();
    }

    @ExportMessage
    boolean isArrayElementReadable(long index) {
        return index >= 0 && index < length();
    }

    @ExportMessage
    Object readArrayElement(long index) throws InvalidArrayIndexException {
        if (!isArrayElementReadable(index)) {
            throw InvalidArrayIndexException.create(index);
        }
        return getIndex(index);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isArrayElementModifiable(long index) {
        return isArrayElementReadable(index) && (elementFlags(index) < 0 ? isExtensible() : PropertyFlags.writable(elementFlags(index)));
    }

    @ExportMessage
    boolean isArrayElementInsertable(long index) {
        return index >= length() && index < MAX_LENGTH && isExtensible() && lengthWritable();
    }

    @ExportMessage
    @TruffleBoundary
    void writeArrayElement(long index, Object value) throws InvalidArrayIndexException, UnsupportedMessageException {
        if (index < 0 || index >= MAX_LENGTH) {
            throw InvalidArrayIndexException.create(index);
        }
        if (!setIndex(index, ForeignValues.toGuest(value))) {
            throw UnsupportedMessageException.create();
        }
    }

    @ExportMessage
    boolean isArrayElementRemovable(long index) {
        return isArrayElementReadable(index) && strategy.isFast();
    }

    /** Closes the gap, as removing from a list does. */
    @ExportMessage
    @TruffleBoundary
    void removeArrayElement(long index) throws InvalidArrayIndexException, UnsupportedMessageException {
        if (!isArrayElementReadable(index)) {
            throw InvalidArrayIndexException.create(index);
        }
        if (!strategy.isFast()) {
            throw UnsupportedMessageException.create();
        }
        for (long i = index; i < length() - 1; i++) {
            Object next = strategy.get(this, i + 1);
            if (next == null) {
                strategy.remove(this, i);
            } else {
                strategy.put(this, i, next);
            }
        }
        strategy.setLength(this, length() - 1);
    }
}
