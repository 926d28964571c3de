package org.ledgejs.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code ledge -}: the program is what standard input holds, UTF-8 text.
 *
 * @param name the command of {@link GuestSession} that takes it
 */
record RunStandardInput(String name) implements Command {

    @Override
    public int run(CommandLine line) {
        String code;
        try {
            code = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            System.err.println("ledge: cannot read standard input: " + e.getMessage());
            return ExitCode.UNCAUGHT;
        }
        return new RunGuest(name, code).run(line);
    }
}
