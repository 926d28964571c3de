package org.ledgejs.language.ops;

import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;

/** Conditions on arrays for the specialisations that read and write them. */
final class ArrayGuards {
    private ArrayGuards() { }

    static boolean isArray(JSObject object) {
        return object instanceof JSArray;
    }

    static boolean isWithin(JSArray array, int index) {
        return index >= 0 && index < array.length();
    }

    /** A write that makes the array longer by one and that no prototype has a say in. */
    static boolean isAppend(JSArray array, int index) {
        return index == array.length() && array.inheritsNoElements();
    }

    static boolean hasInts(JSArray array) {
        return array.strategy() == ArrayStrategy.INT;
    }

    static boolean hasHoleyInts(JSArray array) {
        return array.strategy() == ArrayStrategy.INT_HOLEY;
    }

    static boolean hasDoubles(JSArray array) {
        return array.strategy() == ArrayStrategy.DOUBLE;
    }

    static boolean hasHoleyDoubles(JSArray array) {
        return array.strategy() == ArrayStrategy.DOUBLE_HOLEY;
    }

    static boolean hasObjects(JSArray array) {
        return array.strategy() == ArrayStrategy.OBJECT;
    }

    static boolean hasHoleyObjects(JSArray array) {
        return array.strategy() == ArrayStrategy.OBJECT_HOLEY;
    }

    static boolean isIntHole(JSArray array, int index) {
        return ArrayStrategy.INT_HOLEY.isHole(ArrayStrategy.INT_HOLEY.getInt(array, index));
    }

    static boolean isDoubleHole(JSArray array, int index) {
        return ArrayStrategy.DOUBLE_HOLEY.isHole(ArrayStrategy.DOUBLE_HOLEY.getDouble(array, index));
    }

    /** The number is an index of an int, -0 being 0. */
    static boolean isIndex(double value) {
        return (int) value == value && value >= 0;
    }
}
