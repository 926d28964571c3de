package org.ledgejs.tck.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What mutations put in the place of something else. {@code @} stands for the expression or statement that was there. */
final class Words {
    private static final Set<String> RESERVED = Set.of(("break case catch class const continue debugger default delete do else export extends finally for "
            + "function if import in instanceof new return super switch this throw try typeof var void while with null true false").split(" "));

    /** Each of a group may stand where another one stands. */
    static final List<List<String>> GROUPS = List.of(group("var let const using"), group("+ - * / % ** & | ^ << >> >>> == === != !== < > <= >= && || ?? , in instanceof"),
            group("= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??="), group("! ~ + - typeof void delete ++ -- await yield"), group("of in"), group(". ?."),
            group("break continue return throw yield"), group("if while with"), group("function class"), group("get set static async accessor"),
            group("this super null undefined new.target import.meta arguments"), group("( ["), group(") ]"), group("[ {"), group("] }"), group("( {"), group(") }"),
            group("true false null NaN undefined"), group("=> ="), group("; ,"), group(": = ,"));

    static final List<String> NUMBERS = List.of("0", "-0", "1", "-1", "0.5", "NaN", "Infinity", "-Infinity", "2147483647", "-2147483648", "4294967295", "4294967294",
            "4294967296", "9007199254740991", "9007199254740993", "-9007199254740991", "1e308", "5e-324", "1e21", "0n", "1n", "-1n", "9223372036854775807n",
            "-9223372036854775808n", "18446744073709551616n", "0x7fffffff", "0b1", "0o17", "017", "08", "1_000", "1e1000", "536870911", "1073741824", "65535", "65536", "255", "256");

    static final List<String> STRINGS = List.of("''", "'\\0'", "'\\ud800'", "'\\udc00'", "'\\ud83d\\ude00'", "'__proto__'", "'constructor'", "'length'", "'prototype'", "'0'", "'-0'",
            "'-1'", "'4294967294'", "'4294967295'", "'9007199254740992'", "'1e3'", "'NaN'", "'a'.repeat(70000)", "'use strict'", "'\\u2028'", "'name'", "'then'", "'next'", "'[]'",
            "'{\"a\":[1,{}]}'", "'(?<a>.)|(?<b>\\\\k<a>)'", "'((a*)*)*b'", "'[^]'", "'\\\\u{10ffff}'", "'default'", "'raw'", "'call'");

    static final List<String> NAMES = List.of("arguments", "eval", "await", "yield", "async", "let", "static", "of", "get", "set", "undefined", "globalThis", "this", "null", "Object",
            "Array", "Function", "Symbol", "Proxy", "Reflect", "Promise", "Map", "Set", "WeakMap", "WeakRef", "ArrayBuffer", "SharedArrayBuffer", "Uint8Array", "Float64Array", "BigInt64Array",
            "DataView", "Atomics", "JSON", "Math", "Date", "RegExp", "Error", "AggregateError", "Iterator", "BigInt", "String", "Number", "Boolean", "Symbol.iterator",
            "Symbol.asyncIterator", "Symbol.species", "Symbol.toPrimitive", "Symbol.hasInstance", "Symbol.dispose", "__proto__", "constructor", "prototype", "length", "name", "then", "next", "return", "throw",
            "valueOf", "toString", "toJSON", "$262", "DisposableStack", "FinalizationRegistry", "Intl", "new.target", "super.x", "import.meta");

    static final List<String> EXPRESSIONS = List.of("(@)", "[@]", "[...@]", "{a: @}", "({a: @}).a", "(() => @)()", "(async () => @)()", "(function () { return @ })()",
            "(function* () { yield @ })().next().value", "[...(function* () { yield* @ })()]", "(async function* () { yield @ })().next()", "(yield @)", "(await @)", "new (@)", "new Proxy(Object(@), {})",
            "@?.a", "@?.()", "@?.[0]", "@.x", "@[0]", "@()", "@`x`", "typeof @", "delete @", "-@", "!@", "`${@}`", "eval('@')", "(0, eval)('@')", "(@, @)", "(@ = @)", "(@ || @)", "(@ ?? @)", "(@ ? @ : @)",
            "[@, @]", "({get x() { return @ }}).x", "({set x(v) { @ }}).x = 1", "({['x' + @]: 1})", "({...@})", "(class { static x = @ }).x", "new (class { #p = @; m() { return this.#p } })().m()",
            "(class { static { @ } })", "(class extends (@) { constructor() { super(@) } })", "(([a] = @) => a)()", "(({a, ...b} = @) => b)()", "[a, ...b] = @", "({a: b, ...c} = @)", "Object(@)",
            "Reflect.ownKeys(Object(@))", "Object.freeze(Object(@))", "JSON.stringify(@)", "String(@)", "Array.from(@)", "new Array(@)", "Object.create(@)", "@.bind(@)", "@.call(@, @)", "structuredClone(@)",
            "Promise.resolve(@)", "Symbol(@)", "BigInt(@)", "new Uint8Array(@)", "new RegExp(@)", "new Date(@)", "new Map(@)", "@ in @", "@ instanceof @", "#x in @", "import('@')", "super.x", "new.target", "(@)++", "--@");

