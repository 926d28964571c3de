package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The text of stacks, as V8 prints it, because programs and tools read it: names of frames, and lines and columns. */
class StackTraceTest {
    private final Context context = Context.newBuilder("ledge").allowExperimentalOptions(true).option("engine.WarnInterpreterOnly", "false").build();

    @AfterEach
    void close() {
        context.close();
    }

    private Value eval(String program) {
        return context.eval(Source.newBuilder("ledge", program, "s.js").buildLiteral());
    }

    /** The frames of an error, without the program's own, one in a line. */
    private String frames(String program) {
        String stack = eval(program).asString();
        return Arrays.stream(stack.split("\n")).filter(line -> line.startsWith("    at ") && !line.matches("    at s.js:\\d+:\\d+"))
                .map(line -> line.substring("    at ".length())).collect(Collectors.joining(", "));
    }

    /** Lines of a program that ends with a stack, an arrow, and its frames. */
    private void check(String table) {
        assertAll(table.lines().map(line -> () -> {
            int arrow = line.lastIndexOf("-->");
            assertEquals(line.substring(arrow + 3).strip(), frames(line.substring(0, arrow).strip()), line);
        }));
    }

    @Test
    void whatOnlyPassesACallOnLeavesNoFrame() {
        check("""
            Reflect.apply(function f() { return new Error().stack }, null, [])  --> f (s.js:1:37)
            (function f() { return new Error().stack }).call()                  --> f (s.js:1:24)
            (function f() { return new Error().stack }).apply()                 --> f (s.js:1:24)
            [1].map(function f() { return new Error().stack })[0]               --> f (s.js:1:31), Array.map (<anonymous>)
            """);
    }

    @Test
    void framesNameFunctionsAndMethods() {
        check("""
            (function () { return new Error().stack })()                                              -->
            (function f() { return new Error().stack })()                                             --> f (s.js:1:24)
            var arrow = () => new Error().stack; arrow()                                              --> arrow (s.js:1:19)
            ({ m() { return new Error().stack } }).m()                                                --> Object.m (s.js:1:17)
            (class { static m() { return new Error().stack } }).m()                                   --> Function.m (s.js:1:30)
            (class A { m() { return new Error().stack } }, class A { static m() { return new Error().stack } }).m() --> A.m (s.js:1:78)
            { class A { m() { return new Error().stack } } class B extends A { } new B().m() }        --> B.m (s.js:1:26)
            { class A { constructor() { this.s = new Error().stack } } new A().s }                    --> new A (s.js:1:38)
            { class A { constructor() { this.s = new Error().stack } } class B extends A { } new B().s } --> new A (s.js:1:38), new B (s.js:1:60)
            { function F() { this.s = new Error().stack } new F().s }                                 --> new F (s.js:1:27)
            { class A { #p() { return new Error().stack } t() { return this.#p() } } new A().t() }    --> #p (s.js:1:27), A.t (s.js:1:60)
            ({ [Symbol.iterator]() { return new Error().stack } })[Symbol.iterator]()                 --> [Symbol.iterator] (s.js:1:33)
            ({ ['a b']() { return new Error().stack } })['a b']()                                     --> a b (s.js:1:23)
            { Number.prototype.n = function n() { 'use strict'; return new Error().stack }; (1).n() } --> Number.n (s.js:1:60)
            { const o = Object.create(null); o.m = function m() { return new Error().stack }; o.m() } --> Object.m (s.js:1:62)
            { function f() { return new Error().stack } const o = { g: f }; o.g() }                   --> Object.f [as g] (s.js:1:25)
            { function f() { return new Error().stack } Object.defineProperty(f, 'name', { value: 'other' }); f() } --> other (s.js:1:25)""");
    }

    @Test
    void framesOfAccessorsSayWhichProperty() {
        check("""
            ({ get x() { return new Error().stack } }).x                                              --> get x [as x] (s.js:1:21)
            { class A { get x() { return new Error().stack } } new A().x }                            --> get x [as x] (s.js:1:30)
            { let s; ({ set x(v) { s = new Error().stack } }).x = 1; s }                              --> set x [as x] (s.js:1:28)""");
    }

    @Test
    void whatHasNoPrimitiveValueIsWhereItIsUsed() {
        check("""
            (function f() { try { `-${Object.create(null)}` } catch (e) { return e.stack } })()      --> f (s.js:1:23)
            (function f() { try { '-' + Object.create(null) } catch (e) { return e.stack } })()      --> f (s.js:1:23)
            (function f() { return `${{ toString() { return new Error().stack } }}` })()              --> Object.toString (s.js:1:49), f (s.js:1:24)""");
    }

