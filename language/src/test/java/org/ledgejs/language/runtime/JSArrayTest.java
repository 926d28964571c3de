package org.ledgejs.language.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.oracle.truffle.api.strings.TruffleString;

import org.junit.jupiter.api.Test;

class JSArrayTest {
    private static final TruffleString LENGTH = Strings.constant("length");

    private static JSArray array(Object... values) {
        JSArray array = JSArray.create((JSObject) null, 0L);
        for (Object value : values) {
            array.push(value);
        }
        return array;
    }

    @Test
    void theStrategyFollowsTheElements() {
        JSArray array = array(1, 2);
        assertSame(ArrayStrategy.INT, array.strategy());
        array.push(1.5);
        assertSame(ArrayStrategy.DOUBLE, array.strategy());
        array.push(Strings.of("x"));
        assertSame(ArrayStrategy.OBJECT, array.strategy());
        assertEquals(1, array.getIndex(0));
        assertEquals(1.5, array.getIndex(2));
        array.setIndex(10, true);
        assertSame(ArrayStrategy.OBJECT_HOLEY, array.strategy());
        assertEquals(11, array.length());
        assertNull(array.getOwnProperty(5L));
        array.setIndex(1_000_000_000, 1);
        assertSame(ArrayStrategy.SPARSE, array.strategy());
        assertEquals(List.of(0L, 1L, 2L, 3L, 10L, 1_000_000_000L, LENGTH), array.ownPropertyKeys());
    }

    @Test
    void theValueThatMarksHolesIsAnElementLikeAnyOther() {
        JSArray array = array(Integer.MIN_VALUE);
        array.setIndex(3, 1);
        assertEquals(Integer.MIN_VALUE, array.getIndex(0));
        array.setIndex(1, Integer.MIN_VALUE);
        assertEquals(Integer.MIN_VALUE, array.getIndex(1));
        assertFalse(array.hasProperty(2L));
        JSArray doubles = array(DoubleStrategy.HOLE, 0.5);
        doubles.setIndex(5, Double.NaN);
        assertTrue(doubles.hasProperty(0L));
        assertTrue(doubles.hasProperty(5L));
        assertFalse(doubles.hasProperty(3L));
    }

    @Test
    void lengthCutsAndExtends() {
        JSArray array = array(1, 2, 3);
        assertTrue(array.set(LENGTH, 1));
        assertEquals(Undefined.INSTANCE, array.getIndex(1));
        assertTrue(array.set(LENGTH, 3));
        assertEquals(List.of(0L, LENGTH), array.ownPropertyKeys());
        assertEquals(PropertyDescriptor.data(3, true, false, false), array.getOwnProperty(LENGTH));
        assertTrue(array.set(LENGTH, 4294967295.0));
        assertEquals(4294967295L, array.length());
        array.setIndex(4294967294L, 1);
        assertEquals(1, array.getIndex(4294967294L));
    }

    @Test
    void aLengthThatIsNotWritableHoldsTheArray() {
        JSArray array = array(1, 2, 3);
        assertTrue(array.defineOwnProperty(LENGTH, new PropertyDescriptor(null, null, null, false, null, null)));
        assertFalse(array.setIndex(3, 4));
        assertFalse(array.set(LENGTH, 2));
        assertTrue(array.setIndex(0, 9));
        assertFalse(array.defineOwnProperty(LENGTH, new PropertyDescriptor(null, null, null, true, null, null)));
        assertTrue(array.defineOwnProperty(LENGTH, PropertyDescriptor.valueOnly(3)));
        assertEquals(9, array.getIndex(0));
    }

    @Test
    void truncationStopsAtAnElementThatMayNotGo() {
        JSArray array = array(1, 2, 3, 4);
        array.defineOwnProperty(1L, PropertyDescriptor.data(2, true, true, false));
        assertFalse(array.set(LENGTH, 0));
        assertEquals(2, array.length());
        assertFalse(array.defineOwnProperty(LENGTH, new PropertyDescriptor(0, null, null, false, null, null)));
        assertFalse(array.set(LENGTH, 5));
    }

    @Test
    void aFrozenArrayChangesNoMore() {
        JSArray array = array(1, 2);
        assertTrue(ObjectOperations.setIntegrityLevel(array, true));
        assertTrue(ObjectOperations.testIntegrityLevel(array, true));
        assertFalse(array.setIndex(0, 5));
        assertFalse(array.delete(0L));
        assertFalse(array.setIndex(2, 5));
        assertFalse(array.set(LENGTH, 0));
        assertEquals(2, array.length());
        assertEquals(1, array.getIndex(0));
    }

    @Test
    void aSealedArrayKeepsItsElementsAndTheyMayBeWritten() {
        JSArray array = array(1, 2);
        assertTrue(ObjectOperations.setIntegrityLevel(array, false));
        assertTrue(array.setIndex(0, 5));
        assertEquals(5, array.getIndex(0));
        assertFalse(array.delete(0L));
        assertFalse(array.set(LENGTH, 1));
        assertFalse(ObjectOperations.testIntegrityLevel(array, true));
    }

    @Test
    void anArrayThatIsNotExtensibleMayShrink() {
        JSArray array = array(1, 2, 3);
        array.preventExtensions();
        assertFalse(array.setIndex(3, 1));
        assertTrue(array.setIndex(2, Strings.of("x")));
        assertTrue(array.delete(1L));
        assertFalse(array.setIndex(1, 1));
        assertTrue(array.set(LENGTH, 1));
        assertEquals(List.of(0L, LENGTH), array.ownPropertyKeys());
    }

    @Test
    void prototypesWithElementsShineThroughHoles() {
        JSArray prototype = array(7, 8);
        JSArray array = JSArray.create(prototype, 2L);
        assertEquals(8, array.getIndex(1));
        assertFalse(array.inheritsNoElements());
        array.setIndex(1, 1);
        assertEquals(1, array.getIndex(1));
        assertEquals(7, array.getIndex(0));
    }

    @Test
    void theTailMovesForInsertionsAndDeletions() {
        JSArray array = array(1, 2, 3, 4, 5);
        array.moveTail(1, 2, 0);
        assertEquals(List.of(1, 4, 5), List.of(array.toObjectArray()));
        array.moveTail(0, 0, 3);
        assertEquals(6, array.length());
        assertEquals(4, array.getIndex(4));
    }

    @Test
    void randomWritesAgreeWithAMap() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            JSArray array = JSArray.create((JSObject) null, 0L);
            Map<Long, Object> expected = new TreeMap<>();
            long length = 0;
            for (int step = 0; step < 200; step++) {
                long index = random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(40);
                switch (random.nextInt(12)) {
                    case 0 -> {
                        array.delete(index);
                        expected.remove(index);
                    }
                    case 1 -> {
                        length = random.nextInt(60);
                        array.set(LENGTH, (int) length);
                        long newLength = length;
                        expected.keySet().removeIf(key -> key >= newLength);
                    }
                    default -> {
                        Object value = switch (random.nextInt(round % 4 + 1)) {
                            case 0 -> random.nextInt();
                            case 1 -> Integer.MIN_VALUE;
                            case 2 -> random.nextDouble();
                            default -> Strings.of("s");
                        };
                        array.setIndex(index, value);
                        expected.put(index, value);
                        length = Math.max(length, index + 1);
                    }
                }
                assertEquals(length, array.length());
            }
            for (Map.Entry<Long, Object> entry : expected.entrySet()) {
                assertTrue(Comparison.sameValue(entry.getValue(), array.getIndex(entry.getKey())));
            }
            assertEquals(expected.size() + 1, array.ownPropertyKeys().size());
        }
    }
}
