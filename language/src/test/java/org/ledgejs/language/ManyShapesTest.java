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
}