    @Test
    void framesOfClassesBeingMadeHaveNamesInBrackets() {
        check("""
            { let s; class A { static { s = new Error().stack } } s }                                 --> <static_initializer> (s.js:1:33)
            { class A { static x = new Error().stack } A.x }                                          --> <static_initializer> (s.js:1:24)
            { class A { x = new Error().stack } new A().x }                                           --> <instance_members_initializer> (s.js:1:17), new A (s.js:1:3)""");
    }

    /** The functions have no name: {@code f.name} is empty. */
    @Test
    void functionsAssignedToMembersAreCalledAfterThem() {
        check("""
            { const o = {}; o.run = function () { return new Error().stack }; o.run() }               --> o.run (s.js:1:46)
            { const o = {}; o['run'] = () => new Error().stack; o.run() }                             --> o.run (s.js:1:34)
            { function M() { } M.prototype.run = function () { return new Error().stack }; new M().run() } --> M.run (s.js:1:59)
            { const a = { b: {} }; a.b.c = async () => { }; a.b.c = () => new Error().stack; const f = a.b.c; f() } --> a.b.c (s.js:1:63)
            { class A { constructor() { this.run = () => new Error().stack } } new A().run() }        --> A.run (s.js:1:46)
            { const o = {}; o.m = function () { }; [o.m.name] + new Error().stack.slice(0, 0) }       -->""");
        assertEquals("", eval("var o = {}; o.m = function () { }; o.m.name").asString());
    }

    @Test
    void builtinsStandBetweenTheProgramsFrames() {
        check("""
            [1].map(function f() { return new Error().stack })[0]                                     --> f (s.js:1:31), Array.map (<anonymous>)
            { let s; JSON.stringify({ toJSON() { s = new Error().stack } }); s }                      --> Object.toJSON (s.js:1:42), JSON.stringify (<anonymous>)
            { let s; new Map([[1, 1]]).forEach(function f() { s = new Error().stack }); s }           --> f (s.js:1:55), Map.forEach (<anonymous>)
            { let s; new Promise(function f() { s = new Error().stack }); s }                         --> f (s.js:1:41), new Promise (<anonymous>)
            { function* g() { yield new Error().stack } g().next().value }                            --> g (s.js:1:25), Generator.next (<anonymous>)""");
    }

    @Test
    void positionsAreThoseOfTheExpression() {
        assertAll(() -> assertEquals("4:4", position("var o = {};\no\n  .a\n  .b")),
                () -> assertEquals("2:8", position("var u; `a\n  ${ u.x } b`")),
                () -> assertEquals("3:4", position("var u; Math.max(\n  1,\n u.x)")),
                () -> assertEquals("2:3", position("var o = {};\no.f(\n  1)")),
                () -> assertEquals("2:7", position("var o = { f() { return {} } };\no.f().g(\n 1)")),
                () -> assertEquals("2:1", position("var u;\nu(\n1)")),
                () -> assertEquals("3:10", position("function f() {\n  var u;\n  return u + Symbol() }\nf()")),
                () -> assertEquals("3:10", position("function f() {\n  var u;\n  return 1 instanceof u }\nf()")),
                () -> assertEquals("3:3", position("function f() {\n  'use strict'; var o = Object.freeze({});\n  o.x = 1 }\nf()")),
                () -> assertEquals("3:3", position("function f() {\n  const c = 1;\n  c = 2 }\nf()")));
    }

