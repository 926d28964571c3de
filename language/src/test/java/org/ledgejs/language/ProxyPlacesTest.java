package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places that read, write and ask for a property of proxies remember trap, target and what the target allows: all of it may change. */
class ProxyPlacesTest {
    private static final String PROGRAM = """
            'use strict';
            const read = (o) => { try { return String(o.x); } catch (e) { return e.name + ': ' + e.message; } };
            const write = (o, v) => { try { o.x = v; return 'written'; } catch (e) { return e.name + ': ' + e.message; } };
            const has = (o) => { try { return String('x' in o); } catch (e) { return e.name + ': ' + e.message; } };
            const target = { x: 1 };
            const handler = { get: (t, k) => 'got ' + k, set: (t, k, v) => v > 0, has: () => false };
            const { proxy, revoke } = Proxy.revocable(target, handler);
            for (let i = 0; i < 20; i++) { read(proxy); write(proxy, 1); has(proxy); }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "handler.get = () => 2                                     | 2 / written / false",
            "delete handler.get                                        | 1 / written / false",
            "delete handler.set                                        | got x / written / false",
            "delete handler.has                                        | got x / written / true",
            "handler.get = 3                                           | TypeError: 3 is not a function / written / false",
            "handler.set = () => 0                                     | got x / TypeError: 'set' on proxy: trap returned falsish for property 'x' / false",
            "target.y = 1                                              | got x / written / false",
            "delete target.x                                           | got x / written / false",
            "handler.get = (t, k, receiver) => receiver === proxy      | true / written / false",
            "handler.has = (t, k) => k === 'x' && t === target         | got x / written / true",
            "handler.get = () => { revoke(); return 1 }                | 1 / TypeError: Cannot perform 'set' on a proxy that has been revoked / TypeError: Cannot perform 'has' on a proxy that has been revoked"})
    void seeWhatBecameOfHandlerAndTarget(String change, String expected) {
        assertEquals(expected, after(change));
    }

    /** Invariants of ECMA-262 §10.5.7 to §10.5.9. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "Object.freeze(target)           | TypeError / written / TypeError",
            "target.x = 2; Object.freeze(target)                       | TypeError / TypeError / TypeError",
            "Object.seal(target)             | got x / written / TypeError",
            "Object.preventExtensions(target)| got x / written / TypeError",
            "Object.defineProperty(target, 'x', { writable: false, configurable: false })         | TypeError / written / TypeError",
            "Object.defineProperty(target, 'x', { get: undefined, set: undefined, configurable: false }) | TypeError / TypeError / TypeError"})
    void checkAnswersAgainstWhatTheTargetFixes(String change, String expected) {
        assertEquals(expected, after(change).replaceAll("TypeError: [^/]*?( /|$)", "TypeError$1"));
    }

    private static String after(String change) {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", PROGRAM);
            return context.eval("ledge", change + "; [read(proxy), write(proxy, 1), has(proxy)].join(' / ')").asString();
        }
    }

    @Test
    void goThroughProxiesOfProxies() {
        try (Context context = Context.create("ledge")) {
            assertEquals("1 true true undefined false 2", context.eval("ledge", """
                    let inner = { x: 1, get self() { return this } };
                    let outer = inner;
                    for (let i = 0; i < 50; i++) outer = new Proxy(outer, {});
                    const results = () => [outer.x, 'x' in outer, outer.self === outer, outer.y, 'y' in outer].map(String).join(' ');
                    results(); results();
                    const first = results();
                    outer.x = 2;
                    first + ' ' + inner.x""").asString());
        }
    }

    /** The place of the access is where an error of the trap says that it happened. */
    @Test
    void showInTheStackOfAnErrorInTheTrap() {
        try (Context context = Context.create("ledge")) {
            assertEquals("get,reader", context.eval("ledge", """
                    const thrower = new Proxy({}, { get() { throw new Error('no') } });
                    function reader() { return thrower.x }
                    let names;
                    for (let i = 0; i < 3; i++) try { reader() } catch (e) { names = e.stack.split('\\n').slice(1, 3).map(s => s.trim().split(' ')[1].replace('Object.', '')).join() }
                    names""").asString());
        }
    }

    @Test
    void reflectHandsOnReceiversAndRefusals() {
        try (Context context = Context.create("ledge")) {
            assertEquals("r,t,undefined,true,false,false,true,5,TypeError,TypeError,TypeError", context.eval("ledge", """
                    const t = { name: 't', get who() { return this?.name }, fixed: 1 };
                    Object.defineProperty(t, 'fixed', { writable: false });
                    const attempt = (f) => { try { return f() } catch (e) { return e.name } };
                    const run = () => [Reflect.get(t, 'who', { name: 'r' }), Reflect.get(t, 'who'), Reflect.get(t, 'who', undefined), Reflect.set(t, 'free', 1),
                      Reflect.set(t, 'fixed', 2), Reflect.has(t, 'none'), Reflect.set(t, 'free', 5, t), t.free,
                      attempt(() => Reflect.get(1, 'x')), attempt(() => Reflect.set(1, 'x', 1)), attempt(() => Reflect.has(1, 'x'))].map(String).join();
                    run(); run(); run()""").asString());
        }
    }
}
