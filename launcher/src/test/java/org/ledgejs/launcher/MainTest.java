package org.ledgejs.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MainTest {

    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @Test
    void versionIsTheBuildsOwn() {
        assertEquals(0, Main.run("--version"));
        assertTrue(out.toString(StandardCharsets.UTF_8).matches("ledge \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpNamesEveryCommandAndEveryExitCode() {
        assertEquals(0, Main.run("--help"));
        String help = out.toString(StandardCharsets.UTF_8);
        for (String part : new String[]{"-e CODE", "-p CODE", "repl", "build ENTRY -o OUT", "--dump=code", "--inspect", "--vm.", "Exit codes"}) {
            assertTrue(help.contains(part), part);
        }
    }

    @Test
    void anUnknownOptionEndsWith9AndIsNamed() {
        assertEquals(9, Main.run("--no-such-option", "a.js"));
        assertEquals("ledge: bad option: --no-such-option\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aValueAnOptionCannotTakeEndsWith9() {
        assertEquals(9, Main.run("--engine.WarnInterpreterOnly=perhaps", "a.js"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("perhaps"), err.toString(StandardCharsets.UTF_8));
    }
}
