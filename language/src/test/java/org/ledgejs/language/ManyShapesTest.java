package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places that have seen more shapes than they remember share a cache of properties; it must not hide what one object is like. */
class ManyShapesTest {
    private static final String PROGRAM = """
            'use strict';
            const make = (i) => { const o = {}; o['own' + i] = i; o.x = i; return o };
            const objects = Array.from({ length: 40 }, (_, i) => make(i));
            const read = (o) => o.x;
            const has = (o) => 'x' in o;
            const write = (o, v) => { try { o.x = v; return read(o) } catch (e) { return e.name } };
            for (const o of objects) { read(o); has(o); write(o, read(o)) }
            const o = objects[7];
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "0                                                            | 7 true text text",
            "delete o.x                                                   | undefined false text text",
            "Object.freeze(o)                                             | 7 true TypeError 7",
            "Object.defineProperty(o, 'x', { get: () => 'read', set() { } }) | read true read read",
            "Object.defineProperty(o, 'x', { value: 1, writable: false }) | 1 true TypeError 1",
            "delete o.x; o.__proto__ = { x: 'above' }                     | above true text text",
            "delete o.x; o.__proto__ = { get x() { return this === o } }  | true true TypeError true",
            "delete o.x; o.__proto__ = new Proxy({}, { get: () => 'trap', has: () => true, set: () => true }) | trap true trap trap",
            "for (let i = 0; i < 2000; i++) o['k' + i] = i                | 7 true text text"})
    void areSeenAsTheyAre(String change, String expected) {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", PROGRAM);
            assertEquals(expected, context.eval("ledge", change + "; [read(o), has(o), write(o, 'text'), read(o)].map(String).join(' ')").asString());
        }
    }

    private static final String KEYED_PROGRAM = """
            'use strict';
            const names = Array.from({ length: 40 }, (_, i) => 'k' + i), symbol = Symbol();
            const o = Object.fromEntries(names.map((name, i) => [name, i]));
            const read = (o, key) => o[key];
            const write = (o, key, v) => { try { o[key] = v; return read(o, key) } catch (e) { return e.name } };
            for (const name of names) write(o, name, read(o, name));
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "read(o, 'k7')                                         | 7",
            "read(o, 'k' + 7)                                      | 7",
            "write(o, 'k' + 7, 'text')                             | text",
            "write(o, 'new', 1)                                    | 1",
            "write(o, symbol, 2)                                   | 2",
            "write(o, '8', 3) + read(o, 8)                         | 6",
            "delete o.k7; read(o, 'k7')                            | undefined",
            "delete o.k7; o.__proto__ = { k7: 'above' }; read(o, 'k7') | above",
            "Object.defineProperty(o, 'k7', { get: () => 'read' }); read(o, 'k7') | read",
            "Object.freeze(o); write(o, 'k7', 1)                   | TypeError",
            "read('text', 'length')                                | 4",
            "read(o, { toString: () => 'k7' })                     | 7"})
    void areReadAndWrittenByAnyKey(String expression, String expected) {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", KEYED_PROGRAM);
            assertEquals(expected, context.eval("ledge", "String(eval(`" + expression + "`))").asString());
        }
    }
}
