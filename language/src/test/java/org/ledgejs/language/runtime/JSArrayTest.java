package org.ledgejs.language.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
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
        ArrayBulk.splice(array, 1, 2, new Object[0]);
        assertEquals(List.of(1, 4, 5), List.of(array.toObjectArray()));
        ArrayBulk.splice(array, 0, 0, new Object[] {7, 0.5, true});
        assertEquals(List.of(7, 0.5, true, 1, 4, 5), List.of(array.toObjectArray()));
    }

    @Test
    void aQueueKeepsItsElementsWhereTheyAre() {
        JSArray array = array();
        for (int i = 0; i < 100; i++) {
            array.push(i);
        }
        Object storage = array.storage();
        assertEquals(0, ArrayBulk.shift(array));
        assertSame(ArrayStrategy.INT_SHIFTED, array.strategy());
        assertSame(storage, array.storage());
        for (int i = 1; i < 5_000; i++) {
            array.push(99 + i);
            assertEquals(i, ArrayBulk.shift(array));
        }
        assertEquals(99, array.length());
        assertTrue(((int[]) array.storage()).length < 400);
        ArrayBulk.unshift(array, new Object[] {4998, 4999});
        assertEquals(4998, array.getIndex(0));
        array.setIndex(200, 1);
        assertSame(ArrayStrategy.INT_HOLEY, array.strategy());
        assertEquals(5098, array.getIndex(100));
    }

    @Test
    void randomQueuesAgreeWithADeque() {
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            JSArray array = array();
            ArrayDeque<Object> expected = new ArrayDeque<>();
            for (int step = 0; step < 2_000; step++) {
                Object value = random.nextInt(300) == 0 ? Strings.of("s") : random.nextInt(round % 3 * 100 + 1) == 1 ? (Object) 0.5 : step;
                switch (random.nextInt(step < 1_000 ? 5 : 8)) {
                    case 0 -> assertEquals(expected.isEmpty() ? Undefined.INSTANCE : expected.removeLast(), ArrayBulk.pop(array));
                    case 1, 5, 6 -> assertEquals(expected.isEmpty() ? Undefined.INSTANCE : expected.removeFirst(), ArrayBulk.shift(array));
                    case 2 -> {
                        ArrayBulk.unshift(array, new Object[] {value});
                        expected.addFirst(value);
                    }
                    default -> {
                        array.push(value);
                        expected.addLast(value);
                    }
                }
            }
            assertEquals(List.copyOf(expected), List.of(array.toObjectArray()));
        }
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
