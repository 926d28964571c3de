package org.ledgejs.language.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constructors as the meta objects of values. */
class MetaObjectTest extends InteropTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "-->", quoteCharacter = '"', value = {"1 --> Number", "0.5 --> Number", "'text' --> String", "true --> Boolean", "12n --> BigInt", "2n ** 70n --> BigInt",
            "Symbol('s') --> Symbol", "[] --> Array", "new (class A { }) --> A", "() => 1 --> Function", "new Map() --> Map"})
    void aValueIsAnInstanceOfItsConstructor(String program, String name) {
        Value value = eval("(" + program + ")");
        assertEquals(name, value.getMetaObject().getMetaQualifiedName());
        assertTrue(value.getMetaObject().isMetaInstance(value));
    }

    @Test
    void anotherConstructorsInstanceIsNone() {
        assertFalse(eval("String").isMetaInstance(1));
        assertFalse(eval("Number").isMetaInstance("1"));
        assertTrue(eval("Object").isMetaInstance(1));
        assertFalse(eval("(class A { })").isMetaInstance(eval("({})")));
    }

    @Test
    void whatHasNoPrototypeHasNoMetaObject() {
        assertNull(eval("undefined").getMetaObject());
        assertNull(eval("Object.create(null)").getMetaObject());
        assertNull(eval("new Proxy([], { getPrototypeOf() { throw 1 } })").getMetaObject());
    }

    @Test
    void aBoundConstructorStandsForItsTarget() {
        Value bound = eval("var A = class { }; A.bind(null)");
        assertTrue(bound.isMetaObject());
        assertTrue(bound.isMetaInstance(eval("new A()")));
        assertEquals("bound A", eval("A.bind(null).name").asString());
        assertFalse(eval("(() => 1).bind(null)").isMetaObject());
    }

    @Test
    void aBoundClassOrAProxyOfOneIsOnlyConstructed() {
        for (String text : new String[] {"(class { }).bind(null)", "new Proxy(class { }, {})"}) {
            Value constructor = eval(text);
            assertFalse(constructor.canExecute());
            assertTrue(constructor.newInstance().hasMembers());
        }
        assertTrue(eval("(function () { }).bind(null)").canExecute());
    }
}
