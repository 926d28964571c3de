package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs through the polyglot API: scripts, their completion values, their errors. */
class EvaluationTest {
    private Context context;

    @BeforeEach
    void open() {
        context = Context.newBuilder("ledge").allowExperimentalOptions(true).build();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private Value eval(String code) {
        return context.eval("ledge", code);
    }

    @Test
    void recursionComputesFibonacciNumbers() {
        assertEquals(6765, eval("function fib(n){return n<2?n:fib(n-1)+fib(n-2)} fib(20)").asInt());
    }

    static Stream<Arguments> programs() {
        return rows("""
            1 + 2                                                              | 3
            2147483647 + 1                                                     | 2147483648
            var s = 0; for (let i = 0; i < 10; i++) { if (i == 3) continue; if (i == 8) break; s += i } s | 25
            var o = {a: 1, get b() { return this.a + 1 }, ['c' + 1]: 3}; o.a + o.b + o.c1                  | 6
            (function (a, b = a + 1, ...c) { return a + b + c.length })(1, undefined, 5, 6)                | 5
            var [x, , y = 5, ...z] = [1, 2, undefined, 4, 5]; x + y + z.length | 8
            var {p, q: {r = 7} = {}, ...t} = {p: 1, u: 2, v: 3}; p + r + t.u + t.v                         | 13
            class A { constructor(v) { this.v = v } m() { return this.v } static s() { return 2 } } class B extends A { m() { return super.m() + A.s() } } new B(3).m() | 5
            class P { #x = 1; inc() { return ++this.#x } static has(o) { return #x in o } } var p1 = new P(); p1.inc() + (P.has(p1) ? 10 : 0) | 12
            function* g() { var x = yield 1; yield x * 2; return 3 } var it = g(); it.next().value + it.next(10).value + it.next().value | 24
            var r = 0; for (var k in {a: 1, b: 2}) r += k.length; r            | 2
            var r = 0; for (const v of [1, 2, 3]) r += v; r                    | 6
            var f; { let q = 1; f = () => q++; } f(); f()                      | 2
            try { null.x } catch (e) { e instanceof TypeError ? 1 : 2 } finally { 5 } | 1
            switch (3) { case 1: 1; break; case 3: 33; default: 44 }           | 44
            var n = 0; try { class A { [Object.freeze({}).p = 4]() { } } } catch (e) { n = e instanceof TypeError ? 1 : 2 } n                 | 1
            var o = { g: 1 }; function f() { with (o) { eval('{ function g() {} }') } return typeof g === 'function' && o.g === 1 } f() ? 1 : 2 | 1
            var p = { x: 1 }, q = { x: -1 }, k = { toString() { Object.setPrototypeOf(o, q); return 'x' } }, o = { __proto__: p, m() { return ++super[k] } }; o.m() | 2
            var n = 0; try { new (class extends (function (o) { return o }) { #p = 1 })(Object.freeze({})) } catch (e) { n = e instanceof TypeError ? 1 : 2 } n | 1
            var n = 0; try { eval('[f() = 1] = [2]') } catch (e) { n = e instanceof SyntaxError ? 1 : 2 } n                                     | 1
            outer: for (var i = 0; i < 3; i++) { for (;;) { if (i == 1) break outer; continue outer } } i | 1
            var e = eval; eval('var ev = 5; ev + 1') + e('2')                  | 8
            var o2 = {a: {b: null}}; (o2?.a?.b?.c === undefined && o2.z?.y === undefined) ? 1 : 0          | 1
            typeof undeclared === 'undefined' ? 1 : 0                          | 1
            (() => { with ({w: 4}) { return w } }).call === undefined ? 0 : 1  | 1
            let a1 = [..."abc"]; a1.length + Math.max(...[1, 5, 2])            | 8
            `abc${1 + 1}d`.length                                              | 5
            ((s, ...v) => s.raw[0].length + v[0])`a\\n${40}`                   | 43
            10n ** 3n === 1000n ? 1 : 0                                        | 1
            var o3 = {x: 1}; o3.x += 2; o3.x++; o3['x'] **= 2; o3.x            | 16
            (function () { return arguments.length + arguments[1] })(1, 2)     | 4
            new Function('a', 'b', 'return a * b')(6, 7)                       | 42
            """);
    }

    /** Lines of code, a bar, and what it comes to. */
    private static Stream<Arguments> rows(String table) {
        return table.lines().map(line -> Arguments.of(line.substring(0, line.lastIndexOf('|')), line.substring(line.lastIndexOf('|') + 1).strip()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void scriptsHaveACompletionValue(String code, double expected) {
        assertEquals(expected, eval(code).asDouble());
    }

    @Test
    void promiseJobsRunBeforeEvalReturns() {
        eval("var log = []; (async () => { log.push(1); await null; log.push(3); })().then(() => log.push(4)); log.push(2);");
        assertEquals("1,2,3,4", eval("log.join()").asString());
    }

    @Test
    void asyncGeneratorsAreIteratedWithForAwait() {
        eval("""
                var out = [];
                async function* g() { try { yield 1; yield Promise.resolve(2); yield* [3, 4]; } finally { out.push('closed'); } }
                (async () => { for await (const v of g()) { out.push(v); if (v == 3) break; } out.push('end') })();
                """);
        assertEquals("1,2,3,closed,end", eval("out.join()").asString());
    }

    @Test
    void aRunawayRecursionIsARangeError() {
        assertTrue(eval("function f() { return f() + 1 } try { f(); false } catch (e) { e instanceof RangeError }").asBoolean());
    }

    @Test
    void earlyErrorsAreSyntaxErrorsOfTheEmbedder() {
        PolyglotException e = assertThrows(PolyglotException.class, () -> eval("var 1x"));
        assertTrue(e.isSyntaxError());
    }

    static Stream<Arguments> failures() {
        return rows("""
            var o = {}; o.f()           | TypeError: o.f is not a function
            undefined.z                 | TypeError: Cannot read properties of undefined (reading 'z')
            q                           | ReferenceError: q is not defined
            class A {} A()              | TypeError: Class constructor A cannot be invoked without 'new'
            x; let x = 1                | ReferenceError: Cannot access 'x' before initialization
            const c = 1; c = 2          | TypeError: Assignment to constant variable.
            new (() => 1)               | TypeError: (intermediate value) is not a constructor
            """);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void errorsSpeakAsPeopleKnowThem(String code, String message) {
        assertEquals(message, eval("try { " + code + "; '' } catch (e) { String(e) }").asString());
    }

    @Test
    void aModuleEvaluatesToItsNamespace() throws Exception {
        Source source = Source.newBuilder("ledge", "export const a = 1; export default function f() { return a + 1 } await 0; export let b = f()", "m.mjs")
                .mimeType(LedgeLanguage.MODULE_MIME_TYPE).build();
        assertEquals(2, context.eval(source).getMember("b").asInt());
    }
}