    /** Where the innermost frame is when the program throws. */
    private String position(String program) {
        String stack = eval("var thrown; try { (0, eval)(" + quoted(program) + ") } catch (e) { thrown = e.stack } thrown").asString();
        String frame = stack.lines().filter(line -> line.startsWith("    at ")).findFirst().orElseThrow();
        return frame.replaceAll(".*:(\\d+:\\d+)\\)?$", "$1");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** What an operation calls on its way shows the place of the operation, not the beginning of the function around it. */
    @Test
    void callsOutOfOperationsAreAtTheOperation() {
        assertEquals("f (s.js:3:3)", callerOf("toString", "const o = { toString() { s = new Error().stack; return '' } };", "o + ''"));
        assertEquals("f (s.js:3:3)", callerOf("valueOf", "const o = { valueOf() { s = new Error().stack; return 1 } };", "o < 1"));
        assertEquals("f (s.js:3:5)", callerOf("get", "const o = new Proxy({}, { get() { s = new Error().stack } });", "o.x"));
        assertEquals("f (s.js:3:3)", callerOf("set", "const o = new Proxy({}, { set() { s = new Error().stack; return true } });", "o.x = 1"));
        assertEquals("f (s.js:3:3)", callerOf("b", "const o = (function b() { s = new Error().stack }).bind();", "o()"));
    }

    private String callerOf(String callee, String definition, String expression) {
        String stack = eval("var s; function f() { " + definition + "\n\n  " + expression + " }\nf(); s").asString();
        return stack.lines().dropWhile(line -> !line.contains(callee + " (")).skip(1).findFirst().orElseThrow().substring("    at ".length());
    }

    @Test
    void theProgramSaysHowManyFramesThereAre() {
        assertEquals("3", eval("Error.stackTraceLimit = 2; (function f(n) { return n ? f(n - 1) : new Error('m').stack })(9).split('\\n').length").toString());
        assertEquals("Error: m", eval("Error.stackTraceLimit = 0; new Error('m').stack").asString());
        assertEquals("undefined", eval("Error.stackTraceLimit = 'none'; String(new Error('m').stack)").asString());
    }

    /** As Error.prototype.toString has it when the stack is first read. */
    @Test
    void theHeadlineIsThatOfTheFirstReading() {
        assertEquals("Error: m", headline("const e = new Error('m'); e.stack; e.message = 'other'; e"));
        assertEquals("Error: other", headline("const e = new Error('m'); e.message = 'other'; e"));
        assertEquals("RangeError: n", headline("class E extends RangeError { } new E('n')"));
        assertEquals("E: n", headline("class E extends RangeError { constructor(m) { super(m); this.name = 'E' } } new E('n')"));
        assertEquals("N: M", headline("const o = { name: 'N', message: 'M' }; Error.captureStackTrace(o); o"));
    }

    private String headline(String program) {
        return eval("{ " + program + " }").getMember("stack").asString().lines().findFirst().orElseThrow();
    }

    /** As V8's documentation of the stack trace API has it. */
    @Test
    void callSitesAnswerPrepareStackTrace() {
        eval("""
            var describe = (make, frame = 0) => {
                Error.prepareStackTrace = (error, sites) => sites;
                try {
                    const s = make().stack[frame];
                    return [s.getFunctionName(), s.getMethodName(), s.getTypeName(), s.isConstructor(), s.isToplevel(), s.isNative(), s.getLineNumber(), s.getColumnNumber()].join();
                } finally {
                    Error.prepareStackTrace = undefined;
                }
            }""");
        assertEquals("f,,Object,false,false,false,1,40", eval("describe(() => { function f() { return new Error() } return f.call({}) })").asString());
        assertEquals("f,,,false,true,false,1,40", eval("describe(() => { function f() { return new Error() } return f() })").asString());
        assertEquals("get x,x,Object,false,false,false,1,36", eval("describe(() => ({ get x() { return new Error() } }).x)").asString());
        assertEquals("m,m,Object,false,false,false,1,32", eval("describe(() => ({ m() { return new Error() } }).m())").asString());
        assertEquals("o.run,run,Object,false,false,false,1,61", eval("describe(() => { const o = {}; o.run = function () { return new Error() }; return o.run() })").asString());
        assertEquals("a,b,Object,false,false,false,1,43", eval("describe(() => { const o = { a() { return new Error() } }; o.b = o.a; delete o.a; return o.b() })").asString());
        assertEquals("map,map,Array,false,false,true,,", eval("describe(() => [1].map(() => new Error())[0], 1)").asString());
        assertEquals("true", eval("describe(() => new (class A { constructor() { this.e = new Error() } })().e)").asString().replaceAll(".*?,(true),false,false,1,\\d+$", "$1"));
    }

    @Test
    void strictFunctionsDoNotGiveThemselvesAway() {
        assertEquals("undefined undefined", eval("Error.prepareStackTrace = (e, [s]) => s.getThis() + ' ' + s.getFunction(); (function () { 'use strict'; return new Error().stack }).call(1)").asString());
        assertEquals("true", eval("Error.prepareStackTrace = (e, [s]) => s.getFunction() === f; function f() { return String(new Error().stack) } f()").asString());
    }

    @Test
    void captureStackTraceLeavesOutTheFramesDownToAFunction() {
        assertEquals("outer (s.js:1:112)", frames("function inner() { const o = {}; Error.captureStackTrace(o, inner); return o.stack } function outer() { return inner() } outer()"));
    }
}
