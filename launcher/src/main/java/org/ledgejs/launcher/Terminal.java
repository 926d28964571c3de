package org.ledgejs.launcher;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Where the lines of a REPL come from. */
interface Terminal extends AutoCloseable {

    /**
     * The next line after showing {@code prompt}, or null at the end of input.
     *
     * @throws Interrupted if the user gave the line up (Ctrl-C)
     */
    String read(String prompt) throws IOException, Interrupted;

    @Override
    void close() throws IOException;

    /** Whether a person sits there. */
    static boolean isInteractive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Line editing and history on a terminal, plain lines without prompts otherwise. */
    static Terminal open() throws IOException {
        return isInteractive() ? new EditingTerminal() : new Plain();
    }

    /** The user gave a line up. */
    final class Interrupted extends Exception {

        private static final long serialVersionUID = 1;

        Interrupted() {
            super(null, null, false, false);
        }
    }

    /** Lines from a pipe or a file. */
    final class Plain implements Terminal {

        private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

        @Override
        public String read(String prompt) throws IOException {
            return in.readLine();
        }

        @Override
        public void close() {
        }
    }
}
