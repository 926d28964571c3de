package org.ledgejs.tck.truffle.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.graalvm.polyglot.Source;

/** Texts that are no programs, by what is wrong with them. Each is a syntax error with a place. */
public final class InvalidSyntax {
    private static final Map<String, String> SCRIPTS = Map.ofEntries(
            Map.entry("token that does not exist", "let a = #"),
            Map.entry("unclosed string", "let a = 'text"),
            Map.entry("unclosed template", "let a = `text ${1"),
            Map.entry("unclosed comment", "/* text"),
            Map.entry("unclosed block", "{ let a = 1"),
            Map.entry("unclosed call", "f(1, 2"),
            Map.entry("unclosed regular expression", "let a = /text"),
            Map.entry("invalid regular expression", "let a = /(/"),
            Map.entry("invalid flags", "let a = /a/gg"),
            Map.entry("invalid escape", "let a = '\\u{110000}'"),
            Map.entry("invalid number", "let a = 3in []"),
            Map.entry("invalid bigint", "let a = 1.5n"),
            Map.entry("octal in strict code", "'use strict'; 010"),
            Map.entry("missing operand", "let a = 1 +"),
            Map.entry("missing expression", "if () { }"),
            Map.entry("missing semicolon", "let a = 1 let b = 2"),
            Map.entry("invalid target", "1 = 2"),
            Map.entry("invalid update", "this++"),
            Map.entry("invalid pattern", "let { a.b } = c"),
            Map.entry("pattern without value", "let [a];"),
            Map.entry("const without value", "const a"),
            Map.entry("redeclaration", "let a; let a"),
            Map.entry("var over let", "let a; { var a }"),
            Map.entry("redeclared parameter", "(a, a) => 1"),
            Map.entry("return outside of a function", "return 1"),
            Map.entry("break outside of a loop", "break"),
            Map.entry("continue to a block", "a: { continue a }"),
            Map.entry("unknown label", "for (;;) break a"),
            Map.entry("await outside of async", "function f() { await 1 }"),
            Map.entry("yield in strict code", "'use strict'; yield"),
            Map.entry("super outside of a method", "function f() { super.a }"),
            Map.entry("new.target outside of a function", "new.target"),
            Map.entry("import in a script", "import 'a'"),
            Map.entry("unknown private name", "class C { m() { this.#a } }"),
            Map.entry("two constructors", "class C { constructor() { } constructor() { } }"),
            Map.entry("two defaults", "switch (1) { default: default: }"),
            Map.entry("try without handler", "try { }"),
            Map.entry("mixed ?? and ||", "a ?? b || c"),
            Map.entry("negated power", "-a ** b"),
            Map.entry("optional chain as a target", "a?.b = 1"),
            Map.entry("with in strict code", "'use strict'; with (a) { }"),
            Map.entry("delete of a name in strict code", "'use strict'; delete a"),
            Map.entry("reserved word", "let class = 1"),
            Map.entry("getter with a parameter", "({ get a(b) { } })"),
            Map.entry("rest that is not last", "(...a, b) => 1"),
            Map.entry("arrow on a line of its own", "a\n=> 1"),
            Map.entry("throw on a line of its own", "throw\n1"),
            Map.entry("using without value", "{ using a }"));

    private static final Map<String, String> MODULES = Map.of(
            "export of an unknown name", "export { a }",
            "two exports of a name", "export const a = 1; export { a }",
            "import in a block", "{ import 'a' }",
            "sloppy code in a module", "delete a");

    private InvalidSyntax() { }

    public static List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        SCRIPTS.forEach((name, text) -> sources.add(Source.newBuilder("ledge", text, name).buildLiteral()));
        MODULES.forEach((name, text) -> sources.add(Source.newBuilder("ledge", text, name).mimeType("application/x-ledge+module").buildLiteral()));
        return sources;
    }
}
