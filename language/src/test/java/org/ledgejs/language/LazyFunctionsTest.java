package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions compiled when they are first called see what they would have seen if they had been compiled with the code around them. */
class LazyFunctionsTest {

    private static Context context(int lazyFrom) {
        return Context.newBuilder("ledge").allowExperimentalOptions(true).option("ledge.lazy-from", String.valueOf(lazyFrom)).build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // variables around it
            "{ let a = 1; const b = 2; var c = 3; function f(d) { return a++ + b + c + d } f(4); result = f(5) + a }      | 15",
            "function f(x) { return y => () => x * y } result = f(6)(7)()                                              | 42",
            "const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i++); result = fs.map(f => f() + f()).join()      | 1,3,5",
            "const f = function g(n) { return n ? n * g(n - 1) : 1 }; result = f(5)                                     | 120",
            "const f = function g() { g = 1; return typeof g }; result = f()                                           | function",
            "function f() { return typeof g } { function g() { } } result = f()                                        | function",
            "function f(a, b = () => a, ...c) { var a = 9; return b() + a + c.length } result = f(1, undefined, 2, 3)    | 12",
            "try { throw 5 } catch (e) { result = (() => [0].map(() => e))()[0] }                                       | 5",
            "switch (0) { case 0: let x; default: x = 8; result = [1].map(() => x)[0] }                                 | 8",
            // before they have a value
            "const f = () => late; try { f() } catch (e) { result = e.message } let late = 1; result += f()             | Cannot access 'late' before initialization1",
            "const f = () => { constant = 2 }; const constant = 1; try { f() } catch (e) { result = e.message }          | Assignment to constant variable.",
            // what a call brings
            "const o = { m(x) { return [1].map(() => this.v + x + arguments.length)[0] }, v: 10 }; result = o.m(5, 0)   | 17",
            "function F() { return (() => () => new.target === F)()() } result = `${Reflect.construct(F, [])}${F()}`    | [object Object]false",
            "class A { m() { return 'A' } } class B extends A { m() { return (() => super.m() + 'B')() } } result = new B().m() | AB",
            "class A { x = 1 } class B extends A { y = 2; constructor() { const f = () => super(); f(); } } result = Object.values(new B()).join() | 1,2",
            "class A { } class B extends A { constructor() { const f = () => this; try { f() } catch (e) { result = e.name } super(); result += f() === this } } new B() | ReferenceErrortrue",
            "class A { f = () => this.g; g = 3; static s = () => this.name } result = new A().f() + A.s()                | 3A",
            // private names
            "class A { #x = 1; #m() { return this.#x++ } static inc(a) { return [a].map(b => b.#m() + b.#x)[0] } get x() { return #x in this && this.#x } } const a = new A(); result = A.inc(a) + a.x | 5",
            "class A { #x = 1; static B = class { #x = 2; both(a, b) { return b.#x } } } result = (() => { try { new A.B().both(0, new A()) } catch (e) { return e.name } })() | TypeError",
            // kinds of functions
            "function* g(n) { for (let i = 0; i < n; i++) yield () => i } result = [...g(3)].map(f => f()).join()       | 0,1,2",
            "const o = { get a() { return this.b }, set a(v) { this.b = v }, *[Symbol.iterator]() { yield* [1, 2] } }; o.a = 7; result = o.a + [...o].length | 9",
            "const o = { ['f' + 1](a, b) { return a * b } }; result = o.f1.name + o.f1.length + o.f1(3, 4)              | f1212",
            "result = (async (x) => x).constructor.name + (async function () { }).name + (({ async *m() { } }).m.name)  | AsyncFunctionm",
            "result = (function () { 'use strict'; return [1].map(function () { return this })[0] })()                  | undefined",
            "function f() { 'use strict'; return this } result = f() + typeof (function () { return this })()            | undefinedobject",
            // dynamic scopes
            "with ({ a: 1 }) { var f = function (b) { return a + b + (() => a)() } } result = f(2)                      | 4",
            "function f(s) { eval(s); return (() => v)() + [1].map(function (x) { return v + x })[0] } result = f('var v = 2') | 5",
            "const h = eval('let z = 4; (function () { return [0].map(() => z)[0] })'); result = h()                     | 4",
            "result = new Function('a', 'return [a].map((x) => x + a)[0]')(4)                                          | 8",
            "const f = async (x = (function () { throw 1 }())) => x; f().catch(() => { }); result = typeof f                | function",
            // text
            "function f(x) { return x + 1 } f(1); result = f + ''                                                     | function f(x) { return x + 1 }",
            "const o = { async *m(x) { yield x } }; o.m(1).next(); result = o.m.toString()                            | async *m(x) { yield x }",
            "const f = ( a ) => { /* kept */ return a }; result = f.toString(); f(1); result += f                      | ( a ) => { /* kept */ return a }( a ) => { /* kept */ return a }"})
    void itDoesWhatAFunctionCompiledAtOnceDoes(String program, String expected) {
        for (int lazyFrom : new int[] {0, -1}) {
            try (Context context = context(lazyFrom)) {
                assertEquals(expected, context.eval("ledge", "var result; " + program + "; String(result)").asString(), "lazy from " + lazyFrom);
            }
        }
    }

    @Test
    void aModulesFunctionsSeeItsImportsAndBindings() throws IOException {
        String program = """
                let count = 0;
                export function bump() { return [1].map(() => ++count)[0] }
                export default class { static m() { return (() => import.meta !== undefined && typeof this)() } }
                export const arrow = () => typeof this;
                """;
        try (Context context = context(0)) {
            Source source = Source.newBuilder("ledge", program, "m.mjs").mimeType("application/x-ledge+module").build();
            var module = context.eval(source);
            module.getMember("bump").execute();
            assertEquals(2, module.getMember("bump").execute().asInt());
            assertEquals("undefined", module.getMember("arrow").execute().asString());
            assertEquals("function", module.getMember("default").invokeMember("m").asString());
        }
    }

    @Test
    void errorsInItHaveTheirPlaceInTheWholeText() {
        String program = """
                function outer() {
                  return [1].map((x) => {
                    return x.missing.more;
                  });
                }
                outer();
                """;
        for (int lazyFrom : new int[] {0, -1}) {
            try (Context context = context(lazyFrom)) {
                PolyglotException e = assertThrows(PolyglotException.class, () -> context.eval(Source.create("ledge", program)));
                assertEquals("TypeError: Cannot read properties of undefined (reading 'more')", e.getMessage());
                assertEquals("more", e.getSourceLocation().getCharacters().toString());
                assertEquals(3, e.getSourceLocation().getStartLine());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "y.y", "y[y]", "y()", "y?.y", "y``", "y?.[y]()"})
    void whatNestsTooDeeplyIsAnEarlyErrorAsEver(String link) {
        String rest = link.substring(1);
        try (Context context = context(0)) {
            String deep = "return y" + (rest.isEmpty() ? "" : rest.repeat(9000)) + (rest.isEmpty() ? " ? y : y".repeat(2900) : "");
            PolyglotException e = assertThrows(PolyglotException.class, () -> context.eval("ledge", "ran = true; function f(y) { { " + deep + " } }"));
            assertEquals("SyntaxError: Source is too deeply nested", e.getMessage());
            assertEquals("undefined", context.eval("ledge", "typeof ran").asString());
            // Nothing that stays lazy is too deep.
            for (int depth = 230; depth < 260; depth++) {
                context.eval("ledge", "(() => { function f(y) { return () => y" + rest.repeat(depth) + " } f(0) })()");
                context.eval("ledge", "(() => { function f(y) { if (y) return y" + rest.repeat(depth) + " } f(0) })()");
            }
        }
    }

    @Test
    void earlyErrorsAreFoundBeforeAnythingRuns() {
        try (Context context = context(0)) {
            PolyglotException e = assertThrows(PolyglotException.class,
                    () -> context.eval("ledge", "ran = true; function f() { function g() { let a; let a; } }"));
            assertEquals("SyntaxError: Identifier 'a' has already been declared", e.getMessage());
            assertEquals("undefined", context.eval("ledge", "typeof ran").asString());
        }
    }
}
