package org.ledgejs.language.code.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ledgejs.language.code.CodePrinter;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.CodeVerifier;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;

/** Compares what the resolver makes of a source with the printed form; every unit goes through the verifier, too. */
final class ResolverAssertions {

    private ResolverAssertions() { }

    static CodeUnit script(String source) {
        return verified(Resolver.resolve(Parser.parseScript(new SourceText("test.js", source), ParseOptions.DEFAULT)));
    }

    static CodeUnit module(String source) {
        return verified(Resolver.resolve(Parser.parseModule(new SourceText("test.mjs", source), ParseOptions.DEFAULT)));
    }

    /** The code of a direct eval at the first eval call in a script. */
    static CodeUnit eval(CodeUnit caller, int scope, int flags, String source) {
        ParseOptions options = ParseOptions.DEFAULT.withStrict((flags & 1) != 0)
                .withEvalContext(Resolver.evalContext(caller, scope, flags));
        return verified(Resolver.eval(Parser.parseEval(new SourceText("eval", source), options), caller, scope, flags));
    }

    static CodeUnit verified(CodeUnit unit) {
        CodeVerifier.verify(unit);
        return unit;
    }

    static void assertScript(String source, String unit) {
        assertEquals(unit, CodePrinter.print(script(source)));
    }

    static void assertScript(int function, String source, String code) {
        assertEquals(code, CodePrinter.print(script(source).function(function)));
    }

    static void assertModule(String source, String unit) {
        assertEquals(unit, CodePrinter.print(module(source)));
    }

    static void assertModule(int function, String source, String code) {
        assertEquals(code, CodePrinter.print(module(source).function(function)));
    }
}
