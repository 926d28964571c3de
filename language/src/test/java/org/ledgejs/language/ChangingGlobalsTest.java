package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A global variable is taken for constant until it changes; each way to change it is seen by places that read it before. */
class ChangingGlobalsTest {
    private static final String READERS = """
            var v = 'old';
            let l = 'old';
            const read = () => `${v} ${l} ${typeof w === 'undefined' ? '-' : w}`;
            for (let i = 0; i < 5; i++) read();
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "v = 'new'                                                                        | new old -",
            "l = 'new'                                                                        | old new -",
            "globalThis.v = 'new'                                                             | new old -",
            "globalThis['v'] = 'new'                                                          | new old -",
            "Reflect.set(globalThis, 'v', 'new')                                              | new old -",
            "Object.assign(globalThis, { v: 'new' })                                          | new old -",
            "Object.defineProperty(globalThis, 'v', { value: 'new' })                         | new old -",
            "Object.defineProperty(globalThis, 'v', { get: () => 'got' })                     | old old -",
            "new class extends (function () { return globalThis }) { w = 'field' }            | old old field",
            "(0, eval)('var w = \"declared\"')                                                | old old declared",
            "globalThis.w = 1; read(); (0, eval)('let w = 2')                                 | old old 1",
            "globalThis.w = 1; read(); delete globalThis.w                                    | old old -",
            "globalThis.w = 1; read(); w++                                                    | old old 2"})
    void aChangeIsSeenWhereTheVariableWasReadBefore(String change, String expected) {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", READERS);
            assertEquals(expected, context.eval("ledge", "try { " + change + " } catch { } read()").asString());
        }
    }

    @Test
    void aLaterLexicalDeclarationComesBeforeTheGlobalObject() {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", "globalThis.w = 'object'; var ask = () => w; ask(); ask()");
            context.eval("ledge", "let w = 'scope'");
            assertEquals("scope", context.eval("ledge", "ask()").asString());
        }
    }

    @Test
    void theHostChangesOneToo() {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", READERS);
            context.getBindings("ledge").putMember("v", "host");
            assertEquals("host old -", context.eval("ledge", "read()").asString());
        }
    }

    @Test
    void aVariableMayChangeAllTheTime() {
        try (Context context = Context.create("ledge")) {
            assertEquals(4950, context.eval("ledge", "var n = 0, sum = 0; for (let i = 0; i < 100; i++) { sum += n; n = i + 1; } sum").asInt());
        }
    }

    @Test
    void contextsOfOneEngineHaveGlobalsOfTheirOwn() {
        try (Engine engine = Engine.create("ledge"); Context first = Context.newBuilder("ledge").engine(engine).build()) {
            assertEquals("first", first.eval("ledge", "var who = 'first'; var ask = () => who; ask()").asString());
            try (Context second = Context.newBuilder("ledge").engine(engine).build()) {
                assertEquals("second", second.eval("ledge", "var who = 'second'; var ask = () => who; ask()").asString());
                assertEquals("first", first.eval("ledge", "ask()").asString());
            }
        }
    }
}
