package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A context a test, and tables of programs with what they evaluate to. */
abstract class Programs {
    private Context context;

    @BeforeEach
    void open() {
        context = Context.newBuilder("ledge").timeZone(zone()).build();
    }

    @AfterEach
    void close() {
        context.close();
    }

    ZoneId zone() {
        return ZoneId.of("UTC");
    }

    final Value eval(String program) {
        return context.eval("ledge", program);
    }

    /** Each line: a program, an arrow {@code -->}, and how its value is displayed, or the error it throws. */
    final void check(String table) {
        assertAll(table.lines().map(line -> () -> {
            int arrow = line.lastIndexOf("-->");
            String program = line.substring(0, arrow).strip();
            assertEquals(line.substring(arrow + 3).strip(), result(program), program);
        }));
    }

    private String result(String program) {
        try {
            return eval(program).toString();
        } catch (PolyglotException e) {
            if (e.isInternalError()) {
                throw e;
            }
            return e.getMessage();
        }
    }
}