    static final List<String> STATEMENTS = List.of("{ @ }", "if (1) { @ } else { @ }", "for (let i = 0; i < 3; i++) { @ }", "for (const x of [1, 2]) { @ }", "for (var x in {a: 1, b: 2}) { @ }",
            "for (let i = 0, f = () => i; i < 2; i++) { @ }", "for await (const x of [1, 2]) { @ }", "while (true) { @ break; }", "do { @ } while (0)", "try { @ } finally { }", "try { @ } catch { }",
            "try { throw 1 } catch ({a, b = 1}) { @ } finally { @ }", "l: { @ break l; }", "l: for (;;) { @ continue l; }", "with ({}) { @ }", "with (new Proxy({}, {})) { @ }", "switch (0) { case 0: @ default: @ }",
            "(function () { @ })();", "(() => { @ })();", "(function* () { @ yield 1; @ })().next();", "(async function () { @ await 1; @ })();", "(async function* () { @ yield await 1; @ })().next();",
            "(function () { 'use strict'; @ })();", "(function (a, b = a, {c} = {}, ...d) { @ })(1);", "(function (arguments) { @ })();", "class C { static { @ } }", "class C extends Object { constructor() { @ super(); @ } } new C;",
            "class C { #p = 1; static #s() { @ } get x() { @ } static m(o) { #p in o; this.#s(); o.#p ??= 1 } } C.m(new C);", "eval('@');", "(0, eval)('@');", "new Function('@')();", "function f() { @ } f();",
            "{ function f() { @ } f(); }", "{ using d = {[Symbol.dispose]() { @ }}; @ }", "label: function f() { @ }", "@ @", "if (0) @", "return;", "throw @", "debugger; @", "export default function () { @ }", "var f = function f() { f = 1; @ }; f();",
            "{ let x = 1; { let x = () => x; @ } }", "Promise.resolve().then(() => { @ });", "$262.evalScript('@');", "$262.createRealm().evalScript('@');");

    /** Pairs of what is nested, before and after. */
    static final List<List<String>> NESTS = List.of(List.of("(", ")"), List.of("[", "]"), List.of("{a:", "}"), List.of("[...", "]"), List.of("!", ""), List.of("- ", ""), List.of("() => ", ""),
            List.of("async () => ", ""), List.of("function () { return ", "}"), List.of("`${", "}`"), List.of("f(", ")"), List.of("", ".a"), List.of("", "?.a"), List.of("", "[0]"), List.of("", "()"), List.of("new ", ""),
            List.of("a ? b : ", ""), List.of("a + ", ""), List.of("a ** ", ""), List.of("a = ", ""), List.of("a, ", ""), List.of("a ?? ", ""), List.of("a && ", ""), List.of("typeof ", ""), List.of("class extends ", " {}"),
            List.of("class { static x = ", "}"), List.of("{ if (1) ", "}"), List.of("await ", ""), List.of("yield ", ""), List.of("a => { ", "}"), List.of("{", "}"), List.of("if (1) ", ""), List.of("for (;0;) ", ""),
            List.of("l: ", ""), List.of("try {", "} finally {}"), List.of("[a = ", "] = []"), List.of("({get x() { return ", "}})"), List.of("eval('", "')"), List.of("switch (", ") {}"), List.of("", "``"), List.of("/(", ")/"), List.of("else ", ""));

    private Words() { }

    private static List<String> group(String words) {
        return Arrays.asList(words.split(" "));
    }

    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }
}
