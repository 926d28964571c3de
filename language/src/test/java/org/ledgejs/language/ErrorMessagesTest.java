package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/**
 * What programs that fail are told: V8's words wherever they help, because people know and search for them. {@code error-messages.txt} has
 * a program in each line, and in the one below it what it throws, or what the promise it ends with is rejected with.
 */
class ErrorMessagesTest {
    private static final String RUN = """
            (code) => {
                let thrown = 'nothing';
                try {
                    (0, eval)(code)?.then?.(undefined, (e) => { thrown = String(e); });
                } catch (e) {
                    thrown = String(e);
                }
                return () => thrown;
            }
            """;

    @Test
    void errorsSpeakAsPeopleKnowThem() throws IOException {
        List<String> lines;
        try (InputStream in = ErrorMessagesTest.class.getResourceAsStream("error-messages.txt")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        assertTrue(lines.size() > 1000, "lines: " + lines.size());
        try (Engine engine = Engine.newBuilder("ledge").option("engine.WarnInterpreterOnly", "false").build()) {
            assertAll(IntStream.range(0, lines.size() / 2).mapToObj(i -> () -> {
                String program = lines.get(2 * i);
                assertEquals(lines.get(2 * i + 1).strip(), thrown(engine, program), program);
            }));
        }
    }

    private static String thrown(Engine engine, String program) {
        try (Context context = Context.newBuilder("ledge").engine(engine).build()) {
            Value result = context.eval("ledge", RUN).execute(program);
            return result.execute().asString().replace("\n", "\\n");
        }
    }
}
