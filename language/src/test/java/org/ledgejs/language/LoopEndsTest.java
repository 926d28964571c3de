package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way out of a loop, and on with it. */
class LoopEndsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "for (let i = 0; ; i++) if (i === 3) return i                                                              | 3",
            "let s = 0; for (let i = 0; i < 9; i++) { if (i % 2) continue; if (i > 6) break; s += i } return s         | 12",
            "outer: for (let i = 0; i < 3; i++) { for (;;) { if (i < 2) continue outer; break outer } } return 'out'   | out",
            "outer: for (const i of [1, 2]) { while (true) { if (i === 2) return i; continue outer } }                 | 2",
            "let s = ''; for (const k in { a: 1, b: 2, c: 3 }) { if (k === 'b') continue; s += k } return s            | ac",
            "let n = 0; do { if (++n === 4) break } while (n < 9); return n                                            | 4",
            "for (let i = 0; i < 9; i++) { try { if (i === 2) return i } finally { if (i < 5) continue } }             | undefined",
            "let s = ''; for (let i = 0; i < 3; i++) { try { if (i === 1) break } finally { s += i } } return s        | 01",
            "for (let i = 0; i < 5; i++) switch (i) { case 2: return 'two'; case 1: break; default: continue }         | two",
            "let n = 0; block: { for (;;) { if (n++ > 2) break block } } return n                                      | 4",
            "let f; for (let i = 0; i < 3; i++) { if (!f) f = () => i; if (i === 2) return f() }                       | 0",
            "for (let i = 0; i < 4; i++) { { if (i === 1) continue; if (i === 3) return 'deep' } }                     | deep"})
    void leavesAsItSays(String body, String expected) {
        try (Context context = Context.create("ledge")) {
            assertEquals(expected, context.eval("ledge", "(function () { " + body + " })()").toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "null === null                 | true",
            "undefined === null            | false",
            "undefined == null             | true",
            "0 == null                     | false",
            "'' == undefined               | false",
            "null !== (void 0)             | true",
            "typeof null === 'object'      | true",
            "typeof [] === 'object'        | true",
            "typeof (() => 1) == 'function' | true",
            "typeof new Proxy(class {}, {}) === 'function' | true",
            "'symbol' === typeof Symbol()  | true",
            "typeof 1n !== 'bigint'        | false",
            "typeof x === 'undefined'      | true",
            "typeof 1 === 'Number'         | false",
            "1.0 === 1                     | true",
            "Object.is(0.0, 0)             | true",
            "[5, 6][1.0]                   | 6",
            "String(2.0) + -0.0            | 20",
            "new Map([[1, 'one']]).get(1.0) | one"})
    void comparesWithWhatIsComparedMost(String expression, String expected) {
        try (Context context = Context.create("ledge")) {
            assertEquals(expected, context.eval("ledge", expression).toString());
        }
    }
}
