package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.Test;

/** What grows without end in a program must cost what it costs elsewhere, and not the stack or the square of its length. */
class LongChainsTest {

    private static Object eval(String code) {
        try (Context context = Context.create("ledge")) {
            return context.eval("ledge", code).as(Object.class);
        }
    }

    @Test
    void aLookupGoesUpAnyNumberOfPrototypes() {
        assertEquals("undefined 7 false 8", eval("""
                const base = { set y(v) { this.z = v } };
                let o = base;
                for (let i = 0; i < 100000; i++) o = Object.create(o);
                const before = `${o.x}`;
                base.x = 7;
                o.y = 8;
                `${before} ${o.x} ${'w' in o} ${o.z}`"""));
    }

    @Test
    void namesOfFunctionsBoundOverAndOverAreSharedText() {
        assertEquals(600_001, eval("let f = function f() {}; for (let i = 0; i < 100000; i++) f = f.bind(null); f.name.length"));
    }

    @Test
    void spreadingInARecursionEndsWithARangeError() {
        assertEquals("RangeError", eval("const f = (...all) => f(...all, 1); let name; try { f() } catch (e) { name = e.name } name"));
    }
}
