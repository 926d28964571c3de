package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.Arguments;

/** For tests that are programs: a context for each, and tables of code with what it comes to as text. */
abstract class TextPrograms {
    Context context;

    @BeforeEach
    void open() {
        context = Context.newBuilder("ledge").build();
    }

    @AfterEach
    void close() {
        context.close(true);
    }

    Value eval(String code) {
        return context.eval("ledge", code);
    }

    /** The completion value as String() gives it, or the error. */
    String text(String code) {
        return eval("try { String(eval(" + quoted(code) + ")) } catch (e) { String(e) }").asString();
    }

    void assertText(String expected, String code) {
        assertEquals(expected, text(code), code);
    }

    private static String quoted(String code) {
        return '"' + code.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** Lines of code, two bars, and its text. */
    static Stream<Arguments> rows(String table) {
        return table.lines().filter(line -> !line.isBlank()).map(line -> {
            int bar = line.lastIndexOf("||");
            return Arguments.of(line.substring(0, bar).strip(), line.substring(bar + 2).strip());
        });
    }
}
