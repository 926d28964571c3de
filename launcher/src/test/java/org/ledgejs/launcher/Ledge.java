package org.ledgejs.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The command as a user runs it, in this machine. */
final class Ledge {

    /** What a run left behind. */
    record Run(int status, String out, String err) {
    }

    private Ledge() {
    }

    static Run run(String... arguments) {
        return runWithInput("", arguments);
    }

    /** Runs a command line; nothing of Java may show in what it says. */
    static Run runWithInput(String input, String... arguments) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        InputStream realIn = System.in;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            int status = Main.run(arguments);
            Run run = new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            assertFalse((run.out + run.err).matches("(?s).*(\\bjava\\.|\\bjdk\\.|com\\.oracle|org\\.graalvm|org\\.ledgejs|internal error).*"), run.toString());
            return run;
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
            System.setIn(realIn);
        }
    }
}
