package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that runs out of stack gets a RangeError, whatever it was doing, and can go on. */
class EndlessRecursionTest {

    private final Context context = Context.newBuilder("ledge").option("engine.WarnInterpreterOnly", "false").build();

    @AfterEach
    void close() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "const f = () => f(); f()",
        "function f(a, b) { return 1 + f(b, a) } f(1, 2)",
        "const o = { get x() { return this.x } }; o.x",
        "const o = { set x(v) { this.x = v } }; o.x = 1",
        "const o = { toJSON() { return JSON.stringify(this) } }; JSON.stringify(o)",
        "const o = { toString() { return '' + this } }; `${o}`",
        "const o = { valueOf() { return +this } }; o * 2",
        "const o = { [Symbol.toPrimitive]() { return o + 1 } }; o + 1",
        "const p = new Proxy({}, { get(t, k, r) { return r[k] } }); p.x",
        "const p = new Proxy({}, { has(t, k) { return k in p } }); 'x' in p",
        "const p = new Proxy(function () {}, { apply() { return p() } }); p()",
        "const p = new Proxy(class {}, { construct() { return new p() } }); new p()",
        "const c = (a, b) => [2, 1].sort(c).length; [2, 1].sort(c)",
        "const m = () => [1].map(m); m()",
        "const r = () => 'a'.replace(/a/, r); r()",
        "function* g() { yield* g() } [...g()]",
        "const g = { *[Symbol.iterator]() { yield* this } }; for (const x of g) { }",
        "class A { constructor() { new A() } } new A()",
        "class A { constructor() { return new this.constructor() } } class B extends A { constructor() { super() } } new B()",
        "class A { x = new A() } new A()",
        "class A { static #f() { return A.#f() } static f() { return this.#f() } } A.f()",
        "function f() { eval('f()') } f()",
        "function f() { return Reflect.apply(f, null, []) } f()",
        "function f() { f.call() } f()",
        "const b = (() => b()).bind(); b()",
        "function f(a = f()) { } f()",
        "function f({ x = f({}) }) { } f({})",
        "const o = { [Symbol.hasInstance]() { return 1 instanceof o } }; 1 instanceof o",
        "function f(s) { f`a` } f()",
        "const a = []; a[0] = a; for (let i = 0, o = a; i < 100000; i++) { o[0] = [o[0]]; } const f = (x) => f([x].flat()); f(a)",
        "let o = {}; for (let i = 0; i < 200000; i++) o = { o }; JSON.stringify(o)",
        "let a = []; for (let i = 0; i < 200000; i++) a = [a]; a.toString()",
        "let a = []; for (let i = 0; i < 200000; i++) a = [a]; a.flat(Infinity)",
        "JSON.parse('['.repeat(200000) + ']'.repeat(200000), (k, v) => v)",
        "let f = () => 1; for (let i = 0; i < 200000; i++) f = f.bind(); f()",
        "let p = {}; for (let i = 0; i < 200000; i++) p = new Proxy(p, {}); p.x",
        "new Function('a', 'return ' + '('.repeat(100000) + 'a' + ')'.repeat(100000))",
        "eval('['.repeat(100000) + ']'.repeat(100000))",
    })
    void isARangeErrorThatTheProgramCatches(String program) {
        Value caught = context.eval("ledge", "(function () { try { " + program + " } catch (e) { return e } })()");
        if (program.startsWith("JSON.parse") || program.startsWith("eval") || program.startsWith("new Function") || program.contains("i < 200000")) {
            // Deep data and texts may as well be worked off; nothing else may come of them.
            assertTrue(!caught.isException() || caught.getMetaObject().getMetaSimpleName().matches("RangeError|SyntaxError"), caught.toString());
        } else {
            assertEquals("RangeError: Maximum call stack size exceeded", caught.toString());
        }
        assertEquals(42, context.eval("ledge", "(() => 42)()").asInt());
    }

    @Test
    void anAsyncFunctionsPromiseIsRejected() {
        context.eval("ledge", "var seen = []; async function f() { await f() } f().catch((e) => seen.push(e.name));"
                + "async function* g() { yield* g() } g().next().catch((e) => seen.push(e.name));"
                + "(function h() { new Promise(h) })()");
        assertEquals("RangeError,RangeError", context.eval("ledge", "seen.join()").asString());
    }

    /** All but the innermost two, perhaps: the stack may end before one comes to its try statement, and in the finally clause of the one around it. */
    @Test
    void finalizersRunOnTheWayOut() {
        int left = context.eval("ledge", "let depth = 0; function f() { depth++; try { f() } finally { depth-- } } try { f() } catch { } depth").asInt();
        assertTrue(left >= 0 && left <= 2, "not run: " + left);
    }

    @Test
    void theStackShowsTheRecursion() {
        String stack = context.eval("ledge", "function again() { again() } let s; try { again() } catch (e) { s = e.stack } s").asString();
        assertTrue(stack.matches("(?s)RangeError: Maximum call stack size exceeded(\\n    at again \\(.*?\\)){10}"), stack);
    }

    @Test
    void theEmbedderGetsAGuestException() {
        PolyglotException thrown = assertThrows(PolyglotException.class, () -> context.eval("ledge", "function f() { f() } f()"));
        assertTrue(thrown.isGuestException() && !thrown.isInternalError(), thrown.toString());
        assertEquals("RangeError: Maximum call stack size exceeded", thrown.getMessage());
    }

    @Test
    void manyTimesOver() {
        assertEquals(30, context.eval("ledge", "let n = 0; for (let i = 0; i < 30; i++) { try { (function f() { f() })() } catch (e) { n += e instanceof RangeError } } n").asInt());
    }
}
