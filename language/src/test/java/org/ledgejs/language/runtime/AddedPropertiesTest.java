package org.ledgejs.language.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.source.Source;

/** What a function adds to objects is kept in one way, whatever comes, so that places that read it see one shape. */
class AddedPropertiesTest {
    private static JSObject evaluate(String program) {
        return (JSObject) Agent.get(null).compiler().script(Source.newBuilder("ledge", program, "test").build())
                .call(Arguments.create(Realm.get(null).globalObject(), Undefined.INSTANCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "class P { constructor(x, y) { this.x = x; this.y = y } } const make = (x, y) => new P(x, y)",
            "function P(x, y) { this.x = x; this.y = y } const make = (x, y) => new P(x, y)",
            "const make = (x, y) => ({x, y})",
            "let p, q; class P { x = p; y = q } const make = (x, y) => { p = x; q = y; return new P() }"})
    void mixedValuesMakeOneShape(String program) {
        try (Context context = Context.create("ledge")) {
            context.initialize("ledge");
            context.enter();
            evaluate(program + "; make(1, 2); make(0.5, true); make(undefined, 'text'); ({})");
            Shape shape = evaluate("make(1, 2)").getShape();
            for (String values : new String[] {"0.5, 1", "undefined, null", "{}, false", "-(2 ** 31), 7", "'', 1n"}) {
                assertEquals(shape, evaluate("make(" + values + ")").getShape(), values);
            }
            context.leave();
        }
    }

    @Test
    void numbersOfBothKindsStayUnboxed() {
        AddedProperties added = new AddedProperties();
        assertEquals(7, added.widen("x", 7));
        assertEquals(0.25, added.widen("x", 0.25));
        assertEquals(Double.class, added.widen("x", 7).getClass());
        assertEquals(8, added.widen("y", 8), "another property");
        assertEquals(Undefined.INSTANCE, added.widen("x", Boolean.TRUE));
        assertEquals("text", added.widen("x", "text"));
    }

    @Test
    void whatWasReliedOnBecomesInvalidWithTheKind() {
        AddedProperties added = new AddedProperties();
        added.widen("x", 7);
        var ints = added.stable("x");
        added.widen("x", 8);
        assertTrue(ints.isValid());
        added.widen("x", 0.5);
        assertFalse(ints.isValid());
        assertTrue(added.stable("x").isValid());
    }
}
