package org.ledgejs.language.code.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ledgejs.language.syntax.SyntaxException;

/** The resolver writes what the verifier accepts, or says that the source is no program. The cases were found by fuzzing. */
class VerifiableCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "(function () { var v; g(() => v) = (() => v)(); })",
        "(function () { var v; g() += (() => v)(); })",
        "(function () { var v; for (g() of [() => v]) { v } })",
    })
    void writesWhatCanBeVerified(String program) {
        ResolverAssertions.script(program);
    }

    /** The parser reads these in loops, so that only the resolver meets their depth. */
    @ParameterizedTest
    @ValueSource(strings = {"()", ".a", "?.a", "[0]", "``", "?.()", ".a()"})
    void chainsAsLongAsNoProgramsAreSyntaxErrors(String link) {
        ResolverAssertions.script("(function () { x" + link.repeat(1000) + " })");
        SyntaxException error = assertThrows(SyntaxException.class, () -> ResolverAssertions.script("(function () { x" + link.repeat(100_000) + " })"));
        assertEquals("Source is too deeply nested", error.getMessage());
    }

    @Test
    void soAreBranches() {
        ResolverAssertions.script("if (0) 1; else ".repeat(1000) + "1");
        assertThrows(SyntaxException.class, () -> ResolverAssertions.script("if (0) 1; else ".repeat(100_000) + "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "f(", "[", "{", "() => ", "a = ", "1 ? 2 : ", "`${", "class extends ", "async () => ", "new ", "-(", "yield* ", "({ a: "})
    void whatTheParserAcceptsIsShallowEnough(String prefix) {
        String suffix = switch (prefix) {
            case "f(", "-(" -> ")";
            case "[" -> "]";
            case "{" -> "}";
            case "`${" -> "}`";
            case "class extends " -> " {}";
            case "({ a: " -> "})";
            default -> "";
        };
        String open = prefix.equals("{") ? "" : "(function* () { x = ";
        String close = prefix.equals("{") ? "" : "})";
        for (int depth = 100; depth <= 3200; depth += 100) {
            try {
                ResolverAssertions.script(open + prefix.repeat(depth) + "1" + suffix.repeat(depth) + close);
            } catch (SyntaxException e) {
                assertEquals("Source is too deeply nested", e.getMessage());
                return;
            }
        }
    }
}
