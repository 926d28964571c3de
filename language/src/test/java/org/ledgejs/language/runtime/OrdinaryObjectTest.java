package org.ledgejs.language.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.strings.TruffleString;

import org.junit.jupiter.api.Test;

class OrdinaryObjectTest {
    private static final TruffleString A = Strings.constant("a");
    private static final TruffleString B = Strings.constant("b");

    private static JSObject object() {
        return JSObject.create((JSObject) null);
    }

    private static PropertyDescriptor writable(boolean writable) {
        return new PropertyDescriptor(null, null, null, writable, null, null);
    }

    @Test
    void keysComeIndicesFirstThenNamesThenSymbols() {
        JSObject o = object();
        Symbol symbol = new Symbol(Strings.of("s"));
        o.set(B, 1);
        o.set(symbol, 1);
        o.set(10L, 1);
        o.set(A, 1);
        o.set(4_000_000_000L, 1);
        o.set(2L, 1);
        assertEquals(List.of(2L, 10L, 4_000_000_000L, B, A, symbol), o.ownPropertyKeys());
    }

    @Test
    void anAttributeOfAFixedPropertyCannotBeChanged() {
        JSObject o = object();
        assertTrue(o.defineOwnProperty(A, PropertyDescriptor.data(1, false, false, false)));
        assertFalse(o.set(A, 2));
        assertFalse(o.delete(A));
        assertFalse(o.defineOwnProperty(A, PropertyDescriptor.valueOnly(2)));
        assertTrue(o.defineOwnProperty(A, PropertyDescriptor.valueOnly(1)));
        assertFalse(o.defineOwnProperty(A, new PropertyDescriptor(null, null, null, null, true, null)));
        assertFalse(o.defineOwnProperty(A, PropertyDescriptor.accessor(Undefined.INSTANCE, Undefined.INSTANCE, false, false)));
        assertEquals(1, o.get(A));
    }

    @Test
    void zerosAreToldApartWhenAFixedValueIsDefinedAgain() {
        JSObject o = object();
        o.defineOwnProperty(A, PropertyDescriptor.data(0.0, false, false, false));
        assertTrue(o.defineOwnProperty(A, PropertyDescriptor.valueOnly(0)));
        assertFalse(o.defineOwnProperty(A, PropertyDescriptor.valueOnly(-0.0)));
    }

    @Test
    void absentAttributesOfANewPropertyAreFalse() {
        JSObject o = object();
        o.defineOwnProperty(A, PropertyDescriptor.valueOnly(1));
        assertEquals(PropertyDescriptor.data(1, false, false, false), o.getOwnProperty(A));
    }

    @Test
    void aPropertyTurnsFromDataToAccessorAndBackKeepingTheRest() {
        JSObject o = object();
        o.set(A, 1);
        o.set(B, 1);
        o.defineOwnProperty(A, new PropertyDescriptor(null, Undefined.INSTANCE, null, null, null, null));
        assertEquals(PropertyDescriptor.accessor(Undefined.INSTANCE, Undefined.INSTANCE, true, true), o.getOwnProperty(A));
        o.defineOwnProperty(A, PropertyDescriptor.valueOnly(3));
        assertEquals(PropertyDescriptor.data(3, false, true, true), o.getOwnProperty(A));
        assertEquals(List.of(A, B), o.ownPropertyKeys());
    }

    @Test
    void anInheritedReadOnlyPropertyRefusesAssignment() {
        JSObject prototype = object();
        prototype.defineOwnProperty(A, PropertyDescriptor.data(1, false, true, true));
        JSObject o = JSObject.create(prototype);
        assertFalse(o.set(A, 2));
        assertEquals(1, o.get(A));
        prototype.defineOwnProperty(A, writable(true));
        assertTrue(o.set(A, 2));
        assertEquals(2, o.get(A));
        assertEquals(1, prototype.get(A));
    }

    @Test
    void nothingIsAddedToAnObjectThatIsNotExtensible() {
        JSObject o = object();
        o.set(A, 1);
        o.preventExtensions();
        assertFalse(o.set(B, 1));
        assertFalse(o.set(0L, 1));
        assertTrue(o.set(A, 2));
        assertTrue(o.delete(A));
        assertFalse(o.set(A, 3));
    }

    @Test
    void prototypesMakeNoCircle() {
        JSObject a = object();
        JSObject b = JSObject.create(a);
        assertFalse(a.setPrototypeOf(b));
        assertTrue(b.setPrototypeOf(null));
        assertTrue(a.setPrototypeOf(b));
    }

    @Test
    void aLargeObjectBecomesADictionaryAndBehavesTheSame() {
        JSObject o = object();
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            TruffleString key = Strings.constant("k" + i);
            o.set(key, i);
            expected.add(key);
        }
        assertEquals(expected, o.ownPropertyKeys());
        for (int i = 0; i < 3000; i += 2) {
            assertTrue(o.delete(Strings.of("k" + i)));
        }
        assertNull(o.getOwnProperty(Strings.of("k0")));
        assertEquals(2999, o.get(Strings.of("k2999")));
        assertEquals(1500, o.ownPropertyKeys().size());
        o.set(Strings.of("k0"), "again");
        assertEquals(Strings.of("k0"), o.ownPropertyKeys().getLast());
        o.preventExtensions();
        assertFalse(o.isExtensible());
        assertFalse(o.set(A, 1));
    }

    @Test
    void deletingFromTheMiddleKeepsTheOrderOfTheOthers() {
        JSObject o = object();
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            TruffleString key = Strings.constant("k" + i);
            o.set(key, i);
            if (i % 3 != 0) {
                expected.add(key);
            }
        }
        for (int i = 0; i < 40; i += 3) {
            o.delete(Strings.of("k" + i));
        }
        assertEquals(expected, o.ownPropertyKeys());
        assertEquals(38, o.get(Strings.of("k38")));
    }

    @Test
    void aPropertyHoldsValuesOfAnyTypeInTurn() {
        JSObject o = object();
        for (Object value : new Object[] {1, 1.5, Strings.of("x"), true, -0.0, Undefined.INSTANCE, 7}) {
            o.set(A, value);
            assertTrue(Comparison.sameValue(value, o.get(A)), String.valueOf(value));
        }
    }

    @Test
    void elementsFarApartAreKept() {
        JSObject o = object();
        o.set(PropertyKey.MAX_INDEX, 1);
        o.set(0L, 2);
        o.defineOwnProperty(1L, PropertyDescriptor.data(3, false, true, false));
        assertEquals(List.of(0L, 1L, PropertyKey.MAX_INDEX), o.ownPropertyKeys());
        assertFalse(o.delete(1L));
        assertFalse(o.set(1L, 4));
        assertTrue(o.delete(0L));
        assertEquals(List.of(1L, PropertyKey.MAX_INDEX), o.ownPropertyKeys());
    }

    @Test
    void indicesHaveOneKey() {
        assertEquals(7L, PropertyKey.of(Strings.of("7")));
        assertEquals(4_294_967_294L, PropertyKey.of(Strings.of("4294967294")));
        assertEquals(Strings.of("4294967295"), PropertyKey.of(Strings.of("4294967295")));
        assertEquals(Strings.of("07"), PropertyKey.of(Strings.of("07")));
        assertEquals(Strings.of("-1"), Conversions.toPropertyKey(-1));
        assertEquals(0L, Conversions.toPropertyKey(-0.0));
        assertEquals(Strings.of("1.5"), Conversions.toPropertyKey(1.5));
    }
}
