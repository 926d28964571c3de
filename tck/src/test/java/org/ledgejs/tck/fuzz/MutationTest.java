package org.ledgejs.tck.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.ledgejs.language.code.resolver.Resolver;
import org.ledgejs.language.image.ImageException;
import org.ledgejs.language.image.ImageReader;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.SyntaxException;
import org.ledgejs.tck.test262.Metadata;
import org.ledgejs.tck.test262.Mode;

class MutationTest {
    private static final String PROGRAM = """
            // A comment.
            function f(a, b = 0x10) {
              if (a / b > 2 && /[/]x/g.test(`${a}-${b}`)) { return [1.5e-3, 'it\\'s', "t\\u{61}"]; }
              for (const [k, v] of Object.entries({ a, ...b })) { a?.x.y(k)[v]; }
              return a;
            }
            class C extends f { #p = 1; static m() { return this.#p ??= 2n; } }
            """;

    private static boolean parses(String program) {
        try {
            Parser.parseScript(new SourceText("p", program), ParseOptions.DEFAULT);
            return true;
        } catch (SyntaxException e) {
            return false;
        }
    }

    private static String mutant(long seed) {
        return Mutator.mutate(PROGRAM, PROGRAM, new SplittableRandom(seed));
    }

    @Test
    void tokensAreTheTextAgain() {
        List<Token> tokens = Token.of(PROGRAM);
        assertEquals(PROGRAM.stripTrailing(), Token.text(tokens).stripTrailing());
        List<String> texts = tokens.stream().map(Token::text).toList();
        assertTrue(texts.containsAll(List.of("0x10", "/[/]x/g", "1.5e-3", "'it\\'s'", "\"t\\u{61}\"", "...", "?.", "#p", "??=", "2n")), texts.toString());
    }

    @Test
    void statementsAndExpressionsAreFound() {
        List<Token> tokens = Token.of("let a = f(1)[b].c; if (x) { y(); }\nz();");
        Spans spans = new Spans(tokens);
        Set<String> statements = spans.statements().stream().map(s -> Token.text(tokens.subList(s.start(), s.end())).strip()).collect(Collectors.toSet());
        assertTrue(statements.containsAll(Set.of("let a = f(1)[b].c;", "if (x) { y(); }", "y();", "z();")), statements.toString());
        Set<String> expressions = spans.expressions().stream().map(s -> Token.text(tokens.subList(s.start(), s.end())).strip()).collect(Collectors.toSet());
        assertTrue(expressions.containsAll(Set.of("f(1)[b].c", "1", "b", "y()")), expressions.toString());
    }

    @Test
    void aSeedMakesOneMutant() {
        assertEquals(mutant(7), mutant(7));
        Set<String> mutants = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            mutants.add(mutant(seed));
        }
        assertTrue(mutants.size() > 80, "different: " + mutants.size());
    }

    @Test
    void manyMutantsAreStillPrograms() {
        int programs = 0;
        for (int seed = 0; seed < 400; seed++) {
            programs += parses(mutant(seed)) ? 1 : 0;
        }
        assertTrue(programs > 100 && programs < 400, programs + " of 400");
    }

    @Test
    void theMinimizerKeepsWhatIsNeeded() {
        String minimal = new Minimizer(text -> text.contains("static") && text.contains("2n"), Duration.ofSeconds(20)).minimize(PROGRAM);
        assertEquals("static2n", minimal.replace(" ", ""));
    }

    @Test
    void damagedImagesHaveADigestThatFits() {
        Sample sample = new Sample(null, Metadata.parse(""), Mode.RAW, List.of(), PROGRAM);
        byte[] image = Images.write(Resolver.resolve(Parser.parseScript(new SourceText("p", PROGRAM), ParseOptions.DEFAULT)), sample);
        assertTrue(Images.read(image));
        byte[] damaged = Images.damage(image, new SplittableRandom(1));
        assertFalse(Arrays.equals(image, damaged));
        assertNotEquals("Image altered: digest mismatch", messageOf(damaged));
        damaged[damaged.length - 1] ^= 1;
        assertEquals("Image altered: digest mismatch", messageOf(damaged));
    }

    private static String messageOf(byte[] image) {
        try {
            ImageReader.read(ByteBuffer.wrap(image));
            return "";
        } catch (ImageException e) {
            return e.getMessage();
        }
    }
}
