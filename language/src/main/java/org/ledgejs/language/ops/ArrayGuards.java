package org.ledgejs.language.ops;

import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.FixedStrategy;
import org.ledgejs.language.runtime.IntStrategy;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ShiftedStrategy;

/** Conditions on arrays for the specialisations that read and write them. */
public final class ArrayGuards {
    private ArrayGuards() { }

    public static boolean isArray(JSObject object) {
        return object instanceof JSArray;
    }

    /** Of an array with a storage; others may be too long to tell. */
    public static boolean isWithin(JSArray array, int index) {
        return index >= 0 && index < array.intLength();
    }

    /** A write that makes the array longer by one and that no prototype has a say in. */
    static boolean isAppend(JSArray array, int index, ArrayPrototypes prototypes) {
        return index == array.intLength() && prototypes.haveNoElements(array);
    }

    public static boolean hasInts(JSArray array) {
        return array.strategy() == ArrayStrategy.INT;
    }

    public static boolean hasHoleyInts(JSArray array) {
        return array.strategy() == ArrayStrategy.INT_HOLEY;
    }

    public static boolean hasDoubles(JSArray array) {
        return array.strategy() == ArrayStrategy.DOUBLE;
    }

    public static boolean hasHoleyDoubles(JSArray array) {
        return array.strategy() == ArrayStrategy.DOUBLE_HOLEY;
    }

    public static boolean hasObjects(JSArray array) {
        return array.strategy() == ArrayStrategy.OBJECT;
    }

    public static boolean hasHoleyObjects(JSArray array) {
        return array.strategy() == ArrayStrategy.OBJECT_HOLEY;
    }

    /** Without elements and with no decision yet how to keep them. */
    public static boolean isNew(JSArray array) {
        return array.strategy() == ArrayStrategy.EMPTY && array.intLength() == 0;
    }

    /** Holes only, and few enough to make room for elements in place of all. */
    public static boolean isBlank(JSArray array) {
        return array.strategy() == ArrayStrategy.EMPTY && array.length() <= ArrayStrategy.MAX_PREALLOCATED;
    }

    /** Packed, but with the elements anywhere in the storage. */
    public static boolean hasOffset(JSArray array) {
        return array.strategy() instanceof ShiftedStrategy;
    }

    /** Packed and not extensible, sealed or frozen. */
    public static boolean isFixed(JSArray array) {
        return array.strategy() instanceof FixedStrategy;
    }

    public static boolean isIntHole(JSArray array, int index) {
        return ArrayStrategy.INT_HOLEY.isHole(ArrayStrategy.INT_HOLEY.getInt(array, index));
    }

    public static boolean isDoubleHole(JSArray array, int index) {
        return ArrayStrategy.DOUBLE_HOLEY.isHole(ArrayStrategy.DOUBLE_HOLEY.getDouble(array, index));
    }

    /** The element is there and of a packed array of one kind. */
    public static boolean isPacked(JSArray array, int index) {
        return isWithin(array, index) && (hasInts(array) || hasObjects(array) || hasDoubles(array));
    }

    /** An own element is there, in an array of any one kind. */
    public static boolean isPresent(JSArray array, int index) {
        return isWithin(array, index) && (array.strategy().isPacked() || hasHoleyObjects(array)
                || hasHoleyInts(array) && !isIntHole(array, index) || hasHoleyDoubles(array) && !isDoubleHole(array, index));
    }

    /** The array keeps values of this kind without holes, and one more may be added. */
    public static boolean isAppendable(JSArray array, Object value) {
        return hasObjects(array) || isNew(array) || hasInts(array) && value instanceof Integer
                || hasDoubles(array) && (value instanceof Double || value instanceof Integer);
    }

    /** The value may be written over an element or a hole of the array, or be appended to it, and the array remains of its kind. */
    static boolean isWritable(JSArray array, int index, Object value, ArrayPrototypes prototypes) {
        if (!isWithin(array, index)) {
            return !isNew(array) && isAppendable(array, value) && isAppend(array, index, prototypes);
        }
        if (hasInts(array)) {
            return value instanceof Integer;
        }
        if (hasHoleyInts(array)) {
            return value instanceof Integer i && i != IntStrategy.HOLE && (!isIntHole(array, index) || prototypes.haveNoElements(array));
        }
        if (hasDoubles(array) || hasHoleyDoubles(array)) {
            return (value instanceof Double || value instanceof Integer) && (hasDoubles(array) || prototypes.haveNoElements(array));
        }
        if (isBlank(array)) {
            return prototypes.haveNoElements(array);
        }
        return hasObjects(array) || hasHoleyObjects(array) && prototypes.haveNoElements(array);
    }

    static boolean isNumber(Object value) {
        return value instanceof Integer || value instanceof Double;
    }

    /** The number is an index of an int, -0 being 0. */
    public static boolean isIndex(double value) {
        return (int) value == value && value >= 0;
    }
}
